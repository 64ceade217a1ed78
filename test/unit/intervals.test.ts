import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { free, intersect, minutesOf, overlaps, subtract, union } from '../../gateway/platform/intervals.ts';
import type { Period } from '../../gateway/platform/intervals.ts';

const at = (minute: number): Date => new Date(minute * 60_000);
const period = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]): Period => ({ from: at(from), until: at(from + length) }));
const periods = fc.array(period, { maxLength: 12 });

const covers = (list: readonly Period[], minute: number): boolean =>
  list.some((one) => one.from <= at(minute) && at(minute) < one.until);
const minutes = Array.from({ length: 75 }, (_, minute) => minute);
const isTidy = (list: readonly Period[]): boolean =>
  list.every((one, index) => one.from < one.until && (index === 0 || list[index - 1]!.until < one.from));

describe('intervals', () => {
  test('a loan that ends at noon leaves noon free', () => {
    expect(overlaps({ from: at(0), until: at(10) }, { from: at(10), until: at(20) })).toBe(false);
    expect(overlaps({ from: at(0), until: at(11) }, { from: at(10), until: at(20) })).toBe(true);
  });

  test('two periods overlap when a minute is in both', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        fc.pre(a.from < a.until && b.from < b.until);
        expect(overlaps(a, b)).toBe(minutes.some((minute) => covers([a], minute) && covers([b], minute)));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('union, subtraction and intersection agree with the minutes they cover, and come out tidy', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const all = union([...a, ...b]);
        const left = subtract(a, b);
        const both = intersect(a, b);
        for (const minute of minutes) {
          expect(covers(all, minute)).toBe(covers(a, minute) || covers(b, minute));
          expect(covers(left, minute)).toBe(covers(a, minute) && !covers(b, minute));
          expect(covers(both, minute)).toBe(covers(a, minute) && covers(b, minute));
        }
        for (const result of [all, left, both]) expect(isTidy(result)).toBe(true);
      }),
    );
  });

  test('free and taken time of a period add up to the period, and the input is left as it was', () => {
    fc.assert(
      fc.property(period, periods, (within, taken) => {
        fc.pre(within.from < within.until);
        const before = structuredClone(taken);
        const sum = [...free(within, taken), ...intersect([within], taken)].reduce(
          (total, one) => total + minutesOf(one),
          0,
        );
        expect(sum).toBe(minutesOf(within));
        expect(taken).toEqual(before);
      }),
    );
  });
});
