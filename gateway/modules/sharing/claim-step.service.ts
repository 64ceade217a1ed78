import { type ClaimMove, type ClaimStatus, type SharingActor } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sideOf } from '../identity/sides.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type Claim, type ClaimLine, ClaimRecord } from './claim.entity.ts';
import type { ClaimTelling } from './claim-telling.service.ts';
import { effectOf, takeClaimMove } from './claim.rules.ts';
import type { LedgerService } from './ledger.service.ts';
import type { Listing } from './listing.entity.ts';

/** Something else that follows from a step of a part, in its transaction. */
export interface ClaimFollower {
  advanced(claim: Claim, listing: Listing): Promise<void>;
}

interface Deps {
  clock: Clock;
  ledger: LedgerService;
  telling: ClaimTelling;
  followers: readonly ClaimFollower[];
}

const sides = { lender: 'owner', borrower: 'claimant', system: 'system' } as const;

export const sharingSideOf = (viewer: Viewer, claim: Claim): SharingActor | undefined => {
  const side = sideOf(viewer, claim);
  return side && sides[side];
};

/** Steps of parts in the caller's transaction: the quantities they move, the line they leave, who hears of it, what follows. */
export class ClaimSteps {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** One step, with what it takes or gives back. Refusals: `sharing.closedMove`, `sharing.reason`, `sharing.tooMuch`. */
  async one(viewer: Viewer, claim: Claim, listing: Listing, move: ClaimMove, note?: string): Promise<Claim> {
    const { clock, ledger } = this.#deps;
    const by = sharingSideOf(viewer, claim);
    const status = takeClaimMove(move, claim, listing, { actor: by, now: clock(), note });
    const effect = effectOf(claim.status, status);
    if (effect === 'give_back') await ledger.giveBack([claim]);
    if (effect === 'keep') await ledger.keep(claim);
    if (effect === 'take')
      await ledger.take([{ listingId: listing._id, claimId: claim._id, quantity: claim.quantity }], claim.personId);
    const said = note?.trim();
    const line: ClaimLine = {
      at: clock(),
      event: move,
      by: by!,
      ...(viewer.kind === 'person' && { personId: viewer.id }),
      ...(said && { note: said }),
    };
    return this.#advance(claim, listing, line, status);
  }

  /**
   * A step that many parts take by themselves, in a few commands for all: hundreds of pledges are ordered or called off in
   * one transaction, well within its time.
   */
  async all(
    parts: readonly Claim[],
    listing: Listing,
    move: 'order' | 'call_off',
    note?: string,
    moreOf: (n: number) => Partial<Claim> = () => ({}),
  ): Promise<void> {
    if (parts.length === 0) return;
    const { clock, ledger, telling, followers } = this.#deps;
    const [now, said] = [clock(), note?.trim()];
    const line: ClaimLine = { at: now, event: move, by: 'system', ...(said && { note: said }) };
    const after = parts.map((claim, n): Claim => {
      const status = takeClaimMove(move, claim, listing, { actor: 'system', now, note });
      const { holdUntil: _, ...rest } = claim;
      const history = [...claim.history, line];
      return { ...rest, ...moreOf(n), status, history, revision: claim.revision + 1 };
    });
    await ledger.giveBack(parts.filter(({ status }, n) => effectOf(status, after[n]!.status) === 'give_back'));
    const { modifiedCount } = await ClaimRecord.bulkWrite(
      parts.map(({ _id, status: from, revision }, n) => ({
        updateOne: {
          filter: { _id, status: from, revision },
          update: {
            $set: { ...moreOf(n), status: after[n]!.status },
            $unset: { holdUntil: 1 },
            $push: { history: line },
            $inc: { revision: 1 },
          },
        },
      })),
    );
    if (modifiedCount < parts.length) throw new Refusal('sharing.closedMove', { move });
    await telling.tell(after, listing, move, 'system');
    for (const claim of after) for (const follower of followers) await follower.advanced(claim, listing);
  }

  /** Only from the very state that was read: of two who take different steps at once one is refused. */
  async #advance(claim: Claim, listing: Listing, line: ClaimLine, status: ClaimStatus): Promise<Claim> {
    const { _id, revision } = claim;
    const { modifiedCount } = await ClaimRecord.updateOne(
      { _id, status: claim.status, revision },
      { $set: { status }, $unset: { holdUntil: 1 }, $push: { history: line }, $inc: { revision: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('sharing.closedMove', { status: claim.status });
    const { holdUntil: _, ...rest } = claim;
    const after: Claim = { ...rest, status, history: [...claim.history, line], revision: revision + 1 };
    await this.#deps.telling.tell([after], listing, line.event, line.by);
    for (const follower of this.#deps.followers) await follower.advanced(after, listing);
    return after;
  }
}
