import type { BookingPurpose } from '../../../schema/vocabulary.ts';
import type { Point } from '../../platform/geo.ts';
import type { Period } from '../../platform/intervals.ts';
import { collide, later, type Taken } from './travel.rules.ts';

const MINUTE = 60_000;

/** A unit kept past its term stays taken for this long from now: nobody can know when it comes back. */
export const LATE_GRACE_HOURS = 24;

export interface BufferMinutes {
  prepareMinutes: number;
  cleanMinutes: number;
  transportMinutes: number;
}

/** What stands in the way on one unit: a booking with its buffers, or a machine that has not come back. */
export interface Block extends Taken {
  unitId: string;
  purpose: BookingPurpose | 'late';
}

/** A booking as the calendar keeps it: only what deciding needs. */
export interface TakenTime {
  unitId: string;
  blockFrom: Date;
  blockUntil: Date;
  purpose: BookingPurpose;
  state: 'held' | 'confirmed' | 'released';
  holdUntil?: Date;
  /** Of a visit: where, and when one is there. */
  from?: Date;
  until?: Date;
  place?: Point;
}

/** A machine out of the house: which unit, and when it is due. */
export interface Absence {
  unitId: string;
  dueAt: Date;
}

/** Whether a booking still stands in the way: a hold stops at its instant, whatever the database says of it. */
export const blocks = ({ state, holdUntil }: Pick<TakenTime, 'state' | 'holdUntil'>, now: Date): boolean =>
  state === 'confirmed' || (state === 'held' && holdUntil !== undefined && holdUntil > now);

/** Preparation, cleaning and transport around what is asked; upkeep and other calendars take exactly their own time. */
export function widen({ from, until }: Period, buffers: BufferMinutes, purpose: BookingPurpose, away: boolean): Period {
  if (purpose === 'maintenance' || purpose === 'external') return { from, until };
  const transport = away ? buffers.transportMinutes : 0;
  return {
    from: new Date(from.getTime() - (buffers.prepareMinutes + transport) * MINUTE),
    until: new Date(until.getTime() + (buffers.cleanMinutes + transport) * MINUTE),
  };
}

/** Everything in the way at `now`: bookings that block, and units kept past their term. */
export function blocksOf(taken: readonly TakenTime[], absences: readonly Absence[], now: Date): Block[] {
  const late = absences.filter(({ dueAt }) => dueAt < now);
  return [
    ...taken
      .filter((booking) => blocks(booking, now))
      .map(({ unitId, blockFrom, blockUntil, purpose, from, until, place }) => ({
        unitId,
        from: blockFrom,
        until: blockUntil,
        purpose,
        ...(place && from && until && { stop: { from, until, place } }),
      })),
    ...late.map(({ unitId, dueAt }) => ({
      unitId,
      from: dueAt,
      until: new Date(now.getTime() + LATE_GRACE_HOURS * 60 * MINUTE),
      purpose: 'late' as const,
    })),
  ];
}

/** The first unit, in the order of the shelf, on which nothing stands in the way of `period`. */
export const freeUnit = (unitIds: readonly string[], wanted: Taken, inTheWay: readonly Block[]): string | undefined =>
  unitIds.find((unitId) => !inTheWay.some((block) => block.unitId === unitId && collide(block, wanted)));

/**
 * The first instant from `wanted.from` on at which a stretch as long as `wanted` is free on some unit, looked for at the
 * ends of what stands in the way. `undefined` when there are no units.
 */
export function nextFree(unitIds: readonly string[], wanted: Taken, inTheWay: readonly Block[]): Period | undefined {
  const starts = [wanted.from, ...inTheWay.map(({ until }) => until).filter((until) => until > wanted.from)];
  return starts
    .sort((a, b) => a.getTime() - b.getTime())
    .map((from) => later(wanted, from.getTime() - wanted.from.getTime()))
    .find((period) => freeUnit(unitIds, period, inTheWay) !== undefined);
}

/** Whether what stands in the way is machines out of service and nothing else; not when it has gone meanwhile. */
export function onlyMaintenance(wanted: Taken, inTheWay: readonly Block[]): boolean {
  const there = inTheWay.filter((block) => collide(block, wanted));
  return there.length > 0 && there.every(({ purpose }) => purpose === 'maintenance');
}
