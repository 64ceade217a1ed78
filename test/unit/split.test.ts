import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextBreak, whatIf } from '../../gateway/modules/purchase/purchase.rules.ts';
import type { Price } from '../../gateway/modules/sharing/listing.entity.ts';
import { demandBreaks, unitCents } from '../../gateway/modules/sharing/listing.rules.ts';
import { costOf, sharesOf, splitCents } from '../../gateway/modules/sharing/split.rules.ts';
import { kinds } from '../../schema/kinds.ts';
import { thousandths } from '../../schema/sharing.ts';

const rules = kinds.purchase.facts.split.of;
const whole = fc.integer({ min: 1, max: 200 }).map((count) => count * thousandths);
const pledges = fc.array(fc.record({ quantity: whole, public: fc.constant('member' as const) }), {
  minLength: 1,
  maxLength: 12,
});
/** A list that falls: each break farther and cheaper. */
const prices = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 100 }), off: fc.integer({ min: 1, max: 300 }) }), { maxLength: 5 })
  .map((rows): Price[] => {
    const list: Price[] = [{ for: 'everyone', from: 0, cents: 2_000 }];
    for (const { step, off } of rows) {
      const last = list.at(-1)!;
      list.push({ for: 'everyone', from: last.from + step * thousandths, cents: Math.max(1, last.cents - off) });
    }
    return list;
  });
const purchase = fc.record({
  prices,
  facts: fc.record({ transport: fc.integer({ min: 0, max: 50_000 }), split: fc.constantFrom(...rules) }),
});
const sum = (rows: readonly number[]) => rows.reduce((all, each) => all + each, 0);
const quantityOf = (rows: readonly { quantity: number }[]) => sum(rows.map(({ quantity }) => quantity));

describe('what each one owes', () => {
  test('always sums to the cost, to the cent', () => {
    fc.assert(
      fc.property(purchase, pledges, (of, all) => {
        const { goods, transport } = costOf(of, quantityOf(all));
        const shares = sharesOf(of, all);
        expect(sum(shares)).toBe(goods + transport);
        expect(shares.every((cents) => Number.isInteger(cents) && cents >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is never more for one of them than the break reached, but for the cent that no one can halve', () => {
    fc.assert(
      fc.property(purchase, pledges, (of, all) => {
        const goodsOnly = { ...of, facts: { ...of.facts, transport: 0 } };
        const unit = unitCents(of.prices, 'everyone', quantityOf(all));
        for (const [n, cents] of sharesOf(goodsOnly, all).entries())
          expect(cents).toBeLessThan((all[n]!.quantity / thousandths) * unit + 1);
      }),
    );
  });

  test('changes by a cent at most when the same pledges come in another order', () => {
    const shuffled = pledges.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(purchase, shuffled, (of, [all, order]) => {
        const before = sharesOf(of, all);
        const after = sharesOf(
          of,
          order.map((n) => all[n]!),
        );
        for (const [place, n] of order.entries()) expect(Math.abs(after[place]! - before[n]!)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('is the same for the same pledge, but for a cent, and more for a larger one', () => {
    fc.assert(
      fc.property(purchase, pledges, (of, all) => {
        const shares = sharesOf(of, all);
        for (const [a, left] of all.entries())
          for (const [b, right] of all.entries()) {
            if (left.quantity === right.quantity) expect(Math.abs(shares[a]! - shares[b]!)).toBeLessThanOrEqual(1);
            if (left.quantity > right.quantity) expect(shares[a]! + 1).toBeGreaterThanOrEqual(shares[b]!);
          }
      }),
    );
  });

  test('carries the transport by the stated rule', () => {
    const all = [
      { quantity: 3_000, public: 'member' as const },
      { quantity: 1_000, public: 'member' as const },
    ];
    const list: Price[] = [{ for: 'everyone', from: 0, cents: 1_000 }];
    const shares = (split: (typeof rules)[number]) =>
      sharesOf({ prices: list, facts: { transport: 1_000, split } }, all);
    expect(shares('quantity')).toEqual([3_750, 1_250]);
    expect(shares('equal')).toEqual([3_500, 1_500]);
    expect(shares('value')).toEqual([3_750, 1_250]);
  });
});

test('a sum is split into whole cents that make it up, each its exact part or a cent beside', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (total, parts) => {
      const shares = splitCents(total, parts);
      expect(sum(shares)).toBe(total);
      const all = sum(parts);
      for (const [n, cents] of shares.entries())
        if (all > 0) expect(Math.abs(cents - (total * parts[n]!) / all)).toBeLessThan(1 + 1e-6);
    }),
  );
  expect(splitCents(100, [])).toEqual([]);
});

describe('price breaks', () => {
  const refused = (rows: Price[]) => {
    try {
      demandBreaks('purchase', rows);
      return undefined;
    } catch (error) {
      return (error as { params: unknown }).params;
    }
  };
  const row = (from: number, cents: number): Price => ({ for: 'everyone', from, cents });

  test('fall strictly, in whatever order they are written; else the row is named', () => {
    expect(refused([row(10, 1_500), row(0, 2_000), row(50, 1_200)])).toBeUndefined();
    expect(refused([row(0, 2_000), row(10, 2_000)])).toEqual({ row: 2, from: 10, cents: 2_000 });
    expect(refused([row(0, 2_000), row(10, 1_500), row(20, 1_700)])).toEqual({ row: 3, from: 20, cents: 1_700 });
    expect(refused([row(0, 2_000), row(10, 1_500), row(10, 1_400)])).toMatchObject({ row: 3 });
    expect(refused([row(0, 2_000), { for: 'member', from: 10, cents: 1_000 }])).toMatchObject({ row: 2 });
  });

  test('mean nothing where each is charged alone', () => {
    expect(() => demandBreaks('material', [row(0, 100), row(10, 200)])).not.toThrow();
  });

  test('make one of it never dearer by pledging more', () => {
    fc.assert(
      fc.property(prices, whole, whole, (list, some, more) => {
        expect(refused(list.map((each) => ({ ...each, from: each.from / thousandths })))).toBeUndefined();
        expect(unitCents(list, 'everyone', some + more)).toBeLessThanOrEqual(unitCents(list, 'everyone', some));
        const next = nextBreak(list, some);
        if (next) expect(unitCents(list, 'everyone', some + next.missing)).toBe(next.cents);
        else expect(unitCents(list, 'everyone', some)).toBe(list.at(-1)!.cents);
      }),
    );
  });
});

describe('what a pledge would come to', () => {
  test('is what is owed if the purchase is ordered with it', () => {
    fc.assert(
      fc.property(purchase, pledges, whole, (of, standing, mine) => {
        const seen = whatIf(of, standing, mine);
        const ordered = sharesOf(of, [...standing, { quantity: mine, public: 'person' }]);
        expect(seen.shareCents).toBe(ordered.at(-1));
        expect(seen.totalCents).toBe(sum(ordered));
        expect(seen.goodsCents + seen.transportCents).toBe(seen.totalCents);
        expect(seen.savedCents).toBeGreaterThanOrEqual(0);
        expect(seen.pledged + mine).toBe(seen.quantity);
      }),
    );
  });

  test('says what is missing to the order and to the next price', () => {
    const of = {
      prices: [
        { for: 'everyone' as const, from: 0, cents: 2_000 },
        { for: 'everyone' as const, from: 10_000, cents: 1_500 },
      ],
      facts: { transport: 1_000, split: 'quantity' },
      threshold: 10_000,
    };
    expect(whatIf(of, [{ quantity: 4_000 }], 2_000)).toMatchObject({
      unitCents: 2_000,
      totalCents: 13_000,
      shareCents: 4_333,
      missing: 4_000,
      next: { missing: 4_000, cents: 1_500 },
    });
    expect(whatIf(of, [{ quantity: 4_000 }], 6_000)).toMatchObject({
      unitCents: 1_500,
      totalCents: 16_000,
      shareCents: 9_600,
      savedCents: 3_400,
      missing: 0,
      next: undefined,
    });
    expect(whatIf(of, [], 0)).toMatchObject({ totalCents: 1_000, shareCents: 0, savedCents: 0, missing: 10_000 });
  });
});
