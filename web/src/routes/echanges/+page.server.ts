import type { PageServerLoad } from './$types';
import { MyLoans } from '$lib/borrowing/loan.queries.server.ts';
import { now } from '$lib/clock.ts';

const sides = { prete: 'lender', emprunte: 'borrower', tout: 'both' } as const;
type Which = keyof typeof sides;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('loans');
  const which = (Object.keys(sides) as Which[]).find((one) => one === url.searchParams.get('cote')) ?? 'tout';
  const after = url.searchParams.get('apres') ?? undefined;
  const { myLoans } = await locals.graph.query(MyLoans, { side: sides[which], after });
  return { which, after, loans: myLoans, now: now().toISOString() };
};
