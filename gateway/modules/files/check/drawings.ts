import { linesOf } from './stl.ts';
import { looksLikePage, looksLikeText } from './text.ts';
import { caps, must } from './verdict.ts';

/** The first pair that is not a comment (999) opens a section. */
export const isDxf = (bytes: Buffer): boolean =>
  /^(?:\s*999\s*\r?\n[^\n]*\r?\n)*\s*0\s*\r?\n\s*SECTION\s*\r?\n/.test(bytes.subarray(0, 4096).toString('latin1'));

const isFloat = (code: number) =>
  (code >= 10 && code <= 59) || (code >= 110 && code <= 149) || (code >= 210 && code <= 239);

/** Pairs of a code and a value; sections that close; entities; finite coordinates; an end. */
export function readDxf(bytes: Buffer): void {
  must(looksLikeText(bytes));
  let code: number | undefined;
  let [pairs, open, opening, entities, ended] = [0, false, false, false, false];
  for (const line of linesOf(bytes)) {
    if (ended) {
      must(line.trim() === '' || line.trim() === '\u001a');
      continue;
    }
    if (code === undefined) {
      must(/^\s*-?\d{1,4}\s*$/.test(line));
      code = Number(line);
      continue;
    }
    const value = line.trim();
    must(++pairs <= caps.lines, 'tooComplex');
    if (isFloat(code)) must(value !== '' && Number.isFinite(Number(value)));
    if (code === 0 && value === 'SECTION') {
      must(!open);
      open = opening = true;
    } else if (opening) {
      must(code === 2);
      entities ||= value === 'ENTITIES';
      opening = false;
    } else if (code === 0 && value === 'ENDSEC') {
      must(open);
      open = false;
    } else if (code === 0 && value === 'EOF') {
      must(!open);
      ended = true;
    } else must(open || code === 999);
    code = undefined;
  }
  must(ended && entities);
}

export const isStep = (bytes: Buffer): boolean =>
  bytes.subarray(0, 64).toString('latin1').trimStart().startsWith('ISO-10303-21;');

/** The sections of ISO 10303-21 in their order, at least one entity, and its end. */
export function readStep(bytes: Buffer): void {
  must(looksLikeText(bytes));
  const wanted = ['HEADER;', 'ENDSEC;', 'DATA', 'ENDSEC;', 'END-ISO-10303-21;'];
  let at = 0;
  for (const word of wanted) {
    at = bytes.indexOf(word, at, 'latin1');
    must(at !== -1);
    at += word.length;
  }
  must(/#\d+\s*=\s*\(?\s*[A-Z]/.test(bytes.subarray(0, 256 * 1024).toString('latin1')));
  must(bytes.subarray(at).toString('latin1').trim().length < 4096);
}

const block = /^\/?\s*(?:N\d+\s*)?(?:[A-Z]\s*[-+]?(?:\d+\.?\d*|\.\d+)?\s*)+(?:\*\d+)?$/i;
const command = /^(?:N\d+\s*)?[GM]\s*\d/i;

/** Without comments, as a machine reads it. */
const bare = (line: string) =>
  line
    .replace(/;.*$/, '')
    .replace(/\([^()]*\)/g, '')
    .trim();

/** Words of G-code on every line, one real command among the first hundred. */
export function isGcode(bytes: Buffer): boolean {
  if (!looksLikeText(bytes)) return false;
  let seen = 0;
  for (const raw of linesOf(bytes)) {
    const line = bare(raw);
    if (!line || line === '%' || /^O\d+$/i.test(line)) continue;
    if (!block.test(line) || line.length > 256) return false;
    if (command.test(line)) return true;
    if (++seen > 100) return false;
  }
  return false;
}

export function readGcode(bytes: Buffer): void {
  let lines = 0;
  for (const raw of linesOf(bytes)) {
    must(++lines <= caps.lines, 'tooComplex');
    must(raw.length <= 2048);
    must(!looksLikePage(raw), 'dangerous');
    const line = bare(raw);
    // Firmware commands take words of their own after the number (M117 a message, M98 a file).
    const worded = /^(?:N\d+\s*)?M\d+\b/i.test(line);
    if (line && line !== '%' && !/^O\d+$/i.test(line)) must(worded || (line.length <= 256 && block.test(line)));
  }
}
