import { thousandths } from '../../../schema/sharing.ts';
import type { Listing, Price } from '../sharing/listing.entity.ts';
import { inThousandths, unitCents } from '../sharing/listing.rules.ts';
import { costOf, sharesOf } from '../sharing/split.rules.ts';

type Purchase = Pick<Listing, 'prices' | 'facts' | 'threshold'>;

/** Whole thousandths. Refuses what is finer, and the half of what has none. */
export const storedQuantity = (quantity: number, measure: Listing['measure']): number =>
  inThousandths(quantity, measure, 'quantity');

const terms = ['supplier', 'transport', 'split'] as const;

/** What those who pledge rely on and finds changed: nobody pays another price than the one they said yes to. */
export function changedTerms(after: Purchase, before: Purchase): string[] {
  const changed: string[] = terms.filter((name) => after.facts[name] !== before.facts[name]);
  const price = ({ prices }: Purchase) =>
    JSON.stringify(prices.map(({ for: whom, from, cents }) => [whom, from, cents]));
  return price(after) === price(before) ? changed : ['prices', ...changed];
}

/** The next break of a price list that a quantity does not reach yet. */
export function nextBreak(prices: readonly Price[], quantity: number): { missing: number; cents: number } | undefined {
  const [next] = prices.filter(({ from }) => from > quantity).sort((a, b) => a.from - b.from);
  return next && { missing: next.from - quantity, cents: next.cents };
}

/**
 * What a pledge would come to beside those that stand: shares as they would be computed if the purchase were ordered with
 * exactly these. Quantities in thousandths.
 */
export function whatIf(purchase: Purchase, standing: readonly { quantity: number }[], mine: number) {
  const others = standing.map(({ quantity }) => ({ quantity, public: 'everyone' as const }));
  const pledges = mine > 0 ? [...others, { quantity: mine, public: 'everyone' as const }] : others;
  const all = pledges.reduce((sum, { quantity }) => sum + quantity, 0);
  const { goods, transport } = costOf(purchase, all);
  const share = mine > 0 ? sharesOf(purchase, pledges).at(-1)! : 0;
  const cents = unitCents(purchase.prices, 'everyone', all);
  const alone = Math.round((unitCents(purchase.prices, 'everyone', mine) * mine) / thousandths) + transport;
  return {
    pledged: all - mine,
    quantity: all,
    unitCents: cents,
    goodsCents: goods,
    transportCents: transport,
    totalCents: goods + transport,
    shareCents: share,
    /** Beside ordering the same alone: the price of so few, and the whole transport. */
    savedCents: mine > 0 ? Math.max(0, alone - share) : 0,
    next: nextBreak(purchase.prices, all),
    missing: Math.max(0, (purchase.threshold ?? 0) - all),
  };
}
