import type { PipelineStage } from 'mongoose';
import type { Period } from '../../gateway/platform/intervals.ts';

type Expression = Record<string, unknown>;

const at = (instant: Date, format: string): Expression => ({
  $dateToString: { date: instant, format, timezone: '$site.timeZone' },
});

/** Minutes since midnight of an 'HH:MM'. */
const minutesOf = (time: Expression | string): Expression => ({
  $add: [{ $multiply: [{ $toInt: { $substrCP: [time, 0, 2] } }, 60] }, { $toInt: { $substrCP: [time, 3, 2] } }],
});

const spansOf = (weekday: string): Expression => ({
  $filter: { input: '$site.openingHours', as: 's', cond: { $eq: ['$$s.day', weekday] } },
});

/** Minutes open in one local day between two of its minutes. */
const openMinutes = (
  weekday: string,
  from: Expression | string | number,
  until: Expression | string | number,
): Expression => ({
  $sum: {
    $map: {
      input: spansOf(weekday),
      as: 's',
      in: {
        $max: [0, { $subtract: [{ $min: [minutesOf('$$s.to'), until] }, { $max: [minutesOf('$$s.from'), from] }] }],
      },
    },
  },
});

const isClosedOn = (date: string): Expression => ({
  $anyElementTrue: [
    {
      $map: {
        input: '$site.closures',
        as: 'c',
        in: { $and: [{ $lte: ['$$c.from', date] }, { $gte: ['$$c.to', date] }] },
      },
    },
  ],
});

/**
 * Adds `openThroughout` (every minute of the time asked for is inside the workshop's hours: what using a machine on site
 * needs) and `openAtEnds` (somebody is there for its first and last minute: what taking it away needs). Hours that nobody
 * declared refuse nothing. Read in the workshop's zone; a workshop open day and night is open over several days.
 */
export function isOpenStages({ from, until }: Period): PipelineStage[] {
  const last = new Date(until.getTime() - 1);
  return [
    {
      $lookup: {
        from: 'workshops',
        localField: 'workshopId',
        foreignField: '_id',
        pipeline: [{ $project: { _id: 0, timeZone: 1, openingHours: 1, closures: 1 } }],
        as: 'site',
      },
    },
    { $unwind: '$site' },
    {
      $set: {
        a: { day: { $toInt: at(from, '%u') }, date: at(from, '%Y-%m-%d'), minute: minutesOf(at(from, '%H:%M')) },
        z: {
          day: { $toInt: at(last, '%u') },
          date: at(last, '%Y-%m-%d'),
          minute: { $add: [minutesOf(at(last, '%H:%M')), 1] },
        },
        isUndeclared: { $eq: [{ $size: '$site.openingHours' }, 0] },
      },
    },
    {
      $set: {
        atBothEnds: {
          $and: [
            { $not: [isClosedOn('$a.date')] },
            { $not: [isClosedOn('$z.date')] },
            { $eq: [openMinutes('$a.day', '$a.minute', { $add: ['$a.minute', 1] }), 1] },
            { $eq: [openMinutes('$z.day', { $subtract: ['$z.minute', 1] }, '$z.minute'), 1] },
          ],
        },
        isSameDay: { $eq: ['$a.date', '$z.date'] },
        openThatDay: openMinutes('$a.day', '$a.minute', '$z.minute'),
        fullDays: {
          $sum: {
            $map: {
              input: '$site.openingHours',
              as: 's',
              in: { $cond: [{ $and: [{ $eq: ['$$s.from', '00:00'] }, { $eq: ['$$s.to', '24:00'] }] }, 1, 0] },
            },
          },
        },
      },
    },
    {
      $set: {
        openAtEnds: { $or: ['$isUndeclared', '$atBothEnds'] },
        openThroughout: {
          $or: [
            '$isUndeclared',
            {
              $and: [
                '$atBothEnds',
                {
                  $cond: [
                    '$isSameDay',
                    { $eq: ['$openThatDay', { $subtract: ['$z.minute', '$a.minute'] }] },
                    { $eq: ['$fullDays', 7] },
                  ],
                },
              ],
            },
          ],
        },
      },
    },
  ];
}
