import { type Point, travelMinutes } from '../../platform/geo.ts';
import { overlaps, type Period } from '../../platform/intervals.ts';

/** When somebody is at a place that is not their own. */
interface Stop extends Period {
  place: Point;
}

/** Time that is taken, and where it is spent when that is away from home. */
export interface Taken extends Period {
  stop?: Stop;
}

const MINUTE = 60_000;

const gapMs = (a: Period, b: Period) =>
  a.from < b.from ? b.from.getTime() - a.until.getTime() : a.from.getTime() - b.until.getTime();

/**
 * Whether both cannot be. Time taken is what it needs from home and back; of two visits elsewhere the road between the two
 * places decides, because one goes straight from the first to the second.
 */
export function collide(a: Taken, b: Taken): boolean {
  if (!a.stop || !b.stop) return overlaps(a, b);
  return gapMs(a.stop, b.stop) < travelMinutes(a.stop.place, b.stop.place) * MINUTE;
}

/** The same so many milliseconds later. */
export const later = ({ from, until, stop }: Taken, ms: number): Taken => {
  const moved = (period: Period) => ({
    from: new Date(period.from.getTime() + ms),
    until: new Date(period.until.getTime() + ms),
  });
  return { ...moved({ from, until }), ...(stop && { stop: { ...stop, ...moved(stop) } }) };
};
