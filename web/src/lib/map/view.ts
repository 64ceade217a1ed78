import { territories, type Territory, territoryNames } from '../../../../schema/territories.ts';

export interface LatLon {
  lat: number;
  lon: number;
}

/** A rectangle of the map in degrees. */
export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

export interface Pin extends LatLon {
  id: string;
  /** Letter or rank, as in the list beside the map. */
  label: string;
  /** Read out with the label, and shown under the pin while there is room. */
  name: string;
  chosen?: boolean;
  /** Looked at in the list: shown as chosen, and left where it stands. */
  lit?: boolean;
  /** Makes the pin a link instead of a button. */
  href?: string;
}

/** A stitch between two places. */
export interface Link {
  from: LatLon;
  to: LatLon;
}

/** The part of the map that a person chose to search in. */
export interface Area {
  bounds: Bounds;
  centre: LatLon;
  /** From the centre to the nearest edge. */
  radiusKm: number;
}

/** Kilometres in a degree of latitude. */
const degreeKm = 111.2;

/** The shape that Leaflet reads. */
export const toLeaflet = ({ south, west, north, east }: Bounds): [[number, number], [number, number]] => [
  [south, west],
  [north, east],
];
export const fromLeaflet = (box: Record<'getSouth' | 'getWest' | 'getNorth' | 'getEast', () => number>): Bounds => ({
  south: box.getSouth(),
  west: box.getWest(),
  north: box.getNorth(),
  east: box.getEast(),
});

const isInside = ({ lat, lon }: LatLon, { south, west, north, east }: Bounds) =>
  lat >= south && lat <= north && lon >= west && lon <= east;

/** The pins by part of France, the mainland first: no one view shows Brest and La Réunion so that either can be read. */
export const byTerritory = (pins: readonly Pin[]): { territory: Territory; pins: Pin[] }[] =>
  territoryNames
    .map((territory) => ({ territory, pins: pins.filter((pin) => isInside(pin, territories[territory])) }))
    .filter((group) => group.pins.length > 0);

export function boundsOf(points: readonly LatLon[]): Bounds | undefined {
  if (!points.length) return undefined;
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  return { south: Math.min(...lats), west: Math.min(...lons), north: Math.max(...lats), east: Math.max(...lons) };
}

/** The box around a circle; near the poles a circle has no such box, and France has no pole. */
export function circleBounds({ lat, lon }: LatLon, radiusKm: number): Bounds {
  const high = radiusKm / degreeKm;
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return { south: lat - high, west: lon - wide, north: lat + high, east: lon + wide };
}

/** What a map shows first: the circle searched, else the pins with the place of departure, of one territory, else the mainland. */
export function firstView(pins: readonly Pin[], centre?: LatLon, radiusKm?: number): Bounds {
  if (centre && radiusKm) return circleBounds(centre, radiusKm);
  const near = centre && territoryNames.find((name) => isInside(centre, territories[name]));
  const groups = byTerritory(pins);
  const group = groups.find(({ territory }) => territory === near) ?? (centre ? undefined : groups[0]);
  return boundsOf([...(group?.pins ?? []), ...(centre ? [centre] : [])]) ?? territories.metro;
}

/** The area of a view, its radius reaching the nearest edge. */
export function areaOf(bounds: Bounds): Area {
  const centre = { lat: (bounds.south + bounds.north) / 2, lon: (bounds.west + bounds.east) / 2 };
  const high = ((bounds.north - bounds.south) / 2) * degreeKm;
  const wide = ((bounds.east - bounds.west) / 2) * degreeKm * Math.cos((centre.lat * Math.PI) / 180);
  return { bounds, centre, radiusKm: Math.max(1, Math.round(Math.min(high, wide))) };
}
