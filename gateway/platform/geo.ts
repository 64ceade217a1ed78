/** A place on the map in WGS 84 degrees. Latitude is named, so that it is never mistaken for the first of a pair. */
export interface Point {
  lat: number;
  lon: number;
}

/** A rectangle of the map, both edges included. It never crosses the 180th meridian. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Mean radius of the Earth (IUGG 1980), in kilometres. */
const earthRadiusKm = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Straight-line kilometres over the sphere (haversine): within 0.5 % of the ellipsoid. */
export function distanceKm(a: Point, b: Point): number {
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, h)));
}

export const isPoint = ({ lat, lon }: Point): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

export const isInside = ({ lat, lon }: Point, box: Box): boolean =>
  lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;

/** The smallest box around the points; undefined when there is none. */
export function boxAround(points: readonly Point[]): Box | undefined {
  const first = points[0];
  if (!first) return undefined;
  const box: Box = { south: first.lat, west: first.lon, north: first.lat, east: first.lon };
  for (const { lat, lon } of points) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
  }
  return box;
}

/** Where France is: the mainland with Corsica under `metro`, each overseas territory under its departement code. */
export const territories = {
  metro: { south: 41.2, west: -5.6, north: 51.3, east: 9.8 },
  '971': { south: 15.7, west: -62, north: 16.7, east: -60.9 },
  '972': { south: 14.3, west: -61.4, north: 15, east: -60.7 },
  '973': { south: 2, west: -54.8, north: 6, east: -51.4 },
  '974': { south: -21.5, west: 55.1, north: -20.7, east: 56 },
  '975': { south: 46.6, west: -56.6, north: 47.3, east: -56 },
  '976': { south: -13.2, west: 44.8, north: -12.4, east: 45.5 },
  '977': { south: 17.8, west: -63, north: 18, east: -62.7 },
  '978': { south: 18, west: -63.2, north: 18.2, east: -62.9 },
  '986': { south: -14.6, west: -178.4, north: -13, east: -175.9 },
  '987': { south: -28.2, west: -155, north: -7.5, east: -134 },
  '988': { south: -23.2, west: 158, north: -17.5, east: 172.5 },
} as const satisfies Record<string, Box>;
export type Territory = keyof typeof territories;
const territoryNames = Object.keys(territories) as Territory[];

/** The part of France whose box holds the point: a coarse check, since a box also holds sea and neighbours. */
export const territoryOf = (point: Point): Territory | undefined =>
  territoryNames.find((name) => isInside(point, territories[name]));

/** Whether the point lies outside France as given, and inside with its two numbers exchanged. */
export const looksSwapped = ({ lat, lon }: Point): boolean =>
  territoryOf({ lat, lon }) === undefined && territoryOf({ lat: lon, lon: lat }) !== undefined;
