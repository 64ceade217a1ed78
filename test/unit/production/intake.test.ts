import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classWithin,
  readMaterials,
  readThickness,
  readTolerance,
} from '../../../gateway/modules/production/field.rules.ts';
import { readRequests } from '../../../gateway/modules/production/intake.rules.ts';
import { match } from '../../../gateway/modules/production/matching.rules.ts';
import { isMaterial, isProcess } from '../../../schema/taxonomy.ts';
import { anyLabs } from './builders.ts';

const one = (row: Record<string, unknown>) =>
  readRequests({ id: 'r', processes: ['laser_cutting'], quantity: 1, ...row });
const partOf = (row: Record<string, unknown>) => one(row).requests[0]?.need.parts[0];
const codes = (row: Record<string, unknown>) => one(row).requests[0]?.warnings.map((warning) => warning.code);
const keys = fc.constantFrom(
  'id',
  'processes',
  'process',
  'material',
  'quantity',
  'quantity_per_unit',
  'dimensions_mm',
  'thickness_mm',
  'tolerance_class',
  'finish',
  'deadline',
  'near',
  'max_km',
  'parts',
  'tsdc',
  'min_bed_mm',
  '__proto__',
);
const words = fc.constantFrom<unknown>('laser_cutting', 'sewing', 'PLA', 'IT11', 'm', '3,5', '2026-12-12', 'bois 3 mm');
const nearly = fc.dictionary(keys, fc.oneof(fc.jsonValue(), words, fc.array(words)));

describe('intake', () => {
  test('never throws, whatever JSON it is given, and answers for every row', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly, fc.array(nearly)), (json) => {
        const { requests, refused } = readRequests(json);
        expect(requests.length + refused.length).toBe(Array.isArray(json) ? json.length : 1);
        expect(new Set(requests.map((request) => request.id)).size).toBe(requests.length);
        for (const { need } of requests) {
          expect(need.parts.length).toBeGreaterThan(0);
          for (const part of need.parts) {
            expect(isProcess(part.process) && (part.material === null || isMaterial(part.material))).toBe(true);
            expect(part.quantity >= 1 && part.quantity <= 999).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what was read can be matched', () => {
    fc.assert(
      fc.property(fc.array(nearly), anyLabs, (json, labs) => {
        for (const { need } of readRequests(json).requests) expect(match(need, labs).sieve).toHaveLength(9);
      }),
    );
  });

  test('refuses what is no request, and keeps its neighbours', () => {
    const { requests, refused } = readRequests([
      3,
      { id: 'a' },
      { id: 'b', processes: ['telepathy'] },
      { id: 'c', process: 'sewing' },
      { id: 'd', process: 'sewing', quantity: 1e14 },
      null,
    ]);
    expect(requests.map((request) => request.id)).toEqual(['c']);
    expect(refused.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'not_an_object'],
      [1, 'no_process'],
      [2, 'process_unknown'],
      [4, 'quantity_out_of_range'],
      [5, 'not_an_object'],
    ]);
  });

  test('a quantity that is not said is one, with a word about it', () => {
    expect([partOf({ quantity: null })?.quantity, codes({ quantity: null })]).toEqual([1, ['quantity_assumed']]);
    expect(partOf({ quantity: undefined, quantity_per_unit: 4 })?.quantity).toBe(4);
  });

  test('shaping processes are alternatives; sewing, assembly and finishing are further steps', () => {
    const processes = (texts: string[]) =>
      one({ processes: texts }).requests[0]?.need.parts.map((part) => [part.process, ...(part.orProcesses ?? [])]);
    expect(processes(['laser_cutting', 'die_cutting'])).toEqual([['laser_cut', 'die_cut']]);
    expect(processes(['sewing', 'cutting'])).toEqual([['cutting'], ['sewing']]);
    expect(processes(['pcb_fabrication', 'pcb_assembly'])).toEqual([['pcb_fab'], ['pcb_assembly']]);
    expect(processes(['sewing'])).toEqual([['sewing']]);
  });

  test('materials as people write them', () => {
    expect(readMaterials('PETG/ABS/PP')).toEqual(['petg', 'abs', 'pp']);
    expect(readMaterials('bois massif (une planche + tourillons)')).toEqual(['solid_wood']);
    expect(readMaterials('film PET transparent 5–10 mil, laize 13–48 in')).toEqual(['pet_film']);
    expect(readMaterials('vibranium')).toEqual([]);
    expect(codes({ material: 'vibranium' })).toEqual(['material_unknown']);
    expect(partOf({ material: 'contreplaqué ou MDF' })).toMatchObject({ material: 'plywood', orMaterials: ['mdf'] });
  });

  test('a thickness is read from its field, the text or the smallest side of a sheet', () => {
    expect(partOf({ thickness_mm: '3,5' })?.thicknessMm).toBe(3.5);
    expect(readThickness('film plastique transparent 0,254 mm (Mylar)')).toBe(0.254);
    expect(readThickness('film PET transparent 5–10 mil, laize 13–48 in')).toBe(0.254);
    expect(readThickness('polypropylène non tissé spunbond (3 feuilles 8 x 9 in)')).toBeNull();
    expect(partOf({ dimensions_mm: [280, 250, 0.254] })?.thicknessMm).toBe(0.254);
    expect(partOf({ dimensions_mm: [0, 'x'] })?.sizeMm).toBeNull();
  });

  test('tolerances by class or by grade at the size of the part', () => {
    expect(readTolerance('ISO 2768-1 (m)', null)).toEqual({ class: 'm', tighter: false });
    expect(readTolerance('ISO 2768-mK', null)).toEqual({ class: 'm', tighter: false });
    expect(readTolerance('IT11', 118)).toEqual({ class: 'f', tighter: true });
    expect(readTolerance('IT14', 118)).toEqual({ class: 'm', tighter: false });
    expect(readTolerance('fine', 10)).toBeNull();
    expect([classWithin(0.3, 100), classWithin(0.29, 100), classWithin(0.05, 100), classWithin(2, 4000)]).toEqual([
      'm',
      'f',
      undefined,
      'm',
    ]);
  });

  test('date, place and distance', () => {
    const { need } = one({ deadline: '2026-12-12', near: { lat: 47.59, lng: 1.33 }, max_km: 50 }).requests[0]!;
    expect(need).toMatchObject({ mustHaveBy: new Date('2026-12-12'), near: { lat: 47.59, lon: 1.33 }, maxKm: 50 });
    expect(codes({ deadline: 'tomorrow', near: { lat: 470, lon: 0 } })).toEqual([
      'date_unreadable',
      'place_unreadable',
    ]);
  });
});

const fixtures = new URL('../../../../shared/data/requests/request_fixtures.json', import.meta.url);
test.skipIf(!existsSync(fixtures))('every real part list becomes a request whose words are all known', () => {
  const rows = JSON.parse(readFileSync(fixtures, 'utf8')) as {
    id: string;
    material: string | null;
    processes: string[];
  }[];
  const { requests, refused } = readRequests(rows);
  expect(refused).toEqual([]);
  expect(requests.map((request) => request.id)).toEqual(rows.map((row) => row.id));
  expect(
    requests.flatMap((request) => request.warnings).filter((warning) => /unknown|unreadable/.test(warning.code)),
  ).toEqual([]);
  requests.forEach((request, at) => expect(request.need.parts[0]!.material === null).toBe(rows[at]!.material === null));
});
