import type { Clock } from '../../platform/clock.ts';
import { openMinutesBetween } from '../../platform/hours.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import { demand, speaksFor, type Viewer } from '../identity/viewer.ts';
import { expiresAt, officeHours, ttlOpenMinutes } from './cascade.rules.ts';
import { sharesOf } from './facts.rules.ts';
import type { House } from './labs.service.ts';
import type { Found } from './matching.service.ts';
import { reasonsFor } from './matching.rules.ts';
import { type Offer, OfferRecord } from './offer.entity.ts';
import type { ProductionRequest } from './request.entity.ts';
import { shownReason, shownTerms } from './value.entity.ts';

/** Open minutes of the lab between two instants, as its time to answer is counted. */
export const openMinutesOf = ({ hours, closures, timeZone }: House, from: Date, until: Date): number =>
  openMinutesBetween(hours.length > 0 ? hours : officeHours, closures, timeZone, { from, until });

/** The offers: written by the cascade, read by the labs they were made to. */
export class OfferService {
  readonly #clock: Clock;
  readonly #newId: NewId;

  constructor({ clock, newId }: { clock: Clock; newId: NewId }) {
    this.#clock = clock;
    this.#newId = newId;
  }

  /** An offer, for the lab that it was made to. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<Offer> {
    demand(viewer, true);
    const offer = await OfferRecord.findById(id).lean();
    if (!offer || !speaksFor(viewer, { scope: 'workshop', id: offer.workshopId })) throw notFound('offer');
    return offer;
  }

  /** Every offer of a request, in the order in which they were made. */
  of(requestIds: readonly string[]): Promise<Offer[]> {
    return OfferRecord.find({ requestId: { $in: [...requestIds] } })
      .sort({ offeredAt: 1, _id: 1 })
      .lean();
  }

  /** Offers that wait for the lab's answer, the first to lapse first. */
  toAnswer(viewer: Viewer, workshopId: string, args: PageArgs): Promise<Page<Offer>> {
    return this.#page(viewer, args, { workshopId, open: true }, { expiresAt: 1, _id: 1 });
  }

  /** Offers that the lab has answered or let lapse, the last made first. */
  answered(viewer: Viewer, workshopId: string, args: PageArgs): Promise<Page<Offer>> {
    return this.#page(viewer, args, { workshopId, open: false }, { offeredAt: -1, _id: -1 });
  }

  /** Offers of a workshop answered since then, the last first. */
  answeredSince(workshopId: string, since: Date): Promise<Offer[]> {
    return OfferRecord.find({ workshopId, answeredAt: { $gt: since } })
      .sort({ answeredAt: -1 })
      .limit(20)
      .lean();
  }

  /** Notes that the lab has looked, in the caller's transaction. Undefined when it had already. */
  async look(id: string): Promise<Offer | undefined> {
    const seen = await OfferRecord.findOneAndUpdate(
      { _id: id, state: 'proposed' },
      { $set: { state: 'viewed', viewedAt: this.#clock() } },
      { returnDocument: 'after' },
    ).lean();
    return seen ?? undefined;
  }

  /** Opens an answered offer again, as the lab had seen it. In the caller's transaction; undefined when it moved on. */
  async reopen({ _id, state, answeredAt }: Offer): Promise<Offer | undefined> {
    const unsaid = { answeredAt: null, answerMinutes: null, declineReason: null, declineNote: '' };
    const open = await OfferRecord.findOneAndUpdate(
      { _id, state, answeredAt },
      { $set: { ...unsaid, state: 'viewed', open: true } },
      { returnDocument: 'after' },
    ).lean();
    return open ?? undefined;
  }

  /** Takes back an offer that its lab has not looked at. In the caller's transaction; undefined when it has. */
  async recall(id: string): Promise<Offer | undefined> {
    const recalled = await OfferRecord.findOneAndUpdate(
      { _id: id, open: true, state: 'proposed' },
      { $set: { state: 'withdrawn', open: false, answeredAt: this.#clock() } },
      { returnDocument: 'after' },
    ).lean();
    return recalled ?? undefined;
  }

  /** Hands back an accepted offer. In the caller's transaction; undefined when it is no longer accepted. */
  async giveUp(id: string, said: Pick<Offer, 'declineReason' | 'declineNote'>): Promise<Offer | undefined> {
    const given = await OfferRecord.findOneAndUpdate(
      { _id: id, state: 'accepted' },
      { $set: { ...said, state: 'given_up', answeredAt: this.#clock() } },
      { returnDocument: 'after' },
    ).lean();
    return given ?? undefined;
  }

  /** Open offers past half their time of which the lab was not reminded, the oldest first. */
  halfway(at: Date, most: number): Promise<Offer[]> {
    return OfferRecord.find({ open: true, remindAt: { $lte: at }, remindedAt: null, expiresAt: { $gt: at } })
      .sort({ remindAt: 1 })
      .limit(most)
      .lean();
  }

  /** Marks an open offer as recalled to its lab; false when another gateway did, or it was answered. */
  async reminded(id: string): Promise<boolean> {
    const untold = { _id: id, open: true, remindedAt: null };
    const { modifiedCount } = await OfferRecord.updateOne(untold, { $set: { remindedAt: this.#clock() } });
    return modifiedCount === 1;
  }

  /** Makes the offer of a request to a ranked lab, in the caller's transaction. */
  async make(request: ProductionRequest, found: Found, house: House): Promise<Offer> {
    const { lab, score, scoreVersion, terms, place } = found.ranking.first((one) => one.lab.workshopId === house.id)!;
    const now = this.#clock();
    const openMinutes = ttlOpenMinutes(request.mustHaveBy, now);
    const offer: Offer = {
      _id: this.#newId(),
      requestId: request._id,
      workshopId: house.id,
      round: request.round,
      state: 'proposed',
      open: true,
      rank: place + 1,
      distanceKm: lab.distanceKm,
      score,
      scoreVersion,
      terms: shownTerms(terms),
      reasons: reasonsFor(found.need, lab).map(shownReason),
      earliestFinish: lab.earliestFinish,
      machines: sharesOf(lab),
      offeredAt: now,
      expiresAt: expiresAt(now, openMinutes, house.hours, house.closures, house.timeZone),
      openMinutes,
      remindAt: expiresAt(now, openMinutes / 2, house.hours, house.closures, house.timeZone),
      viewedAt: null,
      answeredAt: null,
      answerMinutes: null,
      declineReason: null,
      declineNote: '',
    };
    const { _id, ...fresh } = offer;
    const recalled = {
      requestId: request._id,
      round: request.round,
      workshopId: house.id,
      state: 'withdrawn' as const,
    };
    const again = await OfferRecord.findOneAndReplace(recalled, fresh, { returnDocument: 'after' }).lean();
    if (again) return again;
    await OfferRecord.create([{ _id, ...fresh }]);
    return offer;
  }

  /**
   * Closes an open offer by compare-and-swap, in the caller's transaction: of all who would close it at once, one does.
   * `when` narrows what may be closed: not yet lapsed, or lapsed. Undefined when it was no longer so.
   */
  async close(id: string, change: Partial<Offer>, when: { expiresAt?: { $gt: Date } | { $lte: Date } } = {}) {
    const closed = await OfferRecord.findOneAndUpdate(
      { _id: id, open: true, ...when },
      { $set: { ...change, open: false, answeredAt: this.#clock() } },
      { returnDocument: 'after' },
    ).lean();
    return closed ?? undefined;
  }

  /** Offers whose time is up at this instant, the oldest first. */
  due(at: Date, most: number): Promise<Offer[]> {
    return OfferRecord.find({ open: true, expiresAt: { $lte: at } })
      .sort({ expiresAt: 1 })
      .limit(most)
      .lean();
  }

  async #page(
    viewer: Viewer,
    args: PageArgs,
    filter: { workshopId: string; open: boolean },
    sort: Record<string, 1 | -1>,
  ): Promise<Page<Offer>> {
    demand(viewer, speaksFor(viewer, { scope: 'workshop', id: filter.workshopId }));
    const offset = offsetOf(args);
    const rows = await OfferRecord.find(filter).sort(sort).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await OfferRecord.countDocuments(filter));
  }
}
