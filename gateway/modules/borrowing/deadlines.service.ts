import { loanHours } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { system } from '../identity/viewer.ts';
import type { BorrowingService } from './borrowing.service.ts';
import type { ExtensionService } from './extension.service.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import { borrowersOf, hearersOf } from './sides.ts';

interface Deps {
  clock: Clock;
  borrowing: BorrowingService;
  extensions: ExtensionService;
  loans: LoanService;
}

const HOUR = 3_600_000;
const PER_TURN = 200;

/**
 * What time does to loans: holds that ran out, returns that close by themselves, reminders, and machines that are late.
 * Everything is read from stored dates, so that a restart loses nothing and two gateways do each thing once.
 */
export class DeadlineService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How many things were done in this turn. */
  async run(): Promise<number> {
    const { borrowing, extensions, clock } = this.#deps;
    const now = clock();
    const later = (hours: number) => new Date(now.getTime() + hours * HOUR);
    const steps: [filter: object, act: (loan: Loan) => Promise<unknown>][] = [
      [{ status: 'asked', holdUntil: { $lte: now } }, ({ _id }) => borrowing.move(system, _id, 'lapse')],
      [
        { 'extension.state': 'asked', 'extension.holdUntil': { $lte: now }, status: { $in: ['accepted', 'out'] } },
        ({ _id }) => extensions.lapse(system, _id),
      ],
      [
        {
          status: 'returned',
          'takeBack.at': { $lte: later(-loanHours.settle) },
          'takeBack.missing': { $size: 0 },
          'takeBack.damage': null,
        },
        ({ _id }) => borrowing.move(system, _id, 'settle'),
      ],
      [
        { status: 'accepted', from: { $gt: now, $lte: later(loanHours.reminder) }, 'told.handOver': null },
        (loan) => this.#tell(loan, 'handOver', 'borrowing.hand_over_soon', hearersOf(loan, 'system')),
      ],
      [
        { status: 'out', until: { $gt: now, $lte: later(loanHours.reminder) }, 'told.back': null },
        (loan) => this.#remindReturn(loan, now),
      ],
      [
        { status: 'out', until: { $lt: now }, 'told.late': null },
        (loan) => this.#tell(loan, 'late', 'borrowing.late', hearersOf(loan, 'system')),
      ],
    ];
    let done = 0;
    for (const [filter, act] of steps) done += await this.#each(filter, act);
    return done + (await this.#warnNext(now));
  }

  /** A loan shorter than the reminder's lead was just handed over: its end is no news. */
  #remindReturn(loan: Loan, now: Date) {
    const short = now.getTime() - (loan.handOver?.at.getTime() ?? 0) < HOUR;
    return this.#tell(loan, 'back', 'borrowing.return_soon', short ? [] : borrowersOf(loan));
  }

  /** The next borrower of each late machine hears of it before their time comes, and so does the lender. */
  async #warnNext(now: Date): Promise<number> {
    const late = await LoanRecord.find({ status: 'out', until: { $lt: now } })
      .sort({ until: 1 })
      .limit(PER_TURN)
      .lean();
    if (late.length === 0) return 0;
    const soon = { $lte: new Date(now.getTime() + loanHours.lateWarning * HOUR) };
    const units = late.map(({ resourceId, unitId }) => ({ resourceId, unitId }));
    return this.#each({ status: 'accepted', from: soon, 'told.nextLate': null, $or: units }, (loan) =>
      this.#tell(loan, 'nextLate', 'borrowing.next_late', hearersOf(loan, 'system')),
    );
  }

  #tell(...telling: Parameters<LoanService['tellOnce']>) {
    return this.#deps.loans.tellOnce(...telling);
  }

  /** One after the other. A loan that moved on meanwhile is left; one that fails does not keep the others from their turn. */
  async #each(filter: object, act: (loan: Loan) => Promise<unknown>): Promise<number> {
    const failures: unknown[] = [];
    let done = 0;
    for (const loan of await LoanRecord.find(filter).limit(PER_TURN).lean()) {
      try {
        await act(loan);
        done += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} deadlines could not be kept`);
    return done;
  }
}
