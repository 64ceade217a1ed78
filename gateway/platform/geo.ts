import { territories, type Territory, territoryNames } from '../../schema/territories.ts';

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
export const earthRadiusKm = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Straight-line kilometres over the sphere (haversine): within 0.5 % of the ellipsoid. */
export function distanceKm(a: Point, b: Point): number {
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Roads are longer than straight lines, and slower than motorways. */
const detour = 1.3;
const kmPerHour = 50;

/** Kilometres by road, estimated from the straight line. */
export const roadKm = (a: Point, b: Point): number => distanceKm(a, b) * detour;

/** Minutes by road for so many kilometres of it. */
export const roadMinutes = (km: number): number => (km / kmPerHour) * 60;

/** Minutes on the road between two places as a calendar keeps them: nobody sets out at 8.07. */
export const travelMinutes = (from: Point, to: Point): number =>
  Math.max(0, Math.ceil(roadMinutes(roadKm(from, to)) / 5 - 1e-9)) * 5;

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

/** The part of France whose box holds the point: a coarse check, since a box also holds sea and neighbours. */
export const territoryOf = (point: Point): Territory | undefined =>
  territoryNames.find((name) => isInside(point, territories[name]));

/** Whether the point lies outside France as given, and inside with its two numbers exchanged. */
export const looksSwapped = ({ lat, lon }: Point): boolean =>
  territoryOf({ lat, lon }) === undefined && territoryOf({ lat: lon, lon: lat }) !== undefined;
