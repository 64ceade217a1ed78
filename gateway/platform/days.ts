import { Temporal } from 'temporal-polyfill';
import type { Period } from './intervals.ts';

/** A day of a calendar, from its midnight to the next, with the 13:00 that parts its two halves. */
export interface LocalDay extends Period {
  /** YYYY-MM-DD. */
  date: string;
  noon: Date;
}

/** The local days that a period touches, in order, `most` at most. A day lasts 23 or 25 hours when clocks change. */
export function localDays(timeZone: string, { from, until }: Period, most: number): LocalDay[] {
  const at = (day: Temporal.PlainDate, hour: number) =>
    new Date(day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds);
  const days: LocalDay[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  while (days.length < most && at(day, 0) < until) {
    days.push({ date: day.toString(), from: at(day, 0), noon: at(day, 13), until: at(day.add({ days: 1 }), 0) });
    day = day.add({ days: 1 });
  }
  return days;
}
