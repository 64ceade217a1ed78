import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '../graph/generated/index.ts';
import { figure } from '../catalogue/search-url.ts';
import { PlaceNear } from '../sharing/queries.server.ts';
import { usualKm } from '../sharing/radii.ts';

const FindCounts = graphql(`
  query FindCounts(
    $machines: EquipmentFilter!
    $workshops: WorkshopFilter!
    $words: String
    $near: String
    $withinKm: Float!
  ) {
    equipmentCount(filter: $machines)
    workshops(filter: $workshops, first: 1) {
      totalCount
    }
    trainers(words: $words, near: $near, withinKm: $withinKm, first: 1) {
      totalCount
    }
    listings(words: $words, near: $near, withinKm: $withinKm, first: 1) {
      counts {
        kind
        count
      }
    }
  }
`);

/** How many of each kind the same words find within the same circle: what the tabs of a search say. */
export interface FindCounts {
  machines: number;
  workshops: number;
  trainers: number;
  kinds: Record<string, number>;
}

/** None before anything is asked for, and none where the counts cannot be read: the tabs stand without them. */
export async function findCounts({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Promise<FindCounts | null> {
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 120);
  const [text, place] = [asked('quoi'), asked('ou')];
  if (!text && !place) return null;
  const { graph } = locals;
  const at = place ? (await graph.ask(PlaceNear, { query: place })).data?.place?.place : undefined;
  const radiusKm = figure(url.searchParams, 'km', { min: 1, max: 2_000 }) ?? null;
  const said = { text: text || null, radiusKm: at ? radiusKm : null };
  const { data } = await graph.ask(FindCounts, {
    machines: { ...said, place: place || null },
    workshops: { ...said, near: at ? { lat: at.lat, lon: at.lon } : null },
    words: text || undefined,
    near: place || undefined,
    withinKm: radiusKm ?? usualKm,
  });
  if (!data) return null;
  return {
    machines: data.equipmentCount,
    workshops: data.workshops.totalCount,
    trainers: data.trainers.totalCount,
    kinds: Object.fromEntries(data.listings.counts.map(({ kind, count }) => [kind, count])),
  };
}
