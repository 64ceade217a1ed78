import { parse } from 'csv-parse/sync';
import { looksLikePage, looksLikeText, textOf } from './text.ts';
import { caps, must } from './verdict.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** The delimiter of the first line that has anything on it. */
function delimiterOf(text: string): string | undefined {
  const first = text.split(/\r?\n/, 50).find((line) => line.trim()) ?? '';
  const counts = delimiters.map((one) => [first.split(one).length - 1, one] as const);
  const [most, which] = counts.reduce((best, one) => (one[0] > best[0] ? one : best));
  return most > 0 ? which : undefined;
}

export function isTable(bytes: Buffer): boolean {
  if (!looksLikeText(bytes)) return false;
  const text = textOf(bytes.subarray(0, 256 * 1024));
  return !looksLikePage(text) && delimiterOf(text) !== undefined;
}

/** Reads a table row by row; gives the rows, from 1, that are not as wide as the first or never close a quote. */
export function readTable(bytes: Buffer): number[] {
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text)!;
  const rows: number[] = [];
  let width = 0;
  let read = 0;
  const onRecord = (record: string[]) => {
    read += 1;
    must(read <= caps.rows && record.length <= caps.columns, 'tooComplex');
    width ||= record.length;
    if (record.length !== width) rows.push(read);
    return null;
  };
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true, on_record: onRecord };
  try {
    parse(text, { ...options, max_record_size: 1_000_000 });
  } catch (error) {
    // The reader names its faults by code; ours, thrown by the callback, pass through.
    if (!(error as { code?: string }).code?.startsWith('CSV_')) throw error;
    rows.push(read + 1);
  }
  return rows;
}
