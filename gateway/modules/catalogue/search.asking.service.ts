import { isMaterial, isProcess, resolveMaterial, resolveProcess } from '../../../schema/taxonomy.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import type { Correction, LexiconService } from '../finding/lexicon.service.ts';
import type { Viewer } from '../identity/viewer.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import type { Place } from '../place/place.entity.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { EquipmentFilter } from './search-filter.entity.ts';
import { sidesAsked } from './search.rules.ts';
import type { Wanted } from './search.wanted.ts';

interface Deps {
  clock: Clock;
  places: PlaceService;
  lexicon: LexiconService;
  accreditations: AccreditationService;
}

/** A search as it was understood. */
export interface Asking {
  wanted: Wanted;
  origin: Place | undefined;
  corrections: Correction[];
}

const DAY = 86_400_000;
const mostOrigins = 1_000;

function periodOf({ from, until }: Pick<EquipmentFilter, 'from' | 'until'>): Period | undefined {
  if (!from && !until) return undefined;
  if (!from || !until || !(from < until) || until.getTime() - from.getTime() > limits.bookingDays * DAY)
    throw new Refusal('calendar.period');
  return { from, until };
}

const readers = {
  process: { isId: isProcess, resolve: resolveProcess },
  material: { isId: isMaterial, resolve: resolveMaterial },
} as const;

function idsOf(given: readonly string[], kind: 'process' | 'material'): string[] {
  const { isId, resolve } = readers[kind];
  return given.map((text) => {
    const id = isId(text) ? text : resolve(text);
    if (!id) throw new Refusal(`catalogue.${kind}`, { [kind]: text });
    return id;
  });
}

/** Reads what people ask for: words in the network's vocabulary, places on the map, names as ids of the taxonomy. */
export class AskingService {
  readonly #deps: Deps;
  readonly #origins = new Map<string, Place | undefined>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async read(viewer: Viewer, filter: EquipmentFilter): Promise<Asking> {
    const period = periodOf(filter);
    const origin = this.#origin(filter);
    const near = filter.near ?? origin;
    const network = filter.networkCode ? await NetworkRecord.findOne({ code: filter.networkCode }).lean() : undefined;
    if (network === null) throw new Refusal('platform.notFound', { what: 'network' });
    const { words, corrections } = await this.#deps.lexicon.understand(filter.text);
    const wanted: Wanted = {
      now: this.#deps.clock(),
      words,
      ...(near && { near: { lat: near.lat, lon: near.lon } }),
      ...(near && filter.radiusKm && { radiusKm: filter.radiusKm }),
      ...(period && { period }),
      processes: idsOf(filter.processes, 'process'),
      materials: idsOf(filter.materials, 'material'),
      ...(filter.thicknessMm && { thicknessMm: filter.thicknessMm }),
      ...(filter.size && { sidesMm: sidesAsked(filter.size) }),
      ...(filter.use && filter.use !== 'both' && { use: filter.use }),
      accreditations: filter.accreditations,
      ...(filter.accreditationHeld && { holds: await this.#heldBy(viewer) }),
      ...(typeof filter.priceMaxCentsPerHour === 'number' && { maxCentsPerHour: filter.priceMaxCentsPerHour }),
      archetypes: filter.archetypes ?? [],
      openNow: filter.openNow ?? false,
      ...(network && { networkId: network._id }),
      withTaken: filter.withTaken,
    };
    return { wanted, origin, corrections };
  }

  /** The communes never change while a process runs, and everybody searches from the same few places. */
  #origin({ near, place }: EquipmentFilter): Place | undefined {
    const key = near ? `${near.lat},${near.lon}` : (place?.trim() ?? '');
    if (key === '') return undefined;
    if (!this.#origins.has(key)) {
      if (this.#origins.size >= mostOrigins) this.#origins.clear();
      const found = near ? this.#deps.places.nearest(near) : this.#deps.places.resolve(key)?.place;
      this.#origins.set(key, found && { ...found, ...near });
    }
    return this.#origins.get(key);
  }

  async #heldBy(viewer: Viewer): Promise<(accreditation: string) => boolean> {
    if (viewer.kind !== 'person') return () => false;
    return this.#deps.accreditations.holds(viewer.id);
  }
}
