import { AsyncLocalStorage } from 'node:async_hooks';
import type { PipelineStage } from 'mongoose';
import { thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { isInTransaction, transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { Lanes } from '../../platform/lanes.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import { sumOfAgreed } from './claim-reader.service.ts';
import { type Entry, EntryRecord } from './ledger.entity.ts';
import { givingBackLines, keepingLines, takingLines } from './ledger.rules.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';

/** A quantity asked for, for a claim. */
export interface Want {
  listingId: string;
  claimId: string;
  /** Thousandths of the measure. */
  quantity: number;
  /** A request holds its part until this instant; absent means agreed at once. */
  holdUntil?: Date;
}

/** Where a listing stands, in thousandths of its measure. */
export interface Standing {
  /** Below zero: what is pledged without a ceiling. */
  left: number;
  agreed: number;
}

type Part = Pick<Claim, '_id' | 'listingId' | 'quantity' | 'personId'> & { holdUntil?: Date };

interface Deps {
  clock: Clock;
  newId: NewId;
}

/** The ledgers of what is counted: the only writer of entries. What is left never goes below zero. */
export class LedgerService {
  readonly #deps: Deps;
  readonly #lanes = new Lanes();
  /** Whether a plain read before the transaction would say nothing new. */
  readonly #looked = new AsyncLocalStorage<{ isNeedless: boolean }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Runs `work`, a transaction that reserves, after those of this process who want the same things; see `CalendarService`. */
  async inLine<T>(wants: readonly Want[], work: () => Promise<T>): Promise<T> {
    if (isInTransaction()) return work();
    const { waited, leave } = await this.#lanes.enter(wants.map(({ listingId }) => listingId));
    try {
      if (waited) await this.#refuseTaken(wants);
      return await this.#looked.run({ isNeedless: true }, work);
    } finally {
      leave();
    }
  }

  /**
   * Takes all the quantities asked for, or none: a plain read first that refuses what is gone, then the revision of every
   * listing in sorted order, so that two who would both win collide, then what is left, then the write. Refuses with
   * `sharing.tooMuch`, which says what is left.
   */
  reserve(wants: readonly Want[], personId?: string): Promise<void> {
    return this.inLine(wants, () =>
      transaction(async () => {
        const looked = this.#looked.getStore();
        if (looked?.isNeedless) looked.isNeedless = false;
        else await this.#refuseTaken(wants);
        await this.take(wants, personId);
      }),
    );
  }

  /** The same in the caller's transaction, which may take what it has just given back: nothing is read outside it. */
  async take(wants: readonly Want[], personId?: string): Promise<void> {
    const now = this.#deps.clock();
    for (const [listingId, quantity] of sums(wants)) {
      const listing = await this.claim(listingId);
      if (listing.quantity !== null) refuseBeyond(listing, quantity, await this.left(listingId));
    }
    await this.#write(
      wants.flatMap((want) => takingLines(want, now).map((line) => ({ ...line, ...idsOf(want), personId }))),
    );
  }

  /** Makes a hold firm, in the caller's transaction, before it ends. */
  async keep(part: Part): Promise<void> {
    await this.claim(part.listingId);
    await this.#write(keepingLines(part).map((line) => ({ ...line, ...idsOfPart(part) })));
  }

  /** Gives parts back by lines that outweigh them, in the caller's transaction. */
  async giveBack(parts: readonly Part[]): Promise<void> {
    for (const listingId of [...new Set(parts.map((part) => part.listingId))].sort()) {
      await this.claim(listingId);
      await ListingRecord.updateOne({ _id: listingId }, { $set: { unmatched: true } });
    }
    const now = this.#deps.clock();
    await this.#write(
      parts.flatMap((part) => givingBackLines(part, now).map((line) => ({ ...line, ...idsOfPart(part) }))),
    );
  }

  /** Changes how much is offered. Refuses with `sharing.tooMuch` to offer less than what is already taken. */
  async offer(listing: Pick<Listing, '_id' | 'measure'>, delta: number, personId: string | undefined): Promise<void> {
    if (delta === 0) return;
    if (delta < 0) refuseBeyond(listing, -delta, await this.left(listing._id));
    const now = this.#deps.clock();
    const reason = (await EntryRecord.exists({ listingId: listing._id })) ? 'adjusted' : 'offered';
    await this.#write([{ listingId: listing._id, reason, delta, effectiveAt: now, personId }]);
  }

  /** Writes the listing first: whoever takes of it at the same time waits for us, or starts again after us. */
  async claim(listingId: string): Promise<Listing> {
    const listing = await ListingRecord.findByIdAndUpdate(
      listingId,
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!listing) throw notFound('listing');
    return listing;
  }

  /** What is left of one listing, as the caller's transaction sees it. */
  async left(listingId: string): Promise<number> {
    return (await this.leftOf([listingId])).get(listingId) ?? 0;
  }

  /** What is left of each, now; nothing for those without a line. Below zero: what is pledged without a ceiling. */
  async leftOf(listingIds: readonly string[], committed = false): Promise<Map<string, number>> {
    const sum = EntryRecord.aggregate<{ _id: string; left: number }>(sumOfLines(listingIds, this.#deps.clock()));
    // `session(null)` of an aggregation only forgets the option, and so would join the transaction.
    const rows = await (committed ? sum.option({ session: null }) : sum);
    return new Map(rows.map(({ _id, left }) => [_id, left]));
  }

  /** What is left of each and what is agreed, in their order, by one question: a page of listings shows both. */
  async standingOf(listingIds: readonly string[]): Promise<Standing[]> {
    const rows = await EntryRecord.aggregate<{ _id: string } & Partial<Standing>>([
      ...sumOfLines(listingIds, this.#deps.clock()),
      { $unionWith: { coll: ClaimRecord.collection.name, pipeline: sumOfAgreed(listingIds) } },
    ]);
    const found = new Map<string, Standing>(listingIds.map((id) => [id, { left: 0, agreed: 0 }]));
    for (const { _id, ...sum } of rows) Object.assign(found.get(_id)!, sum);
    return listingIds.map((id) => found.get(id)!);
  }

  /** Reads what is committed, outside any transaction, and refuses what is no longer there. */
  async #refuseTaken(wants: readonly Want[]): Promise<void> {
    const asked = sums(wants);
    const ids = asked.map(([id]) => id);
    const listings = await ListingRecord.find({ _id: { $in: ids } }, { quantity: 1, measure: 1 })
      .session(null)
      .lean();
    const left = await this.leftOf(ids, true);
    for (const [id, quantity] of asked) {
      const listing = listings.find(({ _id }) => _id === id);
      if (!listing) throw notFound('listing');
      if (listing.quantity !== null) refuseBeyond(listing, quantity, left.get(id) ?? 0);
    }
  }

  async #write(lines: readonly Omit<Entry, '_id' | 'at'>[]): Promise<void> {
    const { clock, newId } = this.#deps;
    if (lines.length === 0) return;
    // In one command: a purchase that is cancelled gives back hundreds of pledges.
    await EntryRecord.insertMany(lines.map((line) => ({ ...line, _id: newId(), at: clock() })));
  }
}

const sumOfLines = (listingIds: readonly string[], now: Date): [PipelineStage.Match, PipelineStage.Group] => [
  { $match: { listingId: { $in: [...listingIds] }, effectiveAt: { $lte: now } } },
  { $group: { _id: '$listingId', left: { $sum: '$delta' } } },
];

const idsOf = ({ listingId, claimId }: Want) => ({ listingId, claimId });
const idsOfPart = ({ _id, listingId, personId }: Part) => ({ listingId, claimId: _id, personId });

/** How much is asked of each listing, in the order in which listings are claimed. */
function sums(wants: readonly Want[]): [listingId: string, quantity: number][] {
  const asked = new Map<string, number>();
  for (const { listingId, quantity } of wants) asked.set(listingId, (asked.get(listingId) ?? 0) + quantity);
  return [...asked].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Refuses more than is left, saying how much that is. */
export function refuseBeyond({ _id, measure }: Pick<Listing, '_id' | 'measure'>, quantity: number, left: number): void {
  if (quantity <= left) return;
  throw new Refusal('sharing.tooMuch', {
    listingId: _id,
    left: Math.max(0, left) / thousandths,
    asked: quantity / thousandths,
    measure,
  });
}
