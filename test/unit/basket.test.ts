import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptLine, KeptPart } from '../../gateway/modules/borrowing/basket.entity.ts';
import {
  demandDates,
  demandRoom,
  inAskingOrder,
  isReady,
  isSameWish,
  putIn,
  putPart,
} from '../../gateway/modules/borrowing/basket.rules.ts';
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
  const part = { id: 'p', listingId: 'a', quantity: 1, note: '' };
  expect(refusalOf(() => demandRoom({ lines: lines.slice(1), parts: [] }))).toBeUndefined();
  expect(refusalOf(() => demandRoom({ lines, parts: [] }))).toBe('borrowing.basketFull');
  expect(refusalOf(() => demandRoom({ lines: lines.slice(1), parts: [part] }))).toBe('borrowing.basketFull');
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

const anyPart = fc.record({
  id: fc.uuid(),
  listingId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  quantity: fc.integer({ min: 1, max: 50 }),
  note: fc.constantFrom('', 'Pour des gabarits'),
});

test('one thing is one part, as it was last said; and whoever wants the same things asks in the same order', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 12 }), (wishes) => {
      const parts = wishes.reduce<KeptPart[]>((kept, wish) => putPart(kept, wish), []);
      const things = parts.map(({ listingId }) => listingId);
      expect(new Set(things).size).toBe(things.length);
      for (const { listingId, id, quantity } of parts) {
        const said = wishes.filter((wish) => wish.listingId === listingId);
        expect([id, quantity]).toEqual([said[0]!.id, said.at(-1)!.quantity]);
      }
      const order = inAskingOrder(parts).map(({ listingId }) => listingId);
      expect(order).toEqual(inAskingOrder([...parts].reverse()).map(({ listingId }) => listingId));
      expect(order).toEqual([...things].sort());
    }),
  );
});
