import type { Logger } from '../../platform/log.ts';
import { bestOf, readAnswer } from './geocoder.rules.ts';
import type { Place, PlaceMatch } from './place.entity.ts';
import type { PlaceService } from './place.service.ts';

interface Deps {
  /** `GEOCODER_URL`; without it nothing is asked of anybody. */
  url: string | undefined;
  places: PlaceService;
  log: Logger;
}

/** A person waits for this in front of a form: later, the middle of the commune will do. */
const TIMEOUT_MS = 1_500;
const mostBytes = 100_000;
const longestQuery = 200;

/** Refines a place by its street, when an address service is configured. Its silence or faults never stop a form. */
export class GeocoderService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The place at this address of its commune; the place as it was when the address says no more, or nobody answers. */
  async refine<P extends Place>(place: P, address: string): Promise<P> {
    if (!address.trim() || place.precision === 'exact') return place;
    const query = `${address} ${place.postalCodes[0] ?? ''} ${place.name}`;
    const found = await this.#best(query, place.insee);
    return found ? { ...place, ...found.point, precision: 'exact' } : place;
  }

  /** What a text means: a commune as ever, and a whole address where a service is configured. */
  async resolve(text: string): Promise<PlaceMatch | undefined> {
    const { places } = this.#deps;
    const known = places.resolve(text);
    if (known) return known;
    const found = await this.#best(text);
    const place = found && (places.find(found.insee) ?? places.nearest(found.point));
    if (!place) return undefined;
    const exact = { ...place, ...found.point, precision: 'exact' as const };
    return { place: exact, choices: [exact] };
  }

  async #best(query: string, insee?: string) {
    const { url, log } = this.#deps;
    if (!url) return undefined;
    const address = new URL('search/', url.endsWith('/') ? url : `${url}/`);
    address.searchParams.set('q', query.replace(/\s+/g, ' ').trim().slice(0, longestQuery));
    address.searchParams.set('limit', '5');
    if (insee) address.searchParams.set('citycode', insee);
    try {
      const answer = await fetch(address, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { accept: 'application/json' },
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      if (Number(answer.headers.get('content-length') ?? 0) > mostBytes) throw new Error('answer too large');
      return bestOf(readAnswer(await answer.json()), insee);
    } catch (error) {
      // Any fault of a service that is not ours: the middle of the commune is used, and the log says why.
      log.warn({ reason: (error as Error).message }, 'address service');
      return undefined;
    }
  }
}
