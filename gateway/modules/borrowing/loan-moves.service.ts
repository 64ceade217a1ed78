import type { LoanMove } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Viewer } from '../identity/viewer.ts';
import { openMoves } from './borrowing.rules.ts';
import { facing } from './consent.rules.ts';
import type { Loan } from './loan.entity.ts';
import { maySee, sideOf } from '../identity/sides.ts';

/** What somebody may see of loans and do with them now, for modules that only look at them. */
export class LoanMovesService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  sees(viewer: Viewer, loan: Loan): boolean {
    return maySee(viewer, loan);
  }

  borrows(viewer: Viewer, loan: Loan): boolean {
    return sideOf(viewer, loan) === 'borrower';
  }

  open(viewer: Viewer, loan: Loan): LoanMove[] {
    return openMoves(facing(viewer, loan), sideOf(viewer, loan), this.#clock());
  }
}
