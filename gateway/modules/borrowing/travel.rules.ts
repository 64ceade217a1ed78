import { type Point, roadKm, travelMinutes } from '../../platform/geo.ts';
import type { Visit } from '../calendar/calendar.service.ts';
import type { LoanTravel } from './loan-parts.entity.ts';

/** Where a borrower is. */
export interface Base {
  city: string;
  place: Point;
}

/** What the road of somebody who comes costs: in time as the calendar keeps it, and in money. */
export function travelOf(home: Point, { city, place }: Base, perKm: number): LoanTravel {
  const km = Math.round(roadKm(home, place));
  return { city, place, km, minutes: travelMinutes(home, place), cents: 2 * km * perKm };
}

/** What the calendar is asked to keep free for it. */
export const visitOf = (travel: LoanTravel | undefined): { visit?: Visit } =>
  travel ? { visit: { place: travel.place, minutes: travel.minutes } } : {};
