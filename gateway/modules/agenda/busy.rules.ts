import { createHash } from 'node:crypto';
import { overlaps, type Period, subtract, union } from '../../platform/intervals.ts';

/** A stretch of one unit's time that a calendar wants, under a key that stays the same while it does not change. */
export interface Wanted extends Period {
  resourceId: string;
  unitId: string;
  subjectId: string;
}

/** Time that somebody else has on a unit. `yields`: already shut, so that nobody needs to hear of it. */
export interface Standing extends Period {
  resourceId: string;
  unitId: string;
  subjectId: string;
  yields: boolean;
}

export interface Clash extends Period {
  resourceId: string;
  unitId: string;
  subjectId: string;
}

/** What begins every booking of a calendar. */
export const prefixOf = (calendarId: string) => `${calendarId}.`;

const keyOf = (calendarId: string, unitId: string, { from, until }: Period) =>
  prefixOf(calendarId) +
  createHash('sha256').update(`${unitId} ${from.getTime()} ${until.getTime()}`).digest('hex').slice(0, 20);

/**
 * What a calendar takes on these units: its busy time, less what others have there already, which is told where it is a
 * loan or a run. Nothing of theirs is touched.
 */
export function wantedOn(
  calendarId: string,
  busy: readonly Period[],
  units: readonly { resourceId: string; unitId: string }[],
  standing: readonly Standing[],
): { wanted: Wanted[]; clashes: Clash[] } {
  const times = union(busy);
  const wanted: Wanted[] = [];
  const clashes: Clash[] = [];
  for (const { resourceId, unitId } of units) {
    const others = standing.filter((other) => other.unitId === unitId);
    for (const time of times) {
      const met = others.filter((other) => overlaps(other, time));
      for (const { from, until, subjectId, yields } of met)
        if (!yields)
          clashes.push({
            resourceId,
            unitId,
            subjectId,
            from: from > time.from ? from : time.from,
            until: until < time.until ? until : time.until,
          });
      for (const piece of met.length > 0 ? subtract([time], met) : [time])
        wanted.push({ resourceId, unitId, ...piece, subjectId: keyOf(calendarId, unitId, piece) });
    }
  }
  return { wanted, clashes };
}

/** What to give back and what to take, so that the bookings become what is wanted. */
export function difference(
  wanted: readonly Wanted[],
  booked: readonly { subjectId: string }[],
): { release: string[]; reserve: Wanted[] } {
  const [keys, known] = [new Set(wanted.map((one) => one.subjectId)), new Set(booked.map((one) => one.subjectId))];
  return {
    release: booked.map(({ subjectId }) => subjectId).filter((subjectId) => !keys.has(subjectId)),
    reserve: wanted.filter(({ subjectId }) => !known.has(subjectId)),
  };
}
