import { isMaterial, isProcess, resolveMaterial, resolveProcess } from '../../../schema/taxonomy.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Period } from '../../platform/intervals.ts';
import { offsetOf, type Page, pageOf } from '../../platform/page.ts';
import { Refusal } from '../../platform/refusal.ts';
import { AccreditationRecord, foldedName } from '../borrowing/accreditation.entity.ts';
import type { FreeBusyService } from '../calendar/freebusy.service.ts';
import type { Viewer } from '../identity/viewer.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import type { Place } from '../place/place.entity.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { CapabilityService } from './capability.service.ts';
import { wordsOf } from './equipment.rules.ts';
import type { HitService, RawHit } from './hit.service.ts';
import { ResourceRecord } from './resource.entity.ts';
import type { EquipmentFacets, EquipmentHit, EquipmentSearchPage, FacetCount } from './search.entity.ts';
import type { EquipmentFilter, SearchEquipmentArgs } from './search.inputs.ts';
import { priceSteps, searchPipeline, type SortKey } from './search.pipeline.ts';
import { sidesAsked } from './search.rules.ts';
import type { Wanted } from './search.wanted.ts';

interface Deps {
  clock: Clock;
  places: PlaceService;
  freeBusy: FreeBusyService;
  capabilities: CapabilityService;
  hits: HitService;
}

interface Found {
  hits: RawHit[];
  total: { machines: number; workshops: number }[];
  taken: { count: number }[];
  process: { _id: string; count: number }[];
  material: { _id: string; count: number }[];
  use: { on_site: number; take_away: number }[];
  price: Record<string, number>[];
  accreditation: { _id: string; count: number }[];
}

const DAY = 86_400_000;
const anything: EquipmentFilter = {
  processes: [],
  materials: [],
  accreditations: [],
  accreditationHeld: false,
  withTaken: false,
};
const wider = [60, 100, 200, 500, limits.searchRadiusKm] as const;

function periodOf({ from, until }: EquipmentFilter): Period | undefined {
  if (!from && !until) return undefined;
  if (!from || !until || !(from < until) || until.getTime() - from.getTime() > limits.bookingDays * DAY)
    throw new Refusal('calendar.period');
  return { from, until };
}

function idsOf(given: readonly string[], kind: 'process' | 'material'): string[] {
  return given.map((text) => {
    const id =
      kind === 'process'
        ? isProcess(text)
          ? text
          : resolveProcess(text)
        : isMaterial(text)
          ? text
          : resolveMaterial(text);
    if (!id) throw new Refusal(`catalogue.${kind}`, { [kind]: text });
    return id;
  });
}

/** Counts with every known value, the zeros included, the fullest first. */
function counted(
  known: readonly string[],
  chosen: readonly string[],
  rows: readonly { _id: string; count: number }[],
): FacetCount[] {
  const counts = new Map(rows.map(({ _id, count }) => [_id, count]));
  return [...new Set([...known, ...chosen])]
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Machines by what they do, where they stand and when they are free, in one aggregation. */
export class SearchService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async search(viewer: Viewer, { filter: given, sort, ...args }: SearchEquipmentArgs): Promise<EquipmentSearchPage> {
    const filter = given ?? anything;
    const origin = this.#origin(filter);
    const wanted = await this.#wanted(viewer, filter, origin);
    const offset = offsetOf(args);
    const order: SortKey = sort === 'DISTANCE' && !wanted.near ? 'NAME' : sort;
    const found = await this.#run(wanted, order, offset, args.first);
    const total = found.total[0]?.machines ?? 0;
    const page: Page<EquipmentHit> = pageOf(await this.#deps.hits.drawn(found.hits, wanted), offset, total);
    return {
      ...page,
      workshopCount: found.total[0]?.workshops ?? 0,
      takenCount: wanted.period ? (found.taken[0]?.count ?? 0) : 0,
      ...(origin && { origin }),
      placeUnknown: Boolean(filter.place?.trim()) && !origin,
      facets: await this.#facets(found, wanted),
      ...(total === 0 ? await this.#instead(wanted, found) : { elsewhen: [] }),
    };
  }

  /** The aggregation of a search, for the test that looks at its indexes. */
  async pipeline(viewer: Viewer, { filter: given, sort, first }: SearchEquipmentArgs) {
    const filter = given ?? anything;
    return searchPipeline(await this.#wanted(viewer, filter, this.#origin(filter)), sort, 0, first);
  }

  async #run(wanted: Wanted, sort: SortKey, offset: number, count: number): Promise<Found> {
    const [found] = await ResourceRecord.aggregate<Found>(searchPipeline(wanted, sort, offset, count));
    return found!;
  }

  #origin({ near, place }: EquipmentFilter): Place | undefined {
    if (near) {
      const nearest = this.#deps.places.nearest(near);
      return nearest && { ...nearest, ...near };
    }
    return place?.trim() ? this.#deps.places.resolve(place)?.place : undefined;
  }

  async #wanted(viewer: Viewer, filter: EquipmentFilter, origin: Place | undefined): Promise<Wanted> {
    const period = periodOf(filter);
    const near = filter.near ?? origin;
    const network = filter.networkCode ? await NetworkRecord.findOne({ code: filter.networkCode }).lean() : undefined;
    if (network === null) throw new Refusal('platform.notFound', { what: 'network' });
    const held = filter.accreditationHeld ? await this.#heldBy(viewer) : [];
    return {
      now: this.#deps.clock(),
      lateUntil: this.#deps.freeBusy.lateUntil(),
      words: wordsOf(filter.text ?? '').slice(0, 8),
      ...(near && { near: { lat: near.lat, lon: near.lon } }),
      ...(near && filter.radiusKm && { radiusKm: filter.radiusKm }),
      ...(period && { period }),
      processes: idsOf(filter.processes, 'process'),
      materials: idsOf(filter.materials, 'material'),
      ...(filter.thicknessMm && { thicknessMm: filter.thicknessMm }),
      ...(filter.size && { sidesMm: sidesAsked(filter.size) }),
      ...(filter.use && filter.use !== 'both' && { use: filter.use }),
      accreditations: [...filter.accreditations, ...held],
      ...(typeof filter.priceMaxCentsPerHour === 'number' && { maxCentsPerHour: filter.priceMaxCentsPerHour }),
      ...(network && { networkId: network._id }),
      withTaken: filter.withTaken,
    };
  }

  /** What machines ask for that the caller holds, and nothing at all, which everybody holds. */
  async #heldBy(viewer: Viewer): Promise<string[]> {
    if (viewer.kind !== 'person') return [''];
    const rows = await AccreditationRecord.find({ personId: viewer.id, revokedAt: { $exists: false } }).lean();
    const folded = new Set(rows.map((row) => row.folded));
    const asked = await this.#accreditationsKnown();
    return ['', ...asked.filter((name) => folded.has(foldedName(name)))];
  }

  async #accreditationsKnown(): Promise<string[]> {
    const names = await ResourceRecord.distinct('accreditation', { status: 'published' });
    return names.filter((name) => typeof name === 'string' && name !== '').sort();
  }

  async #facets(found: Found, { processes, materials, accreditations }: Wanted): Promise<EquipmentFacets> {
    const [use, price] = [found.use[0], found.price[0]];
    return {
      process: counted(await this.#deps.capabilities.processesKnown(), processes, found.process),
      material: counted(await this.#deps.capabilities.materialsKnown(), materials, found.material),
      use: (['on_site', 'take_away'] as const).map((value) => ({ value, count: use?.[value] ?? 0 })),
      price: priceSteps.map((cents) => ({ value: String(cents), count: price?.[`c${cents}`] ?? 0 })),
      accreditation: counted(['', ...(await this.#accreditationsKnown())], accreditations, found.accreditation),
    };
  }

  /** What to try when nothing answers: the next free time of what would do, or a wider circle. */
  async #instead(wanted: Wanted, found: Found): Promise<{ elsewhen: EquipmentHit[]; widerKm?: number }> {
    if (wanted.period && (found.taken[0]?.count ?? 0) > 0) {
      const { hits } = await this.#run({ ...wanted, withTaken: true }, wanted.near ? 'DISTANCE' : 'NAME', 0, 3);
      return { elsewhen: await this.#deps.hits.drawn(hits, wanted) };
    }
    if (!wanted.radiusKm) return { elsewhen: [] };
    for (const radiusKm of wider.filter((km) => km > wanted.radiusKm!)) {
      const { total } = await this.#run({ ...wanted, radiusKm }, 'NAME', 0, 1);
      if (total[0]) return { elsewhen: [], widerKm: radiusKm };
    }
    return { elsewhen: [] };
  }
}
