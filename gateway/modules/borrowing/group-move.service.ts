import { type GroupMove, loanMoves, type LoanStep } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import type { BorrowingService } from './borrowing.service.ts';
import { openMoves } from './borrowing.rules.ts';
import type { GroupService } from './group.service.ts';
import type { LoanGroup } from './loan-group.entity.ts';
import type { LoanService } from './loan.service.ts';
import { hearersOf, sideOf } from './sides.ts';

interface Deps {
  clock: Clock;
  borrowing: BorrowingService;
  groups: GroupService;
  loans: LoanService;
}

export interface Reach {
  /** This loan and those after it; absent means all. */
  fromLoanId?: string;
  note?: string;
}

/** One step for several loans of a group: a series accepted in one go, the rest of a basket cancelled. */
export class GroupMoveService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Takes the step for every loan of the group to which it is open for the viewer's side, all of them or none. The other
   * side of a series hears of it in one word. Refuses with `borrowing.closedMove` when it is open to none.
   */
  move(viewer: Viewer, id: string, move: GroupMove, { fromLoanId, note }: Reach): Promise<LoanGroup> {
    asVerified(viewer);
    const { clock, borrowing, groups, loans } = this.#deps;
    return transaction(async () => {
      const group = await groups.get(viewer, id);
      const seen = await groups.loansOf(viewer, id);
      const since = fromLoanId === undefined ? undefined : (await loans.get(viewer, fromLoanId)).from;
      const reached = seen.filter(({ from }) => since === undefined || from >= since);
      const open = reached.filter((loan) => openMoves(loan, sideOf(viewer, loan), clock()).includes(move));
      const [first] = open;
      if (!first) {
        const by: readonly string[] = (loanMoves[move] as LoanStep).by;
        const takesIt = reached.some((loan) => by.includes(sideOf(viewer, loan) ?? ''));
        throw new Refusal(takesIt ? 'borrowing.closedMove' : 'platform.forbidden', takesIt ? { move } : {});
      }
      const quiet = group.kind === 'series' && open.length > 1;
      const said = note === undefined ? {} : { note };
      for (const loan of open) await borrowing.move(viewer, loan._id, move, { ...said, quiet });
      if (quiet) {
        const hearers = hearersOf(first, sideOf(viewer, first)!);
        await loans.tell(first, `borrowing.${move}_series`, hearers, undefined, {
          count: open.length,
          note: note?.trim() || null,
        });
      }
      return group;
    });
  }
}
