import type { LoanEvent } from '../../../schema/loans.ts';
import type { HappeningKey } from '../../../schema/events.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { demand, type Party, type Viewer } from '../identity/viewer.ts';
import type { MailParams } from '../notice/mails.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Loan, LoanRecord, type Told } from './loan.entity.ts';
import type { LoanLine } from './loan-parts.entity.ts';
import type { ReminderStep } from './reminder.rules.ts';
import { hearersOf, lenderOf, maySee } from '../identity/sides.ts';

interface Deps {
  clock: Clock;
  names: PartyNames;
  notices: NoticeService;
}

/** Both sides hear of what is undone: the colleagues of who did it, too. */
const isUndo = (event: LoanEvent) => event.startsWith('undo_');

/** The record of loans: read by their two sides, changed one step at a time, each step in the journal and told. */
export class LoanService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A loan, for its two sides. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<Loan> {
    demand(viewer, true);
    const loan = await LoanRecord.findById(id).lean();
    if (!loan || !maySee(viewer, loan)) throw notFound('loan');
    return loan;
  }

  /**
   * Writes new loans, each with the first line of its journal, and tells the lender of each; both sides when it is booked
   * at once. Those of one series are told of in one word, with how many they are.
   */
  async open(loans: readonly Loan[], asSeries = false): Promise<void> {
    await LoanRecord.insertMany(loans);
    for (const loan of asSeries ? loans.slice(0, 1) : loans) {
      const { event, by } = loan.history[0]!;
      const key = asSeries ? (`borrowing.${event as 'ask' | 'book'}_series` as const) : (`borrowing.${event}` as const);
      await this.tell(loan, key, hearersOf(loan, event === 'book' ? 'system' : by), undefined, {
        count: loans.length,
      });
    }
  }

  /**
   * Takes a loan one step further, in the caller's transaction: only from the very state that was read, so that of two
   * who take different steps at once one is refused with `borrowing.closedMove`. `quiet`: the caller tells it.
   */
  async advance(loan: Loan, line: LoanLine, change: Partial<Loan>, quiet = false): Promise<Loan> {
    const { _id, status, revision } = loan;
    const gone = (Object.keys(change) as (keyof Loan)[]).filter((key) => change[key] === undefined);
    const { modifiedCount } = await LoanRecord.updateOne(
      { _id, status, revision },
      {
        $set: { ...change, movedAt: line.at },
        $unset: Object.fromEntries(gone.map((key) => [key, 1])),
        $push: { history: line },
        $inc: { revision: 1 },
      },
    );
    if (modifiedCount === 0) throw new Refusal('borrowing.closedMove', { status });
    const after = { ...loan, ...change, history: [...loan.history, line], revision: revision + 1 };
    const hearers = hearersOf(loan, isUndo(line.event) ? 'system' : line.by);
    if (!quiet) await this.tell(after, `borrowing.${line.event}`, hearers);
    return after;
  }

  /** Tells something of a loan once, whoever else tries at the same time. A reminder goes to those who want it then. */
  tellOnce(
    loan: Loan,
    what: Told,
    event: HappeningKey,
    to: readonly Party[],
    reminder?: ReminderStep,
  ): Promise<boolean> {
    return transaction(async () => {
      const untold = { _id: loan._id, status: loan.status, [`told.${what}`]: null };
      const { modifiedCount } = await LoanRecord.updateOne(untold, { $set: { [`told.${what}`]: this.#deps.clock() } });
      if (modifiedCount === 1) await this.tell(loan, event, to, reminder);
      return modifiedCount === 1;
    });
  }

  async tell(
    loan: Loan,
    event: HappeningKey,
    to: readonly Party[],
    reminder?: ReminderStep,
    more: MailParams = {},
  ): Promise<void> {
    const params = { ...(await this.#figures(loan)), ...(loan.groupId && { group: loan.groupId }), ...more };
    const when = reminder === undefined ? {} : { reminder };
    await this.#deps.notices.tell({ topic: 'loan', subjectId: loan._id, event, to, params, ...when });
  }

  /** What the words of a notice need. */
  async #figures(loan: Loan): Promise<MailParams> {
    const resource = await ResourceRecord.findById(loan.resourceId, { name: 1 }).lean();
    const workshop = await WorkshopRecord.findById(loan.workshopId, { timeZone: 1, city: 1 }).lean();
    const sides = [lenderOf(loan), loan.party, { scope: 'person' as const, id: loan.personId }];
    const [lender, borrower, person] = await this.#deps.names.of(sides);
    return {
      loan: loan._id,
      code: loan.code,
      ...(loan.kind && { kind: loan.kind }),
      machine: resource?.name ?? '',
      lender: lender?.name ?? '',
      city: workshop?.city ?? '',
      borrower: borrower?.name ?? '',
      person: person?.name ?? '',
      from: loan.from.toISOString(),
      until: loan.until.toISOString(),
      zone: workshop?.timeZone ?? 'Europe/Paris',
      holdUntil: loan.holdUntil?.toISOString() ?? null,
      wanted: loan.extension?.until.toISOString() ?? null,
      note: loan.history.at(-1)?.note ?? null,
    };
  }
}
