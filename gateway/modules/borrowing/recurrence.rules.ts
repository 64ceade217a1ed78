import { Temporal } from 'temporal-polyfill';
import { groupLimits, type Recurrence } from '../../../schema/loans.ts';
import type { Period } from '../../platform/intervals.ts';

export interface Rule {
  every: Recurrence;
  /** ISO weekdays, 1 Monday to 7 Sunday; none means that of the first time. A month has one time only. */
  weekdays: readonly number[];
  /** The last local day on which one may begin, YYYY-MM-DD; or */
  until?: string;
  /** how many times. With neither, as many as there may be. */
  times?: number;
}

const zoned = (timeZone: string, instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

const instantOf = (timeZone: string, day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
  new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);

/** The days on which one begins, from the first on, without end. */
function* beginnings(first: Temporal.PlainDate, { every, weekdays }: Rule): Generator<Temporal.PlainDate> {
  if (every === 'month') {
    const rank = Math.ceil(first.day / 7);
    for (let month = 0; ; month += 1) yield sameWeekday(first, month, rank);
  }
  const days = weekdays.length > 0 ? [...new Set(weekdays)].sort((a, b) => a - b) : [first.dayOfWeek];
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  for (let week = 0; ; week += every === 'week' ? 1 : 2)
    for (const weekday of days) {
      const day = monday.add({ days: week * 7 + weekday - 1 });
      if (Temporal.PlainDate.compare(day, first) >= 0) yield day;
    }
}

/** The second Tuesday of each month; from the fifth on, the last one. */
function sameWeekday(first: Temporal.PlainDate, months: number, rank: number): Temporal.PlainDate {
  const start = first.with({ day: 1 }).add({ months });
  const earliest = start.add({ days: (first.dayOfWeek - start.dayOfWeek + 7) % 7 });
  const wanted = earliest.add({ weeks: rank - 1 });
  return wanted.month === start.month ? wanted : wanted.subtract({ weeks: 1 });
}

/**
 * The times of a series, the first included, 52 at most: the same hours on the clock of the place whatever its summer
 * time does. Hours that a clock skips come as much later, and last as long as the first.
 */
export function occurrencesOf({ from, until }: Period, timeZone: string, rule: Rule): Period[] {
  const [start, end] = [zoned(timeZone, from), zoned(timeZone, until)];
  const nights = start.toPlainDate().until(end.toPlainDate()).days;
  const length = until.getTime() - from.getTime();
  const most = Math.min(rule.times ?? groupLimits.occurrences, groupLimits.occurrences);
  const last = rule.until === undefined ? undefined : Temporal.PlainDate.from(rule.until);
  const times: Period[] = [];
  if (most <= 0) return times;
  for (const day of beginnings(start.toPlainDate(), rule)) {
    if (last && Temporal.PlainDate.compare(day, last) > 0) break;
    const begin = instantOf(timeZone, day, start.toPlainTime());
    const close = instantOf(timeZone, day.add({ days: nights }), end.toPlainTime());
    times.push({ from: begin, until: close > begin ? close : new Date(begin.getTime() + length) });
    if (times.length === most) break;
  }
  return times;
}
