import { createHash } from 'node:crypto';
import { limits } from '../../../schema/vocabulary.ts';
import { looksSwapped, territoryOf } from '../../platform/geo.ts';
import {
  CellReader,
  fault,
  type Imported,
  type ImportError,
  type ImportRecord,
  isRecord,
} from './import.cells.rules.ts';
import { columns } from './import.columns.rules.ts';
import { readList, readTable } from './import.table.rules.ts';

export const workshopFormats = ['fablabs-json', 'geojson', 'csv'] as const;
export type WorkshopFormat = (typeof workshopFormats)[number];

/** The six capability keys of fablabs.io. */
const fablabsCapabilities = [
  'three_d_printing',
  'cnc_milling',
  'laser',
  'vinyl_cutting',
  'precision_milling',
  'circuit_production',
] as const;
type FablabsCapability = (typeof fablabsCapabilities)[number];

export interface MachineRow {
  brand: string;
  model: string;
  class: string;
}

/** A workshop as a file tells it. Without coordinates it has a commune to be placed by. */
export interface WorkshopRow {
  /** Where it stood in its file, for what is found wrong with it later. */
  row: number;
  source: { system: string; id: string; digest: string };
  name: string;
  kind: string;
  description?: string;
  address: string;
  postalCode: string;
  city: string;
  insee?: string;
  departement?: string;
  region?: string;
  lat?: number;
  lon?: number;
  geoPrecision: 'exact' | 'commune';
  website?: string;
  capabilities: FablabsCapability[];
  machines: MachineRow[];
  status?: string;
}

/** Makes workshops of records, one by one; the same id twice is an error. */
export class WorkshopGatherer {
  readonly rows: WorkshopRow[] = [];
  readonly errors: ImportError[];
  readonly #seen = new Map<string, number>();

  constructor(errors: readonly ImportError[] = []) {
    this.errors = [...errors];
  }

  take(record: ImportRecord): void {
    const reader = new CellReader(record);
    const row = workshopOf(reader);
    this.errors.push(...reader.errors);
    if (!row) return;
    const key = `${row.source.system}:${row.source.id}`;
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, record.row);
      this.rows.push(row);
    } else this.errors.push(fault(record.row, 'id', 'duplicate', 'row', { first }));
  }

  get result(): Imported<WorkshopRow> {
    return { rows: this.rows, errors: this.errors.sort((a, b) => a.row - b.row) };
  }
}

/** Reads a whole file. Each record becomes a row, or an error that loses the row: nothing vanishes silently. */
export function readWorkshops(text: string, format: WorkshopFormat): Imported<WorkshopRow> {
  const { rows: records, errors } = format === 'csv' ? readTable(text) : readJson(text, format);
  const gatherer = new WorkshopGatherer(errors);
  for (const record of records) gatherer.take(record);
  return gatherer.result;
}

/** The records of a JSON file: labs, or the features of a map with their properties and their point. */
export function readJson(text: string, format: Exclude<WorkshopFormat, 'csv'>): Imported<ImportRecord> {
  if (format === 'fablabs-json') return readList(text, 'labs');
  const { rows: features, errors } = readList(text, 'features');
  const rows = features.map(({ row, cells }) => {
    const { geometry, id } = cells;
    const properties = isRecord(cells['properties']) ? cells['properties'] : {};
    const pair =
      isRecord(geometry) && geometry['type'] === 'Point' && Array.isArray(geometry['coordinates'])
        ? geometry['coordinates']
        : [];
    return { row, cells: { id, ...properties, lon: pair[0] as unknown, lat: pair[1] as unknown } };
  });
  return { rows, errors };
}

function workshopOf(reader: CellReader): WorkshopRow | undefined {
  const name = reader.required(columns.name, limits.name);
  const postalCode = reader.text(columns.postal_code, 10);
  const city = reader.text(columns.city, limits.name);
  const insee = reader.text(columns.insee, 5) || undefined;
  const lat = reader.number(columns.lat, { min: -90, max: 90 });
  const lon = reader.number(columns.lon, { min: -180, max: 180 });
  const placed = lat !== undefined && lon !== undefined;
  if (placed && looksSwapped({ lat, lon })) reader.refuse('lat', 'swapped', { lat, lon });
  else if (placed && !territoryOf({ lat, lon })) reader.refuse('lat', 'outOfFrance', { lat, lon });
  else if (!placed && !insee && !postalCode && !city) reader.refuse('lat', 'required');
  const capabilities = capabilitiesOf(reader);
  const row = {
    name,
    kind: reader.text(['kind', 'type'], 40) || 'fab_lab',
    description: reader.text(columns.description, limits.text) || undefined,
    address: reader.text(columns.address, limits.line),
    postalCode,
    city,
    insee,
    departement: reader.text(['departement'], 3) || undefined,
    region: reader.text(['region'], 3) || undefined,
    ...(placed ? { lat, lon } : {}),
    geoPrecision:
      placed && !reader.text(['geo_precision'], limits.line).startsWith('commune')
        ? ('exact' as const)
        : ('commune' as const),
    website: reader.url(columns.website, 500),
    capabilities,
    machines: machinesOf(reader),
    status: reader.text(['status', 'statut'], 40) || undefined,
  };
  const id = sourceOf(reader.text(columns.id, limits.line), `${name} ${postalCode || city}`);
  if (reader.refused) return undefined;
  return { row: reader.row, source: { ...id, digest: digestOf(row) }, ...row };
}

function capabilitiesOf(reader: CellReader): FablabsCapability[] {
  const named = new Set<FablabsCapability>();
  for (const item of reader.list(columns.capabilities)) {
    const known = fablabsCapabilities.find((key) => key === item);
    if (known) named.add(known);
    else reader.unknown('capabilities', item);
  }
  return [...named];
}

function machinesOf(reader: CellReader): MachineRow[] {
  return reader.list(['machines']).flatMap((cells, index) => {
    const machine = isRecord(cells) ? machineOf({ row: index + 1, cells }) : undefined;
    if (!machine) reader.unknown('machines', cells);
    return machine ?? [];
  });
}

/** Brand, model and class; undefined without a model or when one of them is no text of a bearable length. */
export function machineOf(record: ImportRecord): MachineRow | undefined {
  const cells = new CellReader(record);
  const brand = cells.text(columns.brand, limits.name);
  const model = cells.required(columns.model, limits.name);
  const machine = { brand, model, class: cells.text(columns.class, 40) };
  return cells.errors.length ? undefined : machine;
}

/** "fablabsio:laminiak" → its system and its id there. A record without an id is known by its name and its town. */
export function sourceOf(id: string, fallback: string): { system: string; id: string } {
  const parts = /^([\w.-]{1,60}):(.+)$/.exec(id);
  if (parts) return { system: parts[1] ?? '', id: parts[2] ?? '' };
  return id ? { system: 'file', id } : { system: 'file', id: `name:${fallback.toLowerCase()}` };
}

const digestOf = (row: object) => createHash('sha256').update(JSON.stringify(row)).digest('base64url');
