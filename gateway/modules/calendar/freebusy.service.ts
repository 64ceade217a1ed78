import { travels } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Loan, LoanRecord } from '../borrowing/loan.entity.ts';
import type { Resource } from '../catalogue/resource.entity.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { sideOf } from '../identity/sides.ts';
import { type Viewer, speaksFor } from '../identity/viewer.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import { type Booking, BookingRecord } from './booking.entity.ts';
import { blocks, LATE_GRACE_HOURS } from './calendar.rules.ts';
import { type Custody, CustodyRecord } from './custody.entity.ts';
import type { BusyBlock, BusyDetails, BusyKind, EquipmentCalendar } from './freebusy.entity.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longest stretch of calendar read at once. */
const mostDays = 62;

interface Deps {
  clock: Clock;
  names: PartyNames;
}

/** The loan of a booking: the time of an extension bears the loan's id with a suffix. */
const loanIn = (subjectId: string) => subjectId.split('.', 1)[0]!;

const cut = (block: BusyBlock, { from, until }: Period): BusyBlock[] =>
  block.from < until && block.until > from && block.from < block.until ? [block] : [];

/** A booking as it is drawn: preparation, the time itself, cleaning. */
function drawn(booking: Booking, details: BusyDetails | undefined): BusyBlock[] {
  const { unitId, blockFrom, from, until, blockUntil, holdUntil } = booking;
  const kind: BusyKind =
    booking.purpose === 'maintenance' ? 'maintenance' : booking.state === 'held' ? 'held' : 'booked';
  return [
    { unitId, from: blockFrom, until: from, kind: 'preparation' },
    { unitId, from, until, kind, ...(kind === 'held' && { holdUntil }), ...(details && { details }) },
    { unitId, from: until, until: blockUntil, kind: 'cleaning' },
  ];
}

/** Reads the one calendar: free and busy for everybody, who and why for those concerned. */
export class FreeBusyService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Until when a unit that should have come back counts as taken. */
  lateUntil(): Date {
    return new Date(this.#deps.clock().getTime() + LATE_GRACE_HOURS * HOUR);
  }

  /** The next time that somebody has or will have the machine, or this very unit of it; upkeep does not count. */
  async firstUse(resourceId: string, unitId?: string): Promise<Period | undefined> {
    const now = this.#deps.clock();
    const unit = unitId === undefined ? {} : { unitId };
    const out = await CustodyRecord.findOne({ resourceId, ...unit, open: true }).lean();
    if (out) return { from: out.outAt, until: out.dueAt };
    const booked = await BookingRecord.find({ resourceId, ...unit, blocking: true, blockUntil: { $gt: now } })
      .sort({ blockFrom: 1 })
      .lean();
    return booked.find((booking) => booking.purpose !== 'maintenance' && blocks(booking, now));
  }

  /** Loans and runs that stand on a unit within a period, in order. */
  async bookingsOn(resourceId: string, unitId: string, { from, until }: Period): Promise<Booking[]> {
    const now = this.#deps.clock();
    const rows = await BookingRecord.find({
      resourceId,
      unitId,
      blocking: true,
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
    })
      .sort({ blockFrom: 1 })
      .lean();
    return rows.filter((booking) => booking.purpose !== 'maintenance' && blocks(booking, now));
  }

  /** Refuses more than two months at once with `calendar.period`. */
  async calendarOf(viewer: Viewer, resource: Resource, workshop: Workshop, period: Period): Promise<EquipmentCalendar> {
    const { from, until } = period;
    if (!(from < until) || until.getTime() - from.getTime() > mostDays * DAY) throw new Refusal('calendar.period');
    const now = this.#deps.clock();
    const rows = await BookingRecord.find({
      resourceId: resource._id,
      blocking: true,
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
    })
      .sort({ blockFrom: 1 })
      .lean();
    const bookings = rows.filter((booking) => blocks(booking, now));
    const late = await CustodyRecord.find({ resourceId: resource._id, open: true, dueAt: { $lt: now } }).lean();
    const details = await this.#detailsFor(viewer, workshop._id, bookings, late);
    const busy = [
      ...bookings.flatMap((booking) => drawn(booking, details.get(loanIn(booking.subjectId)))),
      ...late.map((custody): BusyBlock => {
        const known = details.get(custody.loanId);
        return {
          unitId: custody.unitId,
          from: custody.dueAt,
          until: this.lateUntil(),
          kind: 'late',
          ...(known && { details: known }),
        };
      }),
    ];
    const hours = resource.ownHours ?? (travels(resource.kind) ? [] : (workshop.openingHours as WeeklyHours));
    return {
      ...period,
      timeZone: workshop.timeZone,
      hoursKnown: hours.length > 0,
      open: hours.length > 0 ? openPeriods(hours, workshop.closures, workshop.timeZone, period) : [period],
      busy: busy.flatMap((block) => cut(block, period)).sort((a, b) => a.from.getTime() - b.from.getTime()),
    };
  }

  /** By subject: everything for the workshop's own people, their own loans for borrowers, nothing for others. */
  async #detailsFor(
    viewer: Viewer,
    workshopId: string,
    bookings: readonly Booking[],
    late: readonly Custody[],
  ): Promise<Map<string, BusyDetails>> {
    if (viewer.kind === 'visitor') return new Map();
    const isOurs = speaksFor(viewer, { scope: 'workshop', id: workshopId });
    const loanIds = [
      ...bookings.filter(({ purpose }) => purpose === 'loan').map(({ subjectId }) => loanIn(subjectId)),
      ...late.map(({ loanId }) => loanId),
    ];
    const loans = await LoanRecord.find({ _id: { $in: [...new Set(loanIds)] } }).lean();
    const isTheirs = ({ personId, party }: Loan) =>
      speaksFor(viewer, party) || (viewer.kind === 'person' && viewer.id === personId);
    const shown = loans.filter((loan) => sideOf(viewer, loan) !== undefined || isTheirs(loan));
    const parties = await this.#deps.names.of(shown.map(({ party }) => party));
    const details = new Map<string, BusyDetails>(
      shown.map(({ _id, code, note }, n) => [
        _id,
        { purpose: 'loan', subjectId: _id, code, party: parties[n]!, ...(note && { note }) },
      ]),
    );
    if (isOurs)
      for (const { subjectId, purpose } of bookings)
        if (purpose !== 'loan') details.set(subjectId, { purpose, subjectId });
    return details;
  }
}
