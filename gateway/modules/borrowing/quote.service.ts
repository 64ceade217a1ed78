import type { LoanUse } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/day.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Block } from '../calendar/calendar.rules.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Party, Viewer } from '../identity/viewer.ts';
import { type Closure, type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { Accreditation } from './accreditation.entity.ts';
import type { AccreditationService } from './accreditation.service.ts';
import {
  type Asking,
  type Condition,
  conditionsOf,
  isFree,
  nextSlot,
  searchWindow,
  type SlotSearch,
} from './asking.rules.ts';
import { holdOver, type LoanPrice, priceOf } from './price.rules.ts';

interface Deps {
  clock: Clock;
  busy: BusyService;
  accreditations: AccreditationService;
}

export interface LoanWish extends Period {
  resourceId: string;
  use: LoanUse;
  /** Units wanted at the same time; one unless said. */
  units?: number;
}

/** What is known of a wish: the machine, its workshop, and every condition with what it lacks. */
export interface Quote {
  resource: Resource;
  workshop: Workshop;
  party: Party;
  accreditation: Accreditation | undefined;
  conditions: Condition[];
  price: LoanPrice;
  /** Until when a request made now would hold its time; absent where it is accepted by itself. */
  holdUntil: Date | undefined;
  /** Days within it on which the workshop is shut. */
  closures: Closure[];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What is known of a machine whatever the time. */
type Facts = Pick<Quote, 'resource' | 'workshop' | 'party' | 'accreditation'> & { partyNetworks: readonly string[] };

const nobody: Party = { scope: 'person', id: '' };

/** Closures of the workshop that fall within a loan: the borrower keeps the machine over them. */
function closuresWithin({ from, until }: Period, { closures, timeZone }: Workshop): Closure[] {
  const [first, last] = [dayOf(timeZone, from), dayOf(timeZone, until)];
  return closures.filter((closure) => closure.from <= last && closure.to >= first);
}

const lenderIn = ({ _id, networkIds, openingHours, closures, timeZone }: Workshop): Asking['lender'] => ({
  id: _id,
  networkIds,
  openingHours: openingHours as unknown as WeeklyHours,
  closures,
  timeZone,
});

/** The conditions with what the calendar shows, and the next slot where something about the time is missing. */
function looked(asking: Asking, search: SlotSearch): Condition[] {
  const free = isFree(asking.period, search);
  const first = conditionsOf({ ...asking, free });
  const timely = first.every(({ condition, met }) => met || !['future', 'notice', 'hours', 'free'].includes(condition));
  const next = timely ? undefined : nextSlot(search);
  return next ? conditionsOf({ ...asking, free, next }) : first;
}

function searchOf(
  { buffers, units, terms }: Resource,
  { now, period, use, lender }: Asking,
  blocks: readonly Block[],
  wanted = 1,
): SlotSearch {
  const transport = use === 'take_away' ? buffers.transportMinutes : 0;
  return {
    period,
    use,
    lender,
    earliest: new Date(now.getTime() + terms.noticeHours * HOUR),
    unitIds: units.map(({ id }) => id),
    blocks,
    before: buffers.prepareMinutes + transport,
    after: buffers.cleanMinutes + transport,
    units: wanted,
  };
}

/** What it takes to borrow a machine: one list of conditions for showing and for refusing. */
export class QuoteService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** For the eye: looks at the calendar too, and finds the next slot where something about the time is missing. */
  async quote(viewer: Viewer, wish: LoanWish): Promise<Quote> {
    const [quote] = await this.quoteAll(viewer, [wish]);
    return quote!;
  }

  /** The same for several wishes, in their order: each machine is read once, its calendar over all the days wished. */
  async quoteAll(viewer: Viewer, wishes: readonly LoanWish[]): Promise<Quote[]> {
    const facts = await this.#factsFor(viewer, wishes);
    const quotes = wishes.map((wish) => this.#apply(viewer, facts.get(wish.resourceId)!, wish));
    const blocks = new Map<string, Block[]>();
    for (const { resource } of facts.values()) {
      const windows = quotes
        .filter((one) => one.resource._id === resource._id)
        .map(({ asking }) => this.#window(asking));
      const span = {
        from: new Date(Math.min(...windows.map(({ from }) => from.getTime()))),
        until: new Date(Math.max(...windows.map(({ until }) => until.getTime()))),
      };
      blocks.set(resource._id, (await this.#deps.busy.blocksOver([resource._id], span)).get(resource._id) ?? []);
    }
    return quotes.map(({ asking, ...known }, n) => ({
      ...known,
      conditions: looked(asking, searchOf(known.resource, asking, blocks.get(known.resource._id)!, wishes[n]!.units)),
    }));
  }

  /** For asking, in its transaction: everything but the calendar, which `reserve()` answers for. */
  async demandsAll(viewer: Viewer, wishes: readonly LoanWish[]): Promise<Quote[]> {
    const facts = await this.#factsFor(viewer, wishes);
    return wishes.map((wish) => {
      const { asking, ...known } = this.#apply(viewer, facts.get(wish.resourceId)!, wish);
      return { ...known, conditions: conditionsOf({ ...asking, free: true }) };
    });
  }

  async #factsFor(viewer: Viewer, wishes: readonly LoanWish[]): Promise<Map<string, Facts>> {
    const facts = new Map<string, Facts>();
    for (const { resourceId, from, until } of wishes) {
      if (until.getTime() - from.getTime() > limits.bookingDays * DAY) throw new Refusal('calendar.period');
      if (!facts.has(resourceId)) facts.set(resourceId, await this.#facts(viewer, resourceId));
    }
    return facts;
  }

  async #facts(viewer: Viewer, resourceId: string): Promise<Facts> {
    const resource = await ResourceRecord.findOne({ _id: resourceId, status: 'published' }).lean();
    if (!resource) throw notFound('resource');
    const workshop = await WorkshopRecord.findById(resource.workshopId).lean();
    if (!workshop) throw notFound('workshop');
    const party = viewer.kind === 'person' ? viewer.acting : nobody;
    const own = party.scope === 'workshop' ? await WorkshopRecord.findById(party.id, { networkIds: 1 }).lean() : null;
    const accreditation =
      resource.accreditation && viewer.kind === 'person'
        ? await this.#deps.accreditations.held(viewer.id, resource.accreditation, workshop)
        : undefined;
    return { resource, workshop, party, accreditation, partyNetworks: own?.networkIds ?? [] };
  }

  #apply(viewer: Viewer, { partyNetworks, ...facts }: Facts, { from, until, use }: LoanWish) {
    const { resource, workshop, party, accreditation } = facts;
    const { terms } = resource;
    const now = this.#deps.clock();
    const asking: Asking = {
      now,
      period: { from, until },
      use,
      asker: viewer.kind !== 'person' ? 'visitor' : viewer.verified ? 'person' : 'unproven',
      party: { ...party, networkIds: partyNetworks },
      lender: lenderIn(workshop),
      machine: {
        use: resource.use,
        audience: terms.audience,
        noticeHours: terms.noticeHours,
        longestHours: terms.longestHours,
        ...(resource.accreditation && { accreditation: resource.accreditation }),
      },
      accredited: accreditation !== undefined,
      free: true,
    };
    const holdUntil = terms.automatic ? undefined : holdOver(now, from, terms.holdHours);
    return {
      ...facts,
      asking,
      price: priceOf({ from, until }, terms),
      holdUntil,
      closures: closuresWithin({ from, until }, workshop),
    };
  }

  #window({ period, machine, now }: Asking): Period {
    return searchWindow(period, new Date(now.getTime() + machine.noticeHours * HOUR));
  }
}
