import type { PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated/index.ts';
import { now } from '$lib/clock.ts';

const MyRequests = graphql(`
  query MyRequests($after: String) {
    myRequests(first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        title
        state
        mustHaveBy
        updatedAt
        parts {
          id
        }
        lab {
          name
        }
        offers {
          state
          expiresAt
          lab {
            name
          }
        }
      }
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('exchange');
  const after = url.searchParams.get('apres') ?? undefined;
  const { myRequests } = await locals.graph.query(MyRequests, { after });
  return { requests: myRequests, after, now: now().toISOString() };
};
