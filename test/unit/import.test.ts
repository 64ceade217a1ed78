import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecimal } from '../../gateway/modules/workshop/import.cells.rules.ts';
import { readLabMachines, readMachineModels } from '../../gateway/modules/workshop/import.machines.rules.ts';
import { readWorkshops, workshopFormats } from '../../gateway/modules/workshop/import.rules.ts';
import { decodeText, readTable, separatorOf } from '../../gateway/modules/workshop/import.table.rules.ts';

const csv = (...lines: string[]) => readWorkshops(lines.join('\n'), 'csv');
const header = 'id,name,lat,lon,postal_code,city,website,capabilities';
const lab = (change: object = {}) => ({
  id: 'fablabsio:bench',
  name: 'The Bench',
  lat: 47.59,
  lon: 1.33,
  postal_code: '41000',
  city: 'Blois',
  ...change,
});
const json = (...labs: object[]) => readWorkshops(JSON.stringify(labs), 'fablabs-json');

describe('a list of workshops', () => {
  test('the same workshop reads the same from JSON, GeoJSON and CSV', () => {
    const { rows } = json(lab());
    const { lat, lon, ...properties } = lab();
    const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
    const geojson = readWorkshops(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'geojson');
    expect(geojson.rows).toEqual(rows);
    // Its header is its line 1.
    const inTable = rows.map((row) => ({ ...row, row: 2 }));
    expect(csv(header, 'fablabsio:bench,The Bench,47.59,1.33,41000,Blois,,').rows).toEqual(inTable);
    expect(rows[0]?.source).toMatchObject({ system: 'fablabsio', id: 'bench' });
  });

  test('a digest changes when the workshop does, and only then', () => {
    const digest = (change: object) => json(lab(change)).rows[0]?.source.digest;
    expect(digest({})).toBe(digest({ unheard_of: 1 }));
    expect(digest({})).not.toBe(digest({ city: 'Vineuil' }));
  });

  test('without an id, name and town make a lasting one', () => {
    expect(json(lab({ id: null })).rows[0]?.source).toMatchObject({ system: 'file', id: 'name:the bench 41000' });
    expect(json(lab({ id: '17' })).rows[0]?.source).toMatchObject({ system: 'file', id: '17' });
  });

  test('exchanged coordinates are named as such, and foreign ones refused', () => {
    expect(json(lab({ lat: -4.48, lon: 48.39 })).errors).toMatchObject([
      { row: 1, column: 'lat', key: 'swapped', loses: 'row' },
    ]);
    expect(json(lab({ lat: 55.5, lon: -20.9 })).errors).toMatchObject([{ key: 'swapped' }]);
    expect(json(lab({ lat: 40.4, lon: -3.7 })).errors).toMatchObject([{ key: 'outOfFrance' }]);
    expect(json(lab({ lat: 95, lon: 1 })).errors).toMatchObject([{ key: 'outOfRange', loses: 'cell' }]);
  });

  test('without coordinates a commune is enough, without either there is no workshop', () => {
    expect(json(lab({ lat: null, lon: null })).rows).toMatchObject([{ geoPrecision: 'commune', postalCode: '41000' }]);
    expect(json({ name: 'Nowhere' })).toMatchObject({
      rows: [],
      errors: [{ column: 'lat', key: 'required', loses: 'row' }],
    });
  });

  test('a name is required and limited; a long address only loses its cell', () => {
    expect(json(lab({ name: ' ' })).errors).toMatchObject([{ column: 'name', key: 'required', loses: 'row' }]);
    expect(json(lab({ name: 'x'.repeat(121) }))).toMatchObject({
      rows: [],
      errors: [{ column: 'name', key: 'tooLong', loses: 'row' }],
    });
    expect(json(lab({ address: 'x'.repeat(300) }))).toMatchObject({
      rows: [{ address: '' }],
      errors: [{ loses: 'cell' }],
    });
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://lab.fr', '//lab.fr', 'http://', 'lab.fr'])(
    '%s is no web site',
    (website) => {
      const { rows, errors } = json(lab({ website }));
      expect(rows[0]?.website).toBeUndefined();
      expect(errors).toMatchObject([{ column: 'website', key: 'badUrl', loses: 'cell' }]);
    },
  );

  test('a second row of the same id is refused with the place of the first', () => {
    expect(json(lab(), lab({ name: 'Other' }))).toMatchObject({
      rows: [{ name: 'The Bench' }],
      errors: [{ row: 2, key: 'duplicate', params: { first: 1 } }],
    });
  });

  test('unknown capabilities and unreadable machines are said, the others kept', () => {
    const { rows, errors } = json(
      lab({
        capabilities: ['laser', 'teleport', 7],
        machines: [{ brand: 'trotec', model: 'speedy 100', class: 'laser_cutter' }, 'x', {}],
      }),
    );
    expect(rows[0]).toMatchObject({ capabilities: ['laser'], machines: [{ model: 'speedy 100' }] });
    expect(errors.map(({ column }) => column)).toEqual(['capabilities', 'capabilities', 'machines', 'machines']);
  });
});

describe('a CSV file', () => {
  test('errors carry the line of the file, quoted line breaks counted', () => {
    const { rows, errors } = csv(header, 'a:1,"Two\nlines",47,1,41000,Blois,,', 'a:2,,47,1,41000,Blois,,', 'a:3,short');
    expect(rows).toMatchObject([{ name: 'Two lines' }]);
    expect(errors).toMatchObject([
      { row: 4, column: 'name', key: 'required' },
      { row: 5, key: 'columns', params: { expected: 8, found: 2 } },
    ]);
  });

  test('French headings, semicolons and decimal commas are read', () => {
    const { rows } = csv(
      'Nom;Code postal;Ville;Latitude;Longitude;Site',
      'Atelier;41000;Blois;47,59;1,33;https://lab.fr',
    );
    expect(rows).toMatchObject([
      { name: 'Atelier', lat: 47.59, lon: 1.33, postalCode: '41000', website: 'https://lab.fr' },
    ]);
  });

  test('a formula is a text, as it was typed', () => {
    const formula = `=cmd|'/C calc'!A0`;
    expect(csv('name,city', `"${formula}",Blois`).rows).toMatchObject([{ name: formula }]);
  });

  test('bytes are read whatever their encoding', () => {
    const text = 'nom;ville\nDécoupe;Orléans';
    expect(decodeText(new TextEncoder().encode(text))).toBe(text);
    expect(decodeText(Buffer.from(text, 'latin1'))).toBe(text);
    expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
    expect(readTable(`\uFEFF${text}`).rows[0]?.cells).toEqual({ nom: 'Découpe', ville: 'Orléans' });
  });

  test('the separator is the one of the first line, quoted ones aside', () => {
    expect(separatorOf('a;b;"c,d,e,f"')).toBe(';');
    expect(separatorOf('a,b')).toBe(',');
    expect(separatorOf('a\tb\tc')).toBe('\t');
    expect(separatorOf('')).toBe(',');
  });

  test.each([
    ['1 234,50 €', 1234.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234.567', 1_234_567],
    ['-20,88', -20.88],
    ['12', 12],
    ['', undefined],
    ['12 rue', undefined],
    ['1,2,3.4.5', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
  ])('%s as a number is %s', (text, number) => expect(readDecimal(text)).toBe(number));

  test('an unclosed quote keeps what stands before it', () => {
    const { rows, errors } = csv('name,city', 'Atelier,Blois', '"unterminated,Tours', 'Other,Orléans');
    expect(rows).toMatchObject([{ name: 'Atelier' }]);
    expect(errors).toMatchObject([{ row: 3, key: 'unreadable' }]);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(fc.array(fc.string({ unit: 'grapheme' })))
      .map((lines) => lines.map((cells) => cells.join(';')).join('\n')),
    fc.array(fc.object()).map((rows) => JSON.stringify(rows)),
    fc
      .array(fc.record({ name: fc.anything(), lat: fc.anything(), website: fc.anything(), machines: fc.anything() }))
      .map((rows) => {
        return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      }),
  );
  test('is read without a fault, and every row that comes out has a name, an id and a place in France or a commune', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...workshopFormats), (text, format) => {
        for (const row of readWorkshops(text, format).rows) {
          expect(row.name).not.toBe('');
          expect(row.source.id).not.toBe('');
          expect(row.lat !== undefined || row.insee || row.postalCode || row.city).toBeTruthy();
        }
        readLabMachines(text);
        readMachineModels(text);
      }),
      { numRuns: 500 },
    );
  });

  test('an object that cannot be printed is an error like another', () => {
    expect(json(lab({ lat: { toString: 1, valueOf: 1 } })).errors).toMatchObject([
      { column: 'lat', key: 'notNumber', params: { value: 'object' } },
    ]);
  });

  test('no record is lost: rows and the errors that lose one add up', () => {
    const cell = fc.oneof(fc.constant(null), fc.string(), fc.double(), fc.constantFrom(47.5, 1.3, 'Blois', 'x:1'));
    const record = fc.record({ id: cell, name: cell, lat: cell, lon: cell, city: cell, website: cell });
    fc.assert(
      fc.property(fc.array(fc.oneof(record, fc.constant(3))), (records) => {
        const { rows, errors } = readWorkshops(JSON.stringify(records), 'fablabs-json');
        const lost = new Set(errors.filter(({ loses }) => loses === 'row').map(({ row }) => row));
        expect(rows.length + lost.size).toBe(records.length);
      }),
    );
  });
});

test('catalogue entries keep their sizes, materials and thicknesses', () => {
  const models = [
    {
      manufacturer: 'Prusa',
      model: 'MK4',
      technology: 'FFF',
      build_x_mm: 250,
      build_y_mm: 210,
      build_z_mm: 220,
      source: 's',
    },
    {
      category: 'vinyl_cutter',
      processes: ['vinyl_cutting'],
      manufacturer: 'Roland',
      model: 'GX-24',
      work_x_mm: 584,
      work_y_mm: null,
      source: null,
    },
    {
      model: 'Epilog Legend 36EXT',
      work_area_mm: [914, 609],
      max_material_height_mm: 305,
      max_cut_mm: { bois: 5 },
      power_w: 40,
    },
    { brand: 'x' },
  ];
  const { rows, errors } = readMachineModels(JSON.stringify(models));
  expect(rows).toMatchObject([
    { maker: 'Prusa', processes: ['FFF'], envelopeMm: { x: 250, y: 210, z: 220 } },
    { processes: ['vinyl_cutting', 'vinyl_cutter'], envelopeMm: { x: 584 } },
    { maker: 'Epilog', envelopeMm: { x: 914, y: 609, z: 305 }, maxThicknessMm: { bois: 5 }, powerW: 40 },
  ]);
  expect(rows[1]?.envelopeMm).toEqual({ x: 584 });
  expect(errors).toMatchObject([{ row: 4, column: 'model', key: 'required' }]);
});

// Outside this project: the tests say "skipped" where these files are not.
const data = '../shared/data';
describe.skipIf(!existsSync(data))('the files of real workshops', () => {
  test.each([
    ['fablabs_fr.json', 'fablabs-json'],
    ['fablabs_fr.geojson', 'geojson'],
    ['fablabs_fr.csv', 'csv'],
  ] as const)('%s gives its 299 workshops', (file, format) => {
    const { rows, errors } = readWorkshops(decodeText(readFileSync(`${data}/fablabs/${file}`)), format);
    // One lab typed its address twice in the cell of its site.
    expect(errors).toMatchObject([{ column: 'website', key: 'badUrl', loses: 'cell' }]);
    expect(rows.length).toBe(299);
    expect(rows.reduce((sum, { machines }) => sum + machines.length, 0)).toBe(format === 'csv' ? 0 : 226);
  });

  test('the machines of French labs are 226', () => {
    const { rows, errors } = readLabMachines(decodeText(readFileSync(`${data}/fablabs/fablab_machines_fr.csv`)));
    expect([rows.length, errors.length]).toEqual([226, 0]);
  });

  test.each(
    readdirSync(existsSync(data) ? `${data}/machines` : '.').filter(
      (file) => file.endsWith('.json') && file !== 'materials.json',
    ),
  )('%s loses no model without a word', (file) => {
    const text = readFileSync(`${data}/machines/${file}`, 'utf8');
    const parsed = JSON.parse(text) as unknown[] | { machines: unknown[] };
    const { rows, errors } = readMachineModels(text);
    const lost = errors.filter(({ loses }) => loses === 'row');
    expect(lost.every(({ key }) => key === 'duplicate')).toBe(true);
    expect(rows.length + lost.length).toBe(Array.isArray(parsed) ? parsed.length : parsed.machines.length);
  });
});

const corpora = '../shared/corpora';
describe.skipIf(!existsSync(corpora))('hostile files', () => {
  const files = ['csv/csvs', 'upload'].flatMap((folder) =>
    existsSync(`${corpora}/${folder}`) ? readdirSync(`${corpora}/${folder}`).map((name) => `${folder}/${name}`) : [],
  );
  test.each(files.filter((name) => name.endsWith('.csv')))('%s gives rows or errors, never a fault', (name) => {
    const text = decodeText(readFileSync(`${corpora}/${name}`));
    for (const format of workshopFormats) expect(() => readWorkshops(text, format)).not.toThrow();
    const { rows, errors } = readTable(text);
    expect(rows.length + errors.length).toBeGreaterThan(0);
  });
});
