import type { Clock } from '../../platform/clock.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';
import { LoanRecord } from '../borrowing/loan.entity.ts';
import { BookingRecord } from '../calendar/booking.entity.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { type Clash, difference, prefixOf, type Standing, type Wanted, wantedOn } from './busy.rules.ts';
import type { Collision, ExternalCalendar } from './external.entity.ts';

interface Deps {
  clock: Clock;
  calendar: CalendarService;
}

type Source = Pick<ExternalCalendar, '_id' | 'workshopId' | 'resourceId'>;

const loanIn = (subjectId: string) => subjectId.split('.', 1)[0]!;
/** Stretches taken in one transaction: few enough to be short, enough not to take a thousand of them. */
const TOGETHER = 40;
/** Stretches of one calendar over all its units. */
const MOST = 6_000;
const MOST_COLLISIONS = 50;

function* together(wanted: readonly Wanted[]): Generator<Wanted[]> {
  const byResource = new Map<string, Wanted[]>();
  for (const one of wanted) byResource.set(one.resourceId, [...(byResource.get(one.resourceId) ?? []), one]);
  for (const rows of byResource.values())
    for (let at = 0; at < rows.length; at += TOGETHER) yield rows.slice(at, at + TOGETHER);
}

/** Makes the bookings of a calendar what its last reading says, through `reserve()` and `release()` alone. */
export class BusySync {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Adds, moves and removes; gives what it wanted and did not get, and whether there was too much to take it all. */
  async apply(source: Source, busy: readonly Period[]): Promise<{ collisions: Collision[]; cut: boolean }> {
    const machines = await this.#machines(source);
    const units = machines.flatMap(({ _id, units: own }) => own.map(({ id }) => ({ resourceId: _id, unitId: id })));
    const standing = await this.#standing(
      source._id,
      machines.map(({ _id }) => _id),
    );
    const { wanted, clashes } = wantedOn(source._id, busy, units, standing);
    const kept = wanted.sort((a, b) => a.from.getTime() - b.from.getTime()).slice(0, MOST);
    const { release, reserve } = difference(kept, await this.#booked(source._id));
    for (const subjectId of release) await this.#deps.calendar.release(subjectId);
    const refused: Clash[] = [];
    for (const group of together(reserve)) refused.push(...(await this.#take(group)));
    const collisions = await this.#named([...clashes, ...refused], machines);
    return { collisions, cut: wanted.length > kept.length };
  }

  /** Gives back what the calendar still holds from now on. */
  async clear(calendarId: string): Promise<void> {
    for (const { subjectId } of await this.#booked(calendarId)) await this.#deps.calendar.release(subjectId);
  }

  #machines({ workshopId, resourceId }: Source) {
    const which = resourceId === undefined ? {} : { _id: resourceId };
    return ResourceRecord.find(
      { workshopId, status: { $in: ['draft', 'published'] }, ...which },
      { name: 1, units: 1 },
    ).lean();
  }

  #booked(calendarId: string) {
    return BookingRecord.find(
      {
        subjectId: { $regex: `^${prefixOf(calendarId).replace('.', '\\.')}` },
        blocking: true,
        blockUntil: { $gt: this.#deps.clock() },
      },
      { subjectId: 1 },
    ).lean();
  }

  async #standing(calendarId: string, resourceIds: readonly string[]): Promise<Standing[]> {
    const now = this.#deps.clock();
    const rows = await BookingRecord.find({
      resourceId: { $in: [...resourceIds] },
      blocking: true,
      $or: [{ state: 'confirmed' }, { holdUntil: { $gt: now } }],
      blockUntil: { $gt: now },
    }).lean();
    return rows
      .filter(({ subjectId }) => !subjectId.startsWith(prefixOf(calendarId)))
      .map(({ resourceId, unitId, subjectId, blockFrom, blockUntil, purpose }) => ({
        resourceId,
        unitId,
        subjectId,
        from: blockFrom,
        until: blockUntil,
        yields: purpose === 'maintenance' || purpose === 'external',
      }));
  }

  /** Takes all of them, or each that is still free when one is not: gives those that were not. */
  async #take(group: readonly Wanted[]): Promise<Wanted[]> {
    const asks = group.map(({ resourceId, unitId, subjectId, from, until }) => ({
      resourceId,
      unitId,
      subjectId,
      period: { from, until },
      purpose: 'external' as const,
      away: false,
    }));
    try {
      await this.#deps.calendar.reserve(asks);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (group.length === 1) return [...group];
      const refused: Wanted[] = [];
      for (const one of group) refused.push(...(await this.#take([one])));
      return refused;
    }
  }

  async #named(
    clashes: readonly Clash[],
    machines: readonly { _id: string; name: string; units: { id: string; code: string }[] }[],
  ): Promise<Collision[]> {
    const first = [...clashes].sort((a, b) => a.from.getTime() - b.from.getTime()).slice(0, MOST_COLLISIONS);
    const loanIds = [...new Set(first.map(({ subjectId }) => loanIn(subjectId)))];
    const loans = await LoanRecord.find({ _id: { $in: loanIds } }, { code: 1 }).lean();
    return first.map(({ resourceId, unitId, subjectId, from, until }) => {
      const machine = machines.find(({ _id }) => _id === resourceId);
      const loan = loans.find(({ _id }) => _id === loanIn(subjectId));
      return {
        machine: machine?.name ?? '',
        unitCode: machine?.units.find(({ id }) => id === unitId)?.code ?? '',
        from,
        until,
        ...(loan && { loanId: loan._id, code: loan.code }),
      };
    });
  }
}
