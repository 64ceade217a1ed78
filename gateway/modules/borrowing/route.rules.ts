import { distanceKm, type Point, roadKm, roadMinutes } from '../../platform/geo.ts';

/** A place to be at, from an instant on, before it shuts. */
export interface Call {
  id: string;
  place: Point;
  /** From when what is fetched there is ready. */
  at: Date;
  /** When the place shuts on that day; absent where nobody says. */
  closes?: Date;
}

export interface Leg {
  id: string;
  /** Straight-line kilometres from the place before; absent for the first. */
  km?: number;
  /** When one can be there: not before it is ready. */
  arrive: Date;
  /** Whether one comes after it has shut. */
  late: boolean;
}

const MINUTE = 60_000;
/** Loading, signing, checking. */
const MINUTES_AT_A_PLACE = 15;

const ms = (date: Date) => date.getTime();
const travelMs = (from: Point | undefined, to: Point) => (from ? roadMinutes(roadKm(from, to)) * MINUTE : 0);
const least = <T>(items: readonly T[], figure: (item: T) => number): T =>
  items.reduce((best, item) => (figure(item) < figure(best) ? item : best));

/**
 * In which order to fetch: whatever is ready first, and of several that are ready the nearest, unless another would shut
 * meanwhile. Where nothing is ready yet one waits for the earliest. A good tour and not the shortest one: it can be
 * followed on paper.
 */
export function routeOf(calls: readonly Call[]): Leg[] {
  const left = [...calls].sort((a, b) => ms(a.at) - ms(b.at) || (a.id < b.id ? -1 : 1));
  const legs: Leg[] = [];
  let place: Point | undefined;
  let free = left[0] ? ms(left[0].at) : 0;
  while (left.length > 0) {
    const ready = left.filter(({ at }) => ms(at) <= Math.max(free, ms(left[0]!.at)));
    const next = choose(ready, place, free);
    const km = place && distanceKm(place, next.place);
    const arrive = Math.max(ms(next.at), free + travelMs(place, next.place));
    const late = next.closes !== undefined && arrive > ms(next.closes);
    legs.push({ id: next.id, ...(km !== undefined && { km }), arrive: new Date(arrive), late });
    left.splice(left.indexOf(next), 1);
    place = next.place;
    free = arrive + MINUTES_AT_A_PLACE * MINUTE;
  }
  return legs;
}

function choose(ready: readonly Call[], place: Point | undefined, free: number): Call {
  const shuts = ({ closes }: Call) => (closes ? ms(closes) : Infinity);
  if (!place) return least(ready, (call) => shuts(call));
  const nearest = least(ready, (call) => travelMs(place, call.place));
  const after = free + travelMs(place, nearest.place) + MINUTES_AT_A_PLACE * MINUTE;
  const urgent = ready.filter(
    (call) =>
      free + travelMs(place, call.place) <= shuts(call) && after + travelMs(nearest.place, call.place) > shuts(call),
  );
  return urgent.length > 0 && !urgent.includes(nearest) ? least(urgent, shuts) : nearest;
}
