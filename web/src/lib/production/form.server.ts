import { fail } from '@sveltejs/kit';
import type { RequestDraftInput, ToleranceClass } from '../graph/generated/graphql.ts';
import type { Fault, Refusal } from '../graph/fault.ts';
import { text, type Values, valuesOf } from '../forms/values.ts';
import { textOf } from '../i18n/wording.ts';
import { type PartField, partRows, type PartRow } from './form.ts';

/** Errors by field; those of a part by `name.index`. The text is a key of `fieldRules` or of `production.form`. */
export type Faults = Record<string, string>;

export interface ReadForm {
  values: Values;
  input: RequestDraftInput;
  faults: Faults;
}

const number = (typed: string): number | null | undefined => {
  if (typed === '') return null;
  const value = Number(typed.replace(',', '.').replace(/[\s\u00A0\u202F]/g, ''));
  return Number.isFinite(value) && value > 0 ? value : undefined;
};

const tolerances: readonly string[] = ['f', 'm', 'c', 'v'] satisfies ToleranceClass[];

function readPart(row: PartRow, at: number, faults: Faults): RequestDraftInput['parts'][number] {
  const measure = (name: PartField) => {
    const value = number(row[name].trim());
    if (value === undefined) faults[`${name}.${at}`] = 'notNumber';
    return value ?? null;
  };
  const quantity = number(row['part-quantity'].trim());
  if (quantity === undefined || (quantity !== null && !(Number.isInteger(quantity) && quantity <= 999)))
    faults[`part-quantity.${at}`] = 'notWhole';
  const [x, y, z, thicknessMm] = [measure('part-x'), measure('part-y'), measure('part-z'), measure('part-thickness')];
  if ((x === null) !== (y === null) || (z !== null && x === null)) faults[`part-x.${at}`] ??= 'twoSides';
  const tolerance = row['part-tolerance'];
  return {
    name: row['part-name'].trim(),
    process: row['part-process'] || null,
    material: row['part-material'] || null,
    thicknessMm,
    sizeMm: x !== null && y !== null ? { x, y, z } : null,
    quantity: quantity ?? null,
    toleranceClass: tolerances.includes(tolerance) ? (tolerance as ToleranceClass) : null,
    finish: row['part-finish'] || null,
  };
}

/** Reads the form as typed. With `faults`, its input must not be sent. */
export function readForm(form: FormData): ReadForm {
  const values = valuesOf(form);
  const faults: Faults = {};
  const input: RequestDraftInput = {
    title: text(form, 'title'),
    parts: partRows(values).map((row, at) => readPart(row, at, faults)),
    mustHaveBy: /^\d{4}-\d{2}-\d{2}$/.test(text(form, 'by')) ? text(form, 'by') : null,
    deliverTo: text(form, 'place') || null,
    note: text(form, 'note'),
  };
  return { values, input, faults };
}

const partField: Record<string, PartField> = {
  name: 'part-name',
  process: 'part-process',
  material: 'part-material',
  thicknessMm: 'part-thickness',
  x: 'part-x',
  y: 'part-y',
  z: 'part-z',
  quantity: 'part-quantity',
  toleranceClass: 'part-tolerance',
  finish: 'part-finish',
};
const field: Record<string, string> = { mustHaveBy: 'by', deliverTo: 'place', delivery: 'place' };

/** `parts.0.sizeMm.x` of the gateway is `part-x.0` of the form. */
function fieldOf(path: string): string {
  const part = /^parts\.(\d+)\.(?:.*\.)?(\w+)$/.exec(path);
  if (part) return `${partField[part[2]!] ?? 'part-name'}.${part[1]}`;
  return field[path] ?? path;
}

/** What is wrong, by the fields of the form: a missing one, a badly shaped one, or the one that a refusal speaks of. */
export function faultsOf({ refusal, fields }: Pick<Fault, 'refusal' | 'fields'>): Faults {
  const faults: Faults = Object.fromEntries(Object.entries(fields).map(([path, rule]) => [fieldOf(path), rule]));
  const { key, params } = refusal;
  if (key === 'production.draftIncomplete')
    for (const path of textOf(params, 'fields').split(' '))
      faults[fieldOf(path)] = `missing.${path.split('.').at(-1) ?? ''}`;
  if (key === 'production.place') faults.place = `refusal.${key}`;
  if (key === 'production.deadlinePast') faults.by = `refusal.${key}`;
  return faults;
}

export const failed = (status: number, values: Values, refusal: Refusal, faults: Faults) =>
  fail(status, { values, refusal, fields: faults });
