import { graphql } from '../graph/generated/index.ts';
import type { Graph } from '../graph/graph.server.ts';

/** What a row shows of an offer. */
graphql(`
  fragment OfferRow on Offer {
    id
    state
    distanceKm
    offeredAt
    expiresAt
    answeredAt
    openMinutes
    openMinutesGone
    timeZone
    reasons {
      verdict
    }
    request {
      id
      code
      title
      state
      mustHaveBy
      deliverTo
    }
  }
`);

const ToAnswer = graphql(`
  query OffersToAnswer($workshopId: ID!) {
    offersToAnswer(workshopId: $workshopId, first: 20) {
      totalCount
      nodes {
        ...OfferRow
      }
    }
  }
`);

/** Offers that wait for a workshop's answer; none when the gateway does not say. */
export async function offersToAnswer(graph: Graph, workshopId: string) {
  const { data } = await graph.ask(ToAnswer, { workshopId });
  return data?.offersToAnswer.nodes ?? [];
}
