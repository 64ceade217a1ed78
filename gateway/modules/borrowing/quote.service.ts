import type { LoanUse } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/day.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import { fromStored } from '../../platform/point.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { travels } from '../../../schema/kinds.ts';
import type { Block } from '../calendar/calendar.rules.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Party, Viewer } from '../identity/viewer.ts';
import { FirmRecord } from '../firm/firm.entity.ts';
import { type Lent, lenderOf } from '../identity/sides.ts';
import { type Closure, type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { Accreditation } from '../training/accreditation.entity.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import type { NextTraining } from '../training/next.entity.ts';
import type { NextTrainingService } from '../training/next.service.ts';
import {
  type Asking,
  type Condition,
  conditionsOf,
  isFree,
  nextSlot,
  searchWindow,
  type SlotSearch,
} from './asking.rules.ts';
import type { LoanTravel } from './loan-parts.entity.ts';
import { type Base, travelOf, visitOf } from './travel.rules.ts';
import { holdOver, type LoanPrice, priceOf } from './price.rules.ts';

interface Deps {
  clock: Clock;
  busy: BusyService;
  calendar: CalendarService;
  accreditations: AccreditationService;
  nextTrainings: NextTrainingService;
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
  /** The road of somebody who comes to the borrower. */
  travel: LoanTravel | undefined;
  /** Until when a request made now would hold its time; absent where it is accepted by itself. */
  holdUntil: Date | undefined;
  /** Days within it on which the workshop is shut. */
  closures: Closure[];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What is known of a machine whatever the time. */
type Facts = Pick<Quote, 'resource' | 'workshop' | 'party' | 'accreditation'> & {
  partyNetworks: readonly string[];
  training: NextTraining | undefined;
  /** Where the borrower is, for what goes there. */
  base: Base | undefined;
};

const nobody: Party = { scope: 'person', id: '' };

/** Closures of the workshop that fall within a loan: the borrower keeps the machine over them. */
function closuresWithin({ from, until }: Period, { closures, timeZone }: Workshop): Closure[] {
  const [first, last] = [dayOf(timeZone, from), dayOf(timeZone, until)];
  return closures.filter((closure) => closure.from <= last && closure.to >= first);
}

/** The person that a resource is, as one side of its loans. */
export const lentOf = ({ personId, facts }: Resource): Lent | undefined =>
  personId ? { personId, employed: facts?.employment === 'employed' } : undefined;

const lenderIn = (
  { _id, networkIds, openingHours, closures, timeZone }: Workshop,
  resource: Resource,
): Asking['lender'] => ({
  id: lenderOf({ workshopId: _id, ...(resource.personId && { lent: lentOf(resource)! }) }).id,
  networkIds,
  openingHours: resource.ownHours ?? (travels(resource.kind) ? [] : (openingHours as unknown as WeeklyHours)),
  closures,
  timeZone,
});

/** The conditions with what the calendar shows, and the next slot where something about the time is missing. */
function looked(asking: Asking, search: SlotSearch, isThere: boolean | undefined): Condition[] {
  const free = isThere ?? isFree(asking.period, search);
  const first = conditionsOf({ ...asking, free });
  const timely = first.every(({ condition, met }) => met || !['future', 'notice', 'hours', 'free'].includes(condition));
  const next = timely ? undefined : nextSlot(search);
  return next ? conditionsOf({ ...asking, free, next }) : first;
}

function searchOf(
  { buffers, units, terms }: Resource,
  { now, period, use, lender }: Asking,
  blocks: readonly Block[],
  wanted: number,
  road: number,
): SlotSearch {
  const transport = use === 'take_away' ? buffers.transportMinutes : 0;
  return {
    period,
    use,
    lender,
    earliest: new Date(now.getTime() + terms.noticeHours * HOUR),
    unitIds: units.map(({ id }) => id),
    blocks,
    before: buffers.prepareMinutes + transport + road,
    after: buffers.cleanMinutes + transport + road,
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
    const found: Quote[] = [];
    for (const [n, { asking, ...known }] of quotes.entries()) {
      const { units = 1 } = wishes[n]!;
      const search = searchOf(
        known.resource,
        asking,
        blocks.get(known.resource._id)!,
        units,
        known.travel?.minutes ?? 0,
      );
      const isThere =
        known.travel && asking.period.from < asking.period.until ? await this.#isThere(known, asking) : undefined;
      found.push({ ...known, conditions: looked(asking, search, isThere) });
    }
    return found;
  }

  /** Whether somebody can be there then, between what else they do elsewhere: for the calendar alone to say. */
  #isThere({ resource, travel }: Pick<Quote, 'resource' | 'travel'>, { period, use }: Asking): Promise<boolean> {
    const away = use === 'take_away';
    return this.#deps.calendar.hasRoom({
      resourceId: resource._id,
      period,
      purpose: 'loan',
      subjectId: '',
      away,
      ...visitOf(travel),
    });
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
    const own =
      party.scope === 'workshop'
        ? await WorkshopRecord.findById(party.id, { networkIds: 1, city: 1, location: 1 }).lean()
        : null;
    const accreditation =
      resource.accreditation && viewer.kind === 'person'
        ? await this.#deps.accreditations.held(viewer.id, resource.accreditation, workshop)
        : undefined;
    const partyNetworks = own?.networkIds ?? [];
    const lacks = resource.accreditation && !accreditation ? resource.accreditation : undefined;
    const training = lacks
      ? await this.#deps.nextTrainings.next(lacks, workshop, { party, networkIds: partyNetworks })
      : undefined;
    const site = own ?? (party.scope === 'firm' ? await FirmRecord.findById(party.id).lean() : null);
    const base = site && travels(resource.kind) ? { city: site.city, place: fromStored(site.location) } : undefined;
    return { resource, workshop, party, accreditation, partyNetworks, training, base };
  }

  #apply(viewer: Viewer, { partyNetworks, training, base, ...facts }: Facts, { from, until, use }: LoanWish) {
    const { resource, workshop, party, accreditation } = facts;
    const { terms } = resource;
    const now = this.#deps.clock();
    const { radius = 0, perKm = 0 } = resource.facts ?? {};
    const travel = base && travelOf(fromStored(resource.location), base, Number(perKm));
    const asking: Asking = {
      now,
      period: { from, until },
      use,
      asker: viewer.kind !== 'person' ? 'visitor' : viewer.verified ? 'person' : 'unproven',
      party: { ...party, networkIds: partyNetworks },
      lender: lenderIn(workshop, resource),
      ...(travels(resource.kind) && { visit: { radiusKm: Number(radius), ...(travel && { km: travel.km }) } }),
      machine: {
        use: resource.use,
        audience: terms.audience,
        noticeHours: terms.noticeHours,
        longestHours: terms.longestHours,
        ...(resource.accreditation && { accreditation: resource.accreditation }),
      },
      // Who would be stopped at the counter is told so now.
      accredited: accreditation !== undefined && !(accreditation.expiresAt && accreditation.expiresAt <= from),
      ...(training && { training }),
      free: true,
    };
    const holdUntil = terms.automatic ? undefined : holdOver(now, from, terms.holdHours);
    return {
      ...facts,
      asking,
      price: priceOf({ from, until }, terms, travel?.cents),
      travel,
      holdUntil,
      closures: closuresWithin({ from, until }, workshop),
    };
  }

  #window({ period, machine, now }: Asking): Period {
    return searchWindow(period, new Date(now.getTime() + machine.noticeHours * HOUR));
  }
}
