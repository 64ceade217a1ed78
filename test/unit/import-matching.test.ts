import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOfTable,
  matched,
  suggestMatching,
  tableColumns,
} from '../../gateway/modules/workshop/import.columns.rules.ts';
import { readOwnMachines } from '../../gateway/modules/workshop/import.fabmanager.rules.ts';
import { formatOf, isText, readFile } from '../../gateway/modules/workshop/import.reading.ts';
import {
  columnsOf,
  decodeText,
  readList,
  readTable,
  readTableInTurns,
} from '../../gateway/modules/workshop/import.table.rules.ts';
import { whyNotRemoved, whyNotRestored } from '../../gateway/modules/workshop/import-undo.rules.ts';

const now = () => Promise.resolve();

describe('the columns of a table', () => {
  test('keep their title and a first value, whatever stands above', () => {
    expect(columnsOf('\uFEFFNom du lieu;Site ; \n;x;\nLe Laminoir;;\n')).toEqual([
      { name: 'nom_du_lieu', title: 'Nom du lieu', example: 'Le Laminoir' },
      { name: 'site', title: 'Site', example: 'x' },
    ]);
  });

  test('are matched by our names first, then by a word that says the same', () => {
    expect(suggestMatching('csv', ['structure', 'ville_principale', 'cp', 'y', 'x', 'e_mail'])).toEqual({
      name: 'structure',
      city: 'ville_principale',
      postal_code: 'cp',
      lat: 'y',
      lon: 'x',
    });
    expect(formatOfTable(['lab_slug', 'model'])).toBe('machines-csv');
    expect(formatOfTable(['nom', 'model'])).toBe('csv');
  });

  test('serve once each, and only when the file has them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/)), (names) => {
        for (const format of ['csv', 'machines-csv'] as const) {
          const used = Object.values(suggestMatching(format, names));
          expect(new Set(used).size).toBe(used.length);
          for (const name of used) expect(names).toContain(name);
        }
      }),
    );
  });

  test('a record is read under our names alone', () => {
    expect(matched({ structure: 'A', ville: 'B', secret: 'C' }, { name: 'structure', city: 'gone' })).toEqual({
      name: 'A',
    });
    expect(matched({ lieu: 'A', geo_precision: 'commune' }, { name: 'lieu' })).toEqual({
      name: 'A',
      geo_precision: 'commune',
    });
    expect(tableColumns.csv).toContain('name');
  });
});

test('a table read in turns is the table read at once', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }), {
        maxLength: 8,
      }),
      async (cells) => {
        const text = cells.map((line) => line.join(',')).join('\n');
        const { rows, errors } = readTable(text);
        const turns = await readTableInTurns(text, now);
        expect([turns.rows, turns.errors]).toEqual([rows, errors]);
      },
    ),
    { numRuns: 40 },
  );
});

test('a cut quote in a large file keeps what stands before it, in turns too', async () => {
  const text = `nom;ville\n${'Atelier;Blois\n'.repeat(9_000)}"Atelier;Blois\n${'Atelier;Blois\n'.repeat(9_000)}`;
  const { rows, errors } = await readTableInTurns(text, now);
  expect(rows).toHaveLength(9_000);
  expect(errors).toMatchObject([{ row: 9_002, key: 'unreadable' }]);
});

test('a file is known by what it holds', () => {
  expect(formatOf('[{"name":"A","lat":1}]')).toBe('fablabs_json');
  expect(formatOf('{"type":"FeatureCollection","features":[]}')).toBe('geojson');
  expect(formatOf('{"machines":[{"id":1}]}')).toBe('fabmanager');
  expect(formatOf('[{"id":1,"name":"Laser","slug":"laser"}]')).toBe('fabmanager');
  expect(formatOf('lab_id;brand;model\n')).toBe('machines_csv');
  expect(formatOf('[half a list')).toBe('fablabs_json');
  expect(formatOf('')).toBe('csv');
  expect(isText(Buffer.from('nom;ville'))).toBe(true);
  expect(isText(Buffer.from('\uFEFFnom', 'utf16le'))).toBe(true);
  expect(isText(Buffer.from('PK\u0003\u0004'))).toBe(false);
  expect(isText(Buffer.from([0x89, 0x50, 0, 0]))).toBe(false);
});

test('a Fab-manager names its machines; tags are dropped, a second one of the same id is told', () => {
  const { rows, errors } = readOwnMachines(
    readList(
      JSON.stringify({
        machines: [
          { id: 1, name: 'Découpeuse <b>laser</b>', spec: '<p>x</p>' },
          { id: 2, name: 'Imprimante 3D', model: 'Ultimaker 2', manufacturer: 'Ultimaker' },
          { id: 2, name: 'Encore' },
          { id: 3 },
        ],
      }),
      'machines',
    ),
  );
  expect(rows).toEqual([
    { row: 1, brand: '', model: 'Découpeuse laser', class: 'Découpeuse laser' },
    { row: 2, brand: 'Ultimaker', model: 'Ultimaker 2', class: 'Imprimante 3D' },
  ]);
  expect(errors).toMatchObject([
    { row: 3, key: 'duplicate' },
    { row: 4, column: 'name', key: 'required' },
  ]);
});

test('any bytes become rows and errors, whatever they are read as', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, csv) => {
      const text = decodeText(bytes);
      const format = csv ? 'csv' : formatOf(text);
      const names = columnsOf(text).map(({ name }) => name);
      const { rows, errors } = await readFile(text, format, names[0] ? { name: names[0], city: names.at(-1)! } : {});
      expect(Array.isArray(rows) && Array.isArray(errors)).toBe(true);
    }),
  );
});

describe('undoing', () => {
  const at = new Date('2026-11-23T08:00:00Z');
  const entry = { at, digest: 'd' };
  const now_ = { confirmed: false, updatedAt: at, source: { digest: 'd' }, networkIds: [] };
  const nobody = { people: 0, equipment: 0, exchanges: 0, otherTies: 0 };
  test('removes what nothing depends on, and says what holds the rest', () => {
    expect(whyNotRemoved(entry, now_, nobody)).toBeUndefined();
    for (const [name, reason] of [
      ['people', 'people'],
      ['equipment', 'equipment'],
      ['exchanges', 'exchanges'],
      ['otherTies', 'membership'],
    ] as const)
      expect(whyNotRemoved(entry, now_, { ...nobody, [name]: 1 })).toBe(reason);
    expect(whyNotRemoved(entry, { ...now_, confirmed: true }, nobody)).toBe('confirmed');
    expect(whyNotRemoved(entry, { ...now_, source: { digest: 'e' } }, nobody)).toBe('changed');
  });
  test('puts back only what nobody has written since', () => {
    expect(whyNotRestored(entry, now_)).toBeUndefined();
    expect(whyNotRestored(entry, { ...now_, updatedAt: new Date(at.getTime() + 1) })).toBe('changed');
    expect(whyNotRestored(entry, { ...now_, confirmed: true })).toBe('confirmed');
  });
});

const spectrum = '../shared/corpora/csv';
describe.skipIf(!existsSync(spectrum))('csv-spectrum (skipped where ../shared/corpora is absent)', () => {
  const names = existsSync(spectrum) ? readdirSync(`${spectrum}/csvs`).map((file) => file.replace(/\.csv$/, '')) : [];
  test('has its twelve files', () => expect(names).toHaveLength(12));
  test.each(names)('%s reads as its JSON says', async (name) => {
    const told = JSON.parse(readFileSync(`${spectrum}/json/${name}.json`, 'utf8')) as Record<string, string>[];
    // A file of one record is told as that record.
    const wanted = [told].flat();
    // The corpus hides in its JSON the telephone number that its CSV still shows.
    for (const row of wanted) if (row['Contact Phone Number']) row['Contact Phone Number'] = '2095257564';
    const text = decodeText(readFileSync(`${spectrum}/csvs/${name}.csv`));
    const turns = await readTableInTurns(text, now);
    expect(turns.errors).toEqual([]);
    for (const { rows } of [readTable(text), turns]) {
      const read = rows.map(({ cells }) => cells);
      const keyed = wanted.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toLowerCase().replaceAll(' ', '_'), value])),
      );
      expect(read).toEqual(keyed);
    }
  });
});
