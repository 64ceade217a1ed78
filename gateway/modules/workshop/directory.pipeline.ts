import type { PipelineStage } from 'mongoose';
import type { Point } from '../../platform/geo.ts';
import type { Term } from './directory.rules.ts';
import type { WorkshopSort } from './directory.inputs.ts';

/** A question to the directory, its words and its network already understood. */
export interface Question {
  terms: readonly Term[];
  near?: Point;
  radiusKm?: number;
  networkId?: string;
  chosen: Record<Facet, readonly string[]>;
  sort: WorkshopSort;
}

/** What the directory is narrowed by, and the field of a workshop that it reads. */
export const facetFields = {
  processes: 'processes',
  materials: 'materials',
  departements: 'departement',
  archetypes: 'archetype',
} as const;
export type Facet = keyof typeof facetFields;
export const facets = Object.keys(facetFields) as Facet[];

/** MongoDB measures on a sphere of 6378.1 km; the rest of the product, and geodesy, on the mean radius. */
const toKm = 6371.0088 / 6378.1 / 1000;

const plainly = (prefix: string) => prefix.replace(/[^a-z0-9]/g, '');
const begins = (prefix: string) => ({ $regex: `^${plainly(prefix)}` });

const meets = ({ prefix, processes, materials }: Term) => ({
  $or: [
    { searchWords: begins(prefix) },
    ...(processes.length > 0 ? [{ processes: { $in: processes } }] : []),
    ...(materials.length > 0 ? [{ materials: { $in: materials } }] : []),
  ],
});

/** What every count and the page share: words, place, network. */
function base({ terms, networkId, near, radiusKm }: Question): PipelineStage {
  const query = {
    ...(networkId && { networkIds: networkId }),
    ...(terms.length > 0 && { $and: terms.map(meets) }),
  };
  if (!near) return { $match: query };
  return {
    $geoNear: {
      near: { type: 'Point', coordinates: [near.lon, near.lat] },
      key: 'location',
      distanceField: 'km',
      distanceMultiplier: toKm,
      spherical: true,
      query,
      ...(radiusKm && { maxDistance: radiusKm / toKm }),
    },
  };
}

const narrowed = ({ chosen }: Question, except?: Facet): PipelineStage.FacetPipelineStage => ({
  $match: Object.fromEntries(
    facets
      .filter((facet) => facet !== except && chosen[facet].length > 0)
      .map((facet) => [facetFields[facet], { $in: [...chosen[facet]] }]),
  ),
});

/** How many workshops each value would leave, all other filters kept. */
const counts = (question: Question, facet: Facet): PipelineStage.FacetPipelineStage[] => [
  narrowed(question, facet),
  { $unwind: `$${facetFields[facet]}` },
  { $group: { _id: `$${facetFields[facet]}`, count: { $sum: 1 } } },
  { $sort: { count: -1, _id: 1 } },
];

/** Words found in the name say more than words found elsewhere in the record, and these more than what the workshop does. */
const rank = (terms: readonly Term[]): PipelineStage.FacetPipelineStage => ({
  $set: {
    rank: {
      $sum: terms.map(({ prefix }) => ({
        $switch: {
          branches: [
            { case: { $regexMatch: { input: '$nameKey', regex: `(^| )${plainly(prefix)}` } }, then: 3 },
            {
              case: {
                $anyElementTrue: {
                  $map: {
                    input: '$searchWords',
                    in: { $regexMatch: { input: '$$this', regex: `^${plainly(prefix)}` } },
                  },
                },
              },
              then: 1,
            },
          ],
          default: 0,
        },
      })),
    },
  },
});

const order = ({ near, terms, sort }: Question): PipelineStage.FacetPipelineStage[] => {
  if (near && sort === 'distance') return [{ $sort: { km: 1, _id: 1 } }];
  if (sort === 'name' || terms.length === 0) return [{ $sort: { nameKey: 1, _id: 1 } }];
  return [rank(terms), { $sort: { rank: -1, nameKey: 1, _id: 1 } }];
};

/** The page, its total and the counts of its filters, in one aggregation over `workshops`. */
export function directoryPipeline(question: Question, offset: number, count: number): PipelineStage[] {
  return [
    base(question),
    { $project: { km: 1, nameKey: 1, searchWords: 1, processes: 1, materials: 1, departement: 1, archetype: 1 } },
    {
      $facet: {
        rows: [
          narrowed(question),
          ...order(question),
          { $skip: offset },
          { $limit: count },
          { $project: { km: 1 } },
          { $lookup: { from: 'workshops', localField: '_id', foreignField: '_id', as: 'workshop' } },
          { $unwind: '$workshop' },
        ],
        total: [narrowed(question), { $count: 'count' }],
        ...Object.fromEntries(facets.map((facet) => [facet, counts(question, facet)])),
      },
    },
  ];
}

/** The index that answers without words, place or network: the names in their order. */
export const hintFor = ({ near, terms, networkId }: Question) =>
  !near && terms.length === 0 && !networkId ? { nameKey: 1, _id: 1 } : undefined;
