import type { PipelineStage } from 'mongoose';
import { importedSlack } from '../../../schema/production.ts';
import { availability } from './search.availability.ts';
import type { Wanted } from './search.wanted.ts';

export type SortKey = 'DISTANCE' | 'NAME' | 'PRICE';
type Expression = Record<string, unknown>;
type Facet = 'process' | 'material' | 'use' | 'price' | 'accreditation';

/** MongoDB measures on a sphere of 6378.1 km; the rest of the product, and geodesy, on the mean radius. */
const toKm = 6371.0088 / 6378.1 / 1000;

/** Hourly prices offered as filters, in cents. */
export const priceSteps = [0, 1000, 2000, 4000] as const;

const escaped = (word: string) => word.replace(/[^a-z0-9]/g, '');

function first({ words, near, radiusKm, networkId }: Wanted): PipelineStage {
  const query = {
    status: 'published',
    kind: 'equipment',
    ...(networkId && { networkIds: networkId }),
    ...(words.length > 0 && { $and: words.map((word) => ({ searchWords: { $regex: `^${escaped(word)}` } })) }),
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

const lean: PipelineStage = {
  $project: {
    km: 1,
    name: 1,
    workshopId: 1,
    unitIds: '$units.id',
    buffers: 1,
    use: 1,
    hourlyCents: 1,
    accreditation: { $ifNull: ['$accreditation', ''] },
  },
};

/** Capabilities that take the piece: one row must answer thickness and size at once. */
function abilities({ thicknessMm, sidesMm }: Wanted): PipelineStage[] {
  const thick = thicknessMm !== undefined && {
    $or: [
      { maxThicknessMm: null },
      { maxThicknessMm: { $gte: thicknessMm } },
      { evidence: 'imported', maxThicknessMm: { $gte: thicknessMm / importedSlack } },
    ],
  };
  const wide = sidesMm !== undefined && {
    $or: [{ sidesMm: { $size: 0 } }, { $and: sidesMm.map((side, at) => ({ [`sidesMm.${at}`]: { $gte: side } })) }],
  };
  const fits = [thick, wide].filter((condition) => condition !== false);
  return [
    {
      $lookup: {
        from: 'capabilities',
        localField: '_id',
        foreignField: 'resourceId',
        pipeline: [
          ...(fits.length > 0 ? [{ $match: { $and: fits } }] : []),
          { $project: { _id: 0, answersProcess: 1, answersMaterial: 1 } },
        ],
        as: 'caps',
      },
    },
    ...(fits.length > 0 ? [{ $match: { caps: { $ne: [] } } }] : []),
  ];
}

/** What each filter keeps. A count beside a filter applies all the others: what one would see on choosing it. */
function conditions(wanted: Wanted): { [F in Facet]?: Expression } & { free: Expression } {
  const { processes, materials, use, accreditations, maxCentsPerHour, withTaken } = wanted;
  const either = { $or: [{ onSite: true }, { away: true }] };
  return {
    free: withTaken ? {} : either,
    ...(processes.length > 0 && { process: { answersProcess: { $in: processes } } }),
    ...(materials.length > 0 && { material: { answersMaterial: { $in: materials } } }),
    ...(use && {
      use: withTaken ? { use: { $in: [use, 'both'] } } : { [use === 'on_site' ? 'onSite' : 'away']: true },
    }),
    ...(maxCentsPerHour !== undefined && { price: { hourlyCents: { $lte: maxCentsPerHour } } }),
    ...(accreditations.length > 0 && { accreditation: { accreditation: { $in: accreditations } } }),
  };
}

function keep(wanted: Wanted, except?: Facet | 'free'): PipelineStage.Match {
  const { process, material, free, ...others } = conditions(wanted);
  const able = { ...(except !== 'process' && process), ...(except !== 'material' && material) };
  const rest = Object.entries({ free, ...others }).flatMap(([name, condition]) => (name === except ? [] : [condition]));
  return { $match: { $and: [{}, ...rest, ...(Object.keys(able).length > 0 ? [{ caps: { $elemMatch: able } }] : [])] } };
}

/** Counts machines by each id that one of their abilities answers, among abilities that satisfy the other list. */
const countAnswers = (wanted: Wanted, facet: 'process' | 'material'): PipelineStage.FacetPipelineStage[] => {
  const [own, other, chosen] =
    facet === 'process'
      ? ['answersProcess', 'answersMaterial', wanted.materials]
      : ['answersMaterial', 'answersProcess', wanted.processes];
  const among =
    chosen.length === 0
      ? '$caps'
      : { $filter: { input: '$caps', as: 'c', cond: { $ne: [{ $setIntersection: [`$$c.${other}`, chosen] }, []] } } };
  return [
    keep(wanted, facet),
    {
      $project: {
        id: { $reduce: { input: among, initialValue: [], in: { $setUnion: ['$$value', `$$this.${own}`] } } },
      },
    },
    { $unwind: '$id' },
    { $group: { _id: '$id', count: { $sum: 1 } } },
  ];
};

const order: Record<SortKey, Record<string, 1 | -1>> = {
  DISTANCE: { km: 1, name: 1, _id: 1 },
  NAME: { name: 1, _id: 1 },
  PRICE: { hourlyCents: 1, km: 1, name: 1, _id: 1 },
};

const one = (condition: Expression | string) => ({ $sum: { $cond: [condition, 1, 0] } });

/** The whole search, its page and the counts of its filters, in one aggregation over `resources`. */
export function searchPipeline(wanted: Wanted, sort: SortKey, offset: number, count: number): PipelineStage[] {
  const taken = { $nor: [{ onSite: true }, { away: true }] };
  const counted = (use: string, free: string) => (wanted.withTaken ? { $in: ['$use', [use, 'both']] } : free);
  return [
    first(wanted),
    lean,
    ...abilities(wanted),
    ...availability(wanted),
    {
      $facet: {
        hits: [
          keep(wanted),
          { $set: { isTaken: { $not: [{ $or: ['$onSite', '$away'] }] } } },
          { $sort: { isTaken: 1, ...order[sort] } },
          { $skip: offset },
          { $limit: count },
          { $project: { km: 1, onSite: 1, away: 1, freeUnits: 1 } },
        ],
        total: [
          keep(wanted),
          { $group: { _id: '$workshopId', count: { $sum: 1 } } },
          { $group: { _id: null, machines: { $sum: '$count' }, workshops: { $sum: 1 } } },
        ],
        taken: [keep({ ...wanted, use: undefined }, 'free'), { $match: taken }, { $count: 'count' }],
        process: countAnswers(wanted, 'process'),
        material: countAnswers(wanted, 'material'),
        use: [
          keep(wanted, 'use'),
          {
            $group: {
              _id: null,
              on_site: one(counted('on_site', '$onSite')),
              take_away: one(counted('take_away', '$away')),
            },
          },
        ],
        price: [
          keep(wanted, 'price'),
          {
            $group: {
              _id: null,
              ...Object.fromEntries(priceSteps.map((cents) => [`c${cents}`, one({ $lte: ['$hourlyCents', cents] })])),
            },
          },
        ],
        accreditation: [keep(wanted, 'accreditation'), { $group: { _id: '$accreditation', count: { $sum: 1 } } }],
      },
    },
  ];
}
