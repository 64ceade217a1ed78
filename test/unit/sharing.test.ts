import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceAt,
  givingBackLines,
  keepingLines,
  type Line,
  takingLines,
} from '../../gateway/modules/sharing/ledger.rules.ts';
import { effectOf, holdUntilOf, openClaimMoves, takeClaimMove } from '../../gateway/modules/sharing/claim.rules.ts';
import type { Listing, Price } from '../../gateway/modules/sharing/listing.entity.ts';
import {
  demandQuantity,
  inThousandths,
  isClaimable,
  moveDecided,
  openListingMoves,
  takeListingMove,
  totalCents,
  unitCents,
} from '../../gateway/modules/sharing/listing.rules.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';
import { type CountedKind, countedKinds, kinds, measures, wholeMeasures } from '../../schema/kinds.ts';
import {
  claimMoveNames,
  claimMoves,
  claimStarts,
  type ClaimStatus,
  claimStatuses,
  claimStatusNames,
  type ClaimStep,
  listingMoveNames,
  listingMoves,
  type ListingStatus,
  listingStatuses,
  publics,
  type SharingActor,
  sharingLimits,
  thousandths,
} from '../../schema/sharing.ts';

const runs = { numRuns: 500 };
const start = Date.parse('2026-11-23T08:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);
const kind = fc.constantFrom<CountedKind>(...countedKinds);
const actor = fc.constantFrom<SharingActor>('owner', 'claimant', 'system');
const refusalOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
};

describe('the steps of a part', () => {
  const walk = fc.record({
    kind,
    begins: fc.constantFrom(...Object.values(claimStarts)),
    whole: fc.constantFrom<ListingStatus>(...listingStatuses),
    from: fc.option(fc.integer({ min: -60, max: 600 }), { nil: undefined }),
    hold: fc.integer({ min: 1, max: 300 }),
    steps: fc.array(
      fc.record({
        move: fc.constantFrom(...claimMoveNames),
        actor,
        later: fc.integer({ min: 0, max: 90 }),
        note: fc.boolean(),
      }),
      { maxLength: 20 },
    ),
  });

  test('lead to listed states only, take what is open and nothing else, and the ledger holds what the state says', () => {
    fc.assert(
      fc.property(walk, ({ kind, begins, whole: status, from, hold, steps }) => {
        const whole = { kind, status, ...(from !== undefined && { from: at(from) }) };
        const quantity = 7;
        let now = at(0);
        let part: { status: ClaimStatus; holdUntil?: Date } = {
          status: begins,
          ...(begins === 'asked' && { holdUntil: at(hold) }),
        };
        const lines: Line[] =
          begins === 'waiting'
            ? []
            : takingLines({ quantity, ...(part.holdUntil && { holdUntil: part.holdUntil }) }, now);
        const counts = () => {
          const holds = claimStatuses[part.status];
          const isTaken = holds === 'firm' || (holds === 'held' && now < part.holdUntil!);
          expect(balanceAt(lines, now)).toBe(isTaken ? -quantity : 0);
        };
        for (const { move, actor, later, note } of steps) {
          now = new Date(now.getTime() + later * 60_000);
          counts();
          const open = openClaimMoves(part, whole, actor, now);
          const said = note ? 'Parce que.' : undefined;
          const step: ClaimStep = claimMoves[move];
          const refused = refusalOf(() => takeClaimMove(move, part, whole, { actor: actor, now, note: said }));
          expect(refused === undefined).toBe(open.includes(move) && (step.needs !== 'reason' || note));
          if (refused) continue;
          expect(step.from).toContain(part.status);
          const effect = effectOf(part.status, step.to);
          const taken = { quantity, ...(part.holdUntil && { holdUntil: part.holdUntil }) };
          if (effect === 'take') lines.push(...takingLines({ quantity }, now));
          if (effect === 'keep') lines.push(...keepingLines(taken));
          if (effect === 'give_back') lines.push(...givingBackLines(taken, now));
          part = { status: step.to };
          expect(claimStatusNames).toContain(part.status);
          counts();
        }
        // What the end of a hold gives back stays given back for ever.
        now = at(10_000);
        counts();
      }),
      { numRuns: 3_000 },
    );
  });

  test('every state is reached from a start, and from each that still holds something there is a way on', () => {
    const reached = new Set<ClaimStatus>(Object.values(claimStarts));
    for (let grew = true; grew;) {
      const before = reached.size;
      for (const { from, to } of Object.values(claimMoves))
        if (from.some((status) => reached.has(status))) reached.add(to);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...claimStatusNames].sort());
  });

  test('what a step does to the ledger follows from the two states alone', () => {
    for (const { from, to } of Object.values(claimMoves))
      for (const before of from) {
        const [was, is] = [claimStatuses[before], claimStatuses[to]];
        const wanted = was === is ? 'nothing' : is === 'nothing' ? 'give_back' : was === 'held' ? 'keep' : 'take';
        expect([before, to, effectOf(before, to)]).toEqual([before, to, wanted]);
      }
  });

  test('a hold ends no later than the session begins', () => {
    fc.assert(
      fc.property(
        kind,
        fc.integer({ min: 1, max: 720 }),
        fc.integer({ min: 1, max: 60_000 }),
        (kind, holdHours, begins) => {
          const until = holdUntilOf({ kind, holdHours, from: at(begins) }, at(0));
          const usual = at(holdHours * 60);
          expect(until).toEqual(kinds[kind].sharing === 'seats' && at(begins) < usual ? at(begins) : usual);
        },
      ),
      runs,
    );
  });
});

describe('the steps of what is offered', () => {
  const offered = fc.record({
    kind,
    status: fc.constantFrom<ListingStatus>(...listingStatuses),
    threshold: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
  });

  test('lead to listed states only, and what is open is what can be taken', () => {
    fc.assert(
      fc.property(offered, actor, fc.constantFrom(...listingMoveNames), fc.boolean(), (listing, who, move, note) => {
        const open = openListingMoves(listing, who);
        let to: ListingStatus | undefined;
        const refused = refusalOf(
          () => (to = takeListingMove(move, listing as Listing, who, note ? 'Oui.' : undefined)),
        );
        const step = listingMoves[move];
        const needsWord = 'needs' in step && who !== 'system' && !note;
        expect(refused === undefined).toBe(open.includes(move) && !needsWord);
        if (to) expect(listingStatuses).toContain(to);
        if (to) expect(step.from as readonly string[]).toContain(listing.status);
      }),
      runs,
    );
  });

  test('what waits for enough to be asked for is neither closed nor confirmed after its date', () => {
    for (const kind of countedKinds) {
      const listing = { kind, status: 'open', threshold: 5_000, decideAt: at(60) } as Listing;
      expect(openListingMoves(listing, 'owner')).not.toContain('close');
      expect(moveDecided(listing, 5_000, at(60))).toBeUndefined();
      expect(isClaimable(listing, at(60))).toBe(false);
      expect(moveDecided(listing, 4_999, at(59))).toBeUndefined();
    }
    const session = { kind: 'training', status: 'open', threshold: 5_000, decideAt: at(60) } as Listing;
    expect(moveDecided(session, 5_000, at(59))).toBe('confirm');
  });
});

describe('quantities and prices', () => {
  test('a quantity is kept in whole thousandths, whatever is lost in floating point', () => {
    const most = sharingLimits.quantity * thousandths;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.constantFrom(...measures), (stored, measure) => {
        const said = stored / thousandths;
        const isHalf = wholeMeasures.has(measure) && stored % thousandths !== 0;
        if (isHalf) expect(refusalOf(() => inThousandths(said, measure, 'quantity'))).toBe('platform.invalid');
        else expect(inThousandths(said, measure, 'quantity')).toBe(stored);
        expect(refusalOf(() => inThousandths(said + 0.0004, 'kg', 'quantity'))).toBe('platform.invalid');
      }),
      runs,
    );
  });

  test('the least, and so many steps above it, and nothing between', () => {
    const amount = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 20 }), amount, (minimum, step, times, off) => {
        const rule = { minimum, step, measure: 'kg' as const };
        expect(() => demandQuantity(rule, minimum + times * step)).not.toThrow();
        const between = minimum + times * step + (off % step);
        expect(refusalOf(() => demandQuantity(rule, between))).toBe(off % step === 0 ? undefined : 'sharing.step');
        expect(refusalOf(() => demandQuantity(rule, minimum - 1))).toBe('sharing.step');
      }),
      runs,
    );
  });

  const prices = fc.array(
    fc.record({
      for: fc.constantFrom(...publics),
      from: fc.integer({ min: 0, max: 50_000 }),
      cents: fc.integer({ min: 0, max: 100_000 }),
    }),
    { maxLength: 8 },
  );

  test('a price is the farthest break that is reached, one’s own before everyone’s, and nothing without a row', () => {
    fc.assert(
      fc.property(
        prices,
        fc.constantFrom(...publics),
        fc.integer({ min: 1, max: 60_000 }),
        (rows, wanted, quantity) => {
          const farthest = (of: readonly Price[]) => Math.max(-1, ...of.map(({ from }) => from));
          const reached = rows.filter(({ from }) => from <= quantity);
          const own = reached.filter((row) => row.for === wanted);
          const used = own.length > 0 ? own : reached.filter((row) => row.for === 'everyone');
          const best = used.filter(({ from }) => from === farthest(used)).map(({ cents }) => cents);
          expect(best.length === 0 ? [0] : best).toContain(unitCents(rows, wanted, quantity));
          const total = totalCents(rows, wanted, quantity);
          expect(Number.isInteger(total)).toBe(true);
          const exact = (unitCents(rows, wanted, quantity) * quantity) / thousandths;
          expect(Math.abs(total - exact)).toBeLessThanOrEqual(0.5);
        },
      ),
      runs,
    );
  });
});
