import type { PipelineStage } from 'mongoose';
import type { Db } from 'mongodb';
import { LATE_GRACE_HOURS } from '../../gateway/modules/calendar/calendar.rules.ts';
import type { Period } from '../../gateway/platform/intervals.ts';
import { isOpenStages } from './reference.hours.ts';

type Expression = Record<string, unknown>;

/** A page of search: near a place, free between two instants, with the counts of every filter. */
export interface Question {
  near: { lat: number; lon: number };
  radiusKm: number;
  period: Period;
  now: Date;
  first: number;
}

const MINUTE = 60_000;
/** MongoDB measures on a sphere of 6378.1 km; the product, and geodesy, on the mean radius. */
const toKm = 6371.0088 / 6378.1 / 1000;
/** No buffers are wider: bounds that an index can use before the exact ones are known. */
const widest = 14 * 24 * 60 * MINUTE;

const minutes = (...fields: string[]): Expression => ({
  $multiply: [{ $add: fields.map((field) => `$buffers.${field}`) }, MINUTE],
});

const overlapping = (input: string, from: string, until: string, ends: [string, string | Date]): Expression => ({
  $map: {
    input: { $filter: { input, as: 'b', cond: { $and: [{ $lt: [ends[0], until] }, { $gt: [ends[1], from] }] } } },
    as: 'b',
    in: '$$b.unitId',
  },
});

const freeUnits = (lateUntil: Date, from: string, until: string): Expression => ({
  $size: {
    $setDifference: [
      '$unitIds',
      {
        $concatArrays: [
          overlapping('$taken', from, until, ['$$b.blockFrom', '$$b.blockUntil']),
          overlapping('$late', from, until, ['$$b.dueAt', lateUntil]),
        ],
      },
    ],
  },
});

const lookup = (from: string, match: object, project: object, as: string): PipelineStage => ({
  $lookup: {
    from,
    localField: '_id',
    foreignField: 'resourceId',
    pipeline: [{ $match: match }, { $project: { _id: 0, ...project } }],
    as,
  },
});

const anyUse = { $or: [{ onSite: true }, { away: true }] };
const one = (condition: Expression | string) => ({ $sum: { $cond: [condition, 1, 0] } });
const countAbilities = (field: string): PipelineStage.FacetPipelineStage[] => [
  { $match: anyUse },
  {
    $project: {
      id: { $reduce: { input: '$caps', initialValue: [], in: { $setUnion: ['$$value', `$$this.${field}`] } } },
    },
  },
  { $unwind: '$id' },
  { $group: { _id: '$id', count: { $sum: 1 } } },
];

function freeStages({ now, period }: Question): PipelineStage[] {
  const { from, until } = period;
  const lateUntil = new Date(now.getTime() + LATE_GRACE_HOURS * 60 * MINUTE);
  const allowed = (use: string): Expression => ({ $in: ['$use', [use, 'both']] });
  const standing = { $or: [{ state: 'confirmed' }, { state: 'held', holdUntil: { $gt: now } }] };
  const coarse = {
    blockUntil: { $gt: new Date(from.getTime() - widest) },
    blockFrom: { $lt: new Date(until.getTime() + widest) },
  };
  return [
    {
      $set: {
        onFrom: { $subtract: [from, minutes('prepareMinutes')] },
        onUntil: { $add: [until, minutes('cleanMinutes')] },
        awayFrom: { $subtract: [from, minutes('prepareMinutes', 'transportMinutes')] },
        awayUntil: { $add: [until, minutes('cleanMinutes', 'transportMinutes')] },
      },
    },
    lookup('bookings', { ...coarse, blocking: true, ...standing }, { unitId: 1, blockFrom: 1, blockUntil: 1 }, 'taken'),
    lookup('custodies', { open: true, dueAt: { $lt: now } }, { unitId: 1, dueAt: 1 }, 'late'),
    ...isOpenStages(period),
    {
      $set: {
        onSite: {
          $and: [allowed('on_site'), '$openThroughout', { $gt: [freeUnits(lateUntil, '$onFrom', '$onUntil'), 0] }],
        },
        away: {
          $and: [allowed('take_away'), '$openAtEnds', { $gt: [freeUnits(lateUntil, '$awayFrom', '$awayUntil'), 0] }],
        },
      },
    },
  ];
}

/** The whole page in one aggregation, as one would write it without the product. */
function pipeline(question: Question): PipelineStage[] {
  const { near, radiusKm, first } = question;
  return [
    {
      $geoNear: {
        near: { type: 'Point', coordinates: [near.lon, near.lat] },
        key: 'location',
        distanceField: 'km',
        distanceMultiplier: toKm,
        spherical: true,
        query: { status: 'published', kind: 'equipment' },
        maxDistance: radiusKm / toKm,
      },
    },
    {
      $project: {
        ...{ km: 1, name: 1, workshopId: 1, unitIds: '$units.id', buffers: 1, use: 1, hourlyCents: 1 },
        accreditation: { $ifNull: ['$accreditation', ''] },
      },
    },
    lookup('capabilities', {}, { answersProcess: 1, answersMaterial: 1 }, 'caps'),
    ...freeStages(question),
    {
      $facet: {
        hits: [
          { $match: anyUse },
          { $sort: { km: 1, name: 1, _id: 1 } },
          { $limit: first },
          { $project: { km: 1 } },
          { $lookup: { from: 'resources', localField: '_id', foreignField: '_id', as: 'machine' } },
          { $lookup: { from: 'workshops', localField: 'machine.workshopId', foreignField: '_id', as: 'workshop' } },
        ],
        total: [{ $match: anyUse }, { $count: 'machines' }],
        taken: [{ $match: { $nor: [{ onSite: true }, { away: true }] } }, { $count: 'count' }],
        process: countAbilities('answersProcess'),
        material: countAbilities('answersMaterial'),
        use: [{ $group: { _id: null, on_site: one('$onSite'), take_away: one('$away') } }],
        price: [{ $match: anyUse }, { $group: { _id: '$hourlyCents', count: { $sum: 1 } } }],
        accreditation: [{ $match: anyUse }, { $group: { _id: '$accreditation', count: { $sum: 1 } } }],
      },
    },
  ];
}

/** The ids of the page in order, and how many machines answer in all. */
export async function searchByDriver(db: Db, question: Question): Promise<{ ids: string[]; total: number }> {
  const [found] = await db
    .collection('resources')
    .aggregate<{ hits: { _id: string }[]; total: { machines: number }[] }>(pipeline(question))
    .toArray();
  return { ids: found!.hits.map(({ _id }) => _id), total: found!.total[0]?.machines ?? 0 };
}
