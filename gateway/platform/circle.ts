import { Field, Float, Int, ObjectType } from 'type-graphql';
import { limits } from '../../schema/vocabulary.ts';
import { earthRadiusKm, type Point } from './geo.ts';
import { toStored } from './point.ts';

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

/** The same places, the nearest first. */
export const nearestFirst = (point: Point, km: number) => ({
  $nearSphere: { $geometry: toStored(point), $maxDistance: km / storedToKm },
});

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
