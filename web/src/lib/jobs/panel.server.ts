import { kinds } from '$schema/kinds.ts';
import type { Graph } from '../graph/graph.server.ts';
import type { ListingSeen } from '../sharing/say.ts';
import { jobPosting } from './posting.ts';
import { JobPanel } from './queries.server.ts';

/** What a shared job shows beside what every kind does; nothing for other kinds. `of`: the week, by its Monday. */
export async function jobPanel(graph: Graph, listing: ListingSeen, address: string, of?: string) {
  if (kinds[listing.kind].sharing !== 'shares') return undefined;
  const { data } = await graph.ask(JobPanel, { id: listing.id, of: of ?? null });
  if (!data) return undefined;
  const published = data.listing.history.findLast(({ move }) => move === 'confirm')?.at;
  const posting =
    listing.status === 'confirmed' && published
      ? jobPosting(listing, { address, published, sites: data.listing.shares.map(({ workshop }) => workshop) })
      : undefined;
  return { ...data.listing, posting };
}

export type JobPanelData = NonNullable<Awaited<ReturnType<typeof jobPanel>>>;
