import { thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { type IntentKey, once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import type { ClaimService } from '../sharing/claim.service.ts';
import type { LedgerService, Want } from '../sharing/ledger.service.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import type { SkillDemandService } from '../training/demand.service.ts';
import { BasketRecord, type KeptPart } from './basket.entity.ts';
import type { SubmitBasketInput } from './basket.inputs.ts';
import { inAskingOrder, isReady, type ReadyLine } from './basket.rules.ts';
import type { GroupService } from './group.service.ts';
import { type AskedLine, type AskedPart, type LoanGroup, LoanGroupRecord } from './loan-group.entity.ts';
import { askOf, type OpeningService, type Wanted } from './opening.service.ts';

interface Deps {
  skillDemand: SkillDemandService;
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  claims: ClaimService;
  groups: GroupService;
  ledger: LedgerService;
  openings: OpeningService;
}

/** What is ready to be asked for in one go; ids are made beforehand, so that a transaction tried again opens the same. */
interface Order {
  lines: (ReadyLine & { wanted: Wanted[] })[];
  parts: (KeptPart & { claimId: string })[];
}

/** What is asked for of the ledgers, and in whose line one stands for it. */
const wantsOf = (parts: Order['parts']): Want[] =>
  parts.map(({ listingId, claimId, quantity }) => ({
    listingId,
    claimId,
    quantity: Math.round(quantity * thousandths),
  }));

/**
 * Asks for all that is in a basket: one loan per unit, one claim per part, each with its own workshop, kept together as
 * a group. Machines are always taken before what is counted, and each in the order of its ids.
 */
export class BasketRequestService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * `whole`: all of it in one transaction, or nothing; refused with `borrowing.wholeBasket`, which names what cannot be
   * had and why. Else each answers for itself: asked for and out of the basket, or refused and still in it. A retry with
   * the same key gives the first answer again, and goes on where a lost one stopped.
   */
  async submit(viewer: Viewer, input: SubmitBasketInput): Promise<LoanGroup> {
    const person = asVerified(viewer);
    const { whole, termsAccepted, idempotencyKey: key } = input;
    const said = { whole, termsAccepted, party: person.acting };
    const intent = { by: person.id, key, operation: 'submitBasket', arguments: said, at: this.#deps.clock() };
    const { lines = [], parts = [] } = (await BasketRecord.findById(person.id).lean()) ?? {};
    const order = this.#order(lines.filter(isReady), parts);
    const isFull = order.lines.length === lines.length;
    const id = whole
      ? await this.#whole(person, intent, order, isFull, input)
      : await this.#open(person, intent, order);
    if (!whole) await this.#each(person, id, intent, input);
    return this.#deps.groups.get(viewer, id);
  }

  #order(lines: readonly ReadyLine[], parts: readonly KeptPart[]): Order {
    const { newId } = this.#deps;
    return {
      lines: lines.map((line) => ({ ...line, wanted: this.#wanted(line) })),
      parts: inAskingOrder(parts).map((part) => ({ ...part, claimId: newId() })),
    };
  }

  async #whole(person: PersonViewer, intent: IntentKey, order: Order, isFull: boolean, input: SubmitBasketInput) {
    const groupId = this.#deps.newId();
    const work = async () => {
      if (order.lines.length + order.parts.length === 0) throw new Refusal('borrowing.basketEmpty');
      if (!isFull) throw new Refusal('calendar.period');
      await this.#create(person, groupId, order, true);
      await this.#ask(person, groupId, order, input.termsAccepted);
      return groupId;
    };
    const asked = once(intent, work, (run) => this.#inLine(order, run));
    return this.#deps.skillDemand.heard(asked).catch((error: unknown) => this.#named(error));
  }

  /** In line for everything, machines first: whoever else wants some of it stands in the same lines in the same order. */
  #inLine({ lines, parts }: Order, run: () => Promise<string>): Promise<string> {
    const { calendar, ledger } = this.#deps;
    const asks = lines.flatMap(({ wanted }) => wanted).map(askOf);
    return calendar.inLine(asks, () => ledger.inLine(wantsOf(parts), run));
  }

  /** Takes time, then quantities, then what was asked for out of the basket: in the caller's transaction. */
  async #ask(person: PersonViewer, groupId: string, { lines, parts }: Order, termsAccepted: boolean): Promise<void> {
    const wanted = lines.flatMap((line) => line.wanted);
    if (wanted.length > 0) await this.#deps.openings.open(person, wanted, { termsAccepted, groupId });
    const asked = parts.map(({ listingId, quantity, as, note, claimId }) => {
      return { listingId, quantity, note, wait: false, claimId, ...(as && { as }) };
    });
    if (asked.length > 0) await this.#deps.claims.openAll(person, asked, groupId);
    await this.#takeOut(person, [...lines, ...parts]);
  }

  /** The group, with lines and parts as they are now: what each becomes is written beside it. */
  #open(person: PersonViewer, intent: IntentKey, order: Order): Promise<string> {
    const groupId = this.#deps.newId();
    return once(intent, async () => {
      if (order.lines.length + order.parts.length === 0) throw new Refusal('borrowing.basketEmpty');
      await this.#create(person, groupId, order, false);
      return groupId;
    });
  }

  async #each(person: PersonViewer, groupId: string, intent: IntentKey, input: SubmitBasketInput): Promise<void> {
    const { lines = [], parts = [] } = (await LoanGroupRecord.findById(groupId).lean()) ?? {};
    const one = async (at: 'lines' | 'parts', id: string, order: Order, set: object) => {
      const work = async () => {
        await this.#ask(person, groupId, order, input.termsAccepted);
        await LoanGroupRecord.updateOne({ _id: groupId, [`${at}.id`]: id }, { $set: set });
        return groupId;
      };
      const own = { ...intent, key: `${intent.key}:${id}`, operation: 'submitBasketLine' };
      const refusal = await this.#refusalOf(once(own, work, (run) => this.#inLine(order, run)));
      if (!refusal) return;
      const said = { [`${at}.$.refusal`]: refusal.key, [`${at}.$.refusalParams`]: refusal.params };
      await LoanGroupRecord.updateOne({ _id: groupId, [`${at}.id`]: id }, { $set: said });
    };
    for (const line of lines) {
      if (line.loanIds.length > 0 || line.refusal) continue;
      const wanted = this.#wanted(line);
      const loanIds = wanted.map(({ loanId }) => loanId);
      await one('lines', line.id, { lines: [{ ...line, wanted }], parts: [] }, { 'lines.$.loanIds': loanIds });
    }
    for (const part of parts) {
      if (part.claimId || part.refusal) continue;
      const claimId = this.#deps.newId();
      await one('parts', part.id, { lines: [], parts: [{ ...part, claimId }] }, { 'parts.$.claimId': claimId });
    }
  }

  /** What was refused of one of several; what failed otherwise fails the whole call. */
  async #refusalOf(asked: Promise<string>): Promise<Refusal | undefined> {
    try {
      await this.#deps.skillDemand.heard(asked);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal && error.key !== 'platform.unavailable') return error;
      throw error;
    }
  }

  #wanted({ resourceId, from, until, use, note, quantity }: Omit<ReadyLine, 'id'>): Wanted[] {
    const { newId } = this.#deps;
    return Array.from({ length: quantity }, () => ({ loanId: newId(), resourceId, from, until, use, note }));
  }

  #create({ id: personId, acting: party }: PersonViewer, _id: string, order: Order, whole: boolean) {
    const askedAt = this.#deps.clock();
    const lines = order.lines.map(({ wanted, ...line }): AskedLine => {
      return { ...line, loanIds: whole ? wanted.map(({ loanId }) => loanId) : [] };
    });
    const parts = order.parts.map(({ claimId, ...part }): AskedPart => ({ ...part, ...(whole && { claimId }) }));
    return this.#deps.groups.create({ _id, kind: 'basket', whole, personId, party, askedAt, lines, parts });
  }

  /** Refuses with `borrowing.basketMoved` what has left the basket meanwhile: it was sent twice, from two places. */
  async #takeOut({ id }: PersonViewer, asked: readonly { id: string }[]): Promise<void> {
    const gone = asked.map((one) => one.id);
    await transaction(async () => {
      const { lines = [], parts = [] } = (await BasketRecord.findById(id).lean()) ?? {};
      const there = new Set([...lines, ...parts].map((one) => one.id));
      if (!gone.every((one) => there.has(one))) throw new Refusal('borrowing.basketMoved');
      const pull = { lines: { id: { $in: gone } }, parts: { id: { $in: gone } } };
      await BasketRecord.updateOne({ _id: id }, { $pull: pull });
    });
  }

  /** A refusal about one thing, said of the whole basket. */
  async #named(error: unknown): Promise<never> {
    if (!(error instanceof Refusal)) throw error;
    const { resourceId, listingId } = error.params;
    const found =
      typeof resourceId === 'string'
        ? await ResourceRecord.findById(resourceId, { name: 1 }).lean()
        : typeof listingId === 'string'
          ? await ListingRecord.findById(listingId, { name: 1 }).lean()
          : undefined;
    if (found === undefined) throw error;
    throw new Refusal('borrowing.wholeBasket', { ...error.params, machine: found?.name ?? '', why: error.key });
  }
}
