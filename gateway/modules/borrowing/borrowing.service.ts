import { breakingMoves, type LoanMove } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import type { NextTrainingService } from '../training/next.service.ts';
import { trainingParams } from './asking.rules.ts';
import type { HandOverInput, RequestLoanInput, TakeBackInput } from './borrowing.inputs.ts';
import { checked, reasonFor, take } from './borrowing.rules.ts';
import { agreedBy, facing } from './consent.rules.ts';
import { holdOf } from './extension.rules.ts';
import type { GroupService } from './group.service.ts';
import type { Loan } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import { askOf, type OpeningService } from './opening.service.ts';
import { firstTold } from './reminder.rules.ts';
import { sideOf } from '../identity/sides.ts';
import type { UndoService } from './undo.service.ts';
import type { SkillDemandService } from '../training/demand.service.ts';

interface Deps {
  skillDemand: SkillDemandService;
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  accreditations: AccreditationService;
  nextTrainings: NextTrainingService;
  openings: OpeningService;
  groups: GroupService;
  loans: LoanService;
  undoing: UndoService;
}

/** What comes with a move: the words said with it, and the document of a hand-over or a return. */
export interface MoveInput {
  note?: string;
  handOver?: HandOverInput;
  takeBack?: TakeBackInput;
  /** Nobody is told by this step: whoever takes it for several loans tells it once. */
  quiet?: boolean;
}

export type Effect = (loan: Loan, input: MoveInput, personId: string) => Promise<Partial<Loan>>;

/** Borrowing, from asking to closed. Time is taken and given back by the calendar alone. */
export class BorrowingService {
  readonly #deps: Deps;
  readonly #effects: Record<LoanMove, Effect>;

  constructor(deps: Deps) {
    this.#deps = deps;
    const release: Effect = (loan) => this.#release(loan);
    const nothing: Effect = () => Promise.resolve({});
    this.#effects = {
      agree: (loan, _, personId) => Promise.resolve(this.#consent(loan, personId)),
      accept: (loan, _, personId) => this.#confirm(loan, personId),
      decline: release,
      lapse: release,
      cancel: release,
      withdraw: release,
      no_show: release,
      hand_over: (loan, { handOver }, personId) => this.#handOver(loan, handOver, personId),
      take_back: (loan, { takeBack }, personId) => this.#takeBack(loan, takeBack, personId),
      visit: nothing,
      report_trouble: nothing,
      close: nothing,
      settle: nothing,
      ...deps.undoing.effects,
    };
  }

  /**
   * Asks for a machine for the party that the viewer acts for; where the owner lets requests be accepted by themselves,
   * books it at once. Conditions, accreditation, time and loan are one transaction; a retry with the same key gives the
   * first loan again.
   */
  async request(viewer: Viewer, input: RequestLoanInput): Promise<Loan> {
    const person = asVerified(viewer);
    const { clock, newId, calendar, openings, loans } = this.#deps;
    const intent = {
      by: person.id,
      key: input.idempotencyKey,
      operation: 'requestLoan',
      arguments: { ...input, party: person.acting },
      at: clock(),
    };
    const wanted = [{ ...input, loanId: newId() }];
    const open = async () => (await openings.open(person, wanted, input))[0]!._id;
    const asked = once(intent, open, (run) => calendar.inLine(wanted.map(askOf), run));
    const id = await this.#deps.skillDemand.heard(asked);
    return loans.get(viewer, id);
  }

  /** Takes a loan one step further. Refusals: `borrowing.closedMove`, `borrowing.notYet`, and those of each document. */
  move(viewer: Viewer, id: string, move: LoanMove, input: MoveInput = {}): Promise<Loan> {
    const { clock, loans, groups } = this.#deps;
    const personId = viewer.kind === 'system' ? undefined : asVerified(viewer).id;
    return transaction(async () => {
      const loan = facing(viewer, await loans.get(viewer, id));
      const by = sideOf(viewer, loan);
      const status = take(move, loan, by, clock());
      const note = reasonFor(move, input.note);
      const change = await this.#effects[move](loan, input, personId ?? '');
      const line = { at: clock(), event: move, by: by!, ...(personId && { personId }), ...(note && { note }) };
      const after = await loans.advance(loan, line, { ...change, status }, input.quiet);
      if (breakingMoves.has(move)) await groups.broken(after);
      return after;
    });
  }

  /** Those for whom the person speaks agree: the person who is lent, the workshop that employs them. */
  #consent({ consents }: Loan, personId: string): Partial<Loan> {
    return consents ? { consents: agreedBy(consents, personId, this.#deps.clock()) } : {};
  }

  async #confirm(loan: Loan, personId: string): Promise<Partial<Loan>> {
    const now = this.#deps.clock();
    await this.#deps.calendar.confirm(loan._id);
    const workshop = await WorkshopRecord.findById(loan.workshopId, { timeZone: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const told = { ...loan.told, ...firstTold('handOver', loan.from, workshop.timeZone, now) };
    return { ...this.#consent(loan, personId), told };
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
    const workshop = await WorkshopRecord.findById(loan.workshopId, { networkIds: 1, timeZone: 1 }).lean();
    if (!resource || !workshop) throw notFound('resource');
    if (resource.accreditation) {
      const held = await accreditations.held(loan.personId, resource.accreditation, workshop);
      if (!held) throw await this.#lacking(loan, resource.accreditation);
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
      told: { ...loan.told, ...firstTold('back', loan.until, workshop.timeZone, clock()) },
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

  /** What is missing, who gives it and when next. */
  async #lacking({ workshopId, party }: Loan, name: string): Promise<Refusal> {
    const own = party.scope === 'workshop' ? party.id : '';
    const sites = await WorkshopRecord.find({ _id: { $in: [workshopId, own] } }, { networkIds: 1, location: 1 }).lean();
    const siteOf = (id: string) => sites.find(({ _id }) => _id === id);
    const lender = siteOf(workshopId);
    const learner = { party, networkIds: siteOf(own)?.networkIds ?? [] };
    const training = lender && (await this.#deps.nextTrainings.next(name, lender, learner));
    return new Refusal('borrowing.accreditation', { name, ...trainingParams(training) });
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
