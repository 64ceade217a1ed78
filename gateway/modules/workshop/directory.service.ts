import { type Page, offsetOf, pageOf } from '../../platform/page.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { DirectoryArgs } from './directory.inputs.ts';
import { directoryPipeline, type Facet, facets, hintFor, type Question } from './directory.pipeline.ts';
import { termsOf } from './directory.rules.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';

type Count = { value: string; count: number };
export type FacetCounts = Record<Facet, Count[]> & { departements: (Count & { name: string })[] };
export type DirectoryResult = Page<Workshop> & { facets: FacetCounts };

interface Found {
  rows: { km?: number; workshop: Workshop }[];
  total: { count: number }[];
}
type Answer = Found & Record<Facet, { _id: string; count: number }[]>;

/** Finds workshops: by words, by place, by what they do. */
export class DirectoryService {
  readonly #networks: NetworkService;
  readonly #places: PlaceService;

  constructor({ networks, places }: { networks: NetworkService; places: PlaceService }) {
    this.#networks = networks;
    this.#places = places;
  }

  async search(args: DirectoryArgs): Promise<DirectoryResult> {
    const offset = offsetOf(args);
    const question = await this.questionOf(args);
    const pipeline = directoryPipeline(question, offset, args.first);
    const hint = hintFor(question);
    const [found] = await WorkshopRecord.aggregate<Answer>(pipeline, hint ? { hint } : {});
    const rows = found!.rows.map(({ km, workshop }) => ({ ...workshop, ...(km !== undefined && { distanceKm: km }) }));
    const counted = Object.fromEntries(
      facets.map((facet) => [facet, found![facet].map(({ _id, count }) => ({ value: _id, count }))]),
    ) as Record<Facet, Count[]>;
    const departements = counted.departements.map((row) => ({ ...row, name: this.#places.departementName(row.value) }));
    return { ...pageOf(rows, offset, found!.total[0]?.count ?? 0), facets: { ...counted, departements } };
  }

  /** The question as the pipeline reads it. An unknown network is refused, since its directory would look empty. */
  async questionOf({ filter, sort }: Pick<DirectoryArgs, 'filter' | 'sort'>): Promise<Question> {
    const near = filter?.near ?? undefined;
    const network = filter?.networkCode ? await this.#networks.get(filter.networkCode) : undefined;
    return {
      terms: termsOf(filter?.text ?? ''),
      ...(near && { near: { lat: near.lat, lon: near.lon } }),
      ...(near && filter?.radiusKm && { radiusKm: filter.radiusKm }),
      ...(network && { networkId: network._id }),
      chosen: {
        processes: filter?.processes ?? [],
        materials: filter?.materials ?? [],
        departements: filter?.departements ?? [],
        archetypes: filter?.archetypes ?? [],
      },
      sort: sort ?? 'distance',
    };
  }
}
