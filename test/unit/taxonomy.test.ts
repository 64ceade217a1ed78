import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ancestors,
  descendants,
  finishes,
  isBanned,
  isMaterial,
  isProcess,
  materialIds,
  materials,
  materialSpellings,
  processes,
  processIds,
  processSpellings,
  resolveMaterial,
  resolveProcess,
} from '../../schema/taxonomy.ts';
import { materialAliases, processAliases } from '../../schema/taxonomy/aliases.ts';

describe('the taxonomy', () => {
  test('ids are snake case and no process shares its id with a material', () => {
    for (const id of [...processIds, ...materialIds]) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(processIds.filter(isMaterial)).toEqual([]);
  });

  test('every parent exists and nothing is above itself', () => {
    for (const id of processIds) {
      for (const parent of processes[id].parents) expect(isProcess(parent), `${id} < ${parent}`).toBe(true);
      expect(ancestors(id).has(id), id).toBe(false);
    }
    for (const id of materialIds) {
      const { parent } = materials[id];
      expect(parent === null || isMaterial(parent), id).toBe(true);
      expect(ancestors(id).has(id), id).toBe(false);
    }
  });

  test('descendants and ancestors are the same relation read both ways', () => {
    for (const id of processIds) {
      expect(descendants(id).has(id)).toBe(true);
      for (const below of descendants(id)) if (below !== id) expect(ancestors(below).has(id)).toBe(true);
      for (const above of ancestors(id)) expect(descendants(above).has(id)).toBe(true);
    }
    for (const id of materialIds) for (const above of ancestors(id)) expect(descendants(above).has(id)).toBe(true);
  });

  test('no two entries answer to the same spelling', () => {
    for (const all of [processIds.flatMap(processSpellings), materialIds.flatMap(materialSpellings)]) {
      expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
    }
  });

  test('every spelling finds its own entry again, as written, in capitals and without accents', () => {
    for (const id of processIds) {
      for (const text of [id, processes[id].fr, processes[id].en, ...(processAliases[id] ?? '').split('|')]) {
        if (text !== '')
          expect([text, resolveProcess(text), resolveProcess(text.toUpperCase())]).toEqual([text, id, id]);
      }
    }
    for (const id of materialIds) {
      for (const text of [id, materials[id].fr, materials[id].en, ...(materialAliases[id] ?? '').split('|')]) {
        if (text !== '') expect([text, resolveMaterial(text), resolveMaterial(` ${text}  `)]).toEqual([text, id, id]);
      }
    }
  });

  test('a text that only contains an alias resolves to nothing', () => {
    for (const id of processIds)
      for (const text of processSpellings(id)) expect(resolveProcess(`xx ${text} yy`)).toBeUndefined();
    for (const id of materialIds)
      for (const text of materialSpellings(id)) expect(resolveMaterial(`xx ${text} yy`)).toBeUndefined();
    expect(resolveProcess('')).toBeUndefined();
    expect(resolveMaterial('constructor')).toBeUndefined();
  });

  test('sewing and assembly are strangers, in both directions', () => {
    const assembling = descendants('assembly');
    for (const id of descendants('textile_work')) expect(assembling.has(id)).toBe(false);
    expect(assembling.has('pcb_assembly')).toBe(false);
  });

  test('PVC and cutting films never go under any laser, but under a blade they may', () => {
    for (const id of descendants('laser')) {
      expect(isBanned('pvc', id)).toBe(true);
      expect(isBanned('vinyl_adhesive', id)).toBe(true);
      expect(isBanned('pmma_cast', id)).toBe(false);
    }
    expect(isBanned('vinyl_adhesive', 'vinyl_cut')).toBe(false);
  });

  test('finishes are the children of finishing', () => {
    expect([...finishes].sort()).toEqual([...descendants('finishing')].filter((id) => id !== 'finishing').sort());
  });

  test('the six capability keys of fablabs.io are known', () => {
    const keys = [
      'three_d_printing',
      'cnc_milling',
      'laser',
      'vinyl_cutting',
      'precision_milling',
      'circuit_production',
    ];
    expect(keys.map(resolveProcess)).toEqual([
      'additive',
      'cnc_milling',
      'laser',
      'vinyl_cut',
      'precision_mill',
      'electronics',
    ]);
  });
});

const data = new URL('../../../shared/data/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, data), 'utf8')) as T;

describe.skipIf(!existsSync(data))('the data we import speaks words the taxonomy knows', () => {
  test('processes and labels', () => {
    const vocabulary = read<{
      process_labels_fr: { key: string; label: string }[];
      fablabs_io_capability_labels_fr: Record<string, string>;
    }>('vocab/vocab_fablab_fr.json');
    const machines = read<{ category: string; processes: string[] }[]>('machines/machines_other.json');
    const requests = read<{ processes: string[] }[]>('requests/request_fixtures.json');
    const texts = new Set([
      ...vocabulary.process_labels_fr.flatMap((row) => [row.key, row.label]),
      ...Object.entries(vocabulary.fablabs_io_capability_labels_fr).flat(),
      ...machines.flatMap((row) => [row.category, ...row.processes]),
      ...requests.flatMap((row) => row.processes),
    ]);
    expect([...texts].filter((text) => resolveProcess(text) === undefined)).toEqual([]);
    for (const { key, label } of vocabulary.process_labels_fr) expect(resolveProcess(label)).toBe(resolveProcess(key));
  });

  test('materials', () => {
    const catalogue = read<{ name: string; label_fr: string }[]>('machines/materials.json');
    const machines = read<{ materials?: string[] }[]>('machines/machines_other.json');
    const texts = new Set([
      ...catalogue.flatMap((row) => [row.name, row.label_fr]),
      ...machines.flatMap((row) => row.materials ?? []),
    ]);
    expect([...texts].filter((text) => resolveMaterial(text) === undefined)).toEqual([]);
    for (const { name, label_fr } of catalogue) expect(resolveMaterial(label_fr)).toBe(resolveMaterial(name));
  });
});
