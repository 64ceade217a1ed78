import type { PipelineStage } from 'mongoose';
import { wordQuery } from '../../../schema/words.ts';
import type { Point } from '../../platform/geo.ts';
import type { Term } from './directory.rules.ts';
import type { Workshop } from './workshop.entity.ts';

/** What the directory reads of a workshop before it knows which ones it shows. */
export type Entry = Pick<
  Workshop,
  '_id' | 'name' | 'nameKey' | 'processes' | 'materials' | 'departement' | 'timeZone' | 'openingHours' | 'closures'
> &
  Pick<Partial<Workshop>, 'archetype'> & {
    km?: number;
    /** Only where words are asked for, and no place: what the best answers are told by. */
    searchWords?: string[];
  };

/** What narrows the read itself: words, place and network. */
export interface Reach {
  terms: readonly Term[];
  near?: Point;
  radiusKm?: number;
  networkId?: string;
}

/** The directory looks at no more workshops than this, the nearest first, or the first by name. */
const mostEntries = 5_000;

/** MongoDB measures on a sphere of 6378.1 km; the rest of the product, and geodesy, on the mean radius. */
const toKm = 6371.0088 / 6378.1 / 1000;

const lean = {
  km: 1,
  nameKey: 1,
  processes: 1,
  materials: 1,
  departement: 1,
  archetype: 1,
  timeZone: 1,
  openingHours: 1,
  closures: 1,
} as const;

const meets = ({ word, processes, materials }: Term) => ({
  $or: [
    { searchWords: wordQuery(word) },
    ...(processes.length > 0 ? [{ processes: { $in: processes } }] : []),
    ...(materials.length > 0 ? [{ materials: { $in: materials } }] : []),
  ],
});

/** The workshops among which the directory decides. */
export function entries({ terms, near, radiusKm, networkId }: Reach): PipelineStage[] {
  const query = {
    ...(networkId && { networkIds: networkId }),
    ...(terms.length > 0 && { $and: terms.map(meets) }),
  };
  const some: PipelineStage[] = [
    { $limit: mostEntries },
    { $project: { ...lean, ...(terms.length > 0 && !near && { searchWords: 1 }) } },
  ];
  if (!near) return [{ $match: query }, { $sort: { nameKey: 1, _id: 1 } }, ...some];
  return [
    {
      $geoNear: {
        near: { type: 'Point', coordinates: [near.lon, near.lat] },
        key: 'location',
        distanceField: 'km',
        distanceMultiplier: toKm,
        spherical: true,
        query,
        ...(radiusKm && { maxDistance: radiusKm / toKm }),
      },
    },
    ...some,
  ];
}

/** The index that answers without words, place or network: the names in their order. */
export const hintFor = ({ near, terms, networkId }: Reach) =>
  !near && terms.length === 0 && !networkId ? { nameKey: 1, _id: 1 } : undefined;
