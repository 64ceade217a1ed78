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
import { type Loan, LoanRecord } from './loan.entity.ts';
import type { LoanLine } from './loan-parts.entity.ts';
import { hearersOf, lenderOf, maySee } from './sides.ts';

interface Deps {
  clock: Clock;
  names: PartyNames;
  notices: NoticeService;
}

/** What the clock says once of a loan. */
export type Told = keyof Loan['told'];

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

  /** Writes a new loan with the first line of its journal, and tells the lender; both sides when it is booked at once. */
  async open(loan: Loan): Promise<void> {
    await LoanRecord.create([loan]);
    const { event, by } = loan.history[0]!;
    await this.tell(loan, `borrowing.${event}`, hearersOf(loan, event === 'book' ? 'system' : by));
  }

  /**
   * Takes a loan one step further, in the caller's transaction: only from the very state that was read, so that of two
   * who take different steps at once one is refused with `borrowing.closedMove`.
   */
  async advance(loan: Loan, line: LoanLine, change: Partial<Loan>): Promise<Loan> {
    const { _id, status, revision } = loan;
    const { modifiedCount } = await LoanRecord.updateOne(
      { _id, status, revision },
      { $set: change, $push: { history: line }, $inc: { revision: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('borrowing.closedMove', { status });
    const after = { ...loan, ...change, history: [...loan.history, line], revision: revision + 1 };
    await this.tell(after, `borrowing.${line.event}`, hearersOf(loan, line.by));
    return after;
  }

  /** Tells something of a loan once, whoever else tries at the same time. To nobody: it counts as told. */
  tellOnce(loan: Loan, what: Told, event: HappeningKey, to: readonly Party[]): Promise<boolean> {
    return transaction(async () => {
      const untold = { _id: loan._id, status: loan.status, [`told.${what}`]: null };
      const { modifiedCount } = await LoanRecord.updateOne(untold, { $set: { [`told.${what}`]: this.#deps.clock() } });
      if (modifiedCount === 1 && to.length > 0) await this.tell(loan, event, to);
      return modifiedCount === 1;
    });
  }

  async tell(loan: Loan, event: HappeningKey, to: readonly Party[]): Promise<void> {
    const params = await this.#figures(loan);
    await this.#deps.notices.tell({ topic: 'loan', subjectId: loan._id, event, to, params });
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
