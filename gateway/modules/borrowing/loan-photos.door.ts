import { Refusal } from '../../platform/refusal.ts';
import type { Door } from '../files/file.rules.ts';
import { type LoanPhotoPurpose, mayPhotograph, mayTakeOff } from './loan-photos.rules.ts';
import type { LoanService } from './loan.service.ts';
import { sideOf } from '../identity/sides.ts';

/** The photos of a hand-over or of a return: for the two sides of the loan alone. */
export function loanDoor({ loans }: { loans: LoanService }, purpose: LoanPhotoPurpose): Door {
  return {
    async add(viewer, loanId) {
      const loan = await loans.get(viewer, loanId);
      const open = mayPhotograph(loan.status, sideOf(viewer, loan), loan.kind);
      if (!open.includes(purpose)) throw new Refusal('borrowing.closedMove', { status: loan.status });
    },
    see: (viewer, { subjectId }) => loans.get(viewer, subjectId),
    async remove(viewer, { subjectId, by }) {
      const loan = await loans.get(viewer, subjectId);
      const taken = viewer.kind === 'person' && viewer.id === by;
      if (!mayTakeOff(purpose, loan.status, sideOf(viewer, loan), taken)) throw new Refusal('files.signed');
    },
  };
}
