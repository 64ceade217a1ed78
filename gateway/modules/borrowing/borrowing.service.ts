import { type LoanMove, loanHours } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { nextCode } from '../../platform/codes.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { AccreditationService } from './accreditation.service.ts';
import { demandConditions } from './asking.rules.ts';
import type { HandOverInput, RequestLoanInput, TakeBackInput } from './borrowing.inputs.ts';
import { checked, reasonFor, take } from './borrowing.rules.ts';
import { holdOf } from './extension.rules.ts';
import type { Loan } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import type { QuoteService } from './quote.service.ts';
import { sideOf } from './sides.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  accreditations: AccreditationService;
  quotes: QuoteService;
  loans: LoanService;
}

/** What comes with a move: the words said with it, and the document of a hand-over or a return. */
export interface MoveInput {
  note?: string;
  handOver?: HandOverInput;
  takeBack?: TakeBackInput;
}

type Effect = (loan: Loan, input: MoveInput, personId: string) => Promise<Partial<Loan>>;

/** Borrowing, from asking to closed. Time is taken and given back by the calendar alone. */
export class BorrowingService {
  readonly #deps: Deps;
  readonly #effects: Record<LoanMove, Effect>;

  constructor(deps: Deps) {
    this.#deps = deps;
    const release: Effect = (loan) => this.#release(loan);
    const nothing: Effect = () => Promise.resolve({});
    this.#effects = {
      accept: (loan) => this.#confirm(loan),
      decline: release,
      lapse: release,
      cancel: release,
      withdraw: release,
      no_show: release,
      hand_over: (loan, { handOver }, personId) => this.#handOver(loan, handOver, personId),
      take_back: (loan, { takeBack }, personId) => this.#takeBack(loan, takeBack, personId),
      report_trouble: nothing,
      close: nothing,
      settle: nothing,
    };
  }

  /**
   * Asks for a machine for the party that the viewer acts for; where the owner lets requests be accepted by themselves,
   * books it at once. Conditions, accreditation, time and loan are one transaction; a retry with the same key gives the
   * first loan again.
   */
  async request(viewer: Viewer, input: RequestLoanInput): Promise<Loan> {
    const person = asVerified(viewer);
    const { clock, quotes, loans } = this.#deps;
    const intent = {
      by: person.id,
      key: input.idempotencyKey,
      operation: 'requestLoan',
      arguments: { ...input, party: person.acting },
      at: clock(),
    };
    const id = await once(intent, async () => {
      const quote = await quotes.demands(viewer, input);
      demandConditions(quote.conditions);
      if (!input.termsAccepted) throw new Refusal('borrowing.terms');
      if (quote.accreditation) await this.#deps.accreditations.use(quote.accreditation);
      return this.#book(person.id, input, quote);
    });
    return loans.get(viewer, id);
  }

  /** Takes a loan one step further. Refusals: `borrowing.closedMove`, `borrowing.notYet`, and those of each document. */
  move(viewer: Viewer, id: string, move: LoanMove, input: MoveInput = {}): Promise<Loan> {
    const { clock, loans } = this.#deps;
    const personId = viewer.kind === 'system' ? undefined : asVerified(viewer).id;
    return transaction(async () => {
      const loan = await loans.get(viewer, id);
      const by = sideOf(viewer, loan);
      const status = take(move, loan, by, clock());
      const note = reasonFor(move, input.note);
      const change = await this.#effects[move](loan, input, personId ?? '');
      const line = { at: clock(), event: move, by: by!, ...(personId && { personId }), ...(note && { note }) };
      return loans.advance(loan, line, { ...change, status });
    });
  }

  async #book(personId: string, input: RequestLoanInput, quote: Awaited<ReturnType<QuoteService['demands']>>) {
    const { clock, newId, calendar, loans } = this.#deps;
    const { resource, workshop, party, price, holdUntil } = quote;
    const { from, until, use } = input;
    const _id = newId();
    const period = { from, until };
    const away = use === 'take_away';
    const hold = holdUntil ? { holdUntil } : {};
    const ask = { resourceId: resource._id, period, purpose: 'loan' as const, subjectId: _id, away, ...hold };
    const [booking] = await calendar.reserve([ask]);
    const at = clock();
    const event = holdUntil ? ('ask' as const) : ('book' as const);
    const soon = from.getTime() - at.getTime() < loanHours.reminder * 3_600_000;
    const loan: Loan = {
      _id,
      code: await nextCode('BP', at.getUTCFullYear()),
      status: holdUntil ? 'asked' : 'accepted',
      resourceId: resource._id,
      unitId: booking!.unitId,
      workshopId: workshop._id,
      party: { scope: party.scope, id: party.id },
      personId,
      from,
      until,
      use,
      note: input.note.trim(),
      terms: resource.terms,
      price,
      askedAt: at,
      ...hold,
      history: [{ at, event, by: 'borrower', personId, ...(input.note.trim() && { note: input.note.trim() }) }],
      told: soon && !holdUntil ? { handOver: at } : {},
      revision: 0,
    };
    await loans.open(loan);
    return _id;
  }

  async #confirm(loan: Loan): Promise<Partial<Loan>> {
    const now = this.#deps.clock();
    await this.#deps.calendar.confirm(loan._id);
    const soon = loan.from.getTime() - now.getTime() < loanHours.reminder * 3_600_000;
    return soon ? { told: { ...loan.told, handOver: now } } : {};
  }

  /** Gives back all the time, and what an extension still held. */
  async #release(loan: Loan): Promise<Partial<Loan>> {
    await this.#deps.calendar.release(loan._id);
    return this.#dropExtension(loan);
  }

  async #dropExtension({ _id, extension }: Loan): Promise<Partial<Loan>> {
    if (extension?.state !== 'asked') return {};
    await this.#deps.calendar.release(holdOf(_id));
    return { extension: { ...extension, state: 'lapsed' } };
  }

  /** Checks the accreditation again: it may have been revoked since. */
  async #handOver(loan: Loan, input: HandOverInput | undefined, personId: string): Promise<Partial<Loan>> {
    if (!input) throw new Refusal('platform.invalid');
    const { clock, calendar, accreditations } = this.#deps;
    const resource = await ResourceRecord.findById(loan.resourceId).lean();
    const workshop = await WorkshopRecord.findById(loan.workshopId, { networkIds: 1 }).lean();
    if (!resource || !workshop) throw notFound('resource');
    if (resource.accreditation) {
      const held = await accreditations.held(loan.personId, resource.accreditation, workshop);
      if (!held) throw new Refusal('borrowing.accreditation', { name: resource.accreditation });
      await accreditations.use(held);
    }
    const { receivedBy, present, missing, condition } = input;
    checked(resource.checklist, present, missing);
    const unitId = input.unitId ?? loan.unitId;
    await calendar.assignUnit(loan._id, unitId);
    await calendar.openCustody({ unitId, resourceId: loan.resourceId, loanId: loan._id, dueAt: loan.until });
    const terms = loan.terms.conditions;
    return {
      unitId,
      handOver: {
        at: clock(),
        personId,
        unitId,
        receivedBy: receivedBy.trim(),
        present,
        missing,
        condition: condition.trim(),
        terms,
      },
    };
  }

  /** Closes the custody; what is left of the time is free from now. */
  async #takeBack(loan: Loan, input: TakeBackInput | undefined, personId: string): Promise<Partial<Loan>> {
    if (!input || !loan.handOver) throw new Refusal('platform.invalid');
    const { clock, calendar } = this.#deps;
    const now = clock();
    const { broughtBy, present, missing, condition } = input;
    checked(loan.handOver.present, present, missing);
    await calendar.closeCustody(loan._id);
    const dropped = await this.#dropExtension(loan);
    if (now <= loan.from) await calendar.release(loan._id);
    else if (now < loan.until)
      await calendar.reschedule(loan._id, { from: loan.from, until: now }, loan.use === 'take_away');
    const damage = input.damage?.trim();
    return {
      ...dropped,
      takeBack: {
        at: now,
        personId,
        broughtBy: broughtBy.trim(),
        present,
        missing,
        condition: condition.trim(),
        ...(damage && { damage }),
      },
    };
  }
}
