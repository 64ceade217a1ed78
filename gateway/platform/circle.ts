import { Field, Float, Int, ObjectType } from 'type-graphql';
import { limits } from '../../schema/vocabulary.ts';
import { earthRadiusKm, type Point } from './geo.ts';

@ObjectType({ description: 'A wider circle and what it would find.' })
export class WiderCircle {
  @Field(() => Float, { description: 'Kilometres.' })
  radiusKm!: number;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** MongoDB measures on a sphere of 6378.1 km; the rest of the product, and geodesy, on the mean radius. */
export const storedToKm = earthRadiusKm / 6378.1 / 1000;

/** A stored place inside a circle; for a count. */
export const inside = ({ lat, lon }: Point, km: number) => ({
  $geoWithin: { $centerSphere: [[lon, lat], km / earthRadiusKm] as [[number, number], number] },
});

const radians = (degrees: object) => ({ $degreesToRadians: degrees });
const squareOfHalfSine = (degrees: object) => ({ $pow: [{ $sin: { $divide: [radians(degrees), 2] } }, 2] });

/**
 * What grows with the distance of a stored place: the haversine of the angle between the two, as `distanceKm` has it. To sort by,
 * where a circle is read as a whole; the stages of MongoDB that sort by distance read it several times.
 */
export function awayFrom({ lat, lon }: Point): object {
  const [itsLon, itsLat] = [0, 1].map((nth) => ({ $arrayElemAt: ['$location.coordinates', nth] })) as [object, object];
  const sides = { $multiply: [{ $cos: radians(itsLat) }, squareOfHalfSine({ $subtract: [itsLon, lon] })] };
  const cosine = Math.cos((lat * Math.PI) / 180);
  return { $add: [squareOfHalfSine({ $subtract: [itsLat, lat] }), { $multiply: [cosine, sides] }] };
}

/** Kilometres at which one looks again, where nothing is near. */
const circles = [60, 100, 200, 500, limits.searchRadiusKm] as const;

/** The first two circles wider than one that hold more than the one before. */
export async function widerThan(
  km: number,
  countIn: (radiusKm: number) => number | Promise<number>,
): Promise<WiderCircle[]> {
  const found: WiderCircle[] = [];
  for (const radiusKm of circles.filter((each) => each > km)) {
    const count = await countIn(radiusKm);
    if (count > (found.at(-1)?.count ?? 0)) found.push({ radiusKm, count });
    if (found.length === 2) break;
  }
  return found;
}
