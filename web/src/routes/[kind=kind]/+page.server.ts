import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { leads } from '$lib/identity/viewer.ts';
import { folderOf, kindAt } from '$lib/sharing/kinds.ts';
import { radii } from '$lib/sharing/radii.ts';
import { listPage } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async (event) => {
  const kind = kindAt(event.params.kind) ?? error(404);
  const viewer = await event.locals.viewer();
  const runs = viewer?.organisations.some((one) => one.scope === 'workshop' && leads(one)) ?? false;
  return { kind, radii, found: await listPage(event, kind), offers: runs ? `${folderOf(kind)}/nouveau` : undefined };
};
