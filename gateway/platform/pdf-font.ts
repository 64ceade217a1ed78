import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = 'files/radio-canada-latin-wght-normal.woff2';

/** The house's text face, as the pages have it. */
export const fontBytes = (): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`@fontsource-variable/radio-canada/${file}`));

interface PathStep {
  command: string;
  args: number[];
}

interface Glyph {
  advanceWidth: number;
  path: { commands: PathStep[] };
  _getMetrics(): { leftBearing: number };
}

interface Subset {
  font: { getGlyph(id: number): Glyph };
  glyf: Buffer[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
}

type Point = [onCurve: number, x: number, y: number];

/** The contours of a glyph as points, a closing point that repeats the first left out. */
function contoursOf(commands: readonly PathStep[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    const [x = 0, y = 0, toX = 0, toY = 0] = args.map(Math.round);
    if (command === 'moveTo') contours.push([[1, x, y]]);
    else if (command === 'lineTo') contours.at(-1)?.push([1, x, y]);
    else if (command === 'quadraticCurveTo') contours.at(-1)?.push([0, x, y], [1, toX, toY]);
  }
  for (const contour of contours) {
    const [first, last] = [contour[0]!, contour.at(-1)!];
    if (contour.length > 1 && last[0] === 1 && first[1] === last[1] && first[2] === last[2]) contour.pop();
  }
  return contours;
}

/** A glyph as a TrueType table holds it: a header, the ends of the contours, then flags and steps of two bytes. */
function encoded({ path }: Glyph): Buffer {
  const contours = contoursOf(path.commands);
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const length = 12 + 2 * contours.length + 5 * points.length;
  const table = Buffer.alloc(Math.ceil(length / 4) * 4);
  let at = 0;
  const write = (value: number) => (at = table.writeInt16BE(value, at));
  const [xs, ys] = [points.map(([, x]) => x), points.map(([, , y]) => y)];
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    write(value);
  let end = -1;
  for (const contour of contours) write((end += contour.length));
  write(0);
  for (const [onCurve] of points) at = table.writeUInt8(onCurve, at);
  for (const axis of [xs, ys]) axis.forEach((value, n) => write(value - (axis[n - 1] ?? 0)));
  return table;
}

/**
 * Makes a subset write its glyphs from their outlines. The font library copies the bytes of the file instead, and those
 * of a WOFF2 are of another format: an É, made of two glyphs, ends in an error.
 */
export function writeOutlines(subset: unknown): void {
  const target = subset as Subset;
  target._addGlyph = function add(this: Subset, id) {
    const glyph = this.font.getGlyph(id);
    const table = encoded(glyph);
    this.glyf.push(table);
    this.loca.offsets.push(this.offset);
    this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing });
    this.offset += table.length;
    return this.glyf.length - 1;
  };
}
