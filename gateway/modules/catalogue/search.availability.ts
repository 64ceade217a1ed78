import type { PipelineStage } from 'mongoose';
import { isOpenStages } from './search.hours.ts';
import type { Wanted } from './search.wanted.ts';

type Expression = Record<string, unknown>;

const MINUTE = 60_000;
/** No buffers are wider: bounds that an index can use before the exact ones are known. */
const widest = 14 * 24 * 3_600_000;

const minutes = (...fields: string[]): Expression => ({
  $multiply: [{ $add: fields.map((field) => `$buffers.${field}`) }, MINUTE],
});

const overlapping = (
  input: string,
  from: Expression | string,
  until: Expression | string,
  ends: [string, Expression | string | Date],
): Expression => ({
  $map: {
    input: {
      $filter: { input, as: 'b', cond: { $and: [{ $lt: [ends[0], until] }, { $gt: [ends[1], from] }] } },
    },
    as: 'b',
    in: '$$b.unitId',
  },
});

/** The units on which nothing stands in the way, the way `blocksOf` and `widen` of the calendar decide it. */
const freeUnits = (lateUntil: Date, from: string, until: string): Expression => ({
  $setDifference: [
    '$unitIds',
    {
      $concatArrays: [
        overlapping('$taken', from, until, ['$$b.blockFrom', '$$b.blockUntil']),
        overlapping('$late', from, until, ['$$b.dueAt', lateUntil]),
      ],
    },
  ],
});

/** Whether each machine is free on site, and away, at the time asked for, with how many units. */
export function availability({ now, lateUntil, period }: Wanted): PipelineStage[] {
  const allowed = (use: string): Expression => ({ $in: ['$use', [use, 'both']] });
  if (!period)
    return [{ $set: { onSite: allowed('on_site'), away: allowed('take_away'), freeUnits: { $size: '$unitIds' } } }];
  const { from, until } = period;
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
    {
      $lookup: {
        from: 'bookings',
        localField: '_id',
        foreignField: 'resourceId',
        pipeline: [
          {
            $match: {
              ...coarse,
              blocking: true,
              $or: [{ state: 'confirmed' }, { state: 'held', holdUntil: { $gt: now } }],
            },
          },
          { $project: { _id: 0, unitId: 1, blockFrom: 1, blockUntil: 1 } },
        ],
        as: 'taken',
      },
    },
    {
      $lookup: {
        from: 'custodies',
        localField: '_id',
        foreignField: 'resourceId',
        pipeline: [{ $match: { open: true, dueAt: { $lt: now } } }, { $project: { _id: 0, unitId: 1, dueAt: 1 } }],
        as: 'late',
      },
    },
    ...isOpenStages(period),
    {
      $set: {
        onUnits: { $size: freeUnits(lateUntil, '$onFrom', '$onUntil') },
        awayUnits: { $size: freeUnits(lateUntil, '$awayFrom', '$awayUntil') },
      },
    },
    {
      $set: {
        onSite: { $and: [allowed('on_site'), '$openThroughout', { $gt: ['$onUnits', 0] }] },
        away: { $and: [allowed('take_away'), '$openAtEnds', { $gt: ['$awayUnits', 0] }] },
      },
    },
    { $set: { freeUnits: { $max: [{ $cond: ['$onSite', '$onUnits', 0] }, { $cond: ['$away', '$awayUnits', 0] }] } } },
  ];
}
