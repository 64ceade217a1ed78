import { densityOf } from '../../../schema/densities.ts';
import type { Measure } from '../../../schema/kinds.ts';
import { type SavedOrigin, savedOrigins, type WeightBasis } from '../../../schema/needs.ts';
import { thousandths } from '../../../schema/sharing.ts';
import { isMaterial, type MaterialId } from '../../../schema/taxonomy.ts';
import type { Facts } from '../sharing/listing.entity.ts';

const MM3_IN_M3 = 1_000_000_000;
const M2 = 1_000_000;
const LITRE = 1_000_000;

/** The material of a lot and where it comes from, when taking it keeps something out of the bin. */
export function savedOf(facts: Facts): { materialId: MaterialId; origin: SavedOrigin } | undefined {
  const { material, origin } = facts;
  const saved = savedOrigins.find((name) => name === origin);
  return saved && typeof material === 'string' && isMaterial(material)
    ? { materialId: material, origin: saved }
    : undefined;
}

const length = (facts: Facts, name: 'thickness' | 'width' | 'length' | 'diameter'): number | undefined =>
  typeof facts[name] === 'number' ? facts[name] : undefined;

const times = (...sides: (number | undefined)[]): number | undefined =>
  sides.reduce((all, side) => (all === undefined || side === undefined ? undefined : all * side), 1);

/** Cubic millimetres of one of a measure, by what is said of its sides. A spool is wound on something: nobody can say. */
const volumes: Partial<Record<Measure, (facts: Facts) => number | undefined>> = {
  sheet: (facts) => times(length(facts, 'thickness'), length(facts, 'width'), length(facts, 'length')),
  piece: (facts) =>
    times(length(facts, 'thickness'), length(facts, 'width'), length(facts, 'length')) ??
    times(section(facts), length(facts, 'length')),
  m2: (facts) => times(length(facts, 'thickness'), M2),
  metre: (facts) => times(section(facts) ?? times(length(facts, 'thickness'), length(facts, 'width')), 1_000),
  litre: () => LITRE,
};

/** Of something round. */
function section(facts: Facts): number | undefined {
  const diameter = length(facts, 'diameter');
  return diameter === undefined ? undefined : (Math.PI * diameter ** 2) / 4;
}

/**
 * Grams of a quantity, and how they are known: weighed when it is counted in kilograms, else by the stated weight of one,
 * else by its volume and the density of the material. Null when nobody can say; never a guess without a name.
 */
export function weightOf(
  facts: Facts,
  measure: Measure,
  quantity: number,
): { grams: number | null; basis: WeightBasis } {
  if (measure === 'kg') return { grams: quantity, basis: 'measured' };
  const count = quantity / thousandths;
  if (typeof facts.weight === 'number') return { grams: Math.round(facts.weight * count * 1_000), basis: 'declared' };
  const { material } = facts;
  const density = typeof material === 'string' && isMaterial(material) ? densityOf(material) : undefined;
  const volume = volumes[measure]?.(facts);
  if (!density || volume === undefined) return { grams: null, basis: 'unknown' };
  return { grams: Math.round((volume / MM3_IN_M3) * count * density.kgM3 * 1_000), basis: 'estimated' };
}
