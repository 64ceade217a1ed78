import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';

const MyLoans = graphql(`
  query MyLoans($side: LoanSideWish!, $after: String) {
    myLoans(side: $side, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...LoanRow
      }
    }
  }
`);

const sides = { prete: 'lender', emprunte: 'borrower', tout: 'both' } as const;
type Which = keyof typeof sides;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('loans');
  const which = (Object.keys(sides) as Which[]).find((one) => one === url.searchParams.get('cote')) ?? 'tout';
  const after = url.searchParams.get('apres') ?? undefined;
  const { myLoans } = await locals.graph.query(MyLoans, { side: sides[which], after });
  return { which, after, loans: myLoans, now: now().toISOString() };
};
