import type { Clock } from '../../platform/clock.ts';
import { isOpenAt, type WeeklyHours } from '../../platform/hours.ts';
import { type Page, offsetOf, pageOf } from '../../platform/page.ts';
import { countsOf } from '../../platform/sieve.ts';
import type { Correction, LexiconService } from '../finding/lexicon.service.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { DirectoryArgs, WorkshopSort } from './directory.inputs.ts';
import { entries, type Entry, hintFor, type Reach } from './directory.reads.ts';
import { termsOf } from './directory.rules.ts';
import { type Chosen, type Facet, facets, ordered, sieved } from './directory.sieve.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';

type Count = { value: string; count: number };
type FacetCounts = Record<Facet, Count[]> & { departements: (Count & { name: string })[]; openNow: number };
export type DirectoryResult = Page<Workshop> & { facets: FacetCounts; corrections: Correction[] };

/** A question to the directory, its words and its network already understood. */
export interface Question extends Reach {
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

/** Finds workshops: by words, by place, by what they do, by whether they are open. */
export class DirectoryService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async search(args: DirectoryArgs): Promise<DirectoryResult> {
    const offset = offsetOf(args);
    const question = await this.questionOf(args);
    const { chosen, sort, near, terms, corrections } = question;
    const hint = hintFor(question);
    const now = this.#deps.clock();
    const read = await WorkshopRecord.aggregate<Entry>(entries(question), hint ? { hint } : {});
    const rows = read.map((row) => ({
      ...row,
      isOpenNow: isOpenAt(row.openingHours as WeeklyHours, row.closures, row.timeZone, now),
    }));
    const { kept, counts } = sieved(rows, chosen);
    const words = terms.map(({ word }) => word);
    const shown = ordered(kept, sort, near !== undefined, words).slice(offset, offset + args.first);
    const counted = Object.fromEntries(
      facets.map((facet) => [facet, countsOf(counts[facet], chosen[facet])]),
    ) as Record<Facet, Count[]>;
    const departements = counted.departements.map((row) => ({
      ...row,
      name: this.#deps.places.departementName(row.value),
    }));
    return {
      ...pageOf(await this.#whole(shown), offset, kept.length),
      facets: { ...counted, departements, openNow: counts.openNow.get('1') ?? 0 },
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

  /** The workshops of the page, with their distances, in its order. */
  async #whole(shown: readonly Entry[]): Promise<Workshop[]> {
    if (shown.length === 0) return [];
    const rows = await WorkshopRecord.find({ _id: { $in: shown.map(({ _id }) => _id) } }).lean<Workshop[]>();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return shown.flatMap(({ _id, km }) => {
      const row = byId.get(_id);
      return row ? [{ ...row, ...(km !== undefined && { distanceKm: km }) }] : [];
    });
  }
}
