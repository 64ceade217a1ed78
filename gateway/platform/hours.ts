import { Temporal } from 'temporal-polyfill';
import { minutesOf, subtract, union } from './intervals.ts';
import type { Period } from './intervals.ts';

/** Local opening spans; `day` is ISO (1 Monday to 7 Sunday), times are 'HH:MM', and `to` may be '24:00'. */
export type WeeklyHours = readonly { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; to: string }[];

/** Local dates 'YYYY-MM-DD' on which the place stays shut, both included. */
export interface Closure {
  from: string;
  to: string;
}

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** How far `addOpenTime` looks for open time before it says that the place does not open. */
const openTimeHorizonDays = 60;

/** Local midnights already worked out, by zone and day number: zone maths is the dear part of opening hours. */
const midnights = new Map<string, Map<number, number>>();
/** Of each zone. */
const midnightsKept = 4_000;

const plainDate = (day: number): Temporal.PlainDate => {
  const date = new Date(day * dayMs);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

function midnightOf(timeZone: string, day: number): number {
  const ofZone = midnights.get(timeZone) ?? new Map<number, number>();
  const known = ofZone.get(day);
  if (known !== undefined) return known;
  if (ofZone.size >= midnightsKept) ofZone.clear();
  const instant = plainDate(day).toZonedDateTime({ timeZone }).epochMilliseconds;
  midnights.set(timeZone, ofZone.set(day, instant));
  return instant;
}

/** The day number (days since 1970-01-01) of the local date at an instant. */
function localDay(timeZone: string, instant: number): number {
  let day = Math.floor(instant / dayMs);
  while (midnightOf(timeZone, day) > instant) day -= 1;
  while (midnightOf(timeZone, day + 1) <= instant) day += 1;
  return day;
}

const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const minutesInto = (time: string): number => {
  const colon = time.indexOf(':');
  return Number(time.slice(0, colon)) * 60 + Number(time.slice(colon + 1));
};

/**
 * The instant of a local time of that day. On the night when a clock jumps forward a skipped time is the same distance
 * after the jump; when it goes back, a time that happens twice is the first one.
 */
function instantOf(timeZone: string, day: number, minutes: number): number {
  const midnight = midnightOf(timeZone, day);
  const next = midnightOf(timeZone, day + 1);
  if (minutes >= 1_440) return next;
  if (next - midnight === dayMs) return midnight + minutes * minuteMs;
  const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
  return plainDate(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

function openOn(hours: WeeklyHours, closures: readonly Closure[], timeZone: string, day: number): Period[] {
  const weekday = isoWeekday(day);
  const rows = hours.filter((row) => row.day === weekday);
  if (rows.length === 0) return [];
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  if (closures.some((closure) => closure.from <= date && date <= closure.to)) return [];
  return union(
    rows.map((row) => ({
      from: new Date(instantOf(timeZone, day, minutesInto(row.from))),
      until: new Date(instantOf(timeZone, day, minutesInto(row.to))),
    })),
  );
}

/** When the place is open within the period, in UTC, sorted, disjoint and cut at the period's ends. */
export function openPeriods(
  hours: WeeklyHours,
  closures: readonly Closure[],
  timeZone: string,
  period: Period,
): Period[] {
  const { from, until } = period;
  if (hours.length === 0 || !(from < until)) return [];
  const found: Period[] = [];
  const last = localDay(timeZone, until.getTime() - 1);
  for (let day = localDay(timeZone, from.getTime()); day <= last; day += 1) {
    for (const open of openOn(hours, closures, timeZone, day)) {
      if (open.from < until && from < open.until) {
        found.push({ from: open.from < from ? from : open.from, until: until < open.until ? until : open.until });
      }
    }
  }
  return union(found);
}

/**
 * The instant at which that many open minutes have passed since `from`; `from` itself when none are asked.
 * Undefined when `openTimeHorizonDays` go by without one open minute: the place is shut for good, or for too long.
 */
export function addOpenTime(
  hours: WeeklyHours,
  closures: readonly Closure[],
  timeZone: string,
  from: Date,
  minutes: number,
): Date | undefined {
  if (minutes <= 0) return from;
  if (hours.length === 0) return undefined;
  let left = minutes;
  let lastOpen = localDay(timeZone, from.getTime());
  for (let day = lastOpen; day - lastOpen <= openTimeHorizonDays; day += 1) {
    for (const open of openOn(hours, closures, timeZone, day)) {
      const start = open.from < from ? from : open.from;
      const length = minutesOf({ from: start, until: open.until });
      if (length <= 0) continue;
      if (left <= length) return new Date(start.getTime() + left * minuteMs);
      left -= length;
      lastOpen = day;
    }
  }
  return undefined;
}

/** Whether the place is open at an instant, closures included; one that never said its hours does not say so either. */
export const isOpenAt = (hours: WeeklyHours, closures: readonly Closure[], timeZone: string, instant: Date): boolean =>
  openPeriods(hours, closures, timeZone, { from: instant, until: new Date(instant.getTime() + minuteMs) }).some(
    ({ from }) => from <= instant,
  );

/** Open minutes in the period; 0 when it is empty or reversed. */
export const openMinutesBetween = (
  hours: WeeklyHours,
  closures: readonly Closure[],
  timeZone: string,
  period: Period,
): number => openPeriods(hours, closures, timeZone, period).reduce((total, open) => total + minutesOf(open), 0);

/** The open time of the period that nothing takes. */
export const freePeriods = (
  hours: WeeklyHours,
  closures: readonly Closure[],
  timeZone: string,
  period: Period,
  taken: readonly Period[],
): Period[] => subtract(openPeriods(hours, closures, timeZone, period), taken);
