import type { Values } from '../forms/values.ts';

/** The fields of one part, as the form names them; each name repeats, once for every part. */
const partFields = [
  'part-name',
  'part-process',
  'part-material',
  'part-thickness',
  'part-x',
  'part-y',
  'part-z',
  'part-quantity',
  'part-tolerance',
  'part-finish',
] as const;
export type PartField = (typeof partFields)[number];
export type PartRow = Record<PartField, string>;

export const emptyPart: PartRow = {
  'part-name': '',
  'part-process': '',
  'part-material': '',
  'part-thickness': '',
  'part-x': '',
  'part-y': '',
  'part-z': '',
  'part-quantity': '1',
  'part-tolerance': '',
  'part-finish': '',
};

const many = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** The parts of a form as typed; one empty part when there is none. */
export function partRows(values: Values | undefined): PartRow[] {
  const count = Math.max(0, ...partFields.map((name) => many(values?.[name]).length));
  if (!values || count === 0) return [{ ...emptyPart }];
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(partFields.map((name) => [name, many(values[name])[at] ?? ''])),
  ) as PartRow[];
}

/** The same form with other parts. */
export const withParts = (values: Values, rows: readonly PartRow[]): Values => ({
  ...values,
  ...Object.fromEntries(partFields.map((name) => [name, rows.map((row) => row[name])])),
});

/** A form as the query of an address, so that it survives signing in without scripts. */
export const queryOf = (values: Values): string =>
  new URLSearchParams(
    Object.entries(values)
      .filter(([name]) => /^(title|by|place|note|part-[a-z]+)$/.test(name))
      .flatMap(([name, value]) => [value].flat().map((text): [string, string] => [name, text])),
  ).toString();

/** The form that an address carries; undefined when it carries none. */
export function valuesIn(query: URLSearchParams): Values | undefined {
  const names = [...new Set(query.keys())].filter((name) => /^(title|by|place|note|part-[a-z]+)$/.test(name));
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => {
      const texts = query.getAll(name);
      return [name, texts.length === 1 ? texts[0]! : texts];
    }),
  );
}
