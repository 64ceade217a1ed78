import { notFound } from '../../platform/refusal.ts';
import { isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import { type LoanGroup, LoanGroupRecord } from './loan-group.entity.ts';
import type { LoanService } from './loan.service.ts';
import { borrowersOf, maySee } from './sides.ts';

/** What keeps loans together. The borrower sees all of a group, a lender the loans of theirs. */
export class GroupService {
  readonly #loans: LoanService;

  constructor({ loans }: { loans: LoanService }) {
    this.#loans = loans;
  }

  async create(group: LoanGroup): Promise<void> {
    await LoanGroupRecord.create([group]);
  }

  /** A group, for whoever sees something of it. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<LoanGroup> {
    const group = await LoanGroupRecord.findById(id).lean();
    if (!group) throw notFound('group');
    if (this.isTheirs(viewer, group) || (await this.loansOf(viewer, id)).length > 0) return group;
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

  /** Tells the borrower that a basket wanted as a whole is one no more, and that the rest may be cancelled in one step. */
  async broken(loan: Loan): Promise<void> {
    const whole = { _id: loan.groupId ?? '', kind: 'basket' as const, whole: true };
    if (!loan.groupId || !(await LoanGroupRecord.exists(whole))) return;
    await this.#loans.tell(loan, 'borrowing.basket_broken', borrowersOf(loan));
  }
}
