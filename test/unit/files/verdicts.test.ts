import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../gateway/modules/files/check/svg.ts';
import { inspect } from '../../../gateway/modules/files/check/inspect.ts';
import { attachmentHeader, fileName, rangeOf } from '../../../gateway/modules/files/file.rules.ts';
import { fileKindNames } from '../../../schema/files.ts';

const folder = '../shared/corpora/upload';
const rows = existsSync(folder)
  ? readFileSync(`${folder}/MANIFEST.csv`, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',') as [file: string, bytes: string, expected: string])
  : [];

/** The word of the manifest for what was found. */
async function verdictOf(bytes: Buffer) {
  const verdict = await inspect(bytes, fileKindNames);
  if (!verdict.ok) return 'reject';
  if (verdict.rowErrors.length > 0) return 'row-errors';
  if (verdict.kind === 'svg' && verdict.cleaned) return 'sanitise';
  return verdict.kind === 'pdf' ? 'accept-attachment' : 'accept';
}

describe.skipIf(rows.length === 0)('the corpus of uploads (skipped where ../shared/corpora is absent)', () => {
  test('is whole', () => expect(rows).toHaveLength(24));

  test.each(rows)('%s (%s bytes): %s, in less than two seconds', async (file, _bytes, expected) => {
    const bytes = readFileSync(`${folder}/${file}`);
    const start = performance.now();
    expect(await verdictOf(bytes)).toBe(expected);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('with bytes flipped, cut or doubled it never throws, hangs or grows', async () => {
    const samples = rows.map(([file]) => readFileSync(`${folder}/${file}`)).filter(({ length }) => length > 0);
    const before = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(samples.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (which, flips, cut) => {
          const bytes = Buffer.from(samples[which]!);
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          const tail = cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
          const start = performance.now();
          const verdict = await inspect(cut % 3 === 1 ? Buffer.concat([tail, tail]) : tail, fileKindNames);
          expect(typeof verdict.ok).toBe('boolean');
          expect(performance.now() - start).toBeLessThan(2_000);
        },
      ),
      { numRuns: 400 },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 60_000);
});

/** A zip written by hand, so that each field can lie. */
function zip(entries: { name: string; data?: Buffer; size?: number; attributes?: number }[]): Buffer {
  const [bodies, directory] = [[] as Buffer[], [] as Buffer[]];
  let at = 0;
  for (const { name, data = Buffer.from('x'), size = data.length, attributes = 0 } of entries) {
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(attributes, 38);
    entry.writeUInt32LE(at, 42);
    bodies.push(header, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

const model = (mesh: string, head = '') =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<model xmlns="x"><resources><object><mesh>${mesh}</mesh></object></resources></model>`,
  );
const corners =
  '<vertices><vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/></vertices>';
const face = (v3: number) => `<triangles><triangle v1="0" v2="1" v3="${v3}"/></triangles>`;
const threeMf = (data: Buffer) => zip([{ name: '[Content_Types].xml' }, { name: '3D/3dmodel.model', data }]);
const stl = `solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\nendsolid a\n`;

test.each<[string, string, Buffer]>([
  ['a plain zip', 'zip', zip([{ name: 'a.txt' }, { name: 'dossier/b.txt' }])],
  ['a way out of the folder', 'broken', zip([{ name: '../a.txt' }])],
  ['a way out by a back slash', 'broken', zip([{ name: '..\\a.txt' }])],
  ['a path from the root', 'broken', zip([{ name: '/etc/passwd' }])],
  ['a link in place of a file', 'dangerous', zip([{ name: 'a', attributes: (0o120777 << 16) >>> 0 }])],
  ['the same name in capitals', 'dangerous', zip([{ name: 'a.txt' }, { name: 'A.TXT' }])],
  ['a size that lies', 'broken', zip([{ name: 'a', data: Buffer.alloc(5000), size: 10 }])],
  ['more than it may hold', 'tooComplex', zip(Array.from({ length: 1_001 }, (_, n) => ({ name: `f${n}` })))],
  ['no entry', 'unknown', zip([])],
  ['a 3MF', 'threemf', threeMf(model(corners + face(2)))],
  ['a 3MF whose triangle has no corner', 'broken', threeMf(model(corners + face(3)))],
  ['a 3MF without a triangle', 'broken', threeMf(model(corners))],
  ['a 3MF with a document type', 'dangerous', threeMf(model(corners + face(2), '<!DOCTYPE a>'))],
  ['an ASCII STL', 'stl', Buffer.from(stl)],
  ['an ASCII STL with a corner at infinity', 'broken', Buffer.from(stl.replace('1 0 0', '1e999 0 0'))],
  ['an ASCII STL with a page after it', 'broken', Buffer.from(`${stl}<script>alert(1)</script>`)],
  ['a DXF without its end', 'broken', Buffer.from('0\nSECTION\n2\nENTITIES\n0\nENDSEC\n')],
  [
    'a DXF with a corner that is no number',
    'broken',
    Buffer.from('0\nSECTION\n2\nENTITIES\n10\nNaN\n0\nENDSEC\n0\nEOF\n'),
  ],
  [
    'a STEP',
    'step',
    Buffer.from('ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\n#1=POINT((0.,0.));\nENDSEC;\nEND-ISO-10303-21;\n'),
  ],
  ['a STEP that is cut', 'broken', Buffer.from('ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\n#1=POINT((0.,0.));\n')],
  [
    'G-code with comments',
    'gcode',
    Buffer.from('%\n; pièce\nN10 G21 (mm)\nG1 X1.5 Y-.5 F300\nM117 Bonjour à tous\nM2\n'),
  ],
  ['a page', 'dangerous', Buffer.from('<!doctype html><html><body>a;b</body></html>')],
  ['a page with a comma', 'dangerous', Buffer.from('a,b\n<script>alert(1)</script>')],
  ['a program', 'unknown', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a PDF without a root', 'broken', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n')],
])('%s is %s', async (_what, expected, bytes) => {
  const verdict = await inspect(bytes, fileKindNames);
  expect(verdict.ok ? verdict.kind : verdict.fault).toBe(expected);
});

describe('a drawing in SVG', () => {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">';
  const clean = (inside: string) => cleanSvg(`${open}${inside}</svg>`).text;

  test.each([
    '<script>alert(1)</script>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
    '<path onclick="alert(1)" d="M0 0"/>',
    '<image href="https://elsewhere.example/a.png"/>',
    '<use href="https://elsewhere.example/a.svg#b"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<style>@import url(https://elsewhere.example/a.css)</style>',
    '<rect style="fill:url(https://elsewhere.example/a)"/>',
    '<rect fill="url(&#104;ttps://elsewhere.example/a)"/>',
    '<rect style="fill:\\75rl(https://elsewhere.example/a)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onmouseover" to="alert(1)"/>',
    '<handler>alert(1)</handler>',
  ])('loses %s', (inside) => {
    const text = clean(inside);
    expect(text).not.toMatch(/script|elsewhere|onclick|onload|alert|foreign|animate|@import|\\/i);
    expect(cleanSvg(text).text).toBe(text);
  });

  test('keeps what a laser cuts', () => {
    const inside = '<g id="a" style="fill:none;stroke:#f00"><path d="M0 0L1 1"></path></g><use href="#a" x="5"></use>';
    expect(clean(inside)).toContain(inside);
    expect(clean('<a href="https://x.example"><path d="M0 0"/></a>')).toContain('<g><path d="M0 0"></path></g>');
  });

  test('that repeats itself in a circle, or defines an entity, is refused', () => {
    expect(() => clean('<g id="a"><use href="#a"/></g>')).toThrow('dangerous');
    expect(() => cleanSvg('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>')).toThrow(
      'dangerous',
    );
  });

  test('whatever stands in it, what is kept is on the list, and cleaning again changes nothing', () => {
    const word = fc.stringMatching(/^[a-zA-Z:#()'"/.;\\-]{0,24}$/);
    const name = fc.constantFrom('path', 'script', 'g', 'use', 'a', 'image', 'style', 'rect', 'foreignObject');
    const key = fc.constantFrom('href', 'xlink:href', 'style', 'fill', 'onload', 'd', 'id', 'class', 'transform');
    const quoted = (text: string) => text.replace(/[&<"]/g, '');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, key, word), { maxLength: 20 }), (parts) => {
        const inside = parts
          .map(([tag, attribute, value]) => `<${tag} ${attribute}="${quoted(value)}"></${tag}>`)
          .join('');
        let text: string;
        try {
          text = clean(inside);
        } catch {
          return;
        }
        expect(text).not.toMatch(/<(?:script|image|style|foreignObject|a)[\s>]|\son\w+=|javascript:|href="[^#]/i);
        expect(cleanSvg(text).text).toBe(text);
      }),
    );
  });
});

describe('the name of a download', () => {
  test('keeps nothing that a disk or a header could take wrongly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (sent) => {
        const name = fileName(sent, 'pdf');
        expect(name).toMatch(/^[^/\\\p{Cc}"*:<>?|]+\.pdf$/u);
        expect(name.length).toBeLessThan(260);
        expect(attachmentHeader(name)).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%-]+$/);
      }),
    );
    expect(fileName('../..\\plan.svg.exe', 'svg')).toBe('plan.svg.svg');
    expect(fileName('\u202efdp.exe', 'pdf')).toBe('fdp.pdf');
    expect(fileName('', 'stl')).toBe('fichier.stl');
  });
});

test('a range is inside the file, or says that it is not', () => {
  fc.assert(
    fc.property(fc.option(fc.nat(200)), fc.option(fc.nat(200)), fc.integer({ min: 1, max: 100 }), (from, to, bytes) => {
      const asked = rangeOf(`bytes=${from ?? ''}-${to ?? ''}`, bytes);
      if (typeof asked === 'string') return;
      expect(asked.first).toBeGreaterThanOrEqual(0);
      expect(asked.last).toBeGreaterThanOrEqual(asked.first);
      expect(asked.last).toBeLessThan(bytes);
    }),
  );
});
