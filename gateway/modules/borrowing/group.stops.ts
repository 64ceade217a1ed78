import { dayOf, dayPeriod } from '../../platform/day.ts';
import { openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import { fromStored } from '../../platform/point.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Loan } from './loan.entity.ts';
import { type Leg, routeOf } from './route.rules.ts';

export interface Stop extends Omit<Leg, 'id'> {
  workshop: Workshop;
  loans: Loan[];
  at: Date;
  closes?: Date;
}

/** When the place shuts on the day of that instant; undefined where it declares no hours or is not open any more. */
function shutting({ openingHours, closures, timeZone }: Workshop, at: Date): Date | undefined {
  const day = dayPeriod(timeZone, dayOf(timeZone, at));
  return openPeriods(openingHours as WeeklyHours, closures, timeZone, day)
    .filter(({ until }) => until >= at)
    .at(-1)?.until;
}

/** The tour of a basket: the loans that begin at one place on one day are one stop. */
export function stopsOf(loans: readonly Loan[], workshops: readonly Workshop[]): Stop[] {
  const stops = new Map<string, Omit<Stop, keyof Leg>>();
  for (const loan of loans) {
    const workshop = workshops.find(({ _id }) => _id === loan.workshopId);
    if (!workshop) continue;
    const id = `${workshop._id} ${dayOf(workshop.timeZone, loan.from)}`;
    const known = stops.get(id);
    const at = known && known.at < loan.from ? known.at : loan.from;
    const closes = shutting(workshop, at);
    stops.set(id, { workshop, loans: [...(known?.loans ?? []), loan], at, ...(closes && { closes }) });
  }
  const calls = [...stops].map(([id, { workshop, at, closes }]) => ({
    id,
    place: fromStored(workshop.location),
    at,
    ...(closes && { closes }),
  }));
  return routeOf(calls).map(({ id, ...leg }) => ({ ...stops.get(id)!, ...leg }));
}
