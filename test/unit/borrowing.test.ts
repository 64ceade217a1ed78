import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openMoves,
  checked,
  isFinal,
  isOverdue,
  type LoanFacts,
  take,
  turnsOf,
} from '../../gateway/modules/borrowing/borrowing.rules.ts';
import {
  demandLater,
  latestEnd,
  openExtensionMoves,
  takeExtension,
} from '../../gateway/modules/borrowing/extension.rules.ts';
import { holdOver, priceOf } from '../../gateway/modules/borrowing/price.rules.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';
import {
  extensionMoveNames,
  type ExtensionState,
  extensionStates,
  type LoanActor,
  loanHours,
  loanMoveNames,
  loanMoves,
  loanSides,
  loanStarts,
  type LoanStatus,
  loanStatuses,
} from '../../schema/loans.ts';

const HOUR = 3_600_000;
const start = new Date('2026-11-24T08:00:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * HOUR);
const actors: readonly LoanActor[] = [...loanSides, 'system'];
const loan = (more: Partial<LoanFacts> = {}): LoanFacts => ({
  status: 'asked',
  from: at(0),
  until: at(4),
  holdUntil: at(-24),
  takeBack: { at: at(4), missing: [] },
  ...more,
});

const hours = fc.integer({ min: -100, max: 300 });
const status = fc.constantFrom(...loanStatuses);

test('no sequence of moves, by whom and whenever, leaves the table', () => {
  const step = fc.record({ move: fc.constantFrom(...loanMoveNames), by: fc.constantFrom(...actors), hours });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(loanStarts)), fc.array(step, { maxLength: 30 }), (first, steps) => {
      let now: LoanFacts = loan({ status: first });
      for (const { move, by, hours } of steps) {
        try {
          const to = take(move, now, by, at(hours));
          expect(loanMoves[move].from as readonly LoanStatus[]).toContain(now.status);
          expect(loanMoves[move].by as readonly LoanActor[]).toContain(by);
          expect(to).toBe(loanMoves[move].to);
          now = { ...now, status: to };
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }
      expect(loanStatuses).toContain(now.status);
    }),
  );
});

test('what is open is what is taken: the guard and the buttons are one', () => {
  fc.assert(
    fc.property(
      status,
      fc.constantFrom(...actors),
      hours,
      fc.constantFrom(...loanMoveNames),
      (status, by, hours, move) => {
        const facts = loan({ status });
        const open = openMoves(facts, by, at(hours)).includes(move);
        if (open) expect(take(move, facts, by, at(hours))).toBe(loanMoves[move].to);
        else expect(() => take(move, facts, by, at(hours))).toThrow(Refusal);
      },
    ),
  );
});

test('a stranger can do nothing, whatever the state and the hour', () => {
  fc.assert(
    fc.property(status, hours, (status, hours) => {
      expect(openMoves(loan({ status }), undefined, at(hours))).toEqual([]);
    }),
  );
});

test('every state that is not final has a way out at every instant, or soon enough by itself', () => {
  for (const status of loanStatuses) {
    if (isFinal(status)) continue;
    fc.assert(
      fc.property(hours, (hours) => {
        const ways = actors.flatMap((by) => openMoves(loan({ status }), by, at(hours)));
        expect(ways.length, `${status} at ${hours}`).toBeGreaterThan(0);
      }),
    );
  }
});

test('every status is reached from a start, and every path can end', () => {
  const reached = new Set<LoanStatus>(Object.values(loanStarts));
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const move of loanMoveNames)
      if (loanMoves[move].from.some((from) => reached.has(from))) reached.add(loanMoves[move].to);
  }
  expect([...reached].sort()).toEqual([...loanStatuses].sort());
});

test('a hold ends at its instant: nobody accepts then, and time alone can lapse it', () => {
  const asked = loan({ holdUntil: at(-24) });
  expect(openMoves(asked, 'lender', new Date(at(-24).getTime() - 1))).toEqual(['accept', 'decline']);
  expect(openMoves(asked, 'lender', at(-24))).toEqual([]);
  expect(openMoves(asked, 'system', at(-24))).toEqual(['lapse']);
  expect(openMoves(asked, 'system', at(-25))).toEqual([]);
});

test('a hand-over too early is refused with the hour at which it opens', () => {
  const accepted = loan({ status: 'accepted' });
  const early = () => take('hand_over', accepted, 'lender', at(-loanHours.early - 1));
  expect(early).toThrow(
    expect.objectContaining({
      key: 'borrowing.notYet',
      params: { move: 'hand_over', from: at(-loanHours.early).toISOString() },
    }),
  );
  expect(take('hand_over', accepted, 'lender', at(-loanHours.early))).toBe('out');
  expect(() => take('no_show', accepted, 'lender', at(-1))).toThrow(
    expect.objectContaining({ key: 'borrowing.notYet' }),
  );
});

test('a return with something missing or broken never closes by itself', () => {
  const back = (takeBack: LoanFacts['takeBack']) =>
    openMoves(loan({ status: 'returned', takeBack }), 'system', at(500));
  expect(back({ at: at(4), missing: [] })).toEqual(['settle']);
  expect(back({ at: at(4), missing: ['Clé'] })).toEqual([]);
  expect(back({ at: at(4), missing: [], damage: 'Vitre fendue' })).toEqual([]);
});

test('late is out past the term, and nothing else', () => {
  expect(isOverdue({ status: 'out', until: at(4) }, at(4))).toBe(false);
  expect(isOverdue({ status: 'out', until: at(4) }, at(5))).toBe(true);
  expect(isOverdue({ status: 'returned', until: at(4) }, at(5))).toBe(false);
});

test('turns: the lender answers, the borrower brings back, both meet on the day', () => {
  expect(turnsOf(loan(), at(-100))).toEqual(['lender']);
  expect(turnsOf(loan({ status: 'accepted' }), at(-100))).toEqual([]);
  expect(turnsOf(loan({ status: 'accepted' }), at(-24))).toEqual(['lender', 'borrower']);
  expect(turnsOf(loan({ status: 'out' }), at(0))).toEqual(['borrower']);
  expect(turnsOf(loan({ status: 'out' }), at(4))).toEqual(['lender', 'borrower']);
  expect(turnsOf({ ...loan({ status: 'out' }), extension: { state: 'asked' } }, at(-100))).toEqual(['lender']);
  expect(turnsOf(loan({ status: 'closed' }), at(900))).toEqual([]);
});

test('each item of a checklist is present or missing, once', () => {
  const items = ['Câble', 'Mire', 'Housse'];
  expect(() => checked(items, ['Câble', 'Housse'], ['Mire'])).not.toThrow();
  expect(() => checked(items, ['Câble'], ['Mire'])).toThrow(expect.objectContaining({ params: { item: 'Housse' } }));
  expect(() => checked(items, items, ['Mire'])).toThrow(Refusal);
  expect(() => checked(items, [...items, 'Trépied'], [])).toThrow(
    expect.objectContaining({ params: { item: 'Trépied' } }),
  );
});

test('a price never falls when a loan lasts longer, and counts what is begun', () => {
  const tariff = fc.record({
    pricing: fc.constantFrom('free' as const, 'hourly' as const, 'daily' as const),
    rateCents: fc.nat(10_000),
    depositCents: fc.nat(100_000),
  });
  fc.assert(
    fc.property(tariff, fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), (tariff, minutes, more) => {
      const lasting = (length: number) =>
        priceOf({ from: start, until: new Date(start.getTime() + length * 60_000) }, tariff);
      const [short, long] = [lasting(minutes), lasting(minutes + more)];
      expect(long.totalCents).toBeGreaterThanOrEqual(short.totalCents);
      expect(short.totalCents).toBe(short.units * short.rateCents);
      expect(short.depositCents).toBe(tariff.depositCents);
      if (tariff.pricing === 'hourly') expect(short.units).toBe(Math.ceil(minutes / 60));
      if (tariff.pricing === 'daily') expect(short.units).toBe(Math.ceil(minutes / 1440));
      if (tariff.pricing === 'free') expect(short.totalCents).toBe(0);
    }),
  );
});

test('a request never holds past the instant at which the loan would begin', () => {
  expect(holdOver(at(-100), at(0), 48)).toEqual(at(-52));
  expect(holdOver(at(-10), at(0), 48)).toEqual(at(0));
  expect(holdOver(at(0), at(0), 48).getTime()).toBe(at(0).getTime() + 60_000);
});

test('no sequence of steps of an extension leaves its table', () => {
  const step = fc.record({ move: fc.constantFrom(...extensionMoveNames), by: fc.constantFrom(...actors), hours });
  fc.assert(
    fc.property(
      fc.constantFrom('accepted' as const, 'out' as const),
      fc.array(step, { maxLength: 20 }),
      (status, steps) => {
        let state: ExtensionState = 'none';
        for (const { move, by, hours } of steps) {
          const facts = { status, from: at(0), until: at(4), extension: { state, holdUntil: at(20) } };
          const open = openExtensionMoves(facts, by, at(hours)).includes(move);
          if (open) state = takeExtension(move, facts, by, at(hours));
          else expect(() => takeExtension(move, facts, by, at(hours))).toThrow(Refusal);
        }
        expect(extensionStates).toContain(state);
      },
    ),
  );
});

test('an extension stops before whoever comes next, with the buffers between them', () => {
  const period = { from: at(0), until: at(4) };
  expect(latestEnd(period, 240, 30, [])).toEqual(at(240));
  expect(
    latestEnd(period, 240, 30, [
      { from: at(-1), until: at(4.5) },
      { from: at(10), until: at(12) },
    ]),
  ).toEqual(at(9.5));
  expect(latestEnd(period, 240, 30, [{ from: at(4), until: at(6) }])).toEqual(at(4));
  expect(latestEnd(period, 5, 0, [])).toEqual(at(5));
});

test('an extension is later than the end, later than now, and no later than it can be', () => {
  expect(() => demandLater(at(4), at(6), at(6), at(1))).not.toThrow();
  expect(() => demandLater(at(4), at(4), at(6), at(1))).toThrow(
    expect.objectContaining({ key: 'borrowing.extension' }),
  );
  expect(() => demandLater(at(4), at(5), at(6), at(5))).toThrow(
    expect.objectContaining({ key: 'borrowing.extension' }),
  );
  expect(() => demandLater(at(4), at(7), at(6), at(1))).toThrow(
    expect.objectContaining({ key: 'borrowing.extensionTaken', params: { latest: at(6).toISOString() } }),
  );
  expect(() => demandLater(at(4), at(7), at(4), at(1))).toThrow(expect.objectContaining({ params: { latest: null } }));
});
