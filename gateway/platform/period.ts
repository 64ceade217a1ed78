import { Temporal } from 'temporal-polyfill';

/** The instant of a local time of a day, 'HH:MM'. A time that clocks skip is as far past the jump; one told twice, the first. */
export const timeOn = (timeZone: string, day: string, time: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

/** The same on the local day of an instant. */
export const timeOnDayOf = (timeZone: string, instant: Date, time: string): Date =>
  timeOn(
    timeZone,
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    time,
  );
