import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import { nextStep, openRequestMoves } from './cascade.rules.ts';
import type { House, LabsService } from './labs.service.ts';
import type { Found, MatchingService } from './matching.service.ts';
import type { Offer } from './offer.entity.ts';
import { type OfferService, openMinutesOf } from './offer.service.ts';
import type { DeclineOfferInput } from './production.inputs.ts';
import { type ProductionRequest, RequestRecord } from './request.entity.ts';
import type { RequestService } from './request.service.ts';
import { countedIn, missingIn, needOf } from './request.rules.ts';
import type { TellingService } from './telling.service.ts';

export interface CascadeDeps {
  clock: Clock;
  labs: LabsService;
  matching: MatchingService;
  requests: RequestService;
  offers: OfferService;
  telling: TellingService;
}

/** Offers that lapsed looked after in one turn of the poller: the next turn takes the rest. */
const perTurn = 50;

/**
 * Puts a request to one lab after another until one takes it. Ranking reads calendars, so it is done before the
 * transaction; inside, what is written is decided from the offers as they stand there.
 */
export class CascadeService {
  readonly #deps: CascadeDeps;

  constructor(deps: CascadeDeps) {
    this.#deps = deps;
  }

  /** Sends a whole draft out, or again one that found nobody. Refuses with the fields that it lacks. */
  async submit(viewer: Viewer, id: string): Promise<ProductionRequest> {
    asVerified(viewer);
    const request = await this.#deps.requests.own(viewer, id);
    if (request.state === 'routing') return request;
    if (!openRequestMoves(request.state, 'firm').includes('submit'))
      throw new Refusal('production.closedMove', { state: request.state });
    const missing = missingIn(request);
    if (missing.length > 0) throw new Refusal('production.draftIncomplete', { fields: missing.join(' ') });
    const now = this.#deps.clock();
    if (request.mustHaveBy && request.mustHaveBy <= now) throw new Refusal('production.deadlinePast');
    const found = await this.found(request);
    await transaction(async () => {
      const sent = await RequestRecord.findOneAndUpdate(
        { _id: id, state: request.state, round: request.round },
        {
          $set: { state: 'routing', submittedAt: now, updatedAt: now, stopReason: null },
          $inc: { round: 1 },
        },
        { returnDocument: 'after' },
      ).lean();
      if (!sent) throw new Refusal('production.closedMove', { state: request.state });
      const next = await this.advance(sent, found);
      if (next) await this.#deps.telling.asker('production.sent', sent, nextParams(next));
    });
    return this.#deps.requests.byId(id);
  }

  /** Passes, and puts the request to the next lab at once. Refuses with `production.offerOver` what is no longer open. */
  async decline(viewer: Viewer, offerId: string, { reason, note }: DeclineOfferInput): Promise<Offer> {
    const offer = await this.#deps.offers.get(viewer, offerId);
    if (offer.state === 'declined') return offer;
    const now = this.#deps.clock();
    const house = await this.#deps.labs.house(offer.workshopId);
    const change: Partial<Offer> = {
      state: 'declined',
      declineReason: reason,
      declineNote: note.trim(),
      answerMinutes: openMinutesOf(house, offer.offeredAt, now),
    };
    const passed = await this.#pass(offer, house, change, { expiresAt: { $gt: now } });
    if (!passed) throw await this.whyOver(offer);
    return this.#deps.offers.get(viewer, offerId);
  }

  /**
   * Lapses every offer whose time is up at this instant, and puts its request to the next lab. Everything it needs is
   * stored: a process that starts after a stop takes up where another left.
   */
  async expire(at = this.#deps.clock()): Promise<number> {
    let lapsed = 0;
    for (const offer of await this.#deps.offers.due(at, perTurn)) {
      const house = await this.#deps.labs.house(offer.workshopId);
      if (await this.#pass(offer, house, { state: 'expired' }, { expiresAt: { $lte: at } })) lapsed += 1;
    }
    return lapsed;
  }

  /**
   * Gives more time: a later day never takes an offer away. A request that found nobody is sent out again with it.
   * Refuses a day that is past, and an earlier one while a lab is being asked.
   */
  async postpone(viewer: Viewer, id: string, day: string): Promise<ProductionRequest> {
    asVerified(viewer);
    const request = await this.#deps.requests.own(viewer, id);
    const mustHaveBy = this.#deps.requests.endOfWorkFor(request, day);
    const now = this.#deps.clock();
    const earliest = request.state === 'routing' && request.mustHaveBy ? request.mustHaveBy : now;
    if (mustHaveBy <= earliest) throw new Refusal('production.deadlinePast');
    const waiting = (await this.#deps.offers.of([id])).find((offer) => offer.open);
    const house = waiting && (await this.#deps.labs.house(waiting.workshopId));
    await transaction(async () => {
      const changed = await RequestRecord.findOneAndUpdate(
        { _id: id, state: { $in: ['draft', 'unroutable', 'routing'] } },
        { $set: { mustHaveBy, updatedAt: now } },
        { returnDocument: 'after' },
      ).lean();
      if (!changed) throw new Refusal('production.closedMove', { state: request.state });
      if (waiting && house) await this.#deps.telling.lab('production.postponed', changed, waiting, house);
    });
    return request.state === 'unroutable' ? this.submit(viewer, id) : this.#deps.requests.byId(id);
  }

  /** Who can make a request now. */
  found(request: ProductionRequest): Promise<Found> {
    return this.#deps.matching.find(needOf(request, request.title));
  }

  /** Why an offer can no longer be answered. */
  async whyOver({ _id, requestId, expiresAt }: Offer): Promise<Refusal> {
    const request = await this.#deps.requests.byId(requestId);
    return request.offerId !== null && request.offerId !== _id
      ? new Refusal('production.alreadyAwarded')
      : new Refusal('production.offerOver', { expiredAt: expiresAt.toISOString() });
  }

  /** Closes an offer and puts its request to the next lab, in one transaction. False when it was closed already. */
  async #pass(offer: Offer, house: House, change: Partial<Offer>, when: { expiresAt: { $gt: Date } | { $lte: Date } }) {
    const found = await this.found(await this.#deps.requests.byId(offer.requestId));
    return transaction(async () => {
      const closed = await this.#deps.offers.close(offer._id, change, when);
      if (!closed) return false;
      const request = await this.#deps.requests.byId(offer.requestId);
      const next = request.state === 'routing' ? await this.advance(request, found) : undefined;
      const { telling } = this.#deps;
      const event = closed.state === 'expired' ? 'production.expired' : 'production.declined';
      const params = { ...(next ? nextParams(next) : {}), lab: house.name, note: closed.declineNote };
      await telling.asker(event, request, params);
      if (closed.state === 'expired') await telling.lab('production.lapsed', request, closed, house);
      return true;
    });
  }

  /** The next offer, written; or the end, when nobody is left to ask. In the caller's transaction. */
  async advance(request: ProductionRequest, found: Found): Promise<{ offer: Offer; house: House } | undefined> {
    const { clock, offers, telling } = this.#deps;
    const past = countedIn(request.round, await offers.of([request._id]));
    const own = request.askedFor.scope === 'workshop' ? request.askedFor.id : undefined;
    const asked = new Set(past.map(({ workshopId }) => workshopId));
    const next = found.ranking.first(
      ({ lab: { workshopId } }) =>
        workshopId !== own && !asked.has(workshopId) && found.labs.houses.get(workshopId)!.answers,
    );
    const step = nextStep({
      ranked: next ? [next.lab] : [],
      offers: past,
      sieve: found.matching.sieve,
      nearMisses: found.matching.nearMisses,
      mustHaveBy: request.mustHaveBy,
      now: clock(),
    });
    if (step.kind === 'offer') {
      const house = found.labs.houses.get(step.workshopId)!;
      const offer = await offers.make(request, found, house);
      await telling.lab('production.offered', request, offer, house);
      return { offer, house };
    }
    if (step.kind === 'unroutable') {
      const nobodyHere = step.reason === 'nobody_capable' && found.ranking.length > 0;
      const stopReason = nobodyHere ? 'nobody_here' : step.reason;
      await RequestRecord.updateOne(
        { _id: request._id, state: 'routing' },
        { $set: { state: 'unroutable', stopReason, updatedAt: clock() } },
      );
      await telling.asker('production.unroutable', request);
    }
    return undefined;
  }
}

export const nextParams = ({ offer, house }: { offer: Offer; house: House }) => ({
  lab: house.name,
  next: house.name,
  until: offer.expiresAt.toISOString(),
});
