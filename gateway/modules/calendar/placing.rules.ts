import type { BookingPurpose } from '../../../schema/vocabulary.ts';
import { overlaps, type Period } from '../../platform/intervals.ts';
import type { Point } from '../../platform/geo.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Bookable } from '../catalogue/shelf.service.ts';
import type { Booking } from './booking.entity.ts';
import { type Block, blocksOf, freeUnit, nextFree, onlyMaintenance, widen } from './calendar.rules.ts';
import type { Custody } from './custody.entity.ts';
import type { Taken } from './travel.rules.ts';

/** A place to go to, and the minutes of road from home. */
export interface Visit {
  place: Point;
  minutes: number;
}

/** Time asked for on one resource. */
export interface Ask {
  resourceId: string;
  period: Period;
  purpose: BookingPurpose;
  subjectId: string;
  /** Taken away from the workshop: transport is blocked too. */
  away: boolean;
  /** A request holds its time until this instant; absent means agreed at once. */
  holdUntil?: Date;
  /** This very unit; absent means any. */
  unitId?: string;
  /** Spent at this place, with so many minutes of road before and after. */
  visit?: Visit;
  /** A loan that this time prolongs: what it already has is not in the way. */
  besides?: string;
}

/** What stands on one resource, as read. */
export interface Standing {
  bookings: readonly Booking[];
  custodies: readonly Custody[];
}

const MINUTE = 60_000;

const unitIdsOf = (resource: Bookable, ask: Ask) =>
  ask.unitId === undefined ? resource.units.map(({ id }) => id) : [ask.unitId];

export const wantedOf = ({ period, purpose, away, visit }: Ask, resource: Bookable): Taken => {
  const { from, until } = widen(period, resource.buffers, purpose, away);
  if (!visit) return { from, until };
  const road = visit.minutes * MINUTE;
  const stop = { ...period, place: visit.place };
  return { from: new Date(from.getTime() - road), until: new Date(until.getTime() + road), stop };
};

/** The stretch of calendar that all these asks for one resource look at. */
export const windowOf = (asks: readonly Ask[], resource: Bookable): Period => {
  const wanted = asks.map((ask) => wantedOf(ask, resource));
  return {
    from: new Date(Math.min(...wanted.map(({ from }) => from.getTime()))),
    until: new Date(Math.max(...wanted.map(({ until }) => until.getTime()))),
  };
};

/** What is in the way of one ask: what was placed before it, and all that stands there but what is its own. */
function inTheWayOf(ask: Ask, { bookings, custodies }: Standing, placed: readonly Booking[], now: Date): Block[] {
  const own = [ask.subjectId, ask.besides];
  const others = bookings.filter(({ subjectId }) => !own.includes(subjectId));
  const away = custodies.filter(({ loanId }) => !own.includes(loanId));
  return blocksOf([...others, ...placed.map((row) => ({ ...row, state: 'confirmed' as const }))], away, now);
}

/** Why the time is refused, with the next stretch as long that is free; of a visit, whether only the road is too long. */
export function takenRefusal(ask: Ask, resource: Bookable, standing: Standing, now: Date): Refusal {
  const wanted = wantedOf(ask, resource);
  const inTheWay = inTheWayOf(ask, standing, [], now);
  const lead = ask.period.from.getTime() - wanted.from.getTime();
  const next = nextFree(unitIdsOf(resource, ask), wanted, inTheWay);
  const from = next && new Date(next.from.getTime() + lead);
  const length = ask.period.until.getTime() - ask.period.from.getTime();
  return new Refusal(onlyMaintenance(wanted, inTheWay) ? 'calendar.outOfService' : 'calendar.taken', {
    resourceId: ask.resourceId,
    nextFrom: from?.toISOString() ?? null,
    nextUntil: from ? new Date(from.getTime() + length).toISOString() : null,
    ...(ask.visit && { road: !inTheWay.some(({ stop, ...whole }) => overlaps(stop ?? whole, ask.period)) }),
  });
}

type Placed = { bookings: Booking[]; refused?: undefined } | { bookings?: undefined; refused: Ask };

/** The bookings that these asks for one resource would make, one for each in order; or the first that has no room. */
export function placeAll(
  asks: readonly Ask[],
  resource: Bookable,
  standing: Standing,
  { now, newId }: { now: Date; newId: () => string },
): Placed {
  const bookings: Booking[] = [];
  for (const ask of asks) {
    const wanted = wantedOf(ask, resource);
    const inTheWay = inTheWayOf(ask, standing, bookings, now);
    const unitId = freeUnit(unitIdsOf(resource, ask), wanted, inTheWay);
    if (unitId === undefined) return { refused: ask };
    bookings.push({
      _id: newId(),
      resourceId: ask.resourceId,
      unitId,
      workshopId: resource.workshopId,
      ...ask.period,
      blockFrom: wanted.from,
      blockUntil: wanted.until,
      purpose: ask.purpose,
      state: ask.holdUntil ? 'held' : 'confirmed',
      blocking: true,
      ...(ask.holdUntil && { holdUntil: ask.holdUntil }),
      subjectId: ask.subjectId,
      ...(ask.visit && { place: ask.visit.place }),
    });
  }
  return { bookings };
}
