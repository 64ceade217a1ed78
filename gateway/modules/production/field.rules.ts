import { resolveMaterial, resolveProcess } from '../../../schema/taxonomy.ts';
import type { MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import { toleranceClasses } from '../../../schema/production.ts';
import type { ToleranceClass } from '../../../schema/production.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of these fields that holds something; a field of the prototype is not one. */
export const field = (fields: Fields, ...names: readonly string[]): unknown => {
  const name = names.find((each) => Object.hasOwn(fields, each) && (fields[each] ?? '') !== '');
  return name === undefined ? null : fields[name];
};

const longestText = 400;
export const readText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longestText) : null;

/** The texts of a value that may be one or several. */
export const readTexts = (value: unknown): string[] =>
  (Array.isArray(value) ? value.slice(0, 20) : [value]).map(readText).filter((text) => text !== null);

/** A finite number, also from a text with a comma; null for anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d+([.,]\d+)?\s*$/.test(value)) return null;
  return Number(value.replace(',', '.'));
}

/** Longest side that a request may speak of, in millimetres. */
const longestMm = 50_000;
export const readLength = (value: unknown): number | null => {
  const number = readNumber(value);
  return number !== null && number > 0 && number <= longestMm ? number : null;
};

export interface Size {
  x: number;
  y: number;
  z: number | null;
}

/** From [x, y, z] or { x, y, z }; undefined when something is written that is no size. */
export function readSize(value: unknown): Size | null | undefined {
  if (value === null) return null;
  const sides: unknown[] = Array.isArray(value)
    ? value
    : isFields(value)
      ? [field(value, 'x', 'width'), field(value, 'y', 'depth', 'height'), field(value, 'z', 'length')]
      : [];
  const [x = null, y = null, z = null] = sides.map(readLength);
  return x === null || y === null || sides.length > 3 ? undefined : { x, y, z };
}

export function readDate(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

const mmPerUnit: Readonly<Record<string, number>> = { mm: 1, cm: 10, mil: 0.0254, in: 25.4, pouce: 25.4, pouces: 25.4 };
const measure = /(\d+(?:[.,]\d+)?)(?:\s*[-–x×]\s*(\d+(?:[.,]\d+)?))?\s*(mm|cm|mil|pouces?|in)\b/giu;

/** Spellings to look up, from the whole text to its plainest part; each is still matched whole. */
const readings = (text: string): string[] => {
  const withoutAside = text.replace(/\([^)]*\)/g, ' ');
  const withoutMeasure = withoutAside.replace(measure, ' ');
  return [text, withoutAside, withoutMeasure, withoutMeasure.split(/[,;]/)[0] ?? ''];
};

const firstKnown = (text: string): MaterialId | undefined =>
  readings(text)
    .map(resolveMaterial)
    .find((id) => id !== undefined);

/** The materials that a free text allows: one, or the alternatives of "PETG/ABS/PP"; none when a word is unknown. */
export function readMaterials(text: string): MaterialId[] {
  const whole = firstKnown(text);
  if (whole) return [whole];
  const alternatives = text.split(/\s*\/\s*|\s+ou\s+|\s+or\s+/i).map(firstKnown);
  return alternatives.every((id) => id !== undefined) ? [...new Set(alternatives)] : [];
}

/** The thickness that a material's text states; of a range ("5–10 mil") the greater end. Widths are not thicknesses. */
export function readThickness(text: string): number | null {
  const head = text.replace(/\([^)]*\)/g, ' ').split(/[;]|,\s/)[0] ?? '';
  const [found] = head.matchAll(measure);
  if (!found) return null;
  const [, first, second, unit] = found;
  const mm = Number((second ?? first ?? '').replace(',', '.')) * (mmPerUnit[(unit ?? 'mm').toLowerCase()] ?? 1);
  return mm > 0 && mm <= 500 ? Number(mm.toFixed(4)) : null;
}

/** DIN SPEC 3105-1 codes stand in for a process that is not stated. */
export const readProcesses = (texts: readonly string[]): { known: ProcessId[]; unknown: string[] } => {
  const pairs = texts.map((text) => ({ text, id: resolveProcess(text) }));
  return {
    known: [...new Set(pairs.map(({ id }) => id).filter((id) => id !== undefined))],
    unknown: pairs.filter(({ id }) => id === undefined).map(({ text }) => text),
  };
};

const isClass = (text: string): text is ToleranceClass => (toleranceClasses as readonly string[]).includes(text);

/** ISO 286 tolerance units of the grades a workshop meets. */
const gradeUnits: Readonly<Record<string, number>> = {
  6: 10,
  7: 16,
  8: 25,
  9: 40,
  10: 64,
  11: 100,
  12: 160,
  13: 250,
  14: 400,
  15: 640,
  16: 1000,
};

/** ISO 2768-1 linear tolerances, ± mm, by the upper end of the nominal range. */
const linear: readonly (readonly [upTo: number, Readonly<Partial<Record<ToleranceClass, number>>>])[] = [
  [3, { f: 0.05, m: 0.1, c: 0.2 }],
  [6, { f: 0.05, m: 0.1, c: 0.3, v: 0.5 }],
  [30, { f: 0.1, m: 0.2, c: 0.5, v: 1 }],
  [120, { f: 0.15, m: 0.3, c: 0.8, v: 1.5 }],
  [400, { f: 0.2, m: 0.5, c: 1.2, v: 2.5 }],
  [1000, { f: 0.3, m: 0.8, c: 2, v: 4 }],
  [2000, { f: 0.5, m: 1.2, c: 3, v: 6 }],
  [4000, { m: 2, c: 4, v: 8 }],
];

/** The coarsest class that stays within ± mm at that size; undefined when even fine does not. */
export function classWithin(mm: number, sizeMm: number): ToleranceClass | undefined {
  const row = linear.find(([upTo]) => sizeMm <= upTo)?.[1];
  return [...toleranceClasses].reverse().find((name) => (row?.[name] ?? Infinity) <= mm);
}

/**
 * 'm', 'ISO 2768-m', 'ISO 2768-1 (m)', or an ISO 286 grade such as 'IT11', turned into the coarsest class that keeps it
 * at the part's longest side (i = 0.45 ∛D + 0.001 D µm, half of the grade to each side). `tighter`: the grade asks for
 * more than class f says.
 */
export function readTolerance(text: string, sizeMm: number | null): { class: ToleranceClass; tighter: boolean } | null {
  const plain = text.toLowerCase().trim();
  const named = /^(?:iso\s*2768(?:-1)?\s*[-(]?\s*)?([fmcv])(?:k|h|l)?\)?$/.exec(plain)?.[1];
  if (named && isClass(named)) return { class: named, tighter: false };
  const units = gradeUnits[/^it\s*(\d{1,2})$/.exec(plain)?.[1] ?? ''];
  if (units === undefined) return null;
  const nominal = sizeMm ?? 100;
  const halfMm = (units * (0.45 * Math.cbrt(nominal) + 0.001 * nominal)) / 2_000;
  const within = classWithin(halfMm, nominal);
  return { class: within ?? 'f', tighter: within === undefined };
}
