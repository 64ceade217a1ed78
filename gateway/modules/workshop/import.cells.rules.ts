/** Why a row or a cell of an imported file is not taken as it stands; the web words each. */
export const importFaults = [
  'unreadable',
  'shape',
  'tooMany',
  'columns',
  'required',
  'tooLong',
  'notNumber',
  'outOfRange',
  'outOfFrance',
  'swapped',
  'badUrl',
  'unknown',
  'duplicate',
  'elsewhere',
  'mustAsk',
] as const;

/** `row` is the line of a CSV file (its header is line 1) or the position in a JSON list, from 1; 0 is the file itself. */
export interface ImportError {
  row: number;
  column: string;
  key: (typeof importFaults)[number];
  params: Record<string, string | number>;
  /** What is left out: the whole row, or this cell of a row that is taken. */
  loses: 'row' | 'cell';
}

export interface Imported<Row> {
  rows: Row[];
  errors: ImportError[];
}

/** One record with where it stood; values are still whatever the file held. */
export interface ImportRecord {
  row: number;
  cells: Record<string, unknown>;
}

/** Longest value quoted in an error. */
const quoted = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

export const fault = (
  row: number,
  column: string,
  key: ImportError['key'],
  loses: ImportError['loses'],
  params: ImportError['params'] = {},
): ImportError => ({ row, column, key, params, loses });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the cells of one record and keeps what was wrong with them. */
export class CellReader {
  readonly errors: ImportError[] = [];
  constructor(private readonly record: ImportRecord) {}

  /** Where the record stood in its file. */
  get row(): number {
    return this.record.row;
  }

  /** The first of the named cells that is not empty. */
  value(names: readonly string[]): unknown {
    const name = names.find((each) => Object.hasOwn(this.record.cells, each) && !isBlank(this.record.cells[each]));
    return name === undefined ? undefined : this.record.cells[name];
  }

  private add(
    column: string,
    key: ImportError['key'],
    loses: ImportError['loses'],
    params: ImportError['params'] = {},
  ) {
    this.errors.push(fault(this.record.row, column, key, loses, params));
  }

  /** The cell as one line of plain text; a formula is text like any other. Too long, the cell is left out. */
  text(names: readonly string[], most: number): string {
    const value = this.value(names);
    if (value === undefined) return '';
    const column = names[0] ?? '';
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.add(column, 'shape', 'cell');
      return '';
    }
    const text = tidy(String(value));
    if (text.length <= most) return text;
    this.add(column, 'tooLong', 'cell', { most, found: text.length });
    return '';
  }

  /** As `text`, but without it there is no row. */
  required(names: readonly string[], most: number): string {
    const text = this.text(names, most);
    if (!text && !this.errors.some(({ column }) => column === names[0])) this.add(names[0] ?? '', 'required', 'row');
    else if (!text) for (const error of this.errors) if (error.column === names[0]) error.loses = 'row';
    return text;
  }

  /** The cell as a number, whether its decimals follow a point or a comma. */
  number(names: readonly string[], range?: { min: number; max: number }): number | undefined {
    const value = this.value(names);
    if (value === undefined) return undefined;
    const number = typeof value === 'number' ? value : typeof value === 'string' ? readDecimal(value) : undefined;
    const column = names[0] ?? '';
    if (number === undefined || !Number.isFinite(number))
      this.add(column, 'notNumber', 'cell', { value: described(value) });
    else if (range && (number < range.min || number > range.max))
      this.add(column, 'outOfRange', 'cell', { ...range, value: number });
    else return number;
    return undefined;
  }

  /** The cell as the address of a page on the web. */
  url(names: readonly string[], most: number): string | undefined {
    const text = this.text(names, most);
    if (!text) return undefined;
    if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
    this.add(names[0] ?? '', 'badUrl', 'cell', { value: quoted(text) });
    return undefined;
  }

  /** The cell as a list: an array, or a text with `|` between the items. */
  list(names: readonly string[]): unknown[] {
    const value = this.value(names);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    if (typeof value === 'string') return value.split('|').map(tidy).filter(Boolean);
    this.add(names[0] ?? '', 'shape', 'cell');
    return [];
  }

  /** Notes that an item of a list is none of those known. */
  unknown(column: string, value: unknown) {
    this.add(column, 'unknown', 'cell', { value: described(value) });
  }

  refuse(column: string, key: ImportError['key'], params: ImportError['params'] = {}) {
    this.add(column, key, 'row', params);
  }

  get refused(): boolean {
    return this.errors.some(({ loses }) => loses === 'row');
  }
}

/** A text as it was, anything else by its type: an object read from a file may have a `toString` that is no function. */
const described = (value: unknown) => (typeof value === 'string' ? quoted(tidy(value)) : typeof value);
const isBlank = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim());
/** One line, no control or direction marks. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** A sign, digits in groups of three by one separator, and decimals after the other. */
const grouped = /^[+-]?\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)$/;
const single = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d{1,2})?$/i;

/** "1 234,50", "1.234,50" and "1,234.50" are the same number; a lone separator begins the decimals; undefined for no number. */
export function readDecimal(text: string): number | undefined {
  const plain = text.replace(/[\s'’]|€$/g, '');
  if (single.test(plain)) return Number(plain.replace(',', '.'));
  if (!grouped.test(plain)) return undefined;
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const decimals = plain.indexOf(plain.charAt(last)) === last;
  const whole = decimals ? plain.slice(0, last) : plain;
  return Number(whole.replace(/[.,]/g, '') + (decimals ? `.${plain.slice(last + 1)}` : ''));
}
