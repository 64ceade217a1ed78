import { countOf } from '../../platform/bits.ts';
import type { Clock } from '../../platform/clock.ts';
import { marksOf } from '../../platform/marks.ts';
import { type Page, offsetOf, pageOf } from '../../platform/page.ts';
import { countsOf } from '../../platform/sieve.ts';
import type { Correction, LexiconService } from '../finding/lexicon.service.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { DirectoryArgs, WorkshopSort } from './directory.inputs.ts';
import { type Candidate, candidates, everyone, type Reach } from './directory.reads.ts';
import { termsOf } from './directory.rules.ts';
import { type Chosen, pageAt, sieved } from './directory.sieve.ts';
import { type Facet, facets, type Table, tableOf } from './directory.table.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';

type Count = { value: string; count: number };
type FacetCounts = Record<Facet, Count[]> & { departements: (Count & { name: string })[]; openNow: number };
export type DirectoryResult = Page<Workshop> & { facets: FacetCounts; corrections: Correction[] };

/** A question to the directory, its words and its network already understood. */
interface Question extends Reach {
  corrections: Correction[];
  chosen: Chosen;
  sort: WorkshopSort;
}

interface Deps {
  clock: Clock;
  networks: NetworkService;
  places: PlaceService;
  lexicon: LexiconService;
}

/**
 * Finds workshops: by words, by place, by what they do, by whether they are open. What narrows and counts them is kept
 * in memory, and laid out again once the marks that changes leave in the database are others: a change shows at once
 * in every process.
 */
export class DirectoryService {
  readonly #deps: Deps;
  #known: { marks: string; table: Promise<Table> } | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async search(args: DirectoryArgs): Promise<DirectoryResult> {
    const offset = offsetOf(args);
    const question = await this.questionOf(args);
    const { chosen, sort, near, terms, corrections, networkId } = question;
    const [table, among] = await Promise.all([this.#current(), this.#pointedAt(question)]);
    const open = table.openAt(this.#deps.clock());
    const { kept, counts, openNow } = sieved(table, chosen, open, {
      ...(networkId && { networkId }),
      ...(among && { among }),
    });
    const order = { sort, hasPlace: near !== undefined, words: terms.map(({ word }) => word) };
    const places = pageAt(table, kept, among ?? [], order, { skip: offset, most: args.first });
    const distances = new Map(among?.map(({ _id, km }) => [_id, km]));
    const counted = Object.fromEntries(
      facets.map((facet) => [facet, countsOf(counts[facet], chosen[facet])]),
    ) as Record<Facet, Count[]>;
    const departements = counted.departements.map((row) => ({
      ...row,
      name: this.#deps.places.departementName(row.value),
    }));
    const ids = places.map((place) => table.ids[place]!);
    return {
      ...pageOf(await this.#whole(ids, distances), offset, countOf(kept)),
      facets: { ...counted, departements, openNow },
      corrections,
    };
  }

  /** The question as it is read. An unknown network is refused, since its directory would look empty. */
  async questionOf({ filter, sort }: Pick<DirectoryArgs, 'filter' | 'sort'>): Promise<Question> {
    const near = filter?.near ?? undefined;
    const network = filter?.networkCode ? await this.#deps.networks.get(filter.networkCode) : undefined;
    const { words, corrections } = await this.#deps.lexicon.understand(filter?.text);
    return {
      terms: termsOf(words),
      corrections,
      ...(near && { near: { lat: near.lat, lon: near.lon } }),
      ...(near && filter?.radiusKm && { radiusKm: filter.radiusKm }),
      ...(network && { networkId: network._id }),
      chosen: {
        processes: filter?.processes ?? [],
        materials: filter?.materials ?? [],
        departements: filter?.departements ?? [],
        archetypes: filter?.archetypes ?? [],
        openNow: filter?.openNow ?? false,
      },
      sort: sort ?? 'distance',
    };
  }

  async #current(): Promise<Table> {
    const marks = await marksOf('workshops');
    if (this.#known?.marks === marks) return this.#known.table;
    const table = everyone().then(tableOf);
    const known = { marks, table };
    this.#known = known;
    // What could not be read is tried again; a reading begun since is left alone.
    table.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return table;
  }

  async #pointedAt(reach: Reach): Promise<Candidate[] | undefined> {
    const stages = candidates(reach);
    return stages && WorkshopRecord.aggregate<Candidate>(stages);
  }

  /** The workshops of the page, with their distances, in its order. */
  async #whole(ids: readonly string[], distances: ReadonlyMap<string, number | undefined>): Promise<Workshop[]> {
    if (ids.length === 0) return [];
    const rows = await WorkshopRecord.find({ _id: { $in: ids } }).lean<Workshop[]>();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      const km = distances.get(id);
      return row ? [{ ...row, ...(km !== undefined && { distanceKm: km }) }] : [];
    });
  }
}
