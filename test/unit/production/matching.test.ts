import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, maybeBits, noBits, sieveOrder } from '../../../gateway/modules/production/judge.rules.ts';
import { indexLabs } from '../../../gateway/modules/production/lab.rules.ts';
import type { EarliestFinish } from '../../../gateway/modules/production/lab.rules.ts';
import { match, reasonsFor } from '../../../gateway/modules/production/matching.rules.ts';
import { prepare } from '../../../gateway/modules/production/need.rules.ts';
import type { Part } from '../../../gateway/modules/production/need.rules.ts';
import type { Capability } from '../../../gateway/modules/catalogue/capability.rules.ts';
import { anyCapability, anyLabs, anyNeed, anyPart, blois, capability, lab, need, part } from './builders.ts';

const names = (bits: number) => sieveOrder.filter((_, at) => bits & (1 << at));
const look = (over: Partial<Part>, offer: Partial<Capability>) => {
  const judgement = judge(prepare(part(over)), capability(offer), false);
  return { no: names(noBits(judgement)), maybe: names(maybeBits(judgement)) };
};
const fine = { no: [], maybe: [] };
const orleans = { lat: 47.9025, lon: 1.909 };
const tours = { lat: 47.3941, lon: 0.6848 };

describe('one part against one capability', () => {
  test('a request on a parent is met by its children; a lab that declares only the parent is asked', () => {
    expect(look({ process: 'laser' }, { process: 'co2_cut' })).toEqual(fine);
    expect(look({ process: 'cutting' }, { process: 'co2_cut' })).toEqual(fine);
    expect(look({ process: 'co2_cut' }, { process: 'laser' })).toEqual({ no: [], maybe: ['process'] });
    expect(look({ process: 'co2_cut' }, { process: 'fiber_cut' })).toEqual({ no: ['process'], maybe: [] });
    expect(look({ material: 'wood' }, { material: 'plywood' })).toEqual(fine);
    expect(look({ material: 'plywood_birch' }, { material: 'plywood' })).toEqual({ no: [], maybe: ['material'] });
    expect(look({ material: 'mdf' }, { material: 'plywood' })).toEqual({ no: ['material'], maybe: [] });
    expect(look({ material: 'mdf' }, { material: null })).toEqual({ no: [], maybe: ['material'] });
  });

  test('a shop that assembles is never asked to sew', () => {
    expect(look({ process: 'sewing' }, { process: 'assembly' }).no).toEqual(['process']);
  });

  test('PVC stays out of a laser even where the lab declares it, and goes under a blade', () => {
    expect(look({ material: 'pvc' }, { material: 'pvc' }).no).toEqual(['material']);
    expect(look({ material: 'pvc' }, { material: 'polymer' }).no).toEqual(['material']);
    expect(look({ process: 'cutting', material: 'pvc' }, { process: 'flatbed_drag', material: 'pvc' })).toEqual(fine);
  });

  test('any of several materials or processes will do', () => {
    expect(look({ material: 'mdf', orMaterials: ['plywood'] }, {})).toEqual(fine);
    expect(look({ process: 'die_cut', orProcesses: ['laser_cut'] }, {})).toEqual(fine);
  });

  test('a sheet turns in its plane and its thickness is compared apart', () => {
    const envelopeMm = { x: 600, y: 900, z: 10 };
    expect(look({ sizeMm: { x: 880, y: 590, z: null } }, { envelopeMm })).toEqual(fine);
    expect(look({ sizeMm: { x: 880, y: 610, z: null } }, { envelopeMm }).no).toEqual(['size']);
    expect(look({ thicknessMm: null, sizeMm: { x: 5, y: 880, z: 590 } }, { envelopeMm, maxThicknessMm: 5 })).toEqual(
      fine,
    );
    expect(look({ thicknessMm: 11 }, {}).no).toEqual(['thickness']);
    expect(look({ thicknessMm: null }, {}).maybe).toEqual(['thickness']);
    expect(look({}, { envelopeMm: { x: 300, y: null, z: null } }).maybe).toEqual(['size']);
    expect(look({}, { envelopeMm: { x: 199, y: null, z: null } }).no).toEqual(['size']);
  });

  test('a box turns onto any face; an unknown side leaves the answer open', () => {
    const print = { process: 'fff', material: 'pla', thicknessMm: null } as const;
    const printer = { process: 'fff', material: 'pla', envelopeMm: { x: 220, y: 220, z: 300 } } as const;
    expect(look({ ...print, sizeMm: { x: 290, y: 210, z: 210 } }, printer)).toEqual(fine);
    expect(look({ ...print, sizeMm: { x: 230, y: 230, z: 10 } }, printer).no).toEqual(['size']);
    expect(look({ ...print, sizeMm: { x: 200, y: 200, z: null } }, printer).maybe).toEqual(['size']);
    expect(look({ ...print, sizeMm: null }, printer).maybe).toEqual(['size']);
    expect(
      look({ ...print, sizeMm: { x: 500, y: 10, z: 10 } }, { ...printer, envelopeMm: { x: 220, y: 220, z: null } })
        .maybe,
    ).toEqual(['size']);
    expect(
      look(
        { ...print, process: 'lathe', material: 'steel', sizeMm: { x: 400, y: 50, z: 50 } },
        { process: 'lathe', material: 'steel', envelopeMm: { x: 60, y: 60, z: 500 } },
      ),
    ).toEqual(fine);
  });

  test('a finer tolerance satisfies a coarser one; an imported figure asks where a declared one refuses', () => {
    expect(look({ toleranceClass: 'm' }, { toleranceClass: 'f' })).toEqual(fine);
    expect(look({ toleranceClass: 'f' }, { toleranceClass: 'm' }).no).toEqual(['tolerance']);
    expect(look({ toleranceClass: 'f' }, { toleranceClass: 'm', evidence: 'imported' }).maybe).toEqual(['tolerance']);
    expect(look({ thicknessMm: 8 }, { maxThicknessMm: 5, evidence: 'imported' }).maybe).toEqual(['thickness']);
    expect(look({ thicknessMm: 11 }, { maxThicknessMm: 5, evidence: 'imported' }).no).toEqual(['thickness']);
  });

  test('lots have two ends', () => {
    expect(look({ quantity: 4 }, { lot: { min: 5, max: 50 } }).no).toEqual(['quantity']);
    expect(look({ quantity: 51 }, { lot: { min: 5, max: 50 } }).no).toEqual(['quantity']);
    expect(look({ quantity: 50 }, { lot: null }).maybe).toEqual(['quantity']);
  });

  test('a finish may be another bench of the same lab', () => {
    const painted = need({ parts: [part({ finish: 'paint' })] });
    expect(
      match(painted, [lab('a', [{ finishes: [] }])]).sieve.find((step) => step.requirement === 'finish')?.removed,
    ).toBe(1);
    expect(match(painted, [lab('a', [{ finishes: [] }, { process: 'paint', material: null }])]).capable).toHaveLength(
      1,
    );
  });

  test('more room, thickness or precision never turns a yes into a no', () => {
    fc.assert(
      fc.property(anyPart, anyCapability, fc.nat(500), (asked, offer, more) => {
        const prepared = prepare(asked);
        const { envelopeMm: box, maxThicknessMm: mm } = offer;
        const bigger = {
          ...offer,
          envelopeMm: box && { x: box.x + more, y: box.y && box.y + more, z: box.z && box.z + more },
          maxThicknessMm: mm && mm + more,
        };
        expect(noBits(judge(prepared, bigger, false)) & ~noBits(judge(prepared, offer, false))).toBe(0);
      }),
    );
  });

  test('a declared parent, or nothing declared, never excludes where a child of it is accepted', () => {
    fc.assert(
      fc.property(anyPart, anyCapability, (asked, offer) => {
        const prepared = prepare(asked);
        fc.pre(noBits(judge(prepared, offer, false)) === 0);
        expect(
          noBits(
            judge(
              prepared,
              {
                ...offer,
                material: null,
                envelopeMm: null,
                maxThicknessMm: null,
                lot: null,
                toleranceClass: null,
                finishes: null,
              },
              false,
            ),
          ),
        ).toBe(0);
      }),
    );
  });
});

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
