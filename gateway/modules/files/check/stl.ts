import { looksLikeText } from './text.ts';
import { caps, must } from './verdict.ts';

const HEADER = 84;
const FACET = 50;

/** A binary STL is known by its size alone: its header may say anything, "solid" included. */
export const isBinaryStl = (bytes: Buffer): boolean =>
  bytes.length > HEADER && bytes.length === HEADER + FACET * bytes.readUInt32LE(80);

export const isAsciiStl = (bytes: Buffer): boolean => /^\s*solid\b/i.test(bytes.subarray(0, 80).toString('latin1'));

export function readBinaryStl(bytes: Buffer): void {
  const triangles = bytes.readUInt32LE(80);
  must(triangles > 0);
  must(triangles <= caps.triangles, 'tooComplex');
  for (let n = 0; n < triangles; n++) {
    const facet = HEADER + n * FACET;
    // The normal may be left at zero or be nonsense: readers compute it. The corners may not.
    for (let at = facet + 12; at < facet + 48; at += 4) must(Number.isFinite(bytes.readFloatLE(at)));
  }
}

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const three = String.raw`\s+(?:${number}|nan|-nan)\s+(?:${number}|nan|-nan)\s+(?:${number}|nan|-nan)`;
const corner = new RegExp(String.raw`^vertex\s+(${number})\s+(${number})\s+(${number})$`, 'i');
const opening = new RegExp(String.raw`^facet\s+normal${three}$`, 'i');
const order = [opening, /^outer\s+loop$/i, corner, corner, corner, /^endloop$/i, /^endfacet$/i];

/** Every facet whole, every corner finite, one solid after the other, nothing else. */
export function readAsciiStl(bytes: Buffer): void {
  must(looksLikeText(bytes));
  let [step, facets, inside] = [0, 0, false];
  for (const raw of linesOf(bytes)) {
    const line = raw.trim();
    if (!line) continue;
    if (step === 0 && /^(?:solid|endsolid)\b/i.test(line)) {
      inside = /^solid/i.test(line);
      continue;
    }
    must(inside);
    const found = order[step]!.exec(line);
    must(found !== null);
    must(found.slice(1).every((text) => Number.isFinite(Number(text))));
    step = (step + 1) % order.length;
    if (step === 0) must(++facets <= caps.triangles, 'tooComplex');
  }
  must(step === 0 && facets > 0 && !inside);
}

/** Lines one after the other, so that a file of tens of megabytes is not cut up at once. */
export function* linesOf(bytes: Buffer): Generator<string> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from);
    const until = end === -1 ? bytes.length : end;
    yield bytes.toString('latin1', from, until).replace(/\r$/, '');
    from = until + 1;
  }
}
