import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Viewer } from '../identity/viewer.ts';
import { askerOf } from './asker.ts';
import { type Asker, demandPart, dueOf, type PartWish } from './asking.rules.ts';
import { type LedgerService, refuseBeyond, type Standing } from './ledger.service.ts';
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
    const standing = await this.#deps.ledger.standingOf(ids);
    return wishes.map((wish, n) => {
      const listing = listings.find(({ _id }) => _id === wish.listingId);
      return listing && this.#look(asker, listing, wish, standing[n]!);
    });
  }

  #look(asker: Asker | undefined, listing: Listing, wish: PartWish, { left, agreed }: Standing): PartQuote {
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
