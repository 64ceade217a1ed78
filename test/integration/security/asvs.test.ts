import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../../scripts/folders.mjs';
import { corpus, haveCorpora } from '../../support/corpora.ts';
import { asvs } from '../../security/asvs.ts';

interface Requirement {
  req_id: string;
  L: '1' | '2' | '3';
}

const written = new Map<string, string>();
const textOf = (file: string) => {
  const path = inRoot(file);
  if (!written.has(file)) written.set(file, existsSync(path) ? readFileSync(path, 'utf8') : '');
  return written.get(file)!;
};

const rows = Object.entries(asvs);

describe('the table of ASVS 5.0', () => {
  test.runIf(haveCorpora)('has a row for each requirement of levels 1 and 2, and no other', () => {
    const standard = JSON.parse(corpus('asvs/ASVS_5.0.0_en.flat.json')) as
      Requirement[] | { requirements: Requirement[] };
    const all = Array.isArray(standard) ? standard : standard.requirements;
    const wanted = all.filter(({ L }) => L !== '3').map(({ req_id }) => req_id);
    expect(Object.keys(asvs).sort()).toEqual([...wanted].sort());
    const proven = (level: string) =>
      all.filter(({ req_id, L }) => L === level && 'proof' in (asvs[req_id] ?? {})).length;
    const kinds = ['proof', 'absent', 'decided', 'operator', 'unmet'] as const;
    const counts = kinds.map((kind) => `${kind} ${rows.filter(([, row]) => kind in row).length}`);
    console.info(
      `${wanted.length} requirements: ${counts.join(', ')}; proven of level 1: ${proven('1')}, of 2: ${proven('2')}`,
    );
  });

  test('names tests that exist', () => {
    const missing = rows.flatMap(([id, row]) =>
      ('proof' in row ? row.proof : [])
        .filter(([file, name]) => !textOf(file).includes(name))
        .map(([file, name]) => `${id}: ${file} › ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('gives every reason in words, and leaves nothing for later', () => {
    const reasons = rows.flatMap(([id, row]) =>
      'proof' in row ? [] : [[id, Object.values(row)[0] as string] as const],
    );
    expect(reasons.filter(([, text]) => text.length < 15 || /to ?do|tbd|fixme/i.test(text))).toEqual([]);
    expect(rows.filter(([, row]) => 'proof' in row && row.proof.length === 0)).toEqual([]);
  });

  test('says plainly what is not met', () => {
    expect(rows.filter(([, row]) => 'unmet' in row).map(([id]) => id)).toEqual(['V5.4.3', 'V6.2.12', 'V6.3.3']);
  });
});
