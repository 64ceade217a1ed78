import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { match } from '../../../gateway/modules/production/matching.rules.ts';
import {
  medianOf,
  questionCost,
  rank,
  scoreOf,
  termsOf,
  unknownFacts,
  weights,
} from '../../../gateway/modules/production/scoring.rules.ts';
import type { LabFacts, RankedLab } from '../../../gateway/modules/production/scoring.rules.ts';
import type { Lab } from '../../../gateway/modules/production/lab.rules.ts';
import type { Need } from '../../../gateway/modules/production/need.rules.ts';
import { anyLabs, anyNeed, blois, lab, need } from './builders.ts';

const facts: fc.Arbitrary<LabFacts> = fc.record({
  freeShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  priceRatio: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
  offersAnswerable: fc.nat(40),
  offersAccepted: fc.nat(40),
  answerMinutes: fc.option(fc.nat(5_000)),
  workRatio: fc.option(fc.double({ min: 0, max: 20, noNaN: true })),
  daysSinceConfirmed: fc.option(fc.nat(2_000)),
});
const order = fc.constantFrom<'nearest' | 'score'>('nearest', 'score');
const rankAll = (
  asked: Need,
  labs: readonly Lab[],
  by: 'nearest' | 'score',
  of: LabFacts = unknownFacts,
): RankedLab[] => rank(match(asked, labs, () => null).capable, asked.mustHaveBy, () => of, by);
const idsOf = (ranked: readonly RankedLab[]) => ranked.map((each) => each.lab.workshopId);
const east = (km: number) => ({ lat: blois.lat, lon: blois.lon + km / 75.1 });

describe('the score', () => {
  test('weights sum to one and distance weighs most', () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const [term, weight] of Object.entries(weights))
      if (term !== 'distance') expect(weight).toBeLessThan(weights.distance);
  });

  test('every term is bounded, whatever the facts', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, facts, (asked, labs, known) => {
        for (const each of match(asked, labs, () => new Date('2026-12-01')).capable) {
          const terms = termsOf(each, known, asked.mustHaveBy);
          for (const value of Object.values(terms)) expect(value >= 0 && value <= 1).toBe(true);
          expect(scoreOf(terms, each.toConfirm)).toBeCloseTo(scoreOf(terms, 0) - questionCost * each.toConfirm, 12);
        }
      }),
    );
  });

  test('a lab that answers is worth more than one that stays silent, and one refusal does not undo a newcomer', () => {
    const [one] = match(need(), [lab('a', [{}])]).capable;
    const reliability = (offersAccepted: number, offersAnswerable: number) =>
      termsOf(one!, { ...unknownFacts, offersAccepted, offersAnswerable }, null).reliability;
    expect(reliability(0, 1)).toBeGreaterThan(0.5);
    expect(reliability(9, 10)).toBeGreaterThan(reliability(0, 0));
    expect(reliability(1, 10)).toBeLessThan(reliability(0, 1));
  });

  test('the median of prices', () => {
    expect([medianOf([]), medianOf([3]), medianOf([9, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([undefined, 3, 2, 2.5]);
  });
});

describe('the ranking', () => {
  test('the nearest capable lab comes first, however good the next one is', () => {
    const asked = need({ near: blois });
    const labs = [
      lab('far', [{ evidence: 'witnessed' }], east(40)),
      lab('near', [{ evidence: 'imported', lot: null }], east(4)),
      lab('incapable', [{ process: 'fff' }], blois),
      lab('nowhere', [{}], null),
    ];
    expect(idsOf(rankAll(asked, labs, 'nearest'))).toEqual(['near', 'far', 'nowhere']);
    expect(idsOf(rankAll({ ...asked, parts: [{ ...asked.parts[0]!, quantity: 5 }] }, labs, 'score'))[0]).not.toBe(
      'incapable',
    );
  });

  test('in one place the score decides, then the id', () => {
    const labs = [lab('b', [{}]), lab('a', [{}]), lab('c', [{ evidence: 'witnessed' }])];
    expect(idsOf(rankAll(need({ near: blois }), labs, 'nearest'))).toEqual(['c', 'a', 'b']);
  });

  test('shown distances only grow', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, (asked, labs) => {
        const shown = rankAll(asked, labs, 'nearest').map((each) => Math.round((each.lab.distanceKm ?? 1e6) * 10));
        expect(shown).toEqual([...shown].sort((a, b) => a - b));
      }),
    );
  });

  test('does not depend on the order of the labs, nor on the run', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, order, fc.infiniteStream(fc.nat()), (asked, labs, by, keys) => {
        const shuffled = labs
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(rankAll(asked, shuffled, by)).toEqual(rankAll(asked, labs, by));
      }),
    );
  });

  test('adding a lab that cannot never changes the ranking of the others', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, anyLabs, order, (asked, labs, others, by) => {
        const unable = others
          .map((each) => ({ ...each, workshopId: `other-${each.workshopId}` }))
          .filter((each) => match(asked, [each], () => null).capable.length === 0);
        expect(rankAll(asked, [...unable, ...labs], by)).toEqual(rankAll(asked, labs, by));
      }),
    );
  });

  test('moving a lab nearer never lowers it', () => {
    fc.assert(
      fc.property(
        anyNeed,
        anyLabs,
        order,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, labs, by, pick, share) => {
          const ranked = rankAll(asked, labs, by).filter((each) => each.lab.distanceKm !== null);
          fc.pre(ranked.length > 0 && asked.near !== null);
          const { workshopId } = ranked[pick % ranked.length]!.lab;
          const nearer = labs.map((each) =>
            each.workshopId === workshopId && each.place && asked.near
              ? {
                  ...each,
                  place: {
                    lat: asked.near.lat + (each.place.lat - asked.near.lat) * share,
                    lon: asked.near.lon + (each.place.lon - asked.near.lon) * share,
                  },
                }
              : each,
          );
          const distance = (of: RankedLab[]) => of.find((each) => each.lab.workshopId === workshopId)!.lab.distanceKm!;
          const after = rankAll(asked, nearer, by);
          fc.pre(distance(after) <= distance(rankAll(asked, labs, by)));
          expect(idsOf(after).indexOf(workshopId)).toBeLessThanOrEqual(
            idsOf(rankAll(asked, labs, by)).indexOf(workshopId),
          );
        },
      ),
    );
  });
});
