import type { Point } from '../../platform/geo.ts';
import { arrondissements } from './arrondissements.ts';
import { fold } from './place.rules.ts';
import { type City, type CommuneRow, eachCommune, frenchCities, groupsOfCommunes } from './sources.ts';

/** The communes of France in columns, the most populous first. A row is the same index in each. */
export interface Atlas {
  size: number;
  insee: string[];
  names: string[];
  /** Folded names. */
  keys: string[];
  /** Postal codes of a row, joined by a space. */
  postalCodes: string[];
  departements: string[];
  regions: string[];
  populations: Uint32Array;
  lats: Float32Array;
  lons: Float32Array;
  /** 1 where the point is estimated from the neighbours. */
  estimated: Uint8Array;
  rowOf: Map<string, number>;
}

/** Nobody lives there, and no coordinates are at hand: the Antarctic lands and Clipperton. */
const uninhabited = new Set(['984', '989']);
const territoryOfCountry: Record<string, string> = { NC: '988', PF: '987', BL: '977', MF: '978' };

/**
 * Reads the installed packages: half a second's worth of work that is done once, on first need.
 * A third of the communes are on GeoNames' point. The others are set down among those neighbours that are
 * (same postal code, best in the same group of communes; else the group, the arrondissement, the departement).
 */
export function buildAtlas(): Atlas {
  const { communes, heirs } = readCommunes();
  const points = knownPoints(communes, heirs, frenchCities());
  const estimate = estimator(communes, points);
  const size = communes.length;
  const atlas: Atlas = {
    size,
    insee: communes.map(({ code }) => code),
    names: communes.map(({ nom }) => nom),
    keys: communes.map(({ nom }) => fold(nom)),
    postalCodes: communes.map(({ codesPostaux = [] }) => codesPostaux.join(' ')),
    departements: communes.map(({ departement }) => departement),
    regions: communes.map(({ region }) => region),
    populations: Uint32Array.from(communes, ({ population = 0 }) => population),
    lats: new Float32Array(size),
    lons: new Float32Array(size),
    estimated: new Uint8Array(size),
    rowOf: new Map(communes.map(({ code }, row) => [code, row])),
  };
  communes.forEach((commune, row) => {
    const known = points.get(commune.code);
    const { lat, lon } = known ?? estimate(commune);
    atlas.lats[row] = lat;
    atlas.lons[row] = lon;
    atlas.estimated[row] = known ? 0 : 1;
  });
  return atlas;
}

/** Present communes and arrondissements by population; `heirs` gives the present code of a former one. */
function readCommunes() {
  const communes: CommuneRow[] = [];
  const heirs = new Map<string, string>();
  eachCommune((row) => {
    if (uninhabited.has(row.departement)) return;
    const { code, nom, type, departement, region, arrondissement, codesPostaux, population } = row;
    if (row.chefLieu) heirs.set(code, row.chefLieu);
    for (const former of row.anciensCodes ?? []) heirs.set(former, code);
    if (type === 'commune-actuelle' || type === 'arrondissement-municipal')
      communes.push({ code, nom, type, departement, region, arrondissement, codesPostaux, population });
  });
  communes.sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
  for (const { code } of communes) heirs.set(code, code);
  return { communes, heirs };
}

/** INSEE code → point, from the most populous place that carries the commune's own code, else a former one's. */
function knownPoints(communes: CommuneRow[], heirs: Map<string, string>, cities: City[]): Map<string, Point> {
  const byName = new Map(
    communes
      .filter(({ departement, type }) => departement > '977' || type === 'arrondissement-municipal')
      .map(({ code, nom, departement }) => [`${departement} ${fold(nom)}`, code]),
  );
  const codeOf = ({ country, name, insee }: City) => {
    const arrondissement = /^Marseille (\d\d)$/.exec(name);
    if (arrondissement) return `132${arrondissement[1]}`;
    const territory = territoryOfCountry[country];
    if (country === 'BL' || country === 'MF') return `${territory}01`;
    return (territory && byName.get(`${territory} ${fold(name)}`)) ?? heirs.get(insee);
  };
  const best = new Map<string, { weight: number; point: Point }>();
  for (const city of cities) {
    const code = codeOf(city);
    if (!code) continue;
    const weight = city.population + (city.insee === code ? 1e9 : 0);
    if ((best.get(code)?.weight ?? -1) < weight) best.set(code, { weight, point: { lat: city.lat, lon: city.lon } });
  }
  const points = new Map([...best].map(([code, { point }]) => [code, point]));
  for (const [code, [lat, lon]] of Object.entries(arrondissements)) points.set(code, { lat, lon });
  return points;
}

/** The middle of the nearest circle of placed neighbours. Every departement holds a placed commune, so there is one. */
function estimator(communes: CommuneRow[], points: Map<string, Point>): (commune: CommuneRow) => Point {
  const groups = groupsOfCommunes();
  const sums = new Map<string, { lat: number; lon: number; count: number }>();
  const circlesOf = ({ code, codesPostaux = [], arrondissement, departement }: CommuneRow) => {
    const group = groups.get(code);
    return [
      ...(group ? codesPostaux.map((postal) => `${postal} in ${group}`) : []),
      ...codesPostaux.map((postal) => `postal ${postal}`),
      ...(group ? [`group ${group}`] : []),
      `arrondissement ${arrondissement}`,
      `departement ${departement}`,
    ];
  };
  for (const commune of communes) {
    const point = points.get(commune.code);
    if (!point) continue;
    for (const circle of circlesOf(commune)) {
      const sum = sums.get(circle) ?? { lat: 0, lon: 0, count: 0 };
      sums.set(circle, { lat: sum.lat + point.lat, lon: sum.lon + point.lon, count: sum.count + 1 });
    }
  }
  return (commune) => {
    const circle = circlesOf(commune).find((name) => sums.has(name));
    const { lat, lon, count } = (circle && sums.get(circle)) || { lat: 46.6, lon: 2.4, count: 1 };
    return { lat: lat / count, lon: lon / count };
  };
}
