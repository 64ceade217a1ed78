import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexLabs } from '../../../gateway/modules/production/lab.rules.ts';
import type { EarliestFinish } from '../../../gateway/modules/production/lab.rules.ts';
import { match, reasonsFor, settle, unsettled } from '../../../gateway/modules/production/matching.rules.ts';
import { survey } from '../../../gateway/modules/production/survey.rules.ts';
import { anyLabs, anyNeed, blois, lab, need, part } from './builders.ts';

const orleans = { lat: 47.9025, lon: 1.909 };
const tours = { lat: 47.3941, lon: 0.6848 };

describe('a laser that cuts 3 mm aluminium within 50 km before the 12th', () => {
  const mustHaveBy = new Date('2026-12-12');
  const asked = need({
    parts: [part({ process: 'laser_cut', material: 'aluminium', thicknessMm: 3 })],
    near: blois,
    maxKm: 50,
    mustHaveBy,
  });
  const finishes: Record<string, string> = { late: '2026-12-13', soon: '2026-12-01' };
  const earliestFinish: EarliestFinish = ({ workshopId }) =>
    workshopId === 'unsure' ? null : new Date(finishes[workshopId] ?? '2026-12-10');
  const fibre = { process: 'fiber_cut', material: 'al_5083', maxThicknessMm: 4 } as const;
  const near = { lat: 47.6, lon: 1.4 };
  const labs = [
    lab('yes', [fibre], near),
    lab('thin', [{ ...fibre, maxThicknessMm: 2 }], near),
    lab('wood', [{ process: 'co2_cut', material: 'plywood' }], near),
    lab('printer', [{ process: 'fff', material: 'pla' }], near),
    lab('family', [{ ...fibre, material: 'metal' }], near),
    lab('late', [fibre], near),
    lab('unsure', [fibre], near),
    lab('far', [fibre], orleans),
    lab('farThin', [{ ...fibre, maxThicknessMm: 2 }], orleans),
    lab('nowhere', [fibre], null),
  ];
  const found = match(asked, labs, earliestFinish);

  test('is answered with who can, who must confirm, and what excludes each other', () => {
    expect(found.capable.map((each) => [each.workshopId, each.verdict, each.toConfirm])).toEqual([
      ['yes', 'yes', 0],
      ['family', 'to_confirm', 1],
      ['unsure', 'to_confirm', 1],
      ['nowhere', 'to_confirm', 1],
    ]);
    expect(
      found.sieve
        .filter((step) => step.removed > 0)
        .map((step) => [step.requirement, step.workshopIds, step.remaining]),
    ).toEqual([
      ['process', ['printer'], 9],
      ['material', ['wood'], 8],
      ['thickness', ['thin', 'farThin'], 6],
      ['distance', ['far'], 5],
      ['deadline', ['late'], 4],
    ]);
  });

  test('says who nearly can, with the two values', () => {
    const told = found.nearMisses.map((miss) => [miss.workshopId, miss.requirement, miss.asked, miss.offered]);
    expect(told).toEqual([
      ['late', 'deadline', { unit: 'date', at: mustHaveBy }, { unit: 'date', at: new Date('2026-12-13') }],
      ['thin', 'thickness', { unit: 'mm', numbers: [3] }, { unit: 'mm', numbers: [2] }],
      ['wood', 'material', { unit: 'material', ids: ['aluminium'] }, { unit: 'material', ids: ['plywood'] }],
      ['far', 'distance', { unit: 'km', numbers: [50] }, { unit: 'km', numbers: [expect.closeTo(55.3, 0)] }],
    ]);
  });

  test('gives its reasons with numbers, each once', () => {
    const reasons = reasonsFor(asked, found.capable[0]!);
    expect(reasons.map((reason) => reason.requirement)).toEqual([
      'process',
      'material',
      'thickness',
      'size',
      'tolerance',
      'quantity',
      'deadline',
      'distance',
    ]);
    expect(reasons[2]).toMatchObject({
      verdict: 'yes',
      asked: { unit: 'mm', numbers: [3] },
      offered: { unit: 'mm', numbers: [4] },
      partIds: ['p1'],
    });
  });
});

describe('a whole need', () => {
  test('a lab that makes one part and lacks the trade of the other is near; without any part it is not', () => {
    const two = need({ parts: [part(), part({ id: 'p2', process: 'sewing', material: null })] });
    const { nearMisses } = match(two, [lab('a', [{}]), lab('b', [{ process: 'fff', material: 'pla' }])]);
    expect(
      nearMisses.map(({ workshopId, requirement, asked, offered, partIds }) => [
        workshopId,
        requirement,
        asked,
        offered,
        partIds,
      ]),
    ).toEqual([['a', 'process', { unit: 'process', ids: ['sewing'] }, { unit: 'process', ids: ['co2_cut'] }, ['p2']]]);
  });

  test('an index made once gives the answer of the labs themselves', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, (asked, labs) => {
        expect(match(asked, indexLabs(labs), () => null)).toEqual(match(asked, labs, () => null));
      }),
    );
  });

  test('two parts that ask the same of one machine are told once, and the lab must make both', () => {
    const two = need({ parts: [part(), part({ id: 'p2' })] });
    const found = match(two, [lab('a', [{}])]).capable[0]!;
    expect(reasonsFor(two, found).find((reason) => reason.requirement === 'thickness')?.partIds).toEqual(['p1', 'p2']);
    expect(
      match(need({ parts: [part(), part({ id: 'p2', process: 'fff', material: 'pla' })] }), [lab('a', [{}])]).capable,
    ).toEqual([]);
  });

  test('distances between towns checked by hand: Blois to Orléans 55 km, Blois to Tours 53 km', () => {
    const found = match(need({ near: blois }), [lab('o', [{}], orleans), lab('t', [{}], tours)]).capable;
    expect(found.map((each) => Math.round(each.distanceKm!))).toEqual([55, 53]);
  });

  test('a machine that is free in time is preferred to a better known one that is not', () => {
    const busy: EarliestFinish = (_, { id }) => new Date(id === 'a.0' ? '2027-01-01' : '2026-12-01');
    const found = match(
      need({ mustHaveBy: new Date('2026-12-12') }),
      [lab('a', [{ evidence: 'witnessed' }, { evidence: 'imported' }])],
      busy,
    );
    expect(found.capable[0]?.choices[0]?.capability.id).toBe('a.1');
  });

  test('every lab is either capable or removed by one requirement, and near misses are among the removed', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, (asked, labs) => {
        const { capable, sieve, nearMisses } = match(asked, labs, () => null);
        const out = sieve.flatMap((step) => step.workshopIds);
        expect([...capable.map((each) => each.workshopId), ...out].sort()).toEqual(
          labs.map((each) => each.workshopId).sort(),
        );
        expect(sieve.at(-1)?.remaining).toBe(capable.length);
        expect(nearMisses.length).toBeLessThanOrEqual(5);
        for (const miss of nearMisses) expect(out).toContain(miss.workshopId);
        for (const each of capable) {
          const reasons = reasonsFor(asked, each);
          expect(reasons.some((reason) => reason.verdict === 'no')).toBe(false);
          expect(reasons.some((reason) => reason.verdict === 'to_confirm')).toBe(each.verdict === 'to_confirm');
        }
      }),
    );
  });

  test('a lead that passes the date says the same with or without calendars', () => {
    const days = fc.constantFrom(0, 2, 5, 30);
    const leads = fc.array(days, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyNeed, anyLabs, leads, days, (wish, bare, lead, left) => {
        const now = new Date('2026-12-01');
        const inDays = (count: number) => new Date(now.getTime() + count * 86_400_000);
        const asked = { ...wish, mustHaveBy: inDays(left) };
        const labs = bare.map((each) => ({
          ...each,
          capabilities: each.capabilities.map((one, nth) => ({ ...one, leadDays: lead[nth % lead.length]! })),
        }));
        const byLead: EarliestFinish = (_lab, { leadDays }) => ((leadDays ?? 0) > left ? inDays(leadDays ?? 0) : null);
        const seen = survey(asked, labs, left);
        const surveyed = settle(seen, seen.candidates, byLead);
        const asking = match(asked, labs, byLead);
        expect(surveyed.capable).toEqual(asking.capable);
        expect(surveyed.nearMisses).toEqual(asking.nearMisses);
        expect(surveyed.sieve.map(({ workshopIds }) => [...workshopIds].sort())).toEqual(
          asking.sieve.map(({ workshopIds }) => [...workshopIds].sort()),
        );
        expect(unsettled(seen, seen.candidates).map(({ workshopId }) => workshopId)).toEqual(
          asking.capable.map(({ workshopId }) => workshopId),
        );
      }),
    );
  });

  test('a near miss is capable as soon as its one requirement is lifted', () => {
    fc.assert(
      fc.property(anyNeed, anyLabs, (asked, labs) => {
        for (const miss of match(asked, labs, () => null).nearMisses.filter(
          (each) => each.requirement === 'distance' || each.requirement === 'quantity' || each.requirement === 'size',
        )) {
          const lifted = miss.requirement === 'distance' ? { ...asked, maxKm: null } : asked;
          const lift =
            miss.requirement === 'size' ? { envelopeMm: null } : miss.requirement === 'quantity' ? { lot: null } : {};
          const there = labs
            .filter((each) => each.workshopId === miss.workshopId)
            .map((each) => ({ ...each, capabilities: each.capabilities.map((offer) => ({ ...offer, ...lift })) }));
          expect(match(lifted, there, () => null).capable).toHaveLength(1);
        }
      }),
    );
  });
});
