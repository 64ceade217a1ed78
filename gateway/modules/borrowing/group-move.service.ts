import { claimMoves, type SharingActor } from '../../../schema/sharing.ts';
import { type GroupMove, loanMoves, type LoanStep } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { hearersOf, sideOf } from '../identity/sides.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import type { Claim } from '../sharing/claim.entity.ts';
import type { ClaimService } from '../sharing/claim.service.ts';
import { sharingSideOf } from '../sharing/claim-step.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { openMoves } from './borrowing.rules.ts';
import type { BorrowingService } from './borrowing.service.ts';
import { facing } from './consent.rules.ts';
import type { GroupService } from './group.service.ts';
import type { Loan } from './loan.entity.ts';
import type { LoanGroup } from './loan-group.entity.ts';
import type { LoanService } from './loan.service.ts';

interface Deps {
  clock: Clock;
  borrowing: BorrowingService;
  claims: ClaimService;
  groups: GroupService;
  ledger: LedgerService;
  loans: LoanService;
}

export interface Reach {
  /** This loan and those after it; absent means all. */
  fromLoanId?: string;
  note?: string;
}

/** One step for much of a group: a series accepted in one go, the rest of a basket cancelled. */
export class GroupMoveService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Takes the step for every loan and part of the group to which it is open for the viewer's side, all of them or none.
   * The other side of a series hears of it in one word. Refuses with `borrowing.closedMove` when it is open to none.
   */
  async move(viewer: Viewer, id: string, move: GroupMove, reach: Reach): Promise<LoanGroup> {
    asVerified(viewer);
    const parts = await this.#deps.groups.claimsOf(viewer, id);
    const turns = parts.map(({ listingId, _id: claimId }) => ({ listingId, claimId, quantity: 0 }));
    return this.#deps.ledger.inLine(turns, () => transaction(() => this.#move(viewer, id, move, reach)));
  }

  async #move(viewer: Viewer, id: string, move: GroupMove, { fromLoanId, note }: Reach): Promise<LoanGroup> {
    const { borrowing, claims, groups } = this.#deps;
    const group = await groups.get(viewer, id);
    const loans = await this.#reached(viewer, id, fromLoanId);
    const parts = fromLoanId === undefined ? await groups.claimsOf(viewer, id) : [];
    const open = loans.filter((loan) =>
      openMoves(facing(viewer, loan), sideOf(viewer, loan), this.#deps.clock()).includes(move),
    );
    const openParts = await this.#openParts(viewer, parts, move);
    if (open.length + openParts.length === 0) throw this.#nothingOpen(viewer, loans, parts, move);
    const quiet = group.kind === 'series' && open.length > 1;
    for (const loan of open)
      await borrowing.move(viewer, loan._id, move, { ...(note !== undefined && { note }), quiet });
    for (const claim of openParts) await claims.move(viewer, claim._id, move, note);
    if (quiet) await this.#tellOnce(viewer, open, move, note);
    return group;
  }

  async #reached(viewer: Viewer, id: string, fromLoanId: string | undefined): Promise<Loan[]> {
    const seen = await this.#deps.groups.loansOf(viewer, id);
    const since = fromLoanId === undefined ? undefined : (await this.#deps.loans.get(viewer, fromLoanId)).from;
    return seen.filter(({ from }) => since === undefined || from >= since);
  }

  async #openParts(viewer: Viewer, parts: readonly Claim[], move: GroupMove): Promise<Claim[]> {
    if (parts.length === 0) return [];
    const listings = await ListingRecord.find({ _id: { $in: parts.map(({ listingId }) => listingId) } }).lean();
    return parts.filter((claim) => {
      const listing = listings.find(({ _id }) => _id === claim.listingId);
      return listing && this.#deps.claims.openMoves(viewer, claim, listing).includes(move);
    });
  }

  #nothingOpen(viewer: Viewer, loans: readonly Loan[], parts: readonly Claim[], move: GroupMove): Refusal {
    const by: readonly string[] = (loanMoves[move] as LoanStep).by;
    const byPart: readonly SharingActor[] = claimMoves[move].by;
    const takesIt =
      loans.some((loan) => by.includes(sideOf(viewer, loan) ?? '')) ||
      parts.some((claim) => byPart.includes(sharingSideOf(viewer, claim)!));
    return new Refusal(takesIt ? 'borrowing.closedMove' : 'platform.forbidden', takesIt ? { move } : {});
  }

  async #tellOnce(viewer: Viewer, moved: readonly Loan[], move: GroupMove, note: string | undefined): Promise<void> {
    const first = moved[0]!;
    const hearers = hearersOf(first, sideOf(viewer, first)!);
    await this.#deps.loans.tell(first, `borrowing.${move}_series`, hearers, undefined, {
      count: moved.length,
      note: note?.trim() || null,
    });
  }
}
