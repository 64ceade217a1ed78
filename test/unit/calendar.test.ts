import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blocks,
  blocksOf,
  freeUnit,
  LATE_GRACE_HOURS,
  nextFree,
  onlyMaintenance,
  type TakenTime,
  widen,
} from '../../gateway/modules/calendar/calendar.rules.ts';

const MINUTE = 60_000;
const start = new Date('2026-11-24T08:00:00Z').getTime();
const at = (minutes: number) => new Date(start + minutes * MINUTE);
const span = (from: number, until: number) => ({ from: at(from), until: at(until) });

const buffers = fc.record({ prepareMinutes: fc.nat(120), cleanMinutes: fc.nat(120), transportMinutes: fc.nat(240) });
const taken = fc
  .record({
    unitId: fc.constantFrom('a', 'b', 'c'),
    from: fc.integer({ min: 0, max: 2_000 }),
    length: fc.integer({ min: 1, max: 300 }),
    state: fc.constantFrom('held' as const, 'confirmed' as const, 'released' as const),
    hold: fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }),
  })
  .map(({ unitId, from, length, state, hold }): TakenTime => ({
    unitId,
    blockFrom: at(from),
    blockUntil: at(from + length),
    purpose: 'loan',
    state,
    ...(hold !== undefined && { holdUntil: at(hold) }),
  }));

test('a hold stops blocking at its very instant; what is confirmed blocks for good; what is released never does', () => {
  expect(blocks({ state: 'held', holdUntil: at(0) }, at(-1))).toBe(true);
  expect(blocks({ state: 'held', holdUntil: at(0) }, at(0))).toBe(false);
  expect(blocks({ state: 'held' }, at(0))).toBe(false);
  expect(blocks({ state: 'confirmed' }, at(9_999))).toBe(true);
  expect(blocks({ state: 'released', holdUntil: at(5) }, at(0))).toBe(false);
});

test('buffers only widen, by what the machine needs; maintenance takes its own time', () => {
  fc.assert(
    fc.property(buffers, fc.boolean(), (buffers, away) => {
      const wide = widen(span(0, 60), buffers, 'loan', away);
      const transport = away ? buffers.transportMinutes : 0;
      expect(wide).toEqual(span(-buffers.prepareMinutes - transport, 60 + buffers.cleanMinutes + transport));
      expect(widen(span(0, 60), buffers, 'maintenance', away)).toEqual(span(0, 60));
    }),
  );
});

test('a unit that is free has nothing in the way, and none is free only when each has something', () => {
  fc.assert(
    fc.property(
      fc.array(taken, { maxLength: 20 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 300 }),
      (rows, from, length) => {
        const units = ['a', 'b', 'c'];
        const wanted = span(from, from + length);
        const inTheWay = blocksOf(rows, [], at(0));
        const clash = (unit: string) =>
          inTheWay.some((b) => b.unitId === unit && b.from < wanted.until && wanted.from < b.until);
        const unit = freeUnit(units, wanted, inTheWay);
        if (unit === undefined) expect(units.every(clash)).toBe(true);
        else expect(clash(unit)).toBe(false);
      },
    ),
  );
});

test('taking free units one after the other never makes two overlap', () => {
  const ask = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 30 }), (asks) => {
      const rows: TakenTime[] = [];
      for (const [from, length] of asks) {
        const unitId = freeUnit(['a', 'b'], span(from, from + length), blocksOf(rows, [], at(0)));
        if (unitId)
          rows.push({
            unitId,
            blockFrom: at(from),
            blockUntil: at(from + length),
            purpose: 'loan',
            state: 'confirmed',
          });
      }
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(i + 1))
          expect(a.unitId === b.unitId && a.blockFrom < b.blockUntil && b.blockFrom < a.blockUntil).toBe(false);
    }),
  );
});

test('the next free stretch is free, as long, not earlier, and there is none earlier on the half-hour', () => {
  fc.assert(
    fc.property(
      fc.array(taken, { maxLength: 15 }),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 200 }),
      (rows, from, length) => {
        const units = ['a', 'b'];
        const wanted = span(from, from + length);
        const inTheWay = blocksOf(rows, [], at(0));
        const next = nextFree(units, wanted, inTheWay)!;
        expect(next.from >= wanted.from).toBe(true);
        expect(next.until.getTime() - next.from.getTime()).toBe(length * MINUTE);
        expect(freeUnit(units, next, inTheWay)).toBeDefined();
        for (let minute = from; at(minute) < next.from; minute += 30)
          expect(freeUnit(units, span(minute, minute + length), inTheWay)).toBeUndefined();
      },
    ),
  );
});

test('a loan that ends at noon leaves noon free', () => {
  const rows = blocksOf(
    [{ unitId: 'a', blockFrom: at(0), blockUntil: at(60), purpose: 'loan', state: 'confirmed' }],
    [],
    at(0),
  );
  expect(freeUnit(['a'], span(60, 120), rows)).toBe('a');
  expect(freeUnit(['a'], span(59, 120), rows)).toBeUndefined();
});

test('a machine that is late is taken from its term to a day from now; one that is not late takes nothing more', () => {
  const late = blocksOf([], [{ unitId: 'a', dueAt: at(0) }], at(30));
  expect(late).toEqual([{ unitId: 'a', from: at(0), until: at(30 + LATE_GRACE_HOURS * 60), purpose: 'late' }]);
  expect(blocksOf([], [{ unitId: 'a', dueAt: at(60) }], at(30))).toEqual([]);
});

test('out of service is said only when nothing else stands in the way', () => {
  const row = (purpose: 'loan' | 'maintenance') => ({ unitId: 'a', ...span(0, 60), purpose });
  expect(onlyMaintenance(span(0, 30), [row('maintenance')])).toBe(true);
  expect(onlyMaintenance(span(0, 30), [row('maintenance'), row('loan')])).toBe(false);
  expect(onlyMaintenance(span(0, 30), [])).toBe(false);
});
