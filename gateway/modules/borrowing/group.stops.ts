import { kinds } from '../../../schema/kinds.ts';
import { dayOf, dayPeriod } from '../../platform/day.ts';
import { openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import { fromStored } from '../../platform/point.ts';
import type { Claim } from '../sharing/claim.entity.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Loan } from './loan.entity.ts';
import { type Leg, routeOf } from './route.rules.ts';

interface Stop extends Omit<Leg, 'id'> {
  workshop: Workshop;
  loans: Loan[];
  claims: Claim[];
  at: Date;
  closes?: Date;
}

export interface Tour {
  stops: Stop[];
  /** What has no hour, where nothing else leads. */
  toFetch: Claim[];
}

/** A part with what it is a part of. */
export interface Fetched {
  claim: Claim;
  listing: Pick<Listing, 'kind' | 'from'>;
}

interface Visit {
  workshopId: string;
  at: Date;
  loan?: Loan;
  claim?: Claim;
}

/** When the place shuts on the day of that instant; undefined where it declares no hours or is not open any more. */
function shutting({ openingHours, closures, timeZone }: Workshop, at: Date): Date | undefined {
  const day = dayPeriod(timeZone, dayOf(timeZone, at));
  return openPeriods(openingHours as WeeklyHours, closures, timeZone, day)
    .filter(({ until }) => until >= at)
    .at(-1)?.until;
}

/** Only a session says when to be there; a material waits for whoever comes. */
const hourOf = ({ listing }: Fetched): Date | undefined =>
  kinds[listing.kind].sharing === 'seats' ? listing.from : undefined;

/**
 * The tour of a basket: what begins at one place on one day is one stop. What has no hour is taken along at the first stop
 * at its place from which it can be had; where there is none, it is to be fetched whenever one likes.
 */
export function tourOf(loans: readonly Loan[], parts: readonly Fetched[], workshops: readonly Workshop[]): Tour {
  const visits: Visit[] = [
    ...loans.map((loan) => ({ workshopId: loan.workshopId, at: loan.from, loan })),
    ...parts.flatMap((part) => {
      const at = hourOf(part);
      return at ? [{ workshopId: part.claim.workshopId, at, claim: part.claim }] : [];
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const stops = new Map<string, Omit<Stop, keyof Leg>>();
  for (const { workshopId, at, loan, claim } of visits) {
    const workshop = workshops.find(({ _id }) => _id === workshopId);
    if (!workshop) continue;
    const id = `${workshop._id} ${dayOf(workshop.timeZone, at)}`;
    const closes = shutting(workshop, at);
    const stop = stops.get(id) ?? { workshop, loans: [], claims: [], at, ...(closes && { closes }) };
    stops.set(id, stop);
    if (loan) stop.loans.push(loan);
    if (claim) stop.claims.push(claim);
  }
  const toFetch = alongside(parts, stops.values());
  const calls = [...stops].map(([id, { workshop, at, closes }]) => ({
    id,
    place: fromStored(workshop.location),
    at,
    ...(closes && { closes }),
  }));
  return { stops: routeOf(calls).map(({ id, ...leg }) => ({ ...stops.get(id)!, ...leg })), toFetch };
}

/** Puts what has no hour beside what leads to its place; gives what nothing leads to. */
function alongside(parts: readonly Fetched[], stops: Iterable<Omit<Stop, keyof Leg>>): Claim[] {
  const inTime = [...stops];
  return parts
    .filter((part) => !hourOf(part))
    .flatMap(({ claim, listing }) => {
      const stop = inTime.find(
        ({ workshop, at }) => workshop._id === claim.workshopId && (!listing.from || listing.from <= at),
      );
      stop?.claims.push(claim);
      return stop ? [] : [claim];
    });
}
