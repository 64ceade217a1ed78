import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { offersToAnswer } from '$lib/production/offers.server.ts';

const Answered = graphql(`
  query OffersAnswered($workshopId: ID!, $after: String) {
    offersAnswered(workshopId: $workshopId, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...OfferRow
      }
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('exchange');
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const workshops = viewer.organisations.filter(({ scope }) => scope === 'workshop');
  const workshop = viewer.acting?.scope === 'workshop' ? viewer.acting : workshops[0];
  const after = url.searchParams.get('apres') ?? undefined;
  if (!workshop) return { workshop, open: [], answered: undefined, after, now: now().toISOString() };
  const [open, { offersAnswered }] = await Promise.all([
    offersToAnswer(locals.graph, workshop.id),
    locals.graph.query(Answered, { workshopId: workshop.id, after }),
  ]);
  return { workshop, open, answered: offersAnswered, after, now: now().toISOString() };
};
