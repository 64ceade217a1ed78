import type { ImportError, importFaults } from './import.cells.rules.ts';

type Params = ImportError['params'];

/** Why a row or a cell is not taken, in words. */
const words: Record<(typeof importFaults)[number], (params: Params) => string> = {
  unreadable: () => 'cannot be read from here on',
  shape: () => 'is not of the shape expected',
  tooMany: ({ most }) => `too many rows: ${most} at most`,
  columns: ({ expected, found }) => `${found} cells where the header has ${expected}`,
  required: () => 'is missing',
  tooLong: ({ most, found }) => `is too long: ${found} characters, ${most} at most`,
  notNumber: ({ value }) => `is no number: "${value}"`,
  outOfRange: ({ value, min, max }) => `is out of range: ${value}, not between ${min} and ${max}`,
  outOfFrance: ({ lat, lon }) => `is not in France: ${lat}, ${lon}`,
  swapped: ({ lat, lon }) => `latitude and longitude are exchanged: ${lat}, ${lon}`,
  badUrl: ({ value }) => `is no web address: "${value}"`,
  unknown: ({ value }) => `is not known: "${value}"`,
  duplicate: ({ first }) => `is the same as row ${first}`,
  elsewhere: () => 'belongs to another network, which looks after it',
  mustAsk: () => 'is kept by its own people: it has to ask to join',
};

/** One line per error: "row 12, website: is no web address: "…" (cell left out)". */
export const wordError = ({ row, column, key, params, loses }: ImportError): string => {
  const where = [row > 0 ? `row ${row}` : 'file', column].filter(Boolean).join(', ');
  return `${where}: ${words[key](params)} (${loses === 'row' ? (row > 0 ? 'row' : 'file') : 'cell'} left out)`;
};
