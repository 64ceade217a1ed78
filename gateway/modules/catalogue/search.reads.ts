import type { PipelineStage } from 'mongoose';
import { wordQuery } from '../../../schema/words.ts';
import { storedToKm } from '../../platform/circle.ts';
import type { BufferMinutes } from '../calendar/calendar.rules.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Resource } from './resource.entity.ts';
import type { Wanted } from './search.wanted.ts';

/** What a search reads of a machine before it knows which ones it shows. */
export type Candidate = Pick<Resource, '_id' | 'workshopId' | 'name' | 'use' | 'hourlyCents' | 'abilities'> & {
  accreditation?: string;
  buffers: BufferMinutes;
  unitIds: string[];
  km?: number;
  /** Only where the search asked for them. */
  searchWords?: string[];
};

/** What a search reads of the place where a machine stands. */
export type Site = Pick<Workshop, '_id' | 'timeZone' | 'openingHours' | 'closures'> &
  Pick<Partial<Workshop>, 'archetype'>;
export const siteFields = { timeZone: 1, openingHours: 1, closures: 1, archetype: 1 } as const;

/** No search looks at more machines than this, the nearest first, or the first by name. */
export const mostCandidates = 5_000;

const lean = {
  km: 1,
  name: 1,
  workshopId: 1,
  unitIds: '$units.id',
  buffers: 1,
  use: 1,
  hourlyCents: 1,
  accreditation: 1,
  abilities: 1,
} as const;

/** What the candidates of a search are read by; all else is decided on what was read. */
export type Reach = Pick<Wanted, 'words' | 'near' | 'radiusKm' | 'networkId'> & {
  /** Beyond so many kilometres only. */
  beyondKm?: number;
  /** Records that all words but one find, with their words. */
  butOneWord?: boolean;
};

function worded({ words, butOneWord }: Reach): object {
  const meets = words.map((word) => ({ searchWords: wordQuery(word) }));
  if (!butOneWord) return meets.length > 0 ? { $and: meets } : {};
  return meets.length > 1 ? { $or: meets.map((_, left) => ({ $and: meets.filter((_, at) => at !== left) })) } : {};
}

/** The machines among which a search decides, in the order in which they are kept when there are too many. */
export function candidates(reach: Reach): PipelineStage[] {
  const { near, radiusKm, beyondKm, networkId, butOneWord } = reach;
  const query = {
    status: 'published',
    kind: 'equipment',
    ...(networkId && { networkIds: networkId }),
    ...worded(reach),
  };
  const some: PipelineStage[] = [
    { $limit: mostCandidates + 1 },
    { $project: { ...lean, ...(butOneWord && { searchWords: 1 }) } },
  ];
  if (!near) return [{ $match: query }, { $sort: { name: 1, _id: 1 } }, ...some];
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
        ...(beyondKm && { minDistance: beyondKm / storedToKm }),
      },
    },
    ...some,
  ];
}
