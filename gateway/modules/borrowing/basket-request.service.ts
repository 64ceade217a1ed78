import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { type IntentKey, once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import { BasketRecord } from './basket.entity.ts';
import type { SubmitBasketInput } from './basket.inputs.ts';
import { isReady, type ReadyLine } from './basket.rules.ts';
import type { GroupService } from './group.service.ts';
import { type AskedLine, type LoanGroup, LoanGroupRecord } from './loan-group.entity.ts';
import { askOf, type OpeningService, type Wanted } from './opening.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  openings: OpeningService;
  groups: GroupService;
}

/** Asks for all that is in a basket: one loan per unit, each with its own workshop, kept together as a group. */
export class BasketRequestService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * `whole`: every line in one transaction, or nothing; refused with `borrowing.wholeBasket`, which names the machine and
   * why. Else each line answers for itself: asked for and out of the basket, or refused and still in it. A retry with
   * the same key gives the first answer again, and goes on where a lost one stopped.
   */
  async submit(viewer: Viewer, input: SubmitBasketInput): Promise<LoanGroup> {
    const person = asVerified(viewer);
    const { whole, termsAccepted, idempotencyKey: key } = input;
    const said = { whole, termsAccepted, party: person.acting };
    const intent = { by: person.id, key, operation: 'submitBasket', arguments: said, at: this.#deps.clock() };
    const kept = (await BasketRecord.findById(person.id).lean())?.lines ?? [];
    const lines = kept.filter(isReady);
    const full = lines.length === kept.length;
    const id = whole ? await this.#whole(person, intent, lines, full, input) : await this.#open(person, intent, lines);
    if (!whole) await this.#each(person, id, intent, input);
    return this.#deps.groups.get(viewer, id);
  }

  async #whole(person: PersonViewer, intent: IntentKey, lines: ReadyLine[], full: boolean, input: SubmitBasketInput) {
    const { calendar, openings, newId } = this.#deps;
    const wanted = new Map(lines.map((line) => [line.id, this.#wanted(line)]));
    const all = [...wanted.values()].flat();
    const groupId = newId();
    const work = async () => {
      if (all.length === 0) throw new Refusal('borrowing.basketEmpty');
      if (!full) throw new Refusal('calendar.period');
      const asked = lines.map((line) => ({ ...line, loanIds: wanted.get(line.id)!.map(({ loanId }) => loanId) }));
      await this.#create(person, groupId, asked, true);
      await openings.open(person, all, { termsAccepted: input.termsAccepted, groupId });
      await this.#takeOut(person, lines);
      return groupId;
    };
    return once(intent, work, (run) => calendar.inLine(all.map(askOf), run)).catch((error: unknown) =>
      this.#named(error),
    );
  }

  /** The group, with the lines as they are now: what each becomes is written beside it. */
  #open(person: PersonViewer, intent: IntentKey, lines: ReadyLine[]): Promise<string> {
    const groupId = this.#deps.newId();
    return once(intent, async () => {
      if (lines.length === 0) throw new Refusal('borrowing.basketEmpty');
      await this.#create(
        person,
        groupId,
        lines.map((line) => ({ ...line, loanIds: [] })),
        false,
      );
      return groupId;
    });
  }

  async #each(person: PersonViewer, groupId: string, intent: IntentKey, input: SubmitBasketInput): Promise<void> {
    const group = await LoanGroupRecord.findById(groupId).lean();
    for (const line of group?.lines ?? []) {
      if (line.loanIds.length > 0 || line.refusal) continue;
      const at = { _id: groupId, 'lines.id': line.id };
      const refusal = await this.#one(person, groupId, line, intent, input.termsAccepted);
      if (refusal)
        await LoanGroupRecord.updateOne(at, {
          $set: { 'lines.$.refusal': refusal.key, 'lines.$.refusalParams': refusal.params },
        });
    }
  }

  /** One line in a transaction of its own; the refusal, when there is one. */
  async #one(person: PersonViewer, groupId: string, line: AskedLine, intent: IntentKey, termsAccepted: boolean) {
    const { calendar, openings } = this.#deps;
    const wanted = this.#wanted(line);
    const loanIds = wanted.map(({ loanId }) => loanId);
    const work = async () => {
      await openings.open(person, wanted, { termsAccepted, groupId });
      await LoanGroupRecord.updateOne({ _id: groupId, 'lines.id': line.id }, { $set: { 'lines.$.loanIds': loanIds } });
      await this.#takeOut(person, [line]);
      return groupId;
    };
    const own = { ...intent, key: `${intent.key}:${line.id}`, operation: 'submitBasketLine' };
    try {
      await once(own, work, (run) => calendar.inLine(wanted.map(askOf), run));
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

  #create({ id: personId, acting: party }: PersonViewer, _id: string, lines: AskedLine[], whole: boolean) {
    const askedAt = this.#deps.clock();
    return this.#deps.groups.create({ _id, kind: 'basket', whole, personId, party, askedAt, lines });
  }

  async #takeOut({ id }: PersonViewer, lines: readonly { id: string }[]): Promise<void> {
    const gone = lines.map((line) => line.id);
    await transaction(() => BasketRecord.updateOne({ _id: id }, { $pull: { lines: { id: { $in: gone } } } }).exec());
  }

  /** A refusal about one machine, said of the whole basket. */
  async #named(error: unknown): Promise<never> {
    const resourceId = error instanceof Refusal ? error.params.resourceId : undefined;
    if (!(error instanceof Refusal) || typeof resourceId !== 'string') throw error;
    const machine = await ResourceRecord.findById(resourceId, { name: 1 }).lean();
    throw new Refusal('borrowing.wholeBasket', { ...error.params, machine: machine?.name ?? '', why: error.key });
  }
}
