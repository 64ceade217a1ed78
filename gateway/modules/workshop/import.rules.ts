import { createHash } from 'node:crypto';
import { limits } from '../../../schema/vocabulary.ts';
import { looksSwapped, territoryOf } from '../../platform/geo.ts';
import { CellReader, fault, type Imported, type ImportRecord, isRecord } from './import.cells.rules.ts';
import { readList, readTable } from './import.table.rules.ts';

export const workshopFormats = ['fablabs-json', 'geojson', 'csv'] as const;
export type WorkshopFormat = (typeof workshopFormats)[number];

/** The six capability keys of fablabs.io. */
export const fablabsCapabilities = [
  'three_d_printing',
  'cnc_milling',
  'laser',
  'vinyl_cutting',
  'precision_milling',
  'circuit_production',
] as const;
export type FablabsCapability = (typeof fablabsCapabilities)[number];

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

/** Reads a whole file. Each record becomes a row, or an error that loses the row: nothing vanishes silently. */
export function readWorkshops(text: string, format: WorkshopFormat): Imported<WorkshopRow> {
  const { rows: records, errors } = recordsOf(text, format);
  const rows: WorkshopRow[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const reader = new CellReader(record);
    const row = workshopOf(reader);
    errors.push(...reader.errors);
    if (!row) continue;
    const key = `${row.source.system}:${row.source.id}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, record.row);
      rows.push(row);
    } else errors.push(fault(record.row, 'id', 'duplicate', 'row', { first }));
  }
  return { rows, errors: errors.sort((a, b) => a.row - b.row) };
}

function recordsOf(text: string, format: WorkshopFormat): Imported<ImportRecord> {
  if (format === 'csv') return readTable(text);
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
  const name = reader.required(['name', 'nom'], limits.name);
  const postalCode = reader.text(['postal_code', 'code_postal', 'cp'], 10);
  const city = reader.text(['city', 'ville', 'commune'], limits.name);
  const insee = reader.text(['insee', 'code_insee'], 5) || undefined;
  const lat = reader.number(['lat', 'latitude'], { min: -90, max: 90 });
  const lon = reader.number(['lon', 'longitude', 'lng'], { min: -180, max: 180 });
  const placed = lat !== undefined && lon !== undefined;
  if (placed && looksSwapped({ lat, lon })) reader.refuse('lat', 'swapped', { lat, lon });
  else if (placed && !territoryOf({ lat, lon })) reader.refuse('lat', 'outOfFrance', { lat, lon });
  else if (!placed && !insee && !postalCode && !city) reader.refuse('lat', 'required');
  const capabilities = capabilitiesOf(reader);
  const row = {
    name,
    kind: reader.text(['kind', 'type'], 40) || 'fab_lab',
    description: reader.text(['description', 'equipment_note'], limits.text) || undefined,
    address: reader.text(['address', 'adresse'], limits.line),
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
    website: reader.url(['website', 'site', 'site_web', 'url'], 500),
    capabilities,
    machines: machinesOf(reader),
    status: reader.text(['status', 'statut'], 40) || undefined,
  };
  const id = sourceOf(reader.text(['id', 'identifiant'], limits.line), `${name} ${postalCode || city}`);
  if (reader.refused) return undefined;
  return { row: reader.row, source: { ...id, digest: digestOf(row) }, ...row };
}

function capabilitiesOf(reader: CellReader): FablabsCapability[] {
  const named = new Set<FablabsCapability>();
  for (const item of reader.list(['capabilities', 'capacites'])) {
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
  const brand = cells.text(['brand', 'marque'], limits.name);
  const model = cells.required(['model', 'modele'], limits.name);
  const machine = { brand, model, class: cells.text(['class', 'classe'], 40) };
  return cells.errors.length ? undefined : machine;
}

/** "fablabsio:laminiak" → its system and its id there. A record without an id is known by its name and its town. */
export function sourceOf(id: string, fallback: string): { system: string; id: string } {
  const parts = /^([\w.-]{1,60}):(.+)$/.exec(id);
  if (parts) return { system: parts[1] ?? '', id: parts[2] ?? '' };
  return id ? { system: 'file', id } : { system: 'file', id: `name:${fallback.toLowerCase()}` };
}

const digestOf = (row: object) => createHash('sha256').update(JSON.stringify(row)).digest('base64url');
