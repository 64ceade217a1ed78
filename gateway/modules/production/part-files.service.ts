import { secrecyVersion } from '../../../schema/files.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Door } from '../files/file.rules.ts';
import { asVerified, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Offer, OfferRecord } from './offer.entity.ts';
import type { OfferService } from './offer.service.ts';
import { mayWriteFiles, opensFiles } from './part-files.rules.ts';
import type { RequestService } from './request.service.ts';
import { SecrecyRecord } from './secrecy.entity.ts';

interface Deps {
  clock: Clock;
  requests: RequestService;
  offers: OfferService;
}

/**
 * The files of a request: for its asker, and for a lab whose offer lasts and which promised to keep them to itself.
 * Nobody else, whoever looks after the platform included.
 */
export class PartFileService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The promise of a lab, for one offer. Refuses with `production.secrecy` another wording than the present one. */
  async promise(viewer: Viewer, offerId: string, version: number): Promise<Offer> {
    const { offers, requests, clock } = this.#deps;
    const person = asVerified(viewer);
    const offer = await offers.get(viewer, offerId);
    if (version !== secrecyVersion) throw new Refusal('production.secrecy');
    const { state } = await requests.byId(offer.requestId);
    if (!opensFiles(offer, state, clock())) throw new Refusal('production.offerOver');
    const promise = { workshopId: offer.workshopId, personId: person.id, version, at: clock() };
    await SecrecyRecord.updateOne({ _id: offerId }, { $setOnInsert: promise }, { upsert: true });
    return offer;
  }

  promised = async (offerId: string): Promise<boolean> =>
    (await SecrecyRecord.exists({ _id: offerId, version: secrecyVersion })) !== null;

  /** Whether an offer opens the files of its request now, the promise given. */
  async opens(offer: Offer): Promise<boolean> {
    const { state } = await this.#deps.requests.byId(offer.requestId);
    return opensFiles(offer, state, this.#deps.clock()) && (await this.promised(offer._id));
  }

  readonly door: Door = {
    add: (viewer, requestId) => this.#written(viewer, requestId),
    see: (viewer, { subjectId }) => this.#see(viewer, subjectId),
    remove: (viewer, { subjectId }) => this.#written(viewer, subjectId),
  };

  async #written(viewer: Viewer, requestId: string): Promise<void> {
    const { state } = await this.#deps.requests.own(viewer, requestId);
    if (!mayWriteFiles(state)) throw new Refusal('production.closedMove');
  }

  async #see(viewer: Viewer, requestId: string): Promise<void> {
    if (viewer.kind === 'visitor') throw new Refusal('platform.signIn');
    const request = await this.#deps.requests.byId(requestId);
    if (speaksFor(viewer, request.askedFor)) return;
    const offers = await OfferRecord.find({ requestId }).lean();
    const mine = offers.filter(({ workshopId }) => speaksFor(viewer, { scope: 'workshop', id: workshopId }));
    for (const offer of mine) if (await this.opens(offer)) return;
    const waits = mine.some((offer) => opensFiles(offer, request.state, this.#deps.clock()));
    throw waits ? new Refusal('production.secrecy') : notFound('file');
  }
}
