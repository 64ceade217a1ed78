import type { OccurrenceState } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { GroupService } from './group.service.ts';
import type { LoanGroup } from './loan-group.entity.ts';
import { askOf, type OpeningService } from './opening.service.ts';
import type { LoanWish, Quote, QuoteService } from './quote.service.ts';
import { occurrencesOf, type Rule } from './recurrence.rules.ts';
import type { RequestSeriesInput } from './series.inputs.ts';
import type { SkillDemandService } from '../training/demand.service.ts';

interface Deps {
  skillDemand: SkillDemandService;
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  openings: OpeningService;
  groups: GroupService;
  quotes: QuoteService;
}

export interface Occurrence extends Period {
  state: OccurrenceState;
  quote: Quote;
}

/** How often the free times are looked at again while others take them. */
const ATTEMPTS = 3;

/** The first thing about time that is in the way, else anything else that is. */
const stateOf = ({ conditions }: Quote): OccurrenceState => {
  const missing = conditions.filter(({ met }) => !met).map(({ condition }) => condition);
  if (missing.includes('hours')) return 'closed';
  if (missing.includes('free')) return 'taken';
  return missing.some((condition) => condition !== 'account') ? 'refused' : 'free';
};

const possible = ({ conditions }: Quote) => conditions.every(({ met }) => met);

/** One machine again and again: what collides is shown before it is asked for, and the rest is asked for in one go. */
export class SeriesService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Every time of the rule, on the clock of the workshop, with what stands in its way. Holds nothing. */
  async preview(viewer: Viewer, wish: LoanWish, rule: Rule): Promise<Occurrence[]> {
    if (!(wish.from < wish.until)) throw new Refusal('calendar.period');
    const resource = await ResourceRecord.findOne(
      { _id: wish.resourceId, status: 'published' },
      { workshopId: 1 },
    ).lean();
    const workshop = resource && (await WorkshopRecord.findById(resource.workshopId, { timeZone: 1 }).lean());
    if (!workshop) throw notFound('resource');
    const times = occurrencesOf(wish, workshop.timeZone, rule);
    if (times.length === 0) throw new Refusal('borrowing.recurrence');
    const { resourceId, use } = wish;
    const quotes = await this.#deps.quotes.quoteAll(
      viewer,
      times.map((time) => ({ ...time, resourceId, use })),
    );
    return times.map((time, n) => ({ ...time, state: stateOf(quotes[n]!), quote: quotes[n]! }));
  }

  /**
   * Asks for all these times in one transaction. With `skipTaken`, for those that can be had when it comes to it; refused
   * with `calendar.taken` when that is none of them.
   */
  async request(viewer: Viewer, input: RequestSeriesInput): Promise<LoanGroup> {
    const person = asVerified(viewer);
    const { idempotencyKey, ...said } = input;
    const intent = {
      by: person.id,
      key: idempotencyKey,
      operation: 'requestSeries',
      arguments: { ...said, party: person.acting },
      at: this.#deps.clock(),
    };
    for (let attempt = 1; ; attempt += 1)
      try {
        const wishes = input.skipTaken ? await this.#open(person, input) : this.#wishes(input);
        return await this.#deps.groups.get(viewer, await this.#ask(person, input, wishes, intent));
      } catch (error) {
        const raced = error instanceof Refusal && error.key === 'calendar.taken' && input.skipTaken;
        if (!raced || attempt === ATTEMPTS) throw error;
      }
  }

  #wishes({ resourceId, use, occurrences }: RequestSeriesInput): LoanWish[] {
    const sorted = [...occurrences].sort((a, b) => a.from.getTime() - b.from.getTime());
    return sorted.map(({ from, until }) => ({ resourceId, use, from, until }));
  }

  /** The times that can be had now. Whatever is missing that is not time is for the request to refuse. */
  async #open(person: PersonViewer, input: RequestSeriesInput): Promise<LoanWish[]> {
    const wishes = this.#wishes(input);
    const quotes = await this.#deps.quotes.quoteAll(person, wishes);
    const open = wishes.filter((_, n) => possible(quotes[n]!));
    return open.length > 0 ? open : wishes;
  }

  #ask(person: PersonViewer, input: RequestSeriesInput, wishes: LoanWish[], intent: Parameters<typeof once>[0]) {
    const { clock, newId, calendar, openings, groups } = this.#deps;
    const { note, termsAccepted, skipTaken } = input;
    const wanted = wishes.map((wish) => ({ ...wish, note, loanId: newId() }));
    const groupId = newId();
    const open = async () => {
      const { id: personId, acting: party } = person;
      await groups.create({
        _id: groupId,
        kind: 'series',
        whole: !skipTaken,
        personId,
        party,
        askedAt: clock(),
        lines: [],
      });
      await openings.open(person, wanted, { termsAccepted, groupId, asSeries: true });
      return groupId;
    };
    return this.#deps.skillDemand.heard(once(intent, open, (run) => calendar.inLine(wanted.map(askOf), run)));
  }
}
