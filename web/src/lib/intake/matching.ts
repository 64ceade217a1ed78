import type { ImportFormat } from '../graph/generated/graphql.ts';

/** The files whose columns are matched by a person. */
export const tableFormats: readonly ImportFormat[] = ['csv', 'machines_csv'];

const ofWorkshops = [
  'name',
  'city',
  'postal_code',
  'address',
  'lat',
  'lon',
  'insee',
  'website',
  'description',
  'capabilities',
  'id',
] as const;
const ofMachines = ['lab_id', 'brand', 'model', 'class'] as const;

/** What is matched, in the order of the form. */
export const matchingFields = (format: ImportFormat): readonly string[] =>
  format === 'machines_csv' ? ofMachines : ofWorkshops;

/** What a row cannot do without. */
export const isNeeded = (column: string): boolean => ['name', 'lab_id', 'model'].includes(column);

export const matchField = (column: string): string => `colonne.${column}`;
