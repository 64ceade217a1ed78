import type { QueryFilter } from 'mongoose';
import { type CountedKind, countedKinds, kinds, sharings } from '../../../schema/kinds.ts';
import { claimable } from '../../../schema/sharing.ts';
import { wordQuery } from '../../../schema/words.ts';
import { inside, type WiderCircle, widerThan } from '../../platform/circle.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Point } from '../../platform/geo.ts';
import { type Page, pageOf } from '../../platform/page.ts';
import { readPage } from '../../platform/read-page.ts';
import type { DemandService } from '../finding/demand.service.ts';
import type { Correction, LexiconService } from '../finding/lexicon.service.ts';
import { speaksFor, type Viewer } from '../identity/viewer.ts';
import type { PlaceService } from '../place/place.service.ts';
import { networksOf } from './asker.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';
import type { ListingsArgs } from './listing.inputs.ts';

interface Deps {
  clock: Clock;
  places: PlaceService;
  lexicon: LexiconService;
  demand: DemandService;
}

/** A search as it was understood. */
interface Sought {
  viewer: Viewer;
  words: readonly string[];
  center: Point | undefined;
  networks: string[];
}
/** What a page remembers of how it was looked for: its counts are read when they are asked for. */
export interface Seeking {
  sought: Sought;
  kind: CountedKind | undefined;
  withinKm: number;
}
export type SoughtPage = Page<Listing> & Seeking & { corrections: Correction[] };
type Which = Partial<Pick<ListingsArgs, 'kind' | 'workshopId' | 'networkId'>>;

interface KindCount {
  kind: CountedKind;
  count: number;
}

const within = (center: Sought['center'], km: number): QueryFilter<Listing> =>
  center ? { location: inside(center, km) } : {};

/** What is offered by quantity, as it is found. */
export class ListingSearch {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What is offered now, nearest first with a place, else newest first; of one workshop, all of it for its people. */
  async list(viewer: Viewer, args: ListingsArgs): Promise<SoughtPage> {
    const { words, corrections } = await this.#deps.lexicon.understand(args.words);
    const found = args.near?.trim() ? this.#deps.places.resolve(args.near) : undefined;
    const isLost = Boolean(args.near) && !found;
    const center = found?.place;
    const sought = { viewer, words, center, networks: await networksOf(viewer) };
    const seeking = { sought, kind: args.kind, withinKm: args.withinKm };
    if (isLost) return { ...pageOf<Listing>([], 0, 0), corrections, ...seeking };
    const filter = this.#filter(sought, args);
    const near = center && { point: center, km: args.withinKm };
    const sort = { updatedAt: -1, _id: 1 } as const;
    const page = await readPage(ListingRecord, { filter, sort, near, without: ['searchWords'] }, args);
    // Somebody who looks for a kind; every search counts all kinds for its tabs, and lacks none of them by that.
    if (page.totalCount === 0 && args.kind && viewer.kind !== 'system' && !args.workshopId && !args.networkId)
      await this.#deps.demand.note(
        { words, processes: [], materials: [], ...(center && { radiusKm: args.withinKm }) },
        found?.place,
        false,
      );
    return { ...page, corrections, ...seeking };
  }

  /** How many of each kind the same search finds. */
  async counts({ sought, withinKm }: Seeking): Promise<KindCount[]> {
    const filter = { ...this.#filter(sought, {}), ...within(sought.center, withinKm) };
    const rows = await ListingRecord.aggregate<{ _id: CountedKind; count: number }>([
      { $match: filter },
      { $group: { _id: '$kind', count: { $sum: 1 } } },
    ]);
    return countedKinds.map((kind) => ({ kind, count: rows.find(({ _id }) => _id === kind)?.count ?? 0 }));
  }

  /** When nothing was found near a place: wider circles in which the same search finds something. */
  async wider({ sought, kind, withinKm, totalCount }: Seeking & { totalCount: number }): Promise<WiderCircle[]> {
    if (!sought.center || totalCount > 0) return [];
    const filter = this.#filter(sought, { ...(kind && { kind }) });
    return widerThan(withinKm, (km) => ListingRecord.countDocuments({ ...filter, ...within(sought.center, km) }));
  }

  byIds(ids: readonly string[]): Promise<Listing[]> {
    return ListingRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  #filter({ viewer, words, networks }: Sought, { kind, workshopId, networkId }: Which): QueryFilter<Listing> {
    const now = this.#deps.clock();
    const owner = networkId
      ? { scope: 'network' as const, id: networkId }
      : workshopId && { scope: 'workshop' as const, id: workshopId };
    /** What a network offers is based at a workshop, and none of its own. */
    const own = workshopId && !networkId ? { networkId: null } : {};
    const isOurs = owner ? speaksFor(viewer, owner) : false;
    const counted: readonly CountedKind[] = kind ? [kind] : countedKinds;
    const offered = counted.map((name) => ({
      kind: name,
      ...(sharings[kinds[name].sharing].shownOnce === 'confirmed' && {
        $or: [{ status: 'confirmed' as const }, { networkIds: { $in: networks } }],
      }),
      status: { $in: [...claimable[kinds[name].sharing]] },
      [kinds[name].sharing === 'seats' ? 'from' : 'until']: { $not: { $lte: now } },
    }));
    return {
      ...(networkId ? { networkId } : workshopId && { workshopId }),
      ...(isOurs ? { kind: { $in: [...counted] }, ...own } : { $or: offered.map((each) => ({ ...each, ...own })) }),
      ...(words.length > 0 && { $and: words.map((word) => ({ searchWords: wordQuery(word) })) }),
    };
  }
}
