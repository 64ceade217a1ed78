import { thousandths } from '../../../schema/sharing.ts';
import type { Claim } from './claim.entity.ts';
import type { Listing } from './listing.entity.ts';
import { unitCents } from './listing.rules.ts';

type Pledge = Pick<Claim, 'quantity' | 'public'>;
type Purchase = Pick<Listing, 'prices' | 'facts'>;

/**
 * Whole cents out of exact parts, which are fractions of one denominator and sum to the whole: everyone gets what is whole
 * of theirs, and the cents left over go one by one to the largest remainders (Hamilton's method), the first among equals.
 * So the parts always sum to the whole, and each is less than a cent from what is exact.
 */
function inCents(total: number, numerators: readonly bigint[], denominator: bigint): number[] {
  const parts = numerators.map((part) => Number(part / denominator));
  const remainders = numerators.map((part) => part % denominator);
  const missing = total - parts.reduce((all, part) => all + part, 0);
  const inOrder = [...numerators.keys()].sort((a, b) =>
    remainders[a] === remainders[b] ? a - b : remainders[a]! > remainders[b]! ? -1 : 1,
  );
  for (const n of inOrder.slice(0, missing)) parts[n]! += 1;
  return parts;
}

const sumOf = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);

/** Splits a sum of cents in proportion to whole weights, to the cent. Weights that are all zero split it evenly. */
export function splitCents(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const used = sumOf(weights) === 0 ? weights.map(() => 1) : weights;
  return inCents(
    total,
    used.map((weight) => BigInt(total) * BigInt(weight)),
    BigInt(sumOf(used)),
  );
}

/** What a purchase costs: the price break that the whole quantity reaches, and the transport. */
export function costOf({ prices, facts }: Purchase, quantity: number): { goods: number; transport: number } {
  const goods = Math.round((unitCents(prices, 'everyone', quantity) * quantity) / thousandths);
  return { goods, transport: typeof facts.transport === 'number' ? facts.transport : 0 };
}

/**
 * What each pledge owes, in their order: its part of the goods by quantity, and of the transport by the stated rule (by
 * quantity, evenly, or by what each one's goods cost). The shares sum to the cost; rounded once, so that the order in
 * which people pledged moves no share by more than a cent.
 */
export function sharesOf(purchase: Purchase, pledges: readonly Pledge[]): number[] {
  if (pledges.length === 0) return [];
  const quantities = pledges.map(({ quantity }) => quantity);
  const even = quantities.map(() => 1);
  const { goods, transport } = costOf(purchase, sumOf(quantities));
  // All pay one price: what goods cost goes by quantity, unless they cost nothing.
  const rules = { quantity: quantities, equal: even, value: goods > 0 ? quantities : even };
  const carried = rules[(purchase.facts.split as keyof typeof rules | undefined) ?? 'quantity'];
  const [all, weight] = [BigInt(sumOf(quantities)), BigInt(sumOf(carried))];
  return inCents(
    goods + transport,
    quantities.map((own, n) => BigInt(goods) * BigInt(own) * weight + BigInt(transport) * BigInt(carried[n]!) * all),
    all * weight,
  );
}

/** The whole cost of a session that those who come share by seats; none where it has prices. */
export const sharedCost = ({ facts }: Pick<Listing, 'facts'>): number | undefined =>
  typeof facts.cost === 'number' ? facts.cost : undefined;

/** What each of those who come owes of a cost that is shared by seats, in their order. The shares sum to the cost. */
export const costShares = (cost: number, parts: readonly Pick<Claim, 'quantity'>[]): number[] =>
  splitCents(
    cost,
    parts.map(({ quantity }) => quantity),
  );

/** The most that a part may come to: no session takes place with less than its minimum, and who comes later only helps. */
export const mostShare = (cost: number, quantity: number, standing: number, threshold: number): number =>
  Math.ceil((cost * quantity) / Math.max(threshold, standing + quantity));
