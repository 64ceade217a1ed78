import type { Graph } from '../graph/graph.server.ts';
import { graphql } from '../graph/generated/index.ts';
import type { ListingSeen } from '../sharing/say.ts';

const Shares = graphql(`
  query TrainingShares($listingId: ID!, $seats: Float!) {
    trainingShares(listingId: $listingId, seats: $seats) {
      costCents
      seats
      minimum
      joinCents
      mostCents
      shares {
        seats
        cents
        own
        claimant {
          name
        }
      }
    }
  }
`);

/** What a session shows beside what every kind does: how its cost is shared, with so many seats more. */
export async function trainingPanel(graph: Graph, listing: ListingSeen, asked: string | null, signedIn: boolean) {
  if (!signedIn || listing.status === 'draft' || !listing.facts.some(({ name }) => name === 'cost')) return undefined;
  const wanted = Math.round(Number(asked));
  const seats = Number.isFinite(wanted) && wanted > 0 && wanted <= 100 ? wanted : 1;
  const { data } = await graph.ask(Shares, { listingId: listing.id, seats });
  return data && { ...data.trainingShares, asked: seats };
}

export type TrainingPanelData = NonNullable<Awaited<ReturnType<typeof trainingPanel>>>;
