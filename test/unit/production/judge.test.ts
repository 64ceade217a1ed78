import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capability } from '../../../gateway/modules/catalogue/capability.rules.ts';
import { judge, maybeBits, noBits, sieveOrder } from '../../../gateway/modules/production/judge.rules.ts';
import { match } from '../../../gateway/modules/production/matching.rules.ts';
import { prepare } from '../../../gateway/modules/production/need.rules.ts';
import type { Part } from '../../../gateway/modules/production/need.rules.ts';
import { anyCapability, anyPart, capability, lab, need, part } from './builders.ts';

const names = (bits: number) => sieveOrder.filter((_, at) => bits & (1 << at));
const look = (over: Partial<Part>, offer: Partial<Capability>) => {
  const judgement = judge(prepare(part(over)), capability(offer), false);
  return { no: names(noBits(judgement)), maybe: names(maybeBits(judgement)) };
};
const fine = { no: [], maybe: [] };
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
