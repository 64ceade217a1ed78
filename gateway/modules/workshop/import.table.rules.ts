import { parse as parseInSlices } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { fault, type Imported, type ImportError, type ImportRecord, isRecord } from './import.cells.rules.ts';

const mostRows = 20_000;
/** Bytes as text: UTF-8 or UTF-16 by its mark, UTF-8 when it is valid, else Windows' Western European, of which Latin-1 is a part. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The only way to ask whether bytes are UTF-8 is to let the decoder throw.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that occurs most in the first line, quoted parts aside; a comma when none does. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return ([';', '\t'] as const).reduce<',' | ';' | '\t'>(
    (best, next) => (count(next) > count(best) ? next : best),
    ',',
  );
}

/** Gathers the records of a CSV file by the names of its first line. Rows of another width are errors. */
class TableGatherer {
  readonly rows: ImportRecord[] = [];
  readonly errors: ImportError[] = [];
  #header: string[] | undefined;
  #line = 1;

  readonly take = (cells: string[], { lines }: { lines: number }) => {
    const row = this.#line;
    const header = this.#header;
    this.#line = lines + 1;
    if (!header) this.#header = cells.map(columnName);
    else if (cells.length !== header.length)
      this.errors.push(fault(row, '', 'columns', 'row', { expected: header.length, found: cells.length }));
    else if (this.rows.length >= mostRows) this.errors.push(fault(row, '', 'tooMany', 'row', { most: mostRows }));
    else this.rows.push({ row, cells: Object.fromEntries(header.map((name, index) => [name, cells[index]])) });
    return null;
  };

  /** A quote never closed, or a record without end: what stands before it is taken, and the error says from where not. */
  cut(): void {
    this.errors.push(fault(this.#line, '', 'unreadable', 'row'));
  }
}

const optionsFor = (text: string, table: TableGatherer) => ({
  bom: true,
  delimiter: separatorOf(text.replace(/^\uFEFF/, '')),
  max_record_size: 100_000,
  on_record: table.take,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
});

/** A CSV file as records by the names of its first line, in lower case with underscores. Rows of another width are errors. */
export function readTable(text: string): Imported<ImportRecord> {
  const table = new TableGatherer();
  try {
    parse(text, optionsFor(text, table));
  } catch {
    // Arbitrary text: where it stops being CSV is an answer, not a fault of ours.
    table.cut();
  }
  return table;
}

const sliceLength = 1 << 16;

/** The same, handing the thread back after each slice: a file of megabytes holds nobody up. */
export async function readTableInTurns(text: string, pause: () => Promise<void>): Promise<Imported<ImportRecord>> {
  const table = new TableGatherer();
  const parser = parseInSlices(optionsFor(text, table));
  const over = new Promise<void>((resolve) => {
    parser.once('finish', resolve);
    parser.once('error', () => {
      table.cut();
      resolve();
    });
  });
  for (let at = 0; at < text.length && !parser.destroyed; at += sliceLength) {
    parser.write(text.slice(at, at + sliceLength));
    await pause();
  }
  if (!parser.destroyed) parser.end();
  await over;
  return table;
}

/** The columns of a CSV file: their names as records carry them, their titles as typed, and a first value to know them by. */
export function columnsOf(text: string): { name: string; title: string; example: string }[] {
  const head = text.slice(0, sliceLength);
  const lines: string[][] = [];
  const keep = (cells: string[]) => {
    lines.push(cells);
    return null;
  };
  const options = { ...optionsFor(head, new TableGatherer()), on_record: keep, to: 20 };
  try {
    parse(head, options);
  } catch {
    // As above: the lines before are enough to know the columns by.
  }
  const [titles = [], ...rest] = lines;
  const seen = new Set<string>();
  return titles.flatMap((title, index) => {
    const name = columnName(title);
    if (!name || seen.has(name)) return [];
    seen.add(name);
    return { name, title: title.trim(), example: rest.find((cells) => cells[index]?.trim())?.[index]?.trim() ?? '' };
  });
}

const columnName = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '_');

/** A JSON text as a list of records: an array, or the array under `under` of an object. */
export function readList(text: string, under: string): Imported<ImportRecord> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Arbitrary text: not being JSON is an answer, not a fault of ours.
    return { rows: [], errors: [fault(0, '', 'unreadable', 'row')] };
  }
  const list = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value[under]) ? value[under] : undefined;
  if (!list) return { rows: [], errors: [fault(0, under, 'shape', 'row')] };
  const errors: ImportError[] = [];
  const rows = list.flatMap((cells: unknown, index): ImportRecord[] => {
    if (isRecord(cells) && index < mostRows) return [{ row: index + 1, cells }];
    errors.push(
      index < mostRows
        ? fault(index + 1, '', 'shape', 'row')
        : fault(index + 1, '', 'tooMany', 'row', { most: mostRows }),
    );
    return [];
  });
  return { rows, errors };
}
