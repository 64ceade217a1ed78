import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceUnits, centsOf, inUnit, linesOf, type Movement } from '../../gateway/modules/balance/balance.rules.ts';
import { kindNames } from '../../schema/kinds.ts';

const movement: fc.Arbitrary<Movement> = fc.record({
  kind: fc.constantFrom(...kindNames),
  unit: fc.constantFrom(...balanceUnits),
  parts: fc.nat(50),
  amount: fc.nat(1_000_000),
  cents: fc.nat(1_000_000),
  isWorkshop: fc.boolean(),
});
const workshops = ['a', 'b', 'c'] as const;
const exchange = fc.record({ from: fc.constantFrom(...workshops), to: fc.constantFrom(...workshops), what: movement });

const sumOf = (lines: readonly { amount: number }[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

test('a line sums what is of one kind and one unit, in whatever order it comes, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      const lines = linesOf(movements);
      expect(linesOf([...movements].reverse())).toEqual(lines);
      expect(sumOf(lines)).toBe(sumOf(movements));
      expect(centsOf(lines)).toBe(centsOf(movements));
      expect(new Set(lines.map(({ kind, unit }) => `${kind} ${unit}`)).size).toBe(lines.length);
      for (const { amongWorkshops, amount } of lines) expect(amongWorkshops).toBeLessThanOrEqual(amount);
    }),
  );
});

test('what workshops gave each other is what they had of each other, line by line', () => {
  fc.assert(
    fc.property(fc.array(exchange), (exchanges) => {
      const of = (side: 'from' | 'to', id: string) =>
        linesOf(exchanges.filter((one) => one[side] === id).map(({ what }) => ({ ...what, isWorkshop: true })));
      const all = (side: 'from' | 'to') =>
        linesOf(workshops.flatMap((id) => of(side, id).map((line) => ({ ...line, isWorkshop: true }))));
      expect(all('from')).toEqual(all('to'));
    }),
  );
});

test('minutes are told as hours and days, thousandths as what they are of', () => {
  expect([inUnit('hour', 210), inUnit('day', 5_040), inUnit('kg', 2_500), inUnit('seat', 3_000)]).toEqual([
    3.5, 3.5, 2.5, 3,
  ]);
});
