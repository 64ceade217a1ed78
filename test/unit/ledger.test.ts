import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balanceAt,
  givingBackLines,
  keepingLines,
  type Line,
  takingLines,
} from '../../gateway/modules/sharing/ledger.rules.ts';
import { demandQuantity, inThousandths } from '../../gateway/modules/sharing/listing.rules.ts';

/** What may be done to a stock, at each tick of a clock: offered, asked for, agreed, given back; holds end by themselves. */
type Act =
  | { do: 'offer'; quantity: number }
  | { do: 'take'; quantity: number; hold?: number }
  | { do: 'keep'; nth: number }
  | { do: 'give_back'; nth: number };

interface Part {
  quantity: number;
  holdUntil?: Date;
  isBack?: true;
}

const quantity = fc.integer({ min: 1, max: 5_000 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('offer' as const), quantity: fc.integer({ min: -3_000, max: 5_000 }) }),
    weight: 1,
  },
  { arbitrary: fc.record({ do: fc.constant('take' as const), quantity }), weight: 2 },
  {
    arbitrary: fc.record({ do: fc.constant('take' as const), quantity, hold: fc.integer({ min: 1, max: 12 }) }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: fc.constant('keep' as const), nth: fc.nat(30) }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('give_back' as const), nth: fc.nat(30) }), weight: 2 },
);
const acts = fc.array(fc.record({ act, wait: fc.nat(4) }), { maxLength: 40 });
const tick = (n: number) => new Date(Date.UTC(2026, 10, 23) + n * 3_600_000);

const isStanding = ({ isBack, holdUntil }: Part, now: Date) => !isBack && (!holdUntil || now < holdUntil);

/** Plays the acts as the services do: never more than what is left, a hold kept or given back only while it stands. */
function play(script: readonly { act: Act; wait: number }[]) {
  const lines: Line[] = [];
  const parts: Part[] = [];
  const seen: { at: Date; left: number }[] = [];
  let offered = 0;
  let n = 0;
  const left = (now: Date) =>
    offered - parts.filter((part) => isStanding(part, now)).reduce((sum, part) => sum + part.quantity, 0);
  for (const { act: next, wait } of script) {
    n += wait;
    const now = tick(n);
    if (next.do === 'offer' && left(now) + next.quantity >= 0) {
      offered += next.quantity;
      lines.push({ delta: next.quantity, effectiveAt: now });
    }
    if (next.do === 'take' && next.quantity <= left(now)) {
      const part: Part = { quantity: next.quantity, ...(next.hold && { holdUntil: tick(n + next.hold) }) };
      parts.push(part);
      lines.push(...takingLines(part, now));
    }
    const part = 'nth' in next ? parts[next.nth % Math.max(1, parts.length)] : undefined;
    if (part && next.do === 'keep' && part.holdUntil && isStanding(part, now)) {
      lines.push(...keepingLines(part));
      delete part.holdUntil;
    }
    if (part && next.do === 'give_back' && !part.isBack) {
      lines.push(...givingBackLines(part, now));
      if (isStanding(part, now)) part.isBack = true;
    }
    seen.push({ at: now, left: left(now) });
  }
  return { lines, seen, left, end: n };
}

test('any sequence of offering, taking, keeping and giving back sums right at every instant', () => {
  fc.assert(
    fc.property(acts, (script) => {
      const { lines, seen } = play(script);
      // What was written later for earlier would change the past: the sum of then is still the sum of then.
      const last = new Map(seen.map(({ at, left }) => [at.getTime(), left]));
      for (const [at, left] of last) expect(balanceAt(lines, new Date(at))).toBe(left);
    }),
    { numRuns: 1_000 },
  );
});

test('what is left is never below zero, not even while nothing is done and holds run out', () => {
  fc.assert(
    fc.property(acts, (script) => {
      const { lines, left, end } = play(script);
      for (let n = 0; n <= end + 15; n += 1) expect(balanceAt(lines, tick(n))).toBeGreaterThanOrEqual(0);
      for (let n = end; n <= end + 15; n += 1) expect(balanceAt(lines, tick(n))).toBe(left(tick(n)));
    }),
    { numRuns: 1_000 },
  );
});

test('a hold that is given back after its end gives nothing twice', () => {
  const held = { quantity: 500, holdUntil: tick(3) };
  const lines = [...takingLines(held, tick(0)), ...givingBackLines(held, tick(3))];
  expect([0, 2, 3, 9].map((n) => balanceAt(lines, tick(n)))).toEqual([-500, -500, 0, 0]);
});

test('a part is the minimum and whole steps above it, and what has no half is whole', () => {
  const lot = { minimum: 2_000, step: 500, measure: 'kg' as const };
  fc.assert(
    fc.property(fc.nat(20_000), (asked) => {
      const isFit = asked >= 2_000 && (asked - 2_000) % 500 === 0;
      const ask = () => demandQuantity(lot, asked);
      if (isFit) expect(ask).not.toThrow();
      else expect(ask).toThrow();
    }),
  );
  expect(inThousandths(0.125, 'kg', 'quantity')).toBe(125);
  expect(() => inThousandths(0.0001, 'kg', 'quantity')).toThrow();
  expect(() => inThousandths(1.5, 'sheet', 'quantity')).toThrow();
});
