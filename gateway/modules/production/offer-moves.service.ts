import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { asVerified, speaksFor, type Viewer } from '../identity/viewer.ts';
import { isOpen, mayGiveUp, type OfferMove, openOfferMoves, openOfferUndo } from './cascade.rules.ts';
import { type CascadeDeps, type CascadeService, nextParams } from './cascade.service.ts';
import type { Offer } from './offer.entity.ts';
import type { DeclineOfferInput } from './production.inputs.ts';
import { type ProductionRequest, RequestRecord } from './request.entity.ts';
import { undoMinutes } from '../../../schema/loans.ts';

interface Deps extends CascadeDeps {
  cascade: CascadeService;
  calendar: CalendarService;
}

/** Offers of which labs are reminded in one turn of the poller: the next turn takes the rest. */
const perTurn = 50;

/** What a lab does with an offer beside answering it: looks at it, hands it back, takes an answer back. */
export class OfferMovesService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Notes that the lab has looked, and lets the firm see it; a second time changes nothing. */
  async view(viewer: Viewer, id: string): Promise<Offer> {
    const { labs, offers, requests, telling } = this.#deps;
    const offer = await offers.get(viewer, id);
    if (offer.state !== 'proposed') return offer;
    const house = await labs.house(offer.workshopId);
    await transaction(async () => {
      if (!(await offers.look(id))) return;
      await telling.asker('production.viewed', await requests.byId(offer.requestId), { lab: house.name });
    });
    return offers.get(viewer, id);
  }

  /** Hands back an accepted run: its machine time is free, the firm is told why, and the next lab is asked at once. */
  async giveUp(viewer: Viewer, id: string, { reason, note }: DeclineOfferInput): Promise<Offer> {
    asVerified(viewer);
    const { calendar, cascade, labs, offers, requests, telling } = this.#deps;
    const offer = await offers.get(viewer, id);
    if (offer.state === 'given_up') return offer;
    const request = await requests.byId(offer.requestId);
    if (!mayGiveUp(offer, request)) throw closed(request);
    const house = await labs.house(offer.workshopId);
    const found = await cascade.found(request);
    await transaction(async () => {
      const given = await offers.giveUp(id, { declineReason: reason, declineNote: note.trim() });
      if (!given) throw closed(request);
      const routing = await this.#reroute(request);
      await calendar.release(id);
      const next = await cascade.advance(routing, found);
      const params = { ...(next ? nextParams(next) : {}), lab: house.name, note: given.declineNote };
      await telling.asker('production.given_up', routing, params);
    });
    return offers.get(viewer, id);
  }

  /** Takes back an answer just given: the offer waits for it again. Refuses when something else happened since. */
  async undo(viewer: Viewer, id: string): Promise<Offer> {
    asVerified(viewer);
    const { calendar, clock, labs, offers, requests, telling } = this.#deps;
    const offer = await offers.get(viewer, id);
    if (isOpen(offer.state)) return offer;
    const house = await labs.house(offer.workshopId);
    const { houses } = await labs.current();
    await transaction(async () => {
      const request = await requests.byId(offer.requestId);
      const past = await offers.of([request._id]);
      if (!openOfferUndo(offer, request, past, clock())) throw closed(request);
      const asked = past.find((other) => other.open);
      const recalled = asked && (await offers.recall(asked._id));
      if (asked && !recalled) throw closed(request);
      const open = await offers.reopen(offer);
      if (!open) throw closed(request);
      const routing = request.state === 'routing' ? request : await this.#reroute(request);
      if (offer.state === 'accepted') await calendar.release(id);
      const params = { lab: house.name, until: open.expiresAt.toISOString() };
      await telling.asker('production.resumed', routing, params);
      await telling.lab('production.reopened', routing, open, house);
      const next = recalled && houses.get(recalled.workshopId);
      if (next) await telling.lab('production.recalled', routing, recalled, next);
    });
    return offers.get(viewer, id);
  }

  /** The step that takes the answer to an offer back now, for its lab. */
  async openUndo(viewer: Viewer, offer: Offer) {
    const now = this.#deps.clock();
    if (!this.#isLab(viewer, offer) || !offer.answeredAt || offer.answeredAt <= since(now)) return undefined;
    const request = await this.#deps.requests.byId(offer.requestId);
    return openOfferUndo(offer, request, await this.#deps.offers.of([request._id]), now);
  }

  /** Offers whose answer the workshop can still take back, the last first. */
  async undoable(viewer: Viewer, workshopId: string): Promise<Offer[]> {
    if (!speaksFor(viewer, { scope: 'workshop', id: workshopId })) throw new Refusal('platform.forbidden');
    const answered = await this.#deps.offers.answeredSince(workshopId, since(this.#deps.clock()));
    const open: Offer[] = [];
    for (const offer of answered) if (await this.openUndo(viewer, offer)) open.push(offer);
    return open;
  }

  /** The steps open to the viewer now. */
  async can(viewer: Viewer, offer: Offer): Promise<OfferMove[]> {
    if (!this.#isLab(viewer, offer)) return [];
    if (isOpen(offer.state)) return offer.expiresAt > this.#deps.clock() ? openOfferMoves(offer.state, 'lab') : [];
    const undo = await this.openUndo(viewer, offer);
    const handsBack = offer.state === 'accepted' && mayGiveUp(offer, await this.#deps.requests.byId(offer.requestId));
    return [...(handsBack ? (['give_up'] as const) : []), ...(undo ? [undo.move] : [])];
  }

  /** Reminds labs of the offers that are past half their time, once each, whichever gateway comes first. */
  async remind(at = this.#deps.clock()): Promise<number> {
    const { labs, offers, requests, telling } = this.#deps;
    let told = 0;
    for (const offer of await offers.halfway(at, perTurn)) {
      const house = await labs.house(offer.workshopId);
      await transaction(async () => {
        if (!(await offers.reminded(offer._id))) return;
        await telling.lab('production.reminded', await requests.byId(offer.requestId), offer, house);
        told += 1;
      });
    }
    return told;
  }

  #isLab = (viewer: Viewer, { workshopId }: Offer) => speaksFor(viewer, { scope: 'workshop', id: workshopId });

  /** Sends a request on its way again, from the very state that was read. In the caller's transaction. */
  async #reroute({ _id, state, offerId, round }: ProductionRequest): Promise<ProductionRequest> {
    const nobody = { workshopId: null, offerId: null, awardedAt: null, startedAt: null, stopReason: null };
    const after = await RequestRecord.findOneAndUpdate(
      { _id, state, offerId, round },
      { $set: { ...nobody, state: 'routing', updatedAt: this.#deps.clock() } },
      { returnDocument: 'after' },
    ).lean();
    if (!after) throw new Refusal('production.closedMove', { state });
    return after;
  }
}

const since = (now: Date) => new Date(now.getTime() - undoMinutes * 60_000);
const closed = ({ state }: ProductionRequest) => new Refusal('production.closedMove', { state });
