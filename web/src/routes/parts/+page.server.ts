import type { PageServerLoad } from './$types';
import { claimSeen } from '$lib/sharing/listing.server.ts';
import { MyClaims } from '$lib/sharing/queries.server.ts';

const sides = { demande: 'claimant', donne: 'owner' } as const;
type Which = keyof typeof sides;

/** A workshop answers before it asks: what is asked of it comes first, unless the address says otherwise. */
export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('parts');
  const offers = (await locals.viewer())?.acting?.scope === 'workshop';
  const asked = (Object.keys(sides) as Which[]).find((one) => one === url.searchParams.get('cote'));
  const which: Which = offers ? (asked ?? 'donne') : 'demande';
  const after = url.searchParams.get('apres') ?? undefined;
  const { myClaims } = await locals.graph.query(MyClaims, { side: sides[which], after });
  return { which, offers, after, claims: myClaims.nodes.map(claimSeen), pageInfo: myClaims.pageInfo };
};
