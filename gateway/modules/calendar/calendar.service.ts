import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate, isInTransaction, transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Period } from '../../platform/intervals.ts';
import { Lanes } from '../../platform/lanes.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Bookable, ShelfService } from '../catalogue/shelf.service.ts';
import { type Booking, BookingRecord } from './booking.entity.ts';
import { blocksOf, freeUnit } from './calendar.rules.ts';
import { type Custody, CustodyRecord } from './custody.entity.ts';
import { type Ask, placeAll, type Standing, takenRefusal, wantedOf, windowOf } from './placing.rules.ts';

export type { Ask, Visit } from './placing.rules.ts';

type Where = 'committed' | 'snapshot';

const LOOK_AHEAD_DAYS = 60;
const DAY = 86_400_000;

/** What each resource is asked for, in the order in which resources are claimed. */
function byResource(asks: readonly Ask[]): [resourceId: string, asks: Ask[]][] {
  const groups = new Map<string, Ask[]>();
  for (const ask of asks) groups.set(ask.resourceId, [...(groups.get(ask.resourceId) ?? []), ask]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** One calendar per machine, for loans, production and maintenance alike. The only writer of bookings. */
export class CalendarService {
  readonly #clock: Clock;
  readonly #newId: NewId;
  readonly #shelf: ShelfService;
  readonly #lanes = new Lanes();
  /** Whether a plain read before the transaction would say nothing new: nobody was in line, or it was read at its head. */
  readonly #looked = new AsyncLocalStorage<{ isNeedless: boolean }>();

  constructor({ clock, newId, shelf }: { clock: Clock; newId: NewId; shelf: ShelfService }) {
    this.#clock = clock;
    this.#newId = newId;
    this.#shelf = shelf;
  }

  /**
   * Runs `work`, a transaction that reserves this time, after those of this process who want the same machines. Who had to
   * wait is refused what was taken meanwhile by a plain read, so that of a crowd on one slot only the first opens a
   * transaction. `reserve()` alone decides: without the line everything is as safe, and slower.
   */
  async inLine<T>(asks: readonly Ask[], work: () => Promise<T>): Promise<T> {
    if (isInTransaction()) return work();
    const { waited, leave } = await this.#lanes.enter(asks.map(({ resourceId }) => resourceId));
    try {
      if (waited) await this.#refuseTaken(asks);
      return await this.#looked.run({ isNeedless: true }, work);
    } finally {
      leave();
    }
  }

  /**
   * Takes all the time asked for, or none. In order: on every try but the first, a plain read that refuses what is taken
   * (so that who lost a collision does not collide again), the revision of every resource in sorted order (so that two who
   * would both win collide), then what overlaps, then the write. Gives one booking per ask, in their order. Refusals:
   * `calendar.taken`, `calendar.outOfService`.
   */
  reserve(asks: readonly Ask[]): Promise<Booking[]> {
    const groups = byResource(asks);
    return this.inLine(asks, () =>
      transaction(async () => {
        const looked = this.#looked.getStore();
        if (looked?.isNeedless) looked.isNeedless = false;
        else await this.#refuseTaken(asks);
        const resources = new Map<string, Bookable>();
        for (const [id] of groups) resources.set(id, await this.#known(this.#shelf.claim(id)));
        const placedFor = new Map<Ask, Booking>();
        for (const [id, wishes] of groups) {
          const resource = resources.get(id)!;
          const standing = await this.#standing(id, windowOf(wishes, resource), 'snapshot');
          const placed = placeAll(wishes, resource, standing, { now: this.#clock(), newId: this.#newId });
          if (placed.refused) throw await this.#refusal(placed.refused, resource);
          placed.bookings.forEach((booking, n) => placedFor.set(wishes[n]!, booking));
        }
        await this.#write([...placedFor.values()]);
        return asks.map((ask) => placedFor.get(ask)!);
      }),
    );
  }

  /** Whether there is room for this time as things stand. Holds nothing. */
  async hasRoom(ask: Ask): Promise<boolean> {
    const resource = await this.#known(this.#shelf.committed(ask.resourceId));
    const standing = await this.#standing(ask.resourceId, windowOf([ask], resource), 'committed');
    return placeAll([ask], resource, standing, { now: this.#clock(), newId: this.#newId }).refused === undefined;
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
      const ask = { resourceId, unitId, purpose, subjectId, period, away };
      const standing = await this.#standing(resourceId, windowOf([ask], resource), 'snapshot');
      const placed = placeAll([ask], resource, standing, { now: this.#clock(), newId: this.#newId });
      if (placed.refused) throw await this.#refusal(ask, resource);
      const { from, until, blockFrom, blockUntil } = placed.bookings[0]!;
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
      if (!(await this.#isFree(resource, unitId, wanted, subjectId)))
        throw new Refusal('borrowing.unitOut', { unitId });
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

  /** The bookings that belong to a loan, an offer or a note. */
  bookingsOf(subjectIds: readonly string[]): Promise<Booking[]> {
    return BookingRecord.find({ subjectId: { $in: [...subjectIds] } }).lean();
  }

  async #known(resource: Promise<Bookable | null>): Promise<Bookable> {
    const found = await resource;
    if (!found) throw notFound('resource');
    return found;
  }

  /** All that stands on a resource in a stretch of time: late machines stand there until they are back. */
  async #standing(resourceId: string, { from, until }: Period, where: Where): Promise<Standing> {
    const taken = BookingRecord.find({
      resourceId,
      blocking: true,
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
    }).lean();
    const late = CustodyRecord.find({ resourceId, open: true, dueAt: { $lt: this.#clock() } }).lean();
    if (where === 'snapshot') return { bookings: await taken, custodies: await late };
    const [bookings, custodies] = await Promise.all([taken.session(null), late.session(null)]);
    return { bookings, custodies };
  }

  /** Reads what is committed, outside any transaction, and refuses what has no room there. */
  async #refuseTaken(asks: readonly Ask[]): Promise<void> {
    for (const [id, wishes] of byResource(asks)) {
      const resource = await this.#known(this.#shelf.committed(id));
      const standing = await this.#standing(id, windowOf(wishes, resource), 'committed');
      const { refused } = placeAll(wishes, resource, standing, { now: this.#clock(), newId: this.#newId });
      if (refused) throw await this.#refusal(refused, resource);
    }
  }

  /** Looks past the end of what is wanted, to say when the next stretch is free. */
  async #refusal(ask: Ask, resource: Bookable): Promise<Refusal> {
    const { from, until } = wantedOf(ask, resource);
    const ahead = { from, until: new Date(until.getTime() + LOOK_AHEAD_DAYS * DAY) };
    return takenRefusal(ask, resource, await this.#standing(ask.resourceId, ahead, 'committed'), this.#clock());
  }

  async #isFree(resource: Bookable, unitId: string, wanted: Period, own: string): Promise<boolean> {
    const { bookings, custodies } = await this.#standing(resource._id, wanted, 'snapshot');
    const others = bookings.filter(({ subjectId }) => subjectId !== own);
    const late = custodies.filter(({ loanId }) => loanId !== own);
    return freeUnit([unitId], wanted, blocksOf(others, late, this.#clock())) !== undefined;
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
