import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Viewer } from '../identity/viewer.ts';
import { askerOf } from './asker.ts';
import { type Asker, demandPart, dueOf, type PartWish } from './asking.rules.ts';
import type { ClaimReader } from './claim-reader.service.ts';
import { type LedgerService, refuseBeyond } from './ledger.service.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';

/** A part of something, by its id. */
export interface PartOf extends PartWish {
  listingId: string;
}

/** What a part takes, looked at now: what it comes to, or why it cannot be had. */
export interface PartQuote {
  totalCents: number;
  refusal?: Refusal;
}

interface Deps {
  clock: Clock;
  ledger: LedgerService;
  claimReader: ClaimReader;
}

/** Looks at parts before they are asked for, with the very rules that asking obeys. */
export class ClaimQuoteService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In their order; none for what is not offered. */
  async lookAll(viewer: Viewer, wishes: readonly PartOf[]): Promise<(PartQuote | undefined)[]> {
    if (wishes.length === 0) return [];
    const ids = wishes.map(({ listingId }) => listingId);
    const listings = await ListingRecord.find({ _id: { $in: ids }, status: { $ne: 'draft' } }).lean();
    const asker = viewer.kind === 'person' ? await askerOf(viewer.acting) : undefined;
    const [left, agreed] = await Promise.all([this.#deps.ledger.leftOf(ids), this.#deps.claimReader.agreedOfEach(ids)]);
    return wishes.map((wish) => {
      const listing = listings.find(({ _id }) => _id === wish.listingId);
      return listing && this.#look(asker, listing, wish, left.get(listing._id) ?? 0, agreed.get(listing._id) ?? 0);
    });
  }

  #look(asker: Asker | undefined, listing: Listing, wish: PartWish, left: number, agreed: number): PartQuote {
    try {
      const part = demandPart(asker, listing, wish, this.#deps.clock());
      if (listing.quantity !== null) refuseBeyond(listing, part.quantity, left);
      return { totalCents: dueOf(listing, part, agreed) };
    } catch (error) {
      // A refusal is the answer: what stands in the way is shown beside the line.
      if (error instanceof Refusal) return { totalCents: 0, refusal: error };
      throw error;
    }
  }
}
