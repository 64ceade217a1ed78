import { kinds, sharings } from '../../../schema/kinds.ts';
import { claimMoves, type ClaimStatus, type ListingMove, listingMoves } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { system } from '../identity/viewer.ts';
import { ClaimRecord } from './claim.entity.ts';
import type { ClaimReader } from './claim-reader.service.ts';
import type { ClaimSteps } from './claim-step.service.ts';
import type { ClaimTelling } from './claim-telling.service.ts';
import type { LedgerService } from './ledger.service.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';
import { isClaimable, laterDecision, moveDecided } from './listing.rules.ts';
import { sharesOf } from './split.rules.ts';

/** Something else that follows from writing, publishing, changing or ending what is offered, in its transaction. */
export interface ListingFollower {
  changed(after: Listing, before: Listing | undefined): Promise<void>;
}

interface Deps {
  clock: Clock;
  ledger: LedgerService;
  reader: ClaimReader;
  steps: ClaimSteps;
  telling: ClaimTelling;
  listingFollowers: readonly ListingFollower[];
}

/** What becomes of a listing means for its parts, and the parts for the listing. In the caller's transaction, all of it. */
export class ListingOutcome {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What a step of the listing means for what was asked for of it. In the caller's transaction. */
  async followed(listing: Listing, move: ListingMove, note?: string): Promise<void> {
    if (move === 'cancel' || move === 'lapse') await this.#callOff(listing, claimMoves.call_off.from, note);
    if (move === 'close') await this.#callOff(listing, ['waiting'], note);
    if (move === 'confirm') await this.#confirmed(listing);
    if (move === 'conclude' && !note) await this.#demandCollected(listing);
  }

  /** A purchase ends when everyone has theirs; else whoever ends it says why. Refuses with `sharing.uncollected`. */
  async #demandCollected({ _id: listingId }: Listing): Promise<void> {
    const parts = await ClaimRecord.countDocuments({ listingId, status: 'ordered' });
    if (parts > 0) throw new Refusal('sharing.uncollected', { parts });
  }

  /** What more room or another threshold means for who asked. In the caller's transaction. */
  async widened(listing: Listing): Promise<void> {
    await this.promote(listing);
    await this.decide(listing);
  }

  /** Everyone with a seat, or who asked for one, hears of another date or place. In the caller's transaction. */
  moved(listing: Listing): Promise<void> {
    return this.#tellAll(listing, ['asked', 'waiting', 'agreed'], 'moved');
  }

  /**
   * Whether enough is asked for: then it happens; where it may fall short again, it is open again when it does. Gives
   * whether it was confirmed. In the caller's transaction.
   */
  async decide(listing: Listing): Promise<boolean> {
    const { sharing } = kinds[listing.kind];
    if (!listing.threshold || !sharings[sharing].threshold) return false;
    const move = moveDecided(listing, await this.#deps.reader.agreedOf(listing._id), this.#deps.clock());
    if (!move) return false;
    const after = await this.#turn(listing, move);
    if (move === 'confirm') await this.#confirmed(after);
    return move === 'confirm';
  }

  /** A step that what is asked for takes by itself. */
  async #turn(listing: Listing, move: 'confirm' | 'fall_short'): Promise<Listing> {
    const at = this.#deps.clock();
    const line = { at, move };
    const decideAt = move === 'fall_short' ? { decideAt: laterDecision(listing, at) } : {};
    const set = { status: listingMoves[move].to, updatedAt: at, ...decideAt };
    const { modifiedCount } = await ListingRecord.updateOne(
      { _id: listing._id, status: listing.status },
      { $set: set, $push: { history: line } },
    );
    if (modifiedCount === 0) throw new Refusal('sharing.closedMove', { move, status: listing.status });
    const after: Listing = { ...listing, ...set, history: [...listing.history, line] };
    for (const follower of this.#deps.listingFollowers) await follower.changed(after, listing);
    return after;
  }

  /** Those who wait come in as far as there is room, in their order; who asks for more than is left keeps their place. */
  async promote(listing: Listing): Promise<void> {
    const { sharing } = kinds[listing.kind];
    if (!sharings[sharing].waits || !isClaimable(listing, this.#deps.clock())) return;
    const waiting = ClaimRecord.find({ listingId: listing._id, status: 'waiting' }).sort({ askedAt: 1, _id: 1 });
    for (const claim of await waiting.lean()) {
      if (claim.quantity > (await this.#deps.ledger.left(listing._id))) continue;
      await this.#deps.steps.one(system, claim, listing, 'promote');
    }
  }

  /** A purchase is ordered: everyone's share is computed. A session will take place: everyone hears. */
  async #confirmed(listing: Listing): Promise<void> {
    if (kinds[listing.kind].sharing === 'seats') return this.#tellAll(listing, ['agreed'], 'will_run');
    if (kinds[listing.kind].sharing !== 'pledges') return;
    const pledged = await ClaimRecord.find({ listingId: listing._id, status: 'agreed' })
      .sort({ askedAt: 1, _id: 1 })
      .lean();
    const shares = sharesOf(listing, pledged);
    await this.#deps.steps.all(pledged, listing, 'order', undefined, (n) => ({ totalCents: shares[n]! }));
  }

  async #callOff(listing: Listing, statuses: readonly ClaimStatus[], note?: string): Promise<void> {
    const open = await ClaimRecord.find({ listingId: listing._id, status: { $in: [...statuses] } }).lean();
    await this.#deps.steps.all(open, listing, 'call_off', note);
  }

  async #tellAll(listing: Listing, statuses: readonly ClaimStatus[], event: 'will_run' | 'moved'): Promise<void> {
    const parts = await ClaimRecord.find({ listingId: listing._id, status: { $in: [...statuses] } }).lean();
    await this.#deps.telling.tell(parts, listing, event, 'owner');
  }
}
