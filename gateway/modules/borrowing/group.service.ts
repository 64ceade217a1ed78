import { breakingClaimMoves } from '../../../schema/sharing.ts';
import { notFound } from '../../platform/refusal.ts';
import { borrowersOf, maySee } from '../identity/sides.ts';
import { isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import type { ClaimFollower } from '../sharing/claim-step.service.ts';
import type { ClaimTelling } from '../sharing/claim-telling.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import { type LoanGroup, LoanGroupRecord } from './loan-group.entity.ts';
import type { LoanService } from './loan.service.ts';

interface Deps {
  loans: LoanService;
  claimTelling: ClaimTelling;
}

/** What keeps loans and parts together. The borrower sees all of a group, a workshop what is asked of it. */
export class GroupService implements ClaimFollower {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async create(group: LoanGroup): Promise<void> {
    await LoanGroupRecord.create([group]);
  }

  /** A group, for whoever sees something of it. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<LoanGroup> {
    const group = await LoanGroupRecord.findById(id).lean();
    if (!group) throw notFound('group');
    if (this.isTheirs(viewer, group)) return group;
    if ((await this.loansOf(viewer, id)).length > 0 || (await this.claimsOf(viewer, id)).length > 0) return group;
    throw notFound('group');
  }

  /** Whether the viewer asked for it, or speaks for whom it was asked. */
  isTheirs(viewer: Viewer, { party, personId }: LoanGroup): boolean {
    return speaksFor(viewer, party) || (viewer.kind === 'person' && viewer.id === personId) || isAdmin(viewer);
  }

  /** Its loans that the viewer sees, in the order of their time. */
  async loansOf(viewer: Viewer, groupId: string): Promise<Loan[]> {
    const loans = await LoanRecord.find({ groupId }).sort({ from: 1, _id: 1 }).lean();
    return loans.filter((loan) => maySee(viewer, loan));
  }

  /** Its parts that the viewer sees, in the order in which their listings are claimed. */
  async claimsOf(viewer: Viewer, groupId: string): Promise<Claim[]> {
    const claims = await ClaimRecord.find({ groupId }).sort({ listingId: 1 }).lean();
    return claims.filter((claim) => maySee(viewer, claim));
  }

  /** Tells the borrower that a basket wanted as a whole is one no more, and that the rest may be cancelled in one step. */
  async broken(loan: Loan): Promise<void> {
    if (await this.#isWhole(loan.groupId))
      await this.#deps.loans.tell(loan, 'borrowing.basket_broken', borrowersOf(loan));
  }

  /** The same for a part that is refused, called off or left unanswered. In the transaction of that step. */
  async advanced(claim: Claim, listing: Listing): Promise<void> {
    const event = claim.history.at(-1)?.event ?? '';
    if (breakingClaimMoves.has(event) && (await this.#isWhole(claim.groupId)))
      await this.#deps.claimTelling.tell([claim], listing, 'basket_broken', 'owner');
  }

  async #isWhole(groupId: string | undefined): Promise<boolean> {
    if (!groupId) return false;
    return (await LoanGroupRecord.exists({ _id: groupId, kind: 'basket', whole: true })) !== null;
  }
}
