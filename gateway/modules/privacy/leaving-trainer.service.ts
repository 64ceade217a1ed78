import type { LoanMove, LoanStatus } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import type { BorrowingService } from '../borrowing/borrowing.service.ts';
import { type Loan, LoanRecord } from '../borrowing/loan.entity.ts';
import type { LoanMovesService } from '../borrowing/loan-moves.service.ts';
import type { LoanService } from '../borrowing/loan.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { ShelfService } from '../catalogue/shelf.service.ts';
import { hearersOf } from '../identity/sides.ts';
import { type PersonViewer, system } from '../identity/viewer.ts';
import { nameless } from './privacy.rules.ts';

interface Deps {
  clock: Clock;
  shelf: ShelfService;
  borrowing: BorrowingService;
  loans: LoanService;
  loanMoves: LoanMovesService;
}

const reason = 'La personne a supprimé son compte. (This person deleted their account.)';
/** What ends a visit, the first that is open: one that took place did. */
const endings = ['visit', 'withdraw', 'decline'] as const satisfies readonly LoanMove[];
const openStatuses: LoanStatus[] = ['asked', 'accepted'];

async function openVisits(resourceIds: readonly string[]): Promise<Loan[]> {
  const visits = await LoanRecord.find({ resourceId: { $in: [...resourceIds] }, status: { $in: openStatuses } }).lean();
  return visits.sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** What becomes of somebody who teaches when their account goes: nobody can ask for them, and who counted on them is told. */
export class LeavingTrainerService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Codes of the visits, asked for or agreed, that it would call off. */
  async foresee(personId: string): Promise<string[]> {
    const trainers = await ResourceRecord.find({ personId }, { _id: 1 }).lean();
    const visits = await openVisits(trainers.map(({ _id }) => _id));
    return visits.filter(({ until }) => until > this.#deps.clock()).map(({ code }) => code);
  }

  /**
   * Retires what stands for the person, without a name from now on, and ends every visit that is still open. Gives back the
   * names under which they were offered. In the caller's transaction.
   */
  async leave(viewer: PersonViewer): Promise<string[]> {
    const trainers = await ResourceRecord.find({ personId: viewer.id }).sort({ _id: 1 }).lean();
    for (const { _id } of trainers) {
      // Whoever asks for them at the same time comes before all of this, or finds nobody.
      await this.#deps.shelf.claim(_id);
      const gone = { status: 'retired', name: nameless, description: '', searchWords: [] } as const;
      await ResourceRecord.updateOne({ _id }, { $set: { ...gone, updatedAt: this.#deps.clock() } });
      for (const visit of await openVisits([_id])) await this.#end(viewer, visit);
    }
    return trainers.map(({ name }) => name);
  }

  /** As themselves, whose word is enough to end a visit, whatever became of their address. Both sides hear of it. */
  async #end(viewer: PersonViewer, visit: Loan): Promise<void> {
    const { borrowing, loans, loanMoves } = this.#deps;
    const own: PersonViewer = { ...viewer, verified: true, acting: { scope: 'person', id: viewer.id } };
    const open = loanMoves.open(own, visit);
    const move = endings.find((each) => open.includes(each));
    // Nobody answered in time, and the clock has not said so yet.
    if (!move) return void (await borrowing.move(system, visit._id, 'lapse'));
    const after = await borrowing.move(own, visit._id, move, {
      ...(move !== 'visit' && { note: reason }),
      quiet: true,
    });
    const others = hearersOf(after, 'system').filter(({ id }) => id !== viewer.id);
    await loans.tell(after, `borrowing.${move}`, others, undefined, after.lent?.employed ? {} : { lender: nameless });
  }
}
