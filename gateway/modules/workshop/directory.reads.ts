import type { PipelineStage } from 'mongoose';
import { wordQuery } from '../../../schema/words.ts';
import { storedToKm } from '../../platform/circle.ts';
import type { Point } from '../../platform/geo.ts';
import { only } from '../../platform/projection.ts';
import type { Term } from './directory.rules.ts';
import { type Listed, listedFields, type Workshop, WorkshopRecord } from './workshop.entity.ts';

/** A workshop that words or a place point at. */
export type Candidate = Pick<Workshop, '_id' | 'nameKey'> & {
  km?: number;
  /** Only where no place is said: what the best answers are told by. */
  searchWords?: string[];
};

/** What only the database finds workshops by. */
export interface Reach {
  terms: readonly Term[];
  near?: Point;
  radiusKm?: number;
  networkId?: string;
}

/** Words and places point at no more workshops than this, the nearest first, or the first by name. */
const mostCandidates = 5_000;

const meets = ({ word, processes, materials }: Term) => ({
  $or: [
    { searchWords: wordQuery(word) },
    ...(processes.length > 0 ? [{ processes: { $in: processes } }] : []),
    ...(materials.length > 0 ? [{ materials: { $in: materials } }] : []),
  ],
});

/** The workshops that words or a place point at; undefined when neither is said, and so all of them are meant. */
export function candidates({ terms, near, radiusKm, networkId }: Reach): PipelineStage[] | undefined {
  if (!near && terms.length === 0) return undefined;
  const query = {
    ...(networkId && { networkIds: networkId }),
    ...(terms.length > 0 && { $and: terms.map(meets) }),
  };
  const some: PipelineStage[] = [
    { $limit: mostCandidates },
    { $project: { nameKey: 1, km: 1, ...(!near && { searchWords: 1 }) } },
  ];
  if (!near) return [{ $match: query }, { $sort: { nameKey: 1, _id: 1 } }, ...some];
  return [
    {
      $geoNear: {
        near: { type: 'Point', coordinates: [near.lon, near.lat] },
        key: 'location',
        distanceField: 'km',
        distanceMultiplier: storedToKm,
        spherical: true,
        query,
        ...(radiusKm && { maxDistance: radiusKm / storedToKm }),
      },
    },
    ...some,
  ];
}

/** Every workshop of the network, in the order of the names. */
export const everyone = (): Promise<Listed[]> =>
  WorkshopRecord.find({}, only(listedFields))
    .sort({ nameKey: 1, _id: 1 })
    .hint({ nameKey: 1, _id: 1 })
    .lean<Listed[]>();
