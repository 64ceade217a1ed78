import type { BookingPurpose } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate, transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Bookable, ShelfService } from '../catalogue/shelf.service.ts';
import { type Booking, BookingRecord } from './booking.entity.ts';
import { type Block, blocksOf, freeUnit, nextFree, onlyMaintenance, widen } from './calendar.rules.ts';
import { type Custody, CustodyRecord } from './custody.entity.ts';

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
  /** A loan that this time prolongs: what it already has is not in the way. */
  besides?: string;
}

type Where = 'committed' | 'snapshot';

const LOOK_AHEAD_DAYS = 60;
const DAY = 86_400_000;

const unitIdsOf = (resource: Bookable, ask: Ask) =>
  ask.unitId === undefined ? resource.units.map(({ id }) => id) : [ask.unitId];

/** Why the time is refused, with the next stretch as long that is free. */
function taken(ask: Ask, wanted: Period, unitIds: readonly string[], inTheWay: readonly Block[]): Refusal {
  const lead = ask.period.from.getTime() - wanted.from.getTime();
  const next = nextFree(unitIds, wanted, inTheWay);
  const from = next && new Date(next.from.getTime() + lead);
  const length = ask.period.until.getTime() - ask.period.from.getTime();
  return new Refusal(onlyMaintenance(wanted, inTheWay) ? 'calendar.outOfService' : 'calendar.taken', {
    resourceId: ask.resourceId,
    nextFrom: from?.toISOString() ?? null,
    nextUntil: from ? new Date(from.getTime() + length).toISOString() : null,
  });
}

/** One calendar per machine, for loans, production and maintenance alike. The only writer of bookings. */
export class CalendarService {
  readonly #clock: Clock;
  readonly #newId: NewId;
  readonly #shelf: ShelfService;

  constructor({ clock, newId, shelf }: { clock: Clock; newId: NewId; shelf: ShelfService }) {
    this.#clock = clock;
    this.#newId = newId;
    this.#shelf = shelf;
  }

  /**
   * Takes all the time asked for, or none. In order: a plain read that refuses what is already taken (so that a crowd on
   * one slot does not queue for it), the revision of every resource in sorted order (so that two who would both win
   * collide), then what overlaps, then the write. Refusals: `calendar.taken`, `calendar.outOfService`.
   */
  reserve(asks: readonly Ask[]): Promise<Booking[]> {
    const sorted = [...asks].sort((a, b) => (a.resourceId < b.resourceId ? -1 : a.resourceId > b.resourceId ? 1 : 0));
    return transaction(async () => {
      for (const ask of sorted) {
        const resource = await this.#known(this.#shelf.committed(ask.resourceId));
        await this.#place(ask, resource, 'committed', []);
      }
      const resources = new Map<string, Bookable>();
      for (const { resourceId } of sorted)
        if (!resources.has(resourceId)) resources.set(resourceId, await this.#known(this.#shelf.claim(resourceId)));
      const bookings: Booking[] = [];
      for (const ask of sorted)
        bookings.push(await this.#place(ask, resources.get(ask.resourceId)!, 'snapshot', bookings));
      await this.#write(bookings);
      return bookings;
    });
  }

  /** Makes a hold firm. Refuses with `calendar.taken` when it has run out. */
  confirm(subjectId: string): Promise<void> {
    return transaction(async () => {
      const held = { subjectId, state: 'held' as const, holdUntil: { $gt: this.#clock() } };
      const { matchedCount } = await BookingRecord.updateMany(held, {
        $set: { state: 'confirmed' },
        $unset: { holdUntil: 1 },
      });
      if (matchedCount === 0)
        throw new Refusal('calendar.taken', { resourceId: null, nextFrom: null, nextUntil: null });
    });
  }

  /** Gives back all the time of a loan, an offer or an out-of-service note. */
  async release(subjectId: string): Promise<void> {
    await BookingRecord.updateMany(
      { subjectId, blocking: true },
      { $set: { state: 'released', blocking: false }, $unset: { holdUntil: 1 } },
    );
  }

  /** Changes the time of what is already booked, on the same unit. Refuses with `calendar.taken` what is not free. */
  reschedule(subjectId: string, period: Period, away: boolean): Promise<Booking> {
    return transaction(async () => {
      const booking = await BookingRecord.findOne({ subjectId, blocking: true }).lean();
      if (!booking) throw notFound('booking');
      const resource = await this.#known(this.#shelf.claim(booking.resourceId));
      const { resourceId, unitId, purpose } = booking;
      const moved = await this.#place(
        { resourceId, unitId, purpose, subjectId, period, away },
        resource,
        'snapshot',
        [],
      );
      const { from, until, blockFrom, blockUntil } = moved;
      await BookingRecord.updateOne({ _id: booking._id }, { $set: { from, until, blockFrom, blockUntil } });
      return { ...booking, from, until, blockFrom, blockUntil };
    });
  }

  /** Moves a booking to another unit of the same model, at the counter. Refuses when that unit is not free then. */
  assignUnit(subjectId: string, unitId: string): Promise<void> {
    return transaction(async () => {
      const booking = await BookingRecord.findOne({ subjectId, blocking: true }).lean();
      if (!booking) throw notFound('booking');
      if (booking.unitId === unitId) return;
      const resource = await this.#known(this.#shelf.claim(booking.resourceId));
      if (!resource.units.some(({ id }) => id === unitId)) throw notFound('unit');
      const wanted = { from: booking.blockFrom, until: booking.blockUntil };
      const inTheWay = await this.#inTheWay(booking.resourceId, wanted, 'snapshot', [subjectId]);
      if (!freeUnit([unitId], wanted, inTheWay)) throw new Refusal('borrowing.unitOut', { unitId });
      await BookingRecord.updateOne({ _id: booking._id }, { $set: { unitId } });
    });
  }

  /** Opens the custody of a unit at hand-over. Refuses with `borrowing.unitOut` while somebody else has it. */
  async openCustody(custody: Omit<Custody, '_id' | 'open' | 'outAt'>): Promise<void> {
    const row = { ...custody, _id: this.#newId(), open: true, outAt: this.#clock() };
    await CustodyRecord.create([row]).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('borrowing.unitOut', { unitId: custody.unitId }) : error;
    });
  }

  async postponeCustody(loanId: string, dueAt: Date): Promise<void> {
    await CustodyRecord.updateOne({ loanId, open: true }, { $set: { dueAt } });
  }

  async closeCustody(loanId: string): Promise<void> {
    await CustodyRecord.updateOne({ loanId, open: true }, { $set: { open: false, backAt: this.#clock() } });
  }

  /** What stands in the way between two instants, by resource: for calendars and for search. Reads what is committed. */
  async blocksIn(resourceIds: readonly string[], period: Period): Promise<Map<string, Block[]>> {
    const now = this.#clock();
    const among = { resourceId: { $in: [...resourceIds] } };
    const [bookings, custodies] = await Promise.all([
      BookingRecord.find({
        ...among,
        blocking: true,
        blockUntil: { $gt: period.from },
        blockFrom: { $lt: period.until },
      }).lean(),
      CustodyRecord.find({ ...among, open: true, dueAt: { $lt: now } }).lean(),
    ]);
    const of = <T extends { resourceId: string }>(rows: T[], id: string) => rows.filter((row) => row.resourceId === id);
    return new Map(
      resourceIds.map((id) => [
        id,
        blocksOf(of(bookings, id), of(custodies, id), now).filter(
          ({ from, until }) => from < period.until && until > period.from,
        ),
      ]),
    );
  }

  /** The bookings that belong to a loan, an offer or a note. */
  bookingsOf(subjectIds: readonly string[]): Promise<Booking[]> {
    return BookingRecord.find({ subjectId: { $in: [...subjectIds] } }).lean();
  }

  async #known(resource: Promise<Bookable | null>): Promise<Bookable> {
    const found = await resource;
    if (!found) throw notFound('resource');
    return found;
  }

  /** Looks past the end of what is wanted, so that a refusal can say when the next stretch is free. */
  async #inTheWay(resourceId: string, wanted: Period, where: Where, own: readonly string[]): Promise<Block[]> {
    const now = this.#clock();
    const { from } = wanted;
    const until = new Date(wanted.until.getTime() + LOOK_AHEAD_DAYS * DAY);
    const taken = BookingRecord.find({
      resourceId,
      blocking: true,
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
      subjectId: { $nin: [...own] },
    }).lean();
    const late = CustodyRecord.find({ resourceId, open: true, dueAt: { $lt: now }, loanId: { $nin: [...own] } }).lean();
    if (where === 'committed') return blocksOf(await taken.session(null), await late.session(null), now);
    return blocksOf(await taken, await late, now);
  }

  /** The booking that `ask` would make, or the refusal. `before` are those already placed in this very call. */
  async #place(ask: Ask, resource: Bookable, where: Where, before: readonly Booking[]): Promise<Booking> {
    const wanted = widen(ask.period, resource.buffers, ask.purpose, ask.away);
    const now = this.#clock();
    const own = [ask.subjectId, ...(ask.besides === undefined ? [] : [ask.besides])];
    const stored = await this.#inTheWay(ask.resourceId, wanted, where, own);
    const placed = before.filter(({ resourceId }) => resourceId === ask.resourceId);
    const inTheWay = [
      ...stored,
      ...blocksOf(
        placed.map((b) => ({ ...b, state: 'confirmed' as const })),
        [],
        now,
      ),
    ];
    const unitIds = unitIdsOf(resource, ask);
    const unitId = freeUnit(unitIds, wanted, inTheWay);
    if (unitId === undefined) throw taken(ask, wanted, unitIds, inTheWay);
    return {
      _id: this.#newId(),
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
    };
  }

  async #write(bookings: readonly Booking[]): Promise<void> {
    const now = this.#clock();
    for (const resourceId of new Set(bookings.map((booking) => booking.resourceId)))
      await BookingRecord.updateMany(
        { resourceId, blocking: true, state: 'held', holdUntil: { $lte: now } },
        { $set: { blocking: false, state: 'released' }, $unset: { holdUntil: 1 } },
      );
    await BookingRecord.create(bookings as Booking[], { ordered: true }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
      throw new Refusal('calendar.taken', { resourceId: bookings[0]!.resourceId, nextFrom: null, nextUntil: null });
    });
  }
}
