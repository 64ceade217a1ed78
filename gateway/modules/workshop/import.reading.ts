import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Imported, type ImportError, isRecord } from './import.cells.rules.ts';
import { formatOfTable, matched, type Matching, type TableFormat } from './import.columns.rules.ts';
import { type OwnMachineRow, readOwnMachines } from './import.fabmanager.rules.ts';
import { labMachineOf, type LabMachineRow } from './import.machines.rules.ts';
import { readJson, WorkshopGatherer, type WorkshopRow } from './import.rules.ts';
import { columnsOf, readList, readTableInTurns } from './import.table.rules.ts';

/** The files that a page takes. */
export const importFormats = ['fablabs_json', 'geojson', 'csv', 'machines_csv', 'fabmanager'] as const;
export type ImportFormat = (typeof importFormats)[number];

const tables = { csv: 'csv', machines_csv: 'machines-csv' } as const satisfies Partial<
  Record<ImportFormat, TableFormat>
>;
/** The table that a format is, when it is one. */
export const tableOf = (format: ImportFormat): TableFormat | undefined =>
  (tables as Partial<Record<ImportFormat, TableFormat>>)[format];

export type Reading =
  | ({ of: 'workshops' } & Imported<WorkshopRow>)
  | ({ of: 'machines' } & Imported<LabMachineRow>)
  | ({ of: 'own' } & Imported<OwnMachineRow>);

/** What a file looks like by its content, whatever its name. */
export function formatOf(text: string): ImportFormat {
  if (!/^\uFEFF?\s*[[{]/.test(text)) {
    const names = columnsOf(text).map(({ name }) => name);
    return formatOfTable(names) === 'csv' ? 'csv' : 'machines_csv';
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    if (isRecord(value) && Array.isArray(value['features'])) return 'geojson';
    if (isRecord(value) && Array.isArray(value['machines'])) return 'fabmanager';
    const placed = isRecord(first) && ['lat', 'latitude', 'city', 'postal_code'].some((key) => key in first);
    if (isRecord(first) && !placed && ['model', 'slug', 'spec'].some((key) => key in first)) return 'fabmanager';
  } catch {
    // Arbitrary text: what is no JSON is said when it is read.
  }
  return 'fablabs_json';
}

/** Records read between two turns of the event loop. */
const atOnce = 200;

async function inTurns<T>(records: readonly T[], take: (record: T) => void): Promise<void> {
  for (let at = 0; at < records.length; at += atOnce) {
    for (const record of records.slice(at, at + atOnce)) take(record);
    await nextTurn();
  }
}

const pause = () => nextTurn();
const byRow = (errors: readonly ImportError[]) => [...errors].sort((a, b) => a.row - b.row);

/** Reads a whole file without holding the thread: every record becomes a row or an error. */
export async function readFile(text: string, format: ImportFormat, matching: Matching): Promise<Reading> {
  if (format === 'fabmanager') return { of: 'own', ...readOwnMachines(readList(text, 'machines')) };
  if (format === 'fablabs_json' || format === 'geojson') {
    const { rows, errors } = readJson(text, format === 'geojson' ? 'geojson' : 'fablabs-json');
    const gatherer = new WorkshopGatherer(errors);
    await inTurns(rows, (record) => gatherer.take(record));
    return { of: 'workshops', ...gatherer.result };
  }
  const { rows: records, errors } = await readTableInTurns(text, pause);
  const named = (cells: Record<string, unknown>) => matched(cells, matching);
  if (format === 'csv') {
    const gatherer = new WorkshopGatherer(errors);
    await inTurns(records, ({ row, cells }) => gatherer.take({ row, cells: named(cells) }));
    return { of: 'workshops', ...gatherer.result };
  }
  const rows: LabMachineRow[] = [];
  await inTurns(records, ({ row, cells }) => {
    const machine = labMachineOf({ row, cells: named(cells) }, errors);
    if (machine) rows.push(machine);
  });
  return { of: 'machines', rows, errors: byRow(errors) };
}

/** What in a file cannot be a table nor JSON: a spreadsheet's own format, an image, nothing at all. */
export const isText = (bytes: Uint8Array): boolean => {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return bytes.length > 0 && !zipped && (marked || !bytes.subarray(0, 8192).includes(0));
};
