import { archetypeNames } from '../../../schema/vocabulary.ts';
import { offsetOf, pageOf } from '../../platform/page.ts';
import { countsOf } from '../../platform/sieve.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Place } from '../place/place.entity.ts';
import type { HitService, PageReads } from './hit.service.ts';
import type { AskingService } from './search.asking.service.ts';
import type { EquipmentFacets, EquipmentSearchPage } from './search.entity.ts';
import type { EquipmentFilter } from './search-filter.entity.ts';
import type { SearchEquipmentArgs } from './search.inputs.ts';
import type { InsteadService } from './search.instead.service.ts';
import type { SearchReader } from './search.look.ts';
import { candidates } from './search.reads.ts';
import { type FacetName, isTaken, ordered, priceSteps, sieved, valuesAmong } from './search.sieve.ts';
import type { Wanted } from './search.wanted.ts';

/** Who hears of what was looked for in vain. */
export interface UnmetDemands {
  note(wanted: Wanted, origin: Place | undefined, taken: boolean): Promise<void>;
}

interface Deps {
  asking: AskingService;
  reader: SearchReader;
  instead: InsteadService;
  hits: HitService;
  demand: UnmetDemands;
}

const anything: EquipmentFilter = {
  processes: [],
  materials: [],
  accreditations: [],
  accreditationHeld: false,
  archetypes: [],
  openNow: false,
  withTaken: false,
};

type Facets = Record<FacetName, ReadonlyMap<string, number>>;

function facetsOf(counts: Facets, among: ReturnType<typeof valuesAmong>, wanted: Wanted): EquipmentFacets {
  const fixed = (facet: FacetName, values: readonly string[]) =>
    values.map((value) => ({ value, count: counts[facet].get(value) ?? 0 }));
  return {
    process: countsOf(counts.process, [...among.process, ...wanted.processes]),
    material: countsOf(counts.material, [...among.material, ...wanted.materials]),
    use: fixed('use', ['on_site', 'take_away']),
    price: fixed('price', priceSteps.map(String)),
    accreditation: countsOf(counts.accreditation, [...among.accreditation, ...wanted.accreditations]),
    archetype: fixed('archetype', archetypeNames),
    openNow: counts.openNow.get('1') ?? 0,
  };
}

/** Machines by what they do, where they stand and when they are free. */
export class SearchService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async search(viewer: Viewer, args: SearchEquipmentArgs, reads: PageReads): Promise<EquipmentSearchPage> {
    const { asking, reader, instead, hits, demand } = this.#deps;
    const filter = args.filter ?? anything;
    const { wanted, origin, corrections } = await asking.read(viewer, filter);
    const offset = offsetOf(args);
    const looked = await reader.look(wanted);
    const { kept, nearly, counts } = sieved(await reader.seen(looked, wanted), wanted);
    const sort = args.sort === 'DISTANCE' && !wanted.near ? 'NAME' : args.sort;
    const shown = ordered(kept, sort).slice(offset, offset + args.first);
    const other = kept.length === 0 ? await instead.of(wanted, looked, nearly.way) : undefined;
    if (other && offset === 0 && viewer.kind !== 'system') await demand.note(wanted, origin, other.taken.length > 0);
    const [drawn, elsewhen] = await Promise.all([
      hits.drawn(shown, wanted, reads),
      hits.drawn(other?.taken ?? [], wanted, reads),
    ]);
    return {
      ...pageOf(drawn, offset, kept.length),
      isPartial: looked.isPartial,
      workshopCount: new Set(kept.map(({ workshopId }) => workshopId)).size,
      takenCount: wanted.period ? nearly.way.filter(isTaken).length : 0,
      ...(origin && { origin }),
      placeUnknown: Boolean(filter.place?.trim()) && !origin,
      corrections,
      facets: facetsOf(counts, valuesAmong(looked.rows), wanted),
      elsewhen,
      otherDates: other?.dates ?? [],
      wider: other?.wider ?? [],
      without: other?.without ?? [],
    };
  }

  /** The machines that answer now, nearest first: what a saved search compares with what it has told. */
  async answering(viewer: Viewer, filter: EquipmentFilter): Promise<{ ids: string[]; names: string[] }> {
    const { wanted } = await this.#deps.asking.read(viewer, { ...filter, withTaken: false });
    const { kept } = sieved(await this.#deps.reader.seen(await this.#deps.reader.look(wanted), wanted), wanted);
    const rows = ordered(kept, wanted.near ? 'DISTANCE' : 'NAME');
    return { ids: rows.map(({ _id }) => _id), names: rows.map(({ name }) => name) };
  }

  /** What a search reads of machines, for benches and for the test that looks at its indexes. */
  async pipeline(viewer: Viewer, filter: EquipmentFilter) {
    return candidates((await this.#deps.asking.read(viewer, filter)).wanted);
  }
}
