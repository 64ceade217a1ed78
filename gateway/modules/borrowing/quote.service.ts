import type { LoanUse } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Party, Viewer } from '../identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
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
  calendar: CalendarService;
  accreditations: AccreditationService;
}

export interface LoanWish extends Period {
  resourceId: string;
  use: LoanUse;
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
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const nobody: Party = { scope: 'person', id: '' };

/** What it takes to borrow a machine: one list of conditions for showing and for refusing. */
export class QuoteService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** For the eye: looks at the calendar too, and finds the next slot where something about the time is missing. */
  async quote(viewer: Viewer, wish: LoanWish): Promise<Quote> {
    const { resource, workshop, asking, ...known } = await this.#know(viewer, wish);
    const search = await this.#search(resource, asking);
    const free = isFree(asking.period, search);
    const first = conditionsOf({ ...asking, free });
    const timely = first.every(
      ({ condition, met }) => met || !['future', 'notice', 'hours', 'free'].includes(condition),
    );
    const next = timely ? undefined : nextSlot(search);
    const conditions = conditionsOf({ ...asking, free, ...(next && { next }) });
    return { resource, workshop, ...known, conditions };
  }

  /** For asking, in its transaction: everything but the calendar, which `reserve()` answers for. */
  async demands(viewer: Viewer, wish: LoanWish): Promise<Quote> {
    const { asking, ...known } = await this.#know(viewer, wish);
    return { ...known, conditions: conditionsOf({ ...asking, free: true }) };
  }

  async #know(viewer: Viewer, { resourceId, from, until, use }: LoanWish) {
    const { clock, accreditations } = this.#deps;
    const now = clock();
    if (until.getTime() - from.getTime() > limits.bookingDays * DAY) throw new Refusal('calendar.period');
    const resource = await ResourceRecord.findOne({ _id: resourceId, status: 'published' }).lean();
    if (!resource) throw notFound('resource');
    const workshop = await WorkshopRecord.findById(resource.workshopId).lean();
    if (!workshop) throw notFound('workshop');
    const party = viewer.kind === 'person' ? viewer.acting : nobody;
    const own = party.scope === 'workshop' ? await WorkshopRecord.findById(party.id, { networkIds: 1 }).lean() : null;
    const { terms } = resource;
    const accreditation =
      resource.accreditation && viewer.kind === 'person'
        ? await accreditations.held(viewer.id, resource.accreditation, workshop)
        : undefined;
    const asking: Asking = {
      now,
      period: { from, until },
      use,
      asker: viewer.kind !== 'person' ? 'visitor' : viewer.verified ? 'person' : 'unproven',
      party: { ...party, networkIds: own?.networkIds ?? [] },
      lender: {
        id: workshop._id,
        networkIds: workshop.networkIds,
        openingHours: workshop.openingHours as unknown as WeeklyHours,
        closures: workshop.closures,
        timeZone: workshop.timeZone,
      },
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
    return { resource, workshop, party, accreditation, asking, price: priceOf({ from, until }, terms), holdUntil };
  }

  async #search(resource: Resource, { now, period, use, lender }: Asking): Promise<SlotSearch> {
    const earliest = new Date(now.getTime() + resource.terms.noticeHours * HOUR);
    const blocks = await this.#deps.calendar.blocksIn([resource._id], searchWindow(period, earliest));
    const { prepareMinutes, cleanMinutes, transportMinutes } = resource.buffers;
    const transport = use === 'take_away' ? transportMinutes : 0;
    return {
      period,
      use,
      lender,
      earliest,
      unitIds: resource.units.map(({ id }) => id),
      blocks: blocks.get(resource._id) ?? [],
      before: prepareMinutes + transport,
      after: cleanMinutes + transport,
    };
  }
}
