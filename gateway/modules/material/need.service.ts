import type { QueryFilter } from 'mongoose';
import { type NeedMove, needLimits } from '../../../schema/needs.ts';
import { thousandths } from '../../../schema/sharing.ts';
import { isMaterial, type MaterialId } from '../../../schema/taxonomy.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { readPage } from '../../platform/read-page.ts';
import { toStored } from '../../platform/point.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, asVerified, demand, isAdmin, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { MatchingService } from './matching.service.ts';
import { relatedMaterials } from './matching.rules.ts';
import { type Need, type NeedAnswer, type NeedMatch, NeedRecord } from './need.entity.ts';
import type { AnswerNeed, NeedMatchesArgs, NeedsArgs, PostNeed } from './need.inputs.ts';
import { demandLookedFor, storedQuantity, takeNeedMove } from './need.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  places: PlaceService;
  notices: NoticeService;
  listings: ListingService;
  matching: MatchingService;
}

const newest = { createdAt: -1, _id: 1 } as const;

/** What people look for: posted, answered, found, ended. Everyone signed in sees it; contact goes through the product. */
export class NeedService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async get(viewer: Viewer, id: string): Promise<Need> {
    asPerson(viewer);
    return this.#find(id);
  }

  /** Posts a need for whom the viewer acts. A retry with the same key gives the first again. */
  async post(viewer: Viewer, input: PostNeed): Promise<Need> {
    const person = asVerified(viewer);
    const { clock, newId } = this.#deps;
    const now = clock();
    const { idempotencyKey: key, ...said } = input;
    const party: Party = { scope: person.acting.scope, id: person.acting.id };
    const intent = { by: person.id, key, operation: 'postNeed', arguments: { ...said, party }, at: now };
    const id = await once(intent, async () => {
      demandLookedFor(input, now);
      const open = { 'party.scope': party.scope, 'party.id': party.id, status: 'open' } as QueryFilter<Need>;
      if ((await NeedRecord.countDocuments(open)) >= needLimits.perParty)
        throw new Refusal('material.tooMany', { most: needLimits.perParty });
      const need: Need = {
        _id: newId(),
        status: 'open',
        party,
        personId: person.id,
        ...this.#lookedFor(input),
        networkIds: await networksOf(party),
        createdAt: now,
        answers: [],
        unmatched: true,
        revision: 0,
      };
      await NeedRecord.create([need]);
      return need._id;
    });
    return this.#find(id);
  }

  /** Takes a need one step further. Looked for again, it is compared again. */
  move(viewer: Viewer, id: string, move: NeedMove): Promise<Need> {
    return transaction(async () => {
      const need = await this.#find(id);
      const actor = viewer.kind === 'system' ? 'system' : speaksFor(viewer, need.party) ? 'seeker' : undefined;
      const status = takeNeedMove(move, need, actor, this.#deps.clock());
      const again = status === 'open' ? ({ unmatched: true } as const) : {};
      const { modifiedCount } = await NeedRecord.updateOne(
        { _id: id, status: need.status },
        { $set: { status, ...again }, $inc: { revision: 1 } },
      );
      if (modifiedCount === 0) throw new Refusal('material.closedMove', { status: need.status });
      return { ...need, status };
    });
  }

  /** A workshop answers, with one of its lots or in words; those who look for it are told, and find it on the page. */
  async answer(viewer: Viewer, input: AnswerNeed): Promise<Need> {
    const person = asVerified(viewer);
    const { clock, newId } = this.#deps;
    const { scope, id: workshopId } = person.acting;
    demand(viewer, scope === 'workshop' && speaksFor(viewer, person.acting));
    const { idempotencyKey: key, ...said } = input;
    const intent = { by: person.id, key, operation: 'answerNeed', arguments: { ...said, workshopId }, at: clock() };
    const id = await once(intent, async () => {
      const need = await this.#find(said.needId);
      if (need.status !== 'open') throw new Refusal('material.closedMove', { status: need.status });
      if (need.party.scope === 'workshop' && need.party.id === workshopId) throw new Refusal('material.own');
      if (need.answers.length >= needLimits.answers)
        throw new Refusal('material.tooMany', { most: needLimits.answers });
      const listing = said.listingId ? await this.#deps.listings.get(viewer, said.listingId) : undefined;
      demand(viewer, listing === undefined || listing.workshopId === workshopId);
      const note = said.note.trim();
      if (!note && !listing) throw new Refusal('platform.invalid', { field: 'note' });
      const about = listing && { listingId: listing._id };
      const answer: NeedAnswer = { _id: newId(), workshopId, personId: person.id, ...about, note, at: clock() };
      await NeedRecord.updateOne({ _id: need._id }, { $push: { answers: answer }, $inc: { revision: 1 } });
      await this.#tellAnswer(need, answer, listing?.name);
      return need._id;
    });
    return this.#find(id);
  }

  /** What is looked for now: nearest first with a place, else newest first. */
  async list(viewer: Viewer, args: NeedsArgs): Promise<Page<Need>> {
    asPerson(viewer);
    const wanted = args.materialId && isMaterial(args.materialId) ? relatedMaterials(args.materialId) : undefined;
    const filter = {
      status: 'open',
      until: { $gt: this.#deps.clock() },
      ...(wanted && { materialId: { $in: wanted } }),
    } as QueryFilter<Need>;
    const place = args.near?.trim() ? this.#deps.places.resolve(args.near)?.place : undefined;
    if (args.near?.trim() && !place) return pageOf([], 0, 0);
    const near = place && { point: place, km: args.withinKm };
    return readPage(NeedRecord, { filter, sort: newest, near }, args);
  }

  /** What those for whom the viewer acts look for and have looked for, newest first. */
  mine(viewer: Viewer, args: PageArgs): Promise<Page<Need>> {
    const { scope, id } = asPerson(viewer).acting;
    return readPage(NeedRecord, { filter: { 'party.scope': scope, 'party.id': id }, sort: newest }, args);
  }

  /** The lots that answer a need, for those who look for it. */
  async lots(viewer: Viewer, args: NeedMatchesArgs): Promise<Page<NeedMatch>> {
    const need = await this.get(viewer, args.id);
    demand(viewer, speaksFor(viewer, need.party) || isAdmin(viewer));
    return sliced(need.status === 'open' ? await this.#deps.matching.lotsFor(need) : [], args);
  }

  /** The needs that a lot answers, for those of its workshop. */
  async needs(viewer: Viewer, args: NeedMatchesArgs): Promise<Page<NeedMatch>> {
    asPerson(viewer);
    const listing = await this.#deps.listings.get(viewer, args.id);
    demand(viewer, speaksFor(viewer, { scope: 'workshop', id: listing.workshopId }) || isAdmin(viewer));
    return sliced(await this.#deps.matching.needsFor(listing), args);
  }

  async #find(id: string): Promise<Need> {
    const need = await NeedRecord.findById(id).lean();
    if (!need) throw notFound('need');
    return need;
  }

  #lookedFor(input: PostNeed) {
    const found = this.#deps.places.resolve(input.place)?.place;
    if (!found) throw new Refusal('platform.invalid', { field: 'place' });
    const lengths = (['thicknessMin', 'thicknessMax', 'width', 'length'] as const).flatMap((name) =>
      input[name] ? [[name, input[name]] as const] : [],
    );
    return {
      materialId: input.materialId as MaterialId,
      ...(Object.fromEntries(lengths) as Pick<Need, 'thicknessMin' | 'thicknessMax' | 'width' | 'length'>),
      ...(input.quantity && { quantity: storedQuantity(input.quantity, input.measure) }),
      measure: input.measure,
      place: found.name,
      location: toStored(found),
      radiusKm: input.radiusKm,
      until: input.until,
      note: input.note.trim(),
    };
  }

  async #tellAnswer({ _id, party, personId, materialId }: Need, answer: NeedAnswer, lot?: string): Promise<void> {
    const workshop = await WorkshopRecord.findById(answer.workshopId, { name: 1, city: 1 }).lean();
    await this.#deps.notices.tell({
      topic: 'need',
      subjectId: _id,
      event: 'material.answered',
      to: [party, { scope: 'person', id: personId }],
      params: {
        need: _id,
        material: materialId,
        workshop: workshop?.name ?? '',
        city: workshop?.city ?? '',
        lot: lot ?? null,
        note: answer.note || null,
      },
    });
  }
}

const sliced = <T>(rows: readonly T[], args: PageArgs): Page<T> => {
  const offset = offsetOf(args);
  return pageOf(rows.slice(offset, offset + args.first), offset, rows.length);
};

/** The networks in whose name a party may ask. */
async function networksOf(party: Party): Promise<string[]> {
  if (party.scope === 'network') return [party.id];
  if (party.scope !== 'workshop') return [];
  return (await WorkshopRecord.findById(party.id, { networkIds: 1 }).lean())?.networkIds ?? [];
}

/** A quantity as people say it. */
export const saidQuantity = (quantity: number | undefined): number | null =>
  quantity === undefined ? null : quantity / thousandths;
