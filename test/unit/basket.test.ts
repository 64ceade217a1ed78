import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptLine } from '../../gateway/modules/borrowing/basket.entity.ts';
import { demandDates, isReady, isSameWish, putIn } from '../../gateway/modules/borrowing/basket.rules.ts';
import type { Refusal } from '../../gateway/platform/refusal.ts';
import { groupLimits, loanUses } from '../../schema/loans.ts';

const day = 86_400_000;
const anyLine = fc
  .record({
    resourceId: fc.constantFrom('a', 'b', 'c', 'd'),
    start: fc.option(fc.integer({ min: 0, max: 3 })),
    use: fc.constantFrom(...loanUses),
    quantity: fc.integer({ min: 1, max: 10 }),
    note: fc.constantFrom('', 'Six gabarits'),
  })
  .map(({ start, ...line }): Omit<KeptLine, 'id'> => ({
    ...line,
    ...(start !== null && { from: new Date(start * day), until: new Date((start + 1) * day) }),
  }));
let nth = 0;
const named = (lines: Omit<KeptLine, 'id'>[]) => lines.map((line) => ({ ...line, id: String((nth += 1)) }));

test('what is put in twice is one line, with the last quantity; nothing that was in goes lost', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(anyLine, { maxLength: 8 }), (a, b) => {
      const first = putIn([], named(a));
      const both = putIn(first, named(b));
      for (const [n, line] of both.entries()) expect(both.findIndex((other) => isSameWish(other, line))).toBe(n);
      for (const line of first) expect(both.some(({ id }) => id === line.id)).toBe(true);
      for (const wish of b) {
        const last = [...b].reverse().find((other) => isSameWish(other, wish))!;
        expect(both.find((line) => isSameWish(line, wish))!.quantity).toBe(last.quantity);
      }
      expect(putIn(both, named(b)).map(({ id }) => id)).toEqual(both.map(({ id }) => id));
    }),
  );
});

const refusalOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Refusal).key;
  }
};

test('a basket is full at its limit', () => {
  const lines = Array.from({ length: groupLimits.lines + 1 }, (_, n) => ({
    id: String(n),
    resourceId: String(n),
    use: 'on_site' as const,
    quantity: 1,
    note: '',
  }));
  expect(refusalOf(() => putIn([], lines.slice(1)))).toBeUndefined();
  expect(refusalOf(() => putIn([], lines))).toBe('borrowing.basketFull');
});

test('a line has both dates in order or none, and is ready with both', () => {
  const [a, b] = [new Date(0), new Date(day)];
  expect(refusalOf(() => demandDates({}))).toBeUndefined();
  expect(refusalOf(() => demandDates({ from: a, until: b }))).toBeUndefined();
  for (const wrong of [
    { from: a },
    { until: b },
    { from: b, until: a },
    { from: a, until: a },
    { from: a, until: new Date(400 * day) },
  ])
    expect(refusalOf(() => demandDates(wrong))).toBe('calendar.period');
  const line = { id: '1', resourceId: 'a', use: 'on_site' as const, quantity: 1, note: '' };
  expect([isReady(line), isReady({ ...line, from: a, until: b })]).toEqual([false, true]);
});
