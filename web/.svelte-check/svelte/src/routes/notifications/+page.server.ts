import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';

const Notifications = graphql(`
  query Notifications($after: String) {
    happenings(first: 30, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        topic
        subjectId
        event
        subjectName
        subjectCode
        at
      }
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('loans');
  const after = url.searchParams.get('apres') ?? undefined;
  const { happenings } = await locals.graph.query(Notifications, { after });
  return { happenings, after, now: now().toISOString() };
};
