import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { checkRows } from '../../gateway/modules/counter/slip.rules.ts';
import type { PdfSheet } from '../../gateway/platform/pdf-sheet.ts';
import { drawPdf } from '../../gateway/platform/pdf.ts';
import { labelPlaces, labelSheets, labelSheetSizes } from '../../schema/labels.ts';

describe('a sheet of labels', () => {
  const a4 = { width: 210, height: 297 };
  test.each(labelSheetSizes)('of %i stays on the paper, and no label covers another', (size) => {
    const { columns, rows } = labelSheets[size];
    expect(columns * rows).toBe(size);
    const places = labelPlaces(size, size);
    for (const { page, x, y, width, height } of places) {
      expect([page, x >= 0, y >= 0]).toEqual([0, true, true]);
      expect(x + width).toBeLessThanOrEqual(a4.width + 0.01);
      expect(y + height).toBeLessThanOrEqual(a4.height + 0.01);
    }
    for (const [n, a] of places.entries())
      for (const b of places.slice(n + 1))
        expect(
          a.x + a.width <= b.x + 0.01 ||
            b.x + b.width <= a.x + 0.01 ||
            a.y + a.height <= b.y + 0.01 ||
            b.y + b.height <= a.y + 0.01,
        ).toBe(true);
  });

  test('begins where the last one ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labelSheetSizes),
        fc.nat(100),
        fc.integer({ min: -5, max: 50 }),
        (size, count, skip) => {
          const all = labelPlaces(size, 300);
          const first = Math.min(Math.max(0, skip), size - 1);
          expect(labelPlaces(size, count, skip)).toEqual(all.slice(first, first + count));
        },
      ),
    );
  });
});

test('a slip ticks what went out and what came back, and leaves boxes to tick before', () => {
  const list = ['Câble', 'Mire', 'Clé'];
  expect(checkRows({}, list).map(({ ticked }) => ticked)).toEqual([
    [false, false],
    [false, false],
    [false, false],
  ]);
  const handOver = { present: ['Câble', 'Mire'], missing: ['Clé'] } as never;
  const takeBack = { present: ['Câble'], missing: ['Mire'] } as never;
  expect(checkRows({ handOver, takeBack }, list)).toEqual([
    { label: 'Câble', ticked: [true, true] },
    { label: 'Mire', ticked: [true, false] },
    { label: 'Clé', ticked: [false, false] },
  ]);
});

test('the code of a slip is read back by a decoder', () => {
  const link = 'https://maillage.example.org/q/BP-2026-0147';
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: 4 });
  const scale = 4;
  const side = modules.length * scale;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      data.fill(
        modules[Math.floor(y / scale)]![Math.floor(x / scale)] ? 0 : 255,
        (y * side + x) * 4,
        (y * side + x) * 4 + 4,
      );
  expect(decodeQR({ width: side, height: side, data })).toBe(link);
});

/** The streams of a PDF, unpacked: what is drawn. */
function streamsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  let out = '';
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('\nendstream', at);
    try {
      out += inflateSync(file.subarray(at + 7, end)).toString('latin1');
    } catch {
      // A stream that is not packed: the face's own tables are looked at elsewhere.
    }
    at = end;
  }
  return out;
}

describe('a PDF', () => {
  const sheet = (blocks: PdfSheet['blocks']): PdfSheet => ({
    title: 'Bon de prêt',
    language: 'fr',
    foot: 'Maillage',
    blocks,
    madeAt: 0,
  });
  test('is drawn with its own face, accents, œ and signs included, and says its title and language', async () => {
    const bytes = await drawPdf(sheet([{ kind: 'text', text: 'Éléphant œuvre « à » 12\u202Fh – ç ’ × − €, Łódź 中' }]));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text).toMatch(/RadioCanada/);
    expect(text).toMatch(/\/FontFile2/);
    expect(text).toMatch(/\/Lang \(fr\)/);
    // Every sign has an entry in the table from which its text is copied: É is 00c9, œ 0153, € 20ac.
    const map = streamsOf(bytes).toLowerCase();
    for (const code of ['00c9', '0153', '20ac', '2212', '00ab']) expect(map).toContain(`<${code}>`);
  });

  test('goes on over as many pages as it needs', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => ({ label: `Élément ${n}` }));
    const text = Buffer.from(await drawPdf(sheet([{ kind: 'checks', columns: ['A'], rows }]))).toString('latin1');
    expect(Number(/\/Count (\d+)/.exec(text)?.[1])).toBeGreaterThan(3);
  });
});
