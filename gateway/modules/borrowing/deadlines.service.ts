import { loanHours } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { system } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { BorrowingService } from './borrowing.service.ts';
import type { ExtensionService } from './extension.service.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import { type Meeting, reminderAt, reminders } from './reminder.rules.ts';
import { borrowersOf, hearersOf } from '../identity/sides.ts';

interface Deps {
  clock: Clock;
  borrowing: BorrowingService;
  extensions: ExtensionService;
  loans: LoanService;
}

const meetings = ['handOver', 'back'] as const satisfies readonly Meeting[];
const meetingsOf = {
  handOver: {
    status: 'accepted',
    at: 'from',
    soon: 'borrowing.hand_over_soon',
    today: 'borrowing.hand_over_today',
    hearers: (loan: Loan) => hearersOf(loan, 'system'),
  },
  back: {
    status: 'out',
    at: 'until',
    soon: 'borrowing.return_soon',
    today: 'borrowing.return_today',
    hearers: borrowersOf,
  },
} as const;
const zoneOnly = { timeZone: 1 } as const;

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
    const told = new Set<string>();
    /** A series is told of once when its holds run out together. */
    const lapse = ({ _id, groupId, resourceId }: Loan) => {
      const key = `${groupId ?? _id}/${resourceId}`;
      const quiet = told.has(key);
      told.add(key);
      return borrowing.move(system, _id, 'lapse', { quiet });
    };
    const steps: [filter: object, act: (loan: Loan) => Promise<unknown>][] = [
      [{ status: 'asked', holdUntil: { $lte: now } }, lapse],
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
        { status: 'accepted', travel: { $exists: true }, until: { $lte: later(-loanHours.settle) } },
        ({ _id }) => borrowing.move(system, _id, 'visit'),
      ],
      [
        { status: 'returned', travel: { $exists: true }, movedAt: { $lte: later(-loanHours.settle) } },
        ({ _id }) => borrowing.move(system, _id, 'settle'),
      ],
      [
        { status: 'out', until: { $lt: now }, 'told.late': null },
        (loan) => this.#tell(loan, 'late', 'borrowing.late', hearersOf(loan, 'system')),
      ],
    ];
    let done = 0;
    for (const [filter, act] of steps) done += await this.#each(filter, act);
    for (const meeting of meetings) done += await this.#remind(meeting, now);
    return done + (await this.#warnNext(now));
  }

  /** Says of each meeting that it comes: to both sides before a hand-over, to the borrower before a return. */
  async #remind(meeting: Meeting, now: Date): Promise<number> {
    const { status, at, soon, today, hearers } = meetingsOf[meeting];
    let done = 0;
    for (const [step, told] of reminders[meeting]) {
      const until = new Date(now.getTime() + (step === 'day' ? 24 : step) * HOUR);
      const filter = { status, [at]: { $gt: now, $lte: until }, [`told.${told}`]: null };
      const event = step === 'day' ? today : soon;
      done += await this.#each(filter, async (loan) => {
        const { timeZone = 'Europe/Paris' } = (await WorkshopRecord.findById(loan.workshopId, zoneOnly).lean()) ?? {};
        if (reminderAt(step, loan[at], timeZone) <= now) await this.#tell(loan, told, event, hearers(loan), step);
      });
    }
    return done;
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
    for (const loan of await LoanRecord.find(filter).sort({ from: 1 }).limit(PER_TURN).lean()) {
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
