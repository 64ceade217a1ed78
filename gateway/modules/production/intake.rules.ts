import { descendants, finishes, geometryOf } from '../../../schema/taxonomy.ts';
import type { FinishId, ProcessId } from '../../../schema/taxonomy.ts';
import type { Point } from '../../platform/geo.ts';
import { isPoint } from '../../platform/geo.ts';
import {
  field,
  isFields,
  readDate,
  readLength,
  readMaterials,
  readNumber,
  readProcesses,
  readSize,
  readText,
  readTexts,
  readThickness,
  readTolerance,
} from './field.rules.ts';
import type { Fields } from './field.rules.ts';
import type { Need, Part } from './need.rules.ts';

/** Something the reader supposed or left out; the request goes on. */
interface Warning {
  partId: string | null;
  code:
    | 'quantity_assumed'
    | 'process_unknown'
    | 'material_unknown'
    | 'size_unreadable'
    | 'size_from_bed'
    | 'tolerance_unknown'
    | 'tolerance_tighter'
    | 'finish_unknown'
    | 'date_unreadable'
    | 'place_unreadable';
  text: string | null;
}

export interface ReadRequest {
  id: string;
  title: string;
  need: Need;
  warnings: readonly Warning[];
}

/** Why a value is no request. */
export type IntakeRefusal =
  'not_an_object' | 'no_process' | 'process_unknown' | 'quantity_out_of_range' | 'too_many_parts';

export interface Intake {
  requests: readonly ReadRequest[];
  refused: readonly { index: number; id: string | null; reason: IntakeRefusal; text: string | null }[];
}

const largestQuantity = 999;
const mostParts = 20;

/** Processes that work on a thing already made: listed beside others they are a further step, never an alternative. */
const furtherSteps: ReadonlySet<ProcessId> = new Set<ProcessId>(
  (
    [
      'assembly',
      'finishing',
      'service',
      'sewing',
      'embroidery',
      'heat_transfer',
      'pcb_assembly',
      'soldering',
      'wiring',
      'weld',
    ] as const
  ).flatMap((id) => [...descendants(id)]),
);

/** Several shaping processes are alternatives for one part; each further step is a part of its own. */
const stepsOf = (processes: readonly ProcessId[]): (readonly ProcessId[])[] => {
  const shaping = processes.filter((id) => !furtherSteps.has(id));
  const further = processes.filter((id) => furtherSteps.has(id)).map((id) => [id]);
  return shaping.length > 0 ? [shaping, ...further] : further;
};

class Unreadable extends Error {
  constructor(
    readonly reason: IntakeRefusal,
    readonly text: string | null = null,
  ) {
    super(reason);
  }
}

function quantityOf(fields: Fields, warn: (code: Warning['code'], text?: string) => void): number {
  const written = field(fields, 'quantity', 'quantity_per_unit', 'qty');
  if (written === null) {
    warn('quantity_assumed');
    return 1;
  }
  const quantity = readNumber(written);
  if (quantity === null || quantity < 1 || quantity > largestQuantity) {
    throw new Unreadable('quantity_out_of_range', JSON.stringify(written).slice(0, 60));
  }
  return Math.ceil(quantity);
}

function readParts(fields: Fields, id: string, name: string, warnings: Warning[]): Part[] {
  const warn = (code: Warning['code'], text: string | null = null): void => {
    warnings.push({ partId: id, code, text });
  };
  const texts = readTexts(field(fields, 'processes', 'process') ?? field(fields, 'tsdc'));
  if (texts.length === 0) throw new Unreadable('no_process');
  const { known, unknown } = readProcesses(texts);
  if (known.length === 0) throw new Unreadable('process_unknown', unknown.join(', ').slice(0, 200));
  for (const text of unknown) warn('process_unknown', text);

  const materialTexts = readTexts(field(fields, 'material', 'materials'));
  const materials = [...new Set(materialTexts.flatMap(readMaterials))];
  for (const text of materialTexts) if (readMaterials(text).length === 0) warn('material_unknown', text);

  let size = readSize(field(fields, 'dimensions_mm', 'size_mm', 'sizeMm', 'dimensions'));
  if (size === undefined) warn('size_unreadable');
  size ??= null;
  const bed = readSize(field(fields, 'min_bed_mm'));
  if (size === null && bed) {
    size = bed;
    warn('size_from_bed');
  }

  const toleranceText = readText(field(fields, 'tolerance_class', 'toleranceClass', 'tolerance'));
  const longest = size && Math.max(size.x, size.y, size.z ?? 0);
  const tolerance = toleranceText === null ? null : readTolerance(toleranceText, longest);
  if (toleranceText !== null && tolerance === null) warn('tolerance_unknown', toleranceText);
  if (tolerance?.tighter) warn('tolerance_tighter', toleranceText);

  const finishText = readText(field(fields, 'finish'));
  const finish = finishText === null ? null : (readProcesses([finishText]).known.find(isFinish) ?? null);
  if (finishText !== null && finish === null) warn('finish_unknown', finishText);

  const thickness =
    readLength(field(fields, 'thickness_mm', 'thicknessMm')) ??
    materialTexts.map(readThickness).find((mm) => mm !== null) ??
    null;
  const quantity = quantityOf(fields, warn);
  return stepsOf(known).map(([process, ...orProcesses], at): Part => ({
    id: at === 0 ? id : `${id}.${at + 1}`,
    name,
    process: process!,
    orProcesses,
    material: materials[0] ?? null,
    orMaterials: materials.slice(1),
    thicknessMm:
      thickness ??
      (size && size.z !== null && geometryOf(process!) === 'sheet' ? Math.min(size.x, size.y, size.z) : null),
    sizeMm: size,
    quantity,
    toleranceClass: tolerance?.class ?? null,
    finish,
  }));
}

const isFinish = (id: ProcessId): id is FinishId => (finishes as readonly ProcessId[]).includes(id);

function readPlace(value: unknown): Point | null {
  if (!isFields(value)) return null;
  const lat = readNumber(field(value, 'lat', 'latitude'));
  const lon = readNumber(field(value, 'lon', 'lng', 'longitude'));
  return lat !== null && lon !== null && isPoint({ lat, lon }) ? { lat, lon } : null;
}

function readRequest(fields: Fields, id: string): ReadRequest {
  const warnings: Warning[] = [];
  const title = readText(field(fields, 'title', 'title_fr', 'name', 'part')) ?? id;
  const listed = field(fields, 'parts');
  const rows = Array.isArray(listed) && listed.length > 0 ? listed : [fields];
  if (rows.length > mostParts) throw new Unreadable('too_many_parts');
  const parts = rows.flatMap((row: unknown, at) => {
    if (!isFields(row)) throw new Unreadable('not_an_object');
    const partId = rows.length === 1 ? id : `${id}#${at + 1}`;
    return readParts(row, partId, readText(field(row, 'part', 'name', 'title', 'title_fr')) ?? title, warnings);
  });
  const date = field(fields, 'must_have_by', 'mustHaveBy', 'deliver_by', 'deadline');
  const mustHaveBy = readDate(date);
  if (date !== null && mustHaveBy === null)
    warnings.push({ partId: null, code: 'date_unreadable', text: readText(date) });
  const place = field(fields, 'near', 'delivery');
  const near = readPlace(place);
  if (place !== null && near === null) warnings.push({ partId: null, code: 'place_unreadable', text: readText(place) });
  const maxKm = readNumber(field(fields, 'max_km', 'maxKm'));
  return { id, title, need: { parts, mustHaveBy, near, maxKm: maxKm !== null && maxKm > 0 ? maxKm : null }, warnings };
}

/** Most requests read from one value; what comes after them is left out. */
const mostRequests = 1_000;

/**
 * Reads one request or an array of them from any JSON value: unknown fields are passed over, missing ones are "not
 * said", and what is no request is refused by itself without harming its neighbours. It never throws.
 * Ids that are missing or repeated are made from the position, so that each answer can be told apart.
 */
export function readRequests(json: unknown): Intake {
  const rows: readonly unknown[] = Array.isArray(json) ? json.slice(0, mostRequests) : [json];
  const requests: ReadRequest[] = [];
  const refused: { index: number; id: string | null; reason: IntakeRefusal; text: string | null }[] = [];
  const taken = new Set<string>();
  rows.forEach((row, index) => {
    const written = isFields(row) ? readText(field(row, 'id')) : null;
    let id = written ?? `request-${index + 1}`;
    for (let again = 2; taken.has(id); again += 1) id = `${written ?? 'request'}-${index + again}`;
    taken.add(id);
    try {
      if (!isFields(row)) throw new Unreadable('not_an_object');
      requests.push(readRequest(row, id));
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      refused.push({ index, id: written, reason: problem.reason, text: problem.text });
    }
  });
  return { requests, refused };
}
