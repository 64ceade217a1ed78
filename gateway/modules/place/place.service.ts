import { distanceKm, type Point } from '../../platform/geo.ts';
import type { Atlas } from './atlas.ts';
import { openAtlas } from './atlas.store.ts';
import type { Place, PlaceMatch } from './place.entity.ts';
import { likeness, readQuery, timeZoneOf } from './place.rules.ts';
import { namesOf } from './sources.ts';

/** Longest list of places given at once. */
export const mostPlaces = 20;
/** Beyond this distance of the nearest commune, a point is not in France. */
const farthestKm = 100;

/** The communes of France, offline. */
export class PlaceService {
  private loaded?: { atlas: Atlas; departements: Map<string, string>; regions: Map<string, string> };

  /** Reads the communes now rather than on the first question. */
  warm(): void {
    this.load();
  }

  /** Places whose name or postal code begins so: the same name first, then the most populous. */
  search(text: string, limit = 8): Place[] {
    const most = Math.max(1, Math.min(Math.trunc(limit) || 1, mostPlaces));
    const query = readQuery(text);
    if (!query) return [];
    if (query.by === 'point') return this.near(query.point).slice(0, 1);
    if (query.by === 'name') return this.byName(query.name, most);
    const digits = query.by === 'code' ? query.code : query.digits;
    return this.byCode(digits, most);
  }

  /**
   * What a text means: a postal code, an INSEE code, a name or `latitude,longitude`. Of several, the likeliest is the
   * most populous; but an arrondissement comes before its city, since it says more. Undefined when nothing answers.
   */
  resolve(text: string): PlaceMatch | undefined {
    const query = readQuery(text);
    if (!query) return undefined;
    if (query.by === 'point')
      return match(this.near(query.point).map((place) => ({ ...place, ...query.point, precision: 'exact' })));
    if (query.by === 'code') return match(this.byCode(query.code, mostPlaces));
    if (query.by === 'digits') return undefined;
    const { atlas } = this.load();
    const found = this.byName(query.name, mostPlaces);
    const same = found.filter(({ insee }) => atlas.keys[atlas.rowOf.get(insee) ?? -1] === query.name);
    return match(same.length ? same : found);
  }

  /** The place behind an INSEE code. */
  find(insee: string): Place | undefined {
    const row = this.load().atlas.rowOf.get(insee);
    return row === undefined ? undefined : this.place(row);
  }

  /** The name of a département or overseas territory; its code when it has none. */
  departementName(code: string): string {
    const { departements, regions } = this.load();
    return departements.get(code) ?? regions.get(code) ?? code;
  }

  /** The commune whose point is nearest; undefined far from France. */
  nearest(point: Point): Place | undefined {
    return this.near(point)[0];
  }

  private near(point: Point): Place[] {
    const { atlas } = this.load();
    let best = -1;
    let bestKm = farthestKm;
    for (let row = 0; row < atlas.size; row += 1) {
      const lat = atlas.lats[row] ?? 0;
      if (Math.abs(lat - point.lat) * 111 > bestKm) continue;
      const km = distanceKm(point, { lat, lon: atlas.lons[row] ?? 0 });
      if (km < bestKm) {
        best = row;
        bestKm = km;
      }
    }
    return best < 0 ? [] : [this.place(best)];
  }

  private byName(name: string, most: number): Place[] {
    const { atlas } = this.load();
    const ranks: number[][] = [[], [], [], []];
    for (let row = 0; row < atlas.size; row += 1) {
      const rank = ranks[likeness(atlas.keys[row] ?? '', name)];
      if (rank && rank !== ranks[0] && rank.length < most) rank.push(row);
    }
    return [...(ranks[3] ?? []), ...(ranks[2] ?? []), ...(ranks[1] ?? [])].slice(0, most).map((row) => this.place(row));
  }

  /** By postal code or its beginning; a whole code that is nobody's postal code is read as an INSEE code. */
  private byCode(code: string, most: number): Place[] {
    const { atlas } = this.load();
    const rows: number[] = [];
    for (let row = 0; row < atlas.size; row += 1) {
      const codes = atlas.postalCodes[row] ?? '';
      if (codes.startsWith(code) || codes.includes(` ${code}`)) rows.push(row);
    }
    if (!rows.length) return [atlas.rowOf.get(code)].flatMap((row) => (row === undefined ? [] : [this.place(row)]));
    if (code.length === 5) rows.sort((a, b) => Number(isPart(atlas, b)) - Number(isPart(atlas, a)) || a - b);
    return rows.slice(0, most).map((row) => this.place(row));
  }

  private load() {
    this.loaded ??= { atlas: openAtlas(), departements: namesOf('departements'), regions: namesOf('regions') };
    return this.loaded;
  }

  private place(row: number): Place {
    const { atlas, departements, regions } = this.load();
    const departement = atlas.departements[row] ?? '';
    const region = atlas.regions[row] ?? '';
    return {
      insee: atlas.insee[row] ?? '',
      name: atlas.names[row] ?? '',
      postalCodes: atlas.postalCodes[row]?.split(' ').filter(Boolean) ?? [],
      lat: rounded(atlas.lats[row] ?? 0),
      lon: rounded(atlas.lons[row] ?? 0),
      precision: atlas.estimated[row] ? 'estimated' : 'commune',
      population: atlas.populations[row] ?? 0,
      departement: {
        code: departement,
        name: departements.get(departement) ?? regions.get(departement) ?? departement,
      },
      region: { code: region, name: regions.get(region) ?? region },
      timeZone: timeZoneOf(departement),
    };
  }
}

/** An arrondissement of Paris, Lyon or Marseille. */
const isPart = (atlas: Atlas, row: number) => /^(132|6938|751)/.test(atlas.insee[row] ?? '');
/** Five decimals are a metre: more would only show how the number is stored. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
const match = (choices: Place[]): PlaceMatch | undefined => (choices[0] ? { place: choices[0], choices } : undefined);
