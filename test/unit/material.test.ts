import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isFor,
  judge,
  type Lot,
  perUnit,
  relatedMaterials,
  verdictOf,
  type Wanted,
} from '../../gateway/modules/material/matching.rules.ts';
import { openNeedMoves, takeNeedMove } from '../../gateway/modules/material/need.rules.ts';
import { savedOf, weightOf } from '../../gateway/modules/material/reuse.rules.ts';
import { densityOf } from '../../schema/densities.ts';
import { kinds } from '../../schema/kinds.ts';
import { needMoveNames, needMoves, needStatuses } from '../../schema/needs.ts';
import { ancestors, descendants, materialIds } from '../../schema/taxonomy.ts';
import { audiences, scopes } from '../../schema/vocabulary.ts';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const material = fc.constantFrom(...materialIds);
const near = fc.constantFrom(...(['plywood', 'plywood_birch', 'plywood_poplar', 'wood', 'mdf'] as const));
const measure = fc.constantFrom(...kinds.material.measures);
const mm = fc.integer({ min: 1, max: 3_000 });
const point = fc.record({
  lat: fc.double({ min: 47, max: 48, noNaN: true }),
  lon: fc.double({ min: 0, max: 2, noNaN: true }),
});
const amount = fc.integer({ min: 1, max: 50_000 });

const clean = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
const wantedOf = fc
  .record({
    materialId: near,
    thicknessMin: maybe(fc.integer({ min: 1, max: 20 })),
    thicknessMax: maybe(fc.integer({ min: 20, max: 40 })),
    width: maybe(mm),
    length: maybe(mm),
    quantity: maybe(amount),
    measure,
    point,
    radiusKm: fc.integer({ min: 1, max: 300 }),
  })
  .map((row) => clean(row) as Wanted);
const lotOf = fc
  .record({
    materialId: near,
    thickness: maybe(fc.integer({ min: 1, max: 40 })),
    width: maybe(mm),
    length: maybe(mm),
    weight: maybe(fc.integer({ min: 1, max: 20 })),
    left: fc.integer({ min: 0, max: 50_000 }),
    minimum: fc.integer({ min: 1, max: 2_000 }),
    measure,
    point,
  })
  .map((row) => clean(row) as Lot);

const ranks = { yes: 0, to_confirm: 1, no: 2 } as const;
const rank = (wanted: Wanted, lot: Lot) => ranks[verdictOf(judge(wanted, lot))];
const one = (wanted: Wanted, lot: Lot, name: string) =>
  judge(wanted, lot).find(({ requirement }) => requirement === name)?.verdict;

const tours = { lat: 47.394, lon: 0.688 };
const wanted: Wanted = { materialId: 'plywood_birch', measure: 'm2', point: tours, radiusKm: 50 };
const lot: Lot = { materialId: 'plywood_birch', left: 4_000, minimum: 1_000, measure: 'sheet', point: tours };

describe('a lot beside what is looked for', () => {
  test('a family is answered by its members; a member may be answered by what only says the family', () => {
    expect(one({ ...wanted, materialId: 'wood' }, lot, 'material')).toBe('yes');
    expect(one(wanted, { ...lot, materialId: 'plywood' }, 'material')).toBe('to_confirm');
    expect(one(wanted, { ...lot, materialId: 'plywood_poplar' }, 'material')).toBe('no');
  });

  test('the materials looked up are those that are not refused, from either end', () => {
    fc.assert(
      fc.property(material, material, (a, b) => {
        const isRelated = one({ ...wanted, materialId: a }, { ...lot, materialId: b }, 'material') !== 'no';
        expect(relatedMaterials(a).includes(b)).toBe(isRelated);
        expect(relatedMaterials(b).includes(a)).toBe(isRelated);
      }),
    );
  });

  test('a tenth of a millimetre either way is the same thickness', () => {
    const three = { ...wanted, thicknessMin: 3, thicknessMax: 3 };
    const verdicts = [2.8, 2.9, 3, 3.1, 3.2].map((thickness) => one(three, { ...lot, thickness }, 'thickness'));
    expect(verdicts).toEqual(['no', 'yes', 'yes', 'yes', 'no']);
    expect(one(three, lot, 'thickness')).toBe('to_confirm');
    expect(one({ ...wanted, thicknessMin: 10 }, { ...lot, thickness: 18 }, 'thickness')).toBe('yes');
    expect(one(wanted, { ...lot, thickness: 18 }, 'thickness')).toBeUndefined();
  });

  test('a sheet turned round is the same sheet', () => {
    fc.assert(
      fc.property(wantedOf, lotOf, ({ width, length, ...rest }, { width: w, length: l, ...other }) => {
        const [turnedWanted, turnedLot] = [
          clean({ ...rest, width: length, length: width }) as Wanted,
          clean({ ...other, width: l, length: w }) as Lot,
        ];
        const straight = [
          clean({ ...rest, width, length }) as Wanted,
          clean({ ...other, width: w, length: l }) as Lot,
        ] as const;
        const sizeOf = (need: Wanted, of: Lot) => one(need, of, 'size');
        expect(sizeOf(turnedWanted, straight[1])).toBe(sizeOf(...straight));
        expect(sizeOf(straight[0], turnedLot)).toBe(sizeOf(...straight));
      }),
    );
  });

  test('one side that is said too short excludes, whatever the other', () => {
    const asked = { ...wanted, width: 300, length: 600 };
    expect(one(asked, { ...lot, width: 200 }, 'size')).toBe('no');
    expect(one(asked, { ...lot, width: 400 }, 'size')).toBe('to_confirm');
    expect(one(asked, { ...lot, width: 600, length: 300 }, 'size')).toBe('yes');
  });

  test('a bigger sheet never answers worse', () => {
    fc.assert(
      fc.property(wantedOf, lotOf, mm, mm, (need, of, more, also) => {
        const bigger = clean({
          ...of,
          width: of.width === undefined ? undefined : of.width + more,
          length: of.length === undefined ? undefined : of.length + also,
        }) as Lot;
        expect(rank(need, bigger)).toBeLessThanOrEqual(rank(need, of));
      }),
      { numRuns: 500 },
    );
  });

  test('more left, a smaller need and a wider radius never answer worse', () => {
    fc.assert(
      fc.property(wantedOf, lotOf, amount, fc.integer({ min: 0, max: 300 }), (need, of, more, km) => {
        expect(rank(need, { ...of, left: of.left + more })).toBeLessThanOrEqual(rank(need, of));
        expect(rank({ ...need, radiusKm: need.radiusKm + km }, of)).toBeLessThanOrEqual(rank(need, of));
        const less = { ...need, ...(need.quantity && { quantity: Math.ceil(need.quantity / 2) }) };
        expect(rank(less, of)).toBeLessThanOrEqual(rank(need, of));
      }),
      { numRuns: 500 },
    );
  });

  test('saying more of a lot never turns a no into anything else', () => {
    fc.assert(
      fc.property(wantedOf, lotOf, (need, of) => {
        const { thickness: _t, width: _w, length: _l, ...vague } = of;
        for (const { requirement, verdict } of judge(need, vague))
          if (verdict === 'no' && requirement !== 'quantity') expect(one(need, of, requirement)).toBe('no');
      }),
    );
  });

  test('less than is asked is to confirm, nothing or less than the least part is a no', () => {
    const two = { ...wanted, quantity: 2_000 };
    const sheet = { ...lot, width: 1_000, length: 500 };
    expect(one(two, sheet, 'quantity')).toBe('yes');
    expect(one(two, { ...sheet, left: 3_000 }, 'quantity')).toBe('to_confirm');
    expect(one(two, { ...sheet, left: 0 }, 'quantity')).toBe('no');
    expect(one(two, { ...sheet, left: 500 }, 'quantity')).toBe('no');
    expect(one(two, lot, 'quantity')).toBe('to_confirm');
  });

  test('quantities are compared in the measure that is asked, where anybody can say', () => {
    expect(perUnit({ ...lot, width: 1_000, length: 500 }, 'm2')).toBe(0.5);
    expect(perUnit({ ...lot, measure: 'metre', width: 1_400 }, 'm2')).toBe(1.4);
    expect(perUnit({ ...lot, measure: 'spool', weight: 0.75 }, 'kg')).toBe(0.75);
    expect(perUnit(lot, 'kg')).toBeUndefined();
  });

  test('every reason says what was asked and what was found', () => {
    fc.assert(
      fc.property(wantedOf, lotOf, (need, of) => {
        for (const { requirement, verdict, asked, found } of judge(need, of)) {
          if (requirement === 'material') continue;
          if (verdict === 'no') expect(found.length).toBeGreaterThan(0);
          if (verdict === 'no' && requirement !== 'quantity') expect(asked.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('is never shown to its own workshop, nor to whom it is not offered', () => {
    const audience = fc.constantFrom(...audiences);
    const scope = fc.constantFrom(...scopes, 'person' as const);
    fc.assert(
      fc.property(audience, scope, fc.boolean(), (who, of, isOfNetwork) => {
        const offered = { workshopId: 'w', audience: who, networkIds: ['n'] };
        const seeker = { party: { scope: of, id: 'x' }, networkIds: isOfNetwork ? ['n'] : [] };
        const allowed = who === 'everyone' || (who === 'organisations' ? of !== 'person' : isOfNetwork);
        expect(isFor(offered, seeker)).toBe(allowed);
        expect(isFor(offered, { ...seeker, party: { scope: 'workshop', id: 'w' } })).toBe(false);
      }),
    );
  });
});

describe('the steps of a need', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const times = { before: new Date('2026-11-24T00:00:00Z'), after: new Date('2026-11-22T00:00:00Z') };

  test('are those of the table, by those of the table, and nothing else', () => {
    for (const status of needStatuses)
      for (const until of Object.values(times))
        for (const actor of ['seeker', 'system', undefined] as const)
          for (const move of needMoveNames) {
            const { from, to, by } = needMoves[move];
            const need = { status, until };
            const isOpen = openNeedMoves(need, actor, now).includes(move);
            const isListed = by === actor && (from as readonly string[]).includes(status);
            if (!isListed) expect(isOpen).toBe(false);
            if (isOpen) expect(takeNeedMove(move, need, actor, now)).toBe(to);
            else expect(() => takeNeedMove(move, need, actor, now)).toThrow();
          }
  });

  test('time ends it after its date only, and nobody reopens it then', () => {
    expect(openNeedMoves({ status: 'open', until: times.before }, 'system', now)).toEqual([]);
    expect(openNeedMoves({ status: 'open', until: times.after }, 'system', now)).toEqual(['expire']);
    expect(openNeedMoves({ status: 'met', until: times.before }, 'seeker', now)).toEqual(['reopen']);
    expect(openNeedMoves({ status: 'met', until: times.after }, 'seeker', now)).toEqual([]);
  });
});

describe('kilograms kept out of the bin', () => {
  test('what is weighed is what was weighed; then what is said of one; then volume and density', () => {
    expect(weightOf({ material: 'pla' }, 'kg', 2_500)).toEqual({ grams: 2_500, basis: 'measured' });
    expect(weightOf({ material: 'pla', weight: 0.75 }, 'spool', 2_000)).toEqual({ grams: 1_500, basis: 'declared' });
    const sheet = { material: 'plywood_birch', thickness: 3, width: 1_000, length: 600 };
    expect(weightOf(sheet, 'sheet', 10_000)).toEqual({ grams: 12_600, basis: 'estimated' });
    expect(weightOf({ material: 'steel', diameter: 20, length: 1_000 }, 'piece', 1_000)).toEqual({
      grams: 2_466,
      basis: 'estimated',
    });
    expect(weightOf({ material: 'mdf', thickness: 10 }, 'm2', 1_500).grams).toBe(12_000);
    expect(weightOf({ material: 'pla' }, 'spool', 1_000)).toEqual({ grams: null, basis: 'unknown' });
    expect(weightOf({ material: 'wood', thickness: 3 }, 'm2', 1_000).basis).toBe('unknown');
  });

  test('twice as much weighs twice as much, and never less than nothing', () => {
    fc.assert(
      fc.property(material, measure, amount, mm, mm, mm, (id, counted, quantity, thickness, width, length) => {
        const facts = { material: id, thickness, width, length };
        const once = weightOf(facts, counted, quantity);
        const twice = weightOf(facts, counted, quantity * 2);
        expect(twice.basis).toBe(once.basis);
        if (once.grams === null) return;
        expect(once.grams).toBeGreaterThanOrEqual(0);
        expect(Math.abs(twice.grams! - 2 * once.grams)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('new material counts for nothing', () => {
    expect(savedOf({ material: 'pla', origin: 'new' })).toBeUndefined();
    expect(savedOf({ material: 'pla', origin: 'offcut' })).toEqual({ materialId: 'pla', origin: 'offcut' });
  });

  test('a density is of the material or of a family above it, and is believable', () => {
    for (const id of materialIds) {
      const density = densityOf(id);
      if (!density) continue;
      expect(density.kgM3).toBeGreaterThan(10);
      expect(density.kgM3).toBeLessThan(10_000);
      const family = [id, ...ancestors(id)].find((each) => densityOf(each) === density);
      expect(family && descendants(family).has(id)).toBe(true);
    }
    expect(densityOf('plywood_birch')?.kgM3).toBe(700);
    expect(densityOf('al_6061')).toEqual(densityOf('aluminium'));
    expect(densityOf('wood')).toBeUndefined();
  });
});
