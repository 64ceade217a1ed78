import type { RequestMove } from './cascade.rules.ts';
import { openRequestMoves, type Side } from './cascade.rules.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { asVerified, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { CascadeDeps, CascadeService } from './cascade.service.ts';
import type { MachineShare } from './facts.rules.ts';
import type { House } from './labs.service.ts';
import type { MachinePlan, MachinesService } from './machines.service.ts';
import type { MachineTime, Offer } from './offer.entity.ts';
import { openMinutesOf } from './offer.service.ts';
import type { AcceptOfferInput } from './production.inputs.ts';
import { type ProductionRequest, RequestRecord } from './request.entity.ts';

interface Deps extends CascadeDeps {
  cascade: CascadeService;
  machines: MachinesService;
  calendar: CalendarService;
}

/** A loan may take the time planned between reading and booking: the plan is made again so many times. */
const plansTried = 20;

/** From a lab's yes to the parts in the firm's hands. */
export class AwardService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Says yes: the offer, the request and the machine's time change in one transaction, so that one lab wins, and only
   * with its hours booked. Refuses with `production.offerOver`, `production.alreadyAwarded`, `production.noMachineTime`.
   */
  async accept(viewer: Viewer, offerId: string, input: AcceptOfferInput): Promise<Offer> {
    const offer = await this.#deps.offers.get(viewer, offerId);
    if (offer.state === 'accepted') return offer;
    if (!offer.open || offer.expiresAt <= this.#deps.clock()) throw await this.#deps.cascade.whyOver(offer);
    const house = await this.#deps.labs.house(offer.workshopId);
    const said = new Map(input.machineMinutes.map(({ partId, minutes }) => [partId, minutes]));
    const machines = offer.machines.map((share) => ({ ...share, minutes: said.get(share.partId) ?? share.minutes }));
    for (let tried = 1; ; tried += 1) {
      const request = await this.#deps.requests.byId(offer.requestId);
      const plans = await this.plan(request, machines, house);
      try {
        await this.#award(viewer, offer, house, machines, plans);
        return await this.#deps.offers.get(viewer, offerId);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.key === 'production.offerOver') throw await this.#deps.cascade.whyOver(offer);
        if (!error.key.startsWith('calendar.')) throw error;
        if (tried === plansTried) throw noTime(plans[0]?.name ?? '', null);
      }
    }
  }

  /** The machine time that an acceptance would book now. Refuses when there is too little before the date. */
  async plan(request: ProductionRequest, machines: readonly MachineShare[], house: House): Promise<MachinePlan[]> {
    const { until } = this.#deps.machines.horizon(request.mustHaveBy);
    const { plans, late } = await this.#deps.machines.plan(machines, house, request.mustHaveBy ?? until);
    const [first] = late;
    if (!first) return plans;
    const later = await this.#deps.machines.plan(machines, house, until);
    const end = later.plans.find(({ resourceId }) => resourceId === first.resourceId)?.periods.at(-1)?.until;
    throw noTime(first.name, end ?? null);
  }

  /** What an open offer would take of the machines, or what an accepted one has booked. */
  async machineTime(offer: Offer): Promise<MachineTime> {
    const unknown = offer.machines.filter(({ minutes }) => minutes === null).map(({ partId }) => partId);
    if (offer.state === 'accepted') return { booked: true, slots: await this.#booked(offer), unknown, lacking: null };
    if (!offer.open) return { booked: false, slots: [], unknown: [], lacking: null };
    const house = await this.#deps.labs.house(offer.workshopId);
    try {
      const plans = await this.plan(await this.#deps.requests.byId(offer.requestId), offer.machines, house);
      const slots = plans.flatMap(({ resourceId, name, periods }) =>
        periods.map((period) => ({ resourceId, machine: name, ...period })),
      );
      return { booked: false, slots, unknown, lacking: null };
    } catch (error) {
      if (!(error instanceof Refusal) || error.key !== 'production.noMachineTime') throw error;
      const { machine, earliest } = error.params;
      const lacking = { machine: String(machine), earliest: earliest ? new Date(String(earliest)) : null };
      return { booked: false, slots: [], unknown, lacking };
    }
  }

  /** One step of a request by one of its two sides. Refuses strangers as if it did not exist. */
  async move(viewer: Viewer, id: string, move: RequestMove): Promise<ProductionRequest> {
    asVerified(viewer);
    if (move === 'submit') return this.#deps.cascade.submit(viewer, id);
    const request = await this.#deps.requests.byId(id);
    const sides = sidesOf(viewer, request);
    if (sides.length === 0) throw notFound('request');
    if (!sides.some((side) => openRequestMoves(request.state, side).includes(move)))
      throw new Refusal('production.closedMove', { state: request.state });
    if (move === 'cancel') await this.#cancel(request);
    else await this.#step(request, move);
    return this.#deps.requests.byId(id);
  }

  /** By whom one side reaches the other. */
  contactOf(party: Party, personId?: string): Promise<{ name: string; email: string }> {
    return this.#deps.telling.contactOf(party, personId);
  }

  /** The steps open to the viewer now. */
  can(viewer: Viewer, request: ProductionRequest): RequestMove[] {
    return sidesOf(viewer, request).flatMap((side) => openRequestMoves(request.state, side));
  }

  async #booked({ _id }: Offer): Promise<MachineTime['slots']> {
    const bookings = (await this.#deps.calendar.bookingsOf([_id])).filter(({ blocking }) => blocking);
    const names = await this.#deps.machines.namesOf(bookings.map(({ resourceId }) => resourceId));
    return bookings
      .map(({ resourceId, from, until }) => ({ resourceId, machine: names.get(resourceId) ?? '', from, until }))
      .sort((a, b) => a.from.getTime() - b.from.getTime());
  }

  async #award(viewer: Viewer, offer: Offer, house: House, machines: MachineShare[], plans: readonly MachinePlan[]) {
    const { calendar, clock, offers, requests, telling } = this.#deps;
    const now = clock();
    const asker = await requests.byId(offer.requestId);
    const firm = await telling.contactOf(asker.askedFor, asker.askedBy);
    const lab = await telling.contactOf(
      { scope: 'workshop', id: offer.workshopId },
      viewer.kind === 'person' ? viewer.id : undefined,
    );
    await transaction(async () => {
      const answerMinutes = openMinutesOf(house, offer.offeredAt, now);
      const won = await offers.close(
        offer._id,
        { state: 'accepted', machines, answerMinutes },
        { expiresAt: { $gt: now } },
      );
      if (!won) throw new Refusal('production.offerOver');
      const request = await this.#change(offer.requestId, 'routing', {
        state: 'awarded',
        workshopId: offer.workshopId,
        offerId: offer._id,
        awardedAt: now,
      });
      const asks = plans.flatMap(({ resourceId, unitId, periods }) =>
        periods.map((period) => ({
          resourceId,
          unitId,
          period,
          purpose: 'production' as const,
          subjectId: offer._id,
          away: false,
        })),
      );
      if (asks.length > 0) await calendar.reserve(asks);
      await telling.asker('production.accepted', request, { lab: house.name, email: lab.email });
      await telling.lab('production.won', request, won, house, { firm: firm.name, email: firm.email });
    });
  }

  async #step(request: ProductionRequest, move: Exclude<RequestMove, 'submit' | 'cancel'>) {
    const { clock, offers, labs, telling } = this.#deps;
    const now = clock();
    const offer = (await offers.of([request._id])).find(({ _id }) => _id === request.offerId)!;
    const house = await labs.house(offer.workshopId);
    const { name: firm } = await telling.contactOf(request.askedFor, request.askedBy);
    await transaction(async () => {
      if (move === 'start') {
        const after = await this.#change(request._id, 'awarded', { state: 'in_production', startedAt: now });
        await telling.asker('production.started', after, { lab: house.name });
      } else if (move === 'deliver') {
        const after = await this.#change(request._id, 'in_production', { state: 'delivered', deliveredAt: now });
        await telling.asker('production.delivered', after, { lab: house.name });
      } else {
        const after = await this.#change(request._id, 'delivered', { state: 'done', endedAt: now });
        await telling.lab('production.received', after, offer, house, { firm });
      }
    });
  }

  /** Takes the request back: what a lab holds or has booked for it is given back. */
  async #cancel(request: ProductionRequest) {
    const { calendar, clock, offers, labs, telling } = this.#deps;
    const past = await offers.of([request._id]);
    const { houses } = await labs.current();
    await transaction(async () => {
      const after = await this.#change(request._id, request.state, { state: 'cancelled', endedAt: clock() });
      for (const offer of past) {
        const held = offer.open
          ? await offers.close(offer._id, { state: 'withdrawn' })
          : offer._id === after.offerId
            ? offer
            : undefined;
        const house = houses.get(offer.workshopId);
        if (!held || !house) continue;
        await calendar.release(offer._id);
        await telling.lab('production.withdrawn', after, held, house);
      }
    });
  }

  /** Changes a request from the very state that was read; refuses with `production.closedMove` otherwise. */
  async #change(id: string, from: ProductionRequest['state'], change: Partial<ProductionRequest>) {
    const after = await RequestRecord.findOneAndUpdate(
      { _id: id, state: from },
      { $set: { ...change, updatedAt: this.#deps.clock() } },
      { returnDocument: 'after' },
    ).lean();
    if (!after) throw new Refusal('production.closedMove', { state: from });
    return after;
  }
}

const sidesOf = (viewer: Viewer, { askedFor, workshopId }: ProductionRequest): Side[] => [
  ...(speaksFor(viewer, askedFor) ? (['firm'] as const) : []),
  ...(workshopId !== null && speaksFor(viewer, { scope: 'workshop', id: workshopId }) ? (['lab'] as const) : []),
];

const noTime = (machine: string, earliest: Date | null) =>
  new Refusal('production.noMachineTime', { machine, earliest: earliest?.toISOString() ?? null });
