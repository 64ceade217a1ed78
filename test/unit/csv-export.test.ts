import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, neutral } from '../../gateway/modules/export/csv.rules.ts';

const read = (line: string, delimiter: string) => parse(line, { delimiter })[0] as string[];

test('a spreadsheet of each language reads its own signs', () => {
  const at = new Date('2026-07-14T22:30:00Z');
  const values = [
    'Découpeuse',
    12.5,
    true,
    null,
    { cents: 123_450 },
    { at, timeZone: 'Europe/Paris' },
    undefined,
    false,
  ];
  expect(csvLine(values, 'fr')).toBe('"Découpeuse";"12,5";"oui";"";"1234,50";"2026-07-15 00:30";"";"non"\r\n');
  expect(csvLine(values, 'en')).toBe('"Découpeuse","12.5","yes","","1234.50","2026-07-15 00:30","","no"\r\n');
  expect(csvLine([-3, { cents: -250 }, Number.NaN], 'fr')).toBe('"-3";"-2,50";""\r\n');
});

test('quotes, separators and line breaks stay inside their cell', () => {
  const values = ['a;b', 'c,d', 'e "f"', 'g\nh'];
  expect(read(csvLine(values, 'fr'), ';')).toEqual(values);
  expect(read(csvLine(values, 'en'), ',')).toEqual(values);
});

describe('a formula', () => {
  test.each([
    '=1+1',
    '+33 6',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\u200B=1',
    '＝1',
    '|calc',
    '–1',
    '\u0000=1',
  ])('%j is written as a text', (text) => expect(neutral(text)).toBe(`'${text}`));
  test('plain text is written as it is', () => {
    for (const text of ['Découpeuse laser', '3 mm', 'a=b', 'L’Établi', '', '41000', "'=1"])
      expect(neutral(text)).toBe(text);
  });
  test('never begins a cell, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('fr' as const, 'en' as const), (text, locale) => {
        const line = csvLine([text, 'next'], locale);
        const [cell = '', next] = read(line, locale === 'fr' ? ';' : ',');
        expect(next).toBe('next');
        expect(cell === text || cell === `'${text}`).toBe(true);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

const corpus = '../shared/corpora/csv/patt_csv_injection.md';
test.skipIf(!existsSync(corpus))('no payload of the corpus begins a cell as a formula', () => {
  const payloads = readFileSync(corpus, 'utf8').split('\n');
  expect(payloads.length).toBeGreaterThan(20);
  for (const text of payloads.flatMap((line) => [line, line.trim()])) {
    const [cell] = read(csvLine([text], 'fr'), ';');
    expect(cell).not.toMatch(/^\s*[=+\-@]/);
    expect([text, `'${text}`]).toContain(cell);
  }
});
