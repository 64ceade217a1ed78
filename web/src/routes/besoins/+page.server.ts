import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { materialChoices } from '$lib/catalogue/names.server.ts';
import { cursorOf, stepOn } from '$lib/finding/pages.ts';
import { MyNeeds, Needs } from '$lib/material/queries.server.ts';
import { needSeen } from '$lib/material/rows.server.ts';

const radii = [25, 50, 100, 200, 300];
const usualKm = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const { graph, locale } = locals;
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 120);
  const isMine = asked('les') === 'miennes';
  const trail = url.searchParams.get('page');
  const after = cursorOf(trail);
  const km = radii.find((one) => String(one) === asked('km')) ?? usualKm;
  const [near, materialId] = [asked('ou'), asked('matiere')];
  const page = isMine
    ? (await graph.query(MyNeeds, { after })).myNeeds
    : (await graph.query(Needs, { near: near || null, withinKm: km, materialId: materialId || null, after })).needs;
  const next = new URLSearchParams(url.searchParams);
  if (page.pageInfo.endCursor) next.set('page', stepOn(trail, page.pageInfo.endCursor));
  return {
    isMine,
    asked: { near, km, materialId },
    radii,
    materials: materialChoices(locale),
    total: page.totalCount,
    needs: page.nodes.map((need) => needSeen(locale, need)),
    next: page.pageInfo.hasNextPage ? `/besoins?${next.toString()}` : undefined,
  };
};
