import { Temporal } from 'temporal-polyfill';

const localShape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/;

const read = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    // A date that does not exist, typed into the address.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * The instant of a local date and time, `2026-11-24T14:00`; of a date alone, its beginning, or with `until` its end.
 * Undefined for anything else.
 */
export function instantIn(timeZone: string, local: string, until = false): Date | undefined {
  const match = localShape.exec(local);
  if (!match) return undefined;
  return read(() => {
    const day = Temporal.PlainDate.from(match[1]!);
    const at = match[2]
      ? day.toZonedDateTime({ timeZone, plainTime: match[2] })
      : (until ? day.add({ days: 1 }) : day).toZonedDateTime(timeZone);
    return new Date(at.epochMilliseconds);
  });
}

/** The local date, YYYY-MM-DD. */
export const dateIn = (timeZone: string, instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Hours since midnight on the clock of the place, 24 for the next midnight. */
export function hourIn(timeZone: string, instant: Date, date: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const day = Temporal.PlainDate.compare(at.toPlainDate(), Temporal.PlainDate.from(date));
  return day > 0 ? 24 : day < 0 ? 0 : at.hour + at.minute / 60;
}

export const isDate = (text: string | null): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && read(() => Temporal.PlainDate.from(text!)) !== undefined;
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
export const mondayOf = (date: string): string => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
/** The first day of the month, `YYYY-MM` or a date in it, moved by so many months. */
export const firstOfMonth = (date: string, months = 0): string =>
  Temporal.PlainDate.from(`${date.slice(0, 7)}-01`)
    .add({ months })
    .toString();
export const isMonth = (text: string | null): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
