import { Temporal } from 'temporal-polyfill';
import type { Period } from './intervals.ts';
import { Refusal } from './refusal.ts';

/** A local day as a period: 23 or 25 hours on the two nights when clocks change. Refuses what is not a date. */
export function dayPeriod(timeZone: string, day: string): Period {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
    throw new Refusal('calendar.period');
  const date = Temporal.PlainDate.from(day);
  const midnight = (at: Temporal.PlainDate) => new Date(at.toZonedDateTime({ timeZone }).epochMilliseconds);
  return { from: midnight(date), until: midnight(date.add({ days: 1 })) };
}

/** The local date at an instant, YYYY-MM-DD. */
export const dayOf = (timeZone: string, instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
