import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { capabilitiesFromKeys, capabilitiesOf, minutesFor } from '../../gateway/modules/catalogue/capability.rules.ts';
import type { Capability, Machine } from '../../gateway/modules/catalogue/capability.rules.ts';
import { isBanned } from '../../schema/taxonomy.ts';

const machine = (over: Partial<Machine>): Machine => ({
  resourceId: 'm1',
  workshopId: 'w1',
  processes: [],
  maker: 'Epilog',
  model: 'Legend 36EXT',
  envelopeMm: { x: 914, y: 609, z: 305 },
  ...over,
});
const laser = machine({
  processes: ['laser_cutting', 'laser_engraving'],
  technology: 'CO2',
  materials: ['bois', 'contreplaqué', 'MDF', 'acrylique (PMMA)', 'vinyle', 'cuir'],
  maxThicknessMm: { bois: 5, plexiglass: 6 },
});
const brief = (list: Capability[]) =>
  list.map(({ process, material, maxThicknessMm }) => [process, material, maxThicknessMm]);
const cuts = (list: Capability[]) => brief(list.filter(({ process }) => process === 'co2_cut'));

describe('capabilities from a machine', () => {
  test('a declared thickness for wood holds for plywood, and vinyl never comes under a laser', () => {
    expect(cuts(capabilitiesOf(laser))).toEqual([
      ['co2_cut', 'wood', 5],
      ['co2_cut', 'plywood', 5],
      ['co2_cut', 'mdf', 5],
      ['co2_cut', 'pmma', 6],
      ['co2_cut', 'leather', null],
    ]);
    expect(capabilitiesOf(machine({ processes: ['laser_cutter'], materials: ['PVC'] }))).toEqual([]);
  });

  test('what is not said takes the defaults of the process, which no small laser leaves with aluminium', () => {
    const found = capabilitiesOf(machine({ processes: ['laser_cutter'], technology: 'CO2' }));
    expect(brief(found)).toContainEqual(['co2_cut', 'plywood', 5]);
    expect(
      found
        .filter(({ process }) => process === 'co2_cut')
        .some(({ material }) => material === 'aluminium' || material === 'metal'),
    ).toBe(false);
    for (const each of found)
      expect(each).toMatchObject({ evidence: 'imported', confirmedAt: null, lot: null, ratePerHour: null });
  });

  test('a class without technology stays the class, everything to confirm', () => {
    expect(brief(capabilitiesOf(machine({ processes: ['laser_cutter'] })))).toEqual([['laser', null, null]]);
    expect(
      brief(capabilitiesOf(machine({ processes: ['3d_printer'], technology: 'FFF' }))).map(([process]) => process),
    ).toEqual(['fff', 'fff', 'fff']);
    expect(capabilitiesOf(machine({ processes: ['hand_tool'] }))).toEqual([]);
  });

  test('the narrower of two processes is kept, and a circuit mill keeps its own material', () => {
    const found = capabilitiesOf(
      machine({ processes: ['cnc_milling', 'pcb_milling', 'mould_milling'], materials: ['cire usinable'] }),
    );
    expect(brief(found)).toEqual([
      ['pcb_mill', 'fr4', null],
      ['precision_mill', 'wax', null],
    ]);
  });

  test('a technology that contradicts the class is not believed', () => {
    expect(brief(capabilitiesOf(machine({ processes: ['sewing_machine'], technology: 'CO2' })))).toEqual([
      ['sewing', null, null],
    ]);
  });

  test('keys of fablabs.io give the process and nothing else', () => {
    const found = capabilitiesFromKeys('w1', ['three_d_printing', 'laser', 'laser', 'unheard_of']);
    expect(brief(found)).toEqual([
      ['additive', null, null],
      ['laser', null, null],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  test('machine time is set-up and pieces, unknown without a rate', () => {
    const [one] = capabilitiesOf(laser);
    expect(minutesFor({ ...one!, ratePerHour: 12, setupMinutes: 10 }, 30)).toBe(160);
    expect(minutesFor(one!, 30)).toBeUndefined();
  });
});

const catalogue = new URL('../../../shared/data/machines/machines_other.json', import.meta.url);
test.skipIf(!existsSync(catalogue))(
  'every machine of the catalogue gives capabilities, none banned, each id once',
  () => {
    const rows = JSON.parse(readFileSync(catalogue, 'utf8')) as {
      processes: string[];
      manufacturer: string;
      model: string;
      laser?: string;
      materials?: string[];
      work_x_mm: number | null;
      work_y_mm: number | null;
      work_z_mm: number | null;
    }[];
    for (const row of rows) {
      const found = capabilitiesOf(
        machine({
          ...row,
          maker: row.manufacturer,
          technology: row.laser,
          envelopeMm: row.work_x_mm === null ? null : { x: row.work_x_mm, y: row.work_y_mm, z: row.work_z_mm },
        }),
      );
      expect(found.length, row.model).toBeGreaterThan(0);
      expect(found.some(({ material, process }) => material !== null && isBanned(material, process))).toBe(false);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }
  },
);
