import { limits } from '../../../schema/vocabulary.ts';
import {
  CellReader,
  fault,
  type Imported,
  type ImportError,
  type ImportRecord,
  isRecord,
  tidy,
} from './import.cells.rules.ts';
import { columns } from './import.columns.rules.ts';
import { machineOf, type MachineRow, sourceOf } from './import.rules.ts';
import { readList, readTable } from './import.table.rules.ts';

/** A machine that a lab declares, beside the lab's own record. */
export interface LabMachineRow extends MachineRow {
  /** Where it stood in its file. */
  row: number;
  lab: { system: string; id: string };
  labName: string;
}

/** One line of a table of machines, or undefined with what is wrong added to the errors. */
export function labMachineOf(record: ImportRecord, errors: ImportError[]): LabMachineRow | undefined {
  const reader = new CellReader(record);
  const lab = reader.required(columns.lab_id, limits.line);
  const labName = reader.text(['lab_name', 'lab'], limits.name);
  const machine = machineOf(record);
  if (!machine) reader.refuse('model', 'required');
  errors.push(...reader.errors);
  if (!machine || reader.refused) return undefined;
  return { ...machine, row: record.row, lab: sourceOf(lab.includes(':') ? lab : `fablabsio:${lab}`, ''), labName };
}

/** Reads `lab_id,lab_name,brand,model,class` (or `lab_slug,lab` of fablabs.io): one line a machine, twice the same is two machines. */
export function readLabMachines(text: string): Imported<LabMachineRow> {
  const { rows: records, errors } = readTable(text);
  const rows = records.flatMap((record) => labMachineOf(record, errors) ?? []);
  return { rows, errors: errors.sort((a, b) => a.row - b.row) };
}

/** A model on the market, to fill in a machine's form. Sizes in millimetres; a figure that no source gives is absent. */
export interface MachineModel {
  maker: string;
  model: string;
  /** As the catalogue words them (FFF, laser_cutting, cnc_router): the taxonomy's aliases map them. */
  processes: string[];
  envelopeMm?: { x: number; y?: number; z?: number };
  materials: string[];
  /** Thickest cut by material, as the catalogue words it. */
  maxThicknessMm: Record<string, number>;
  powerW?: number;
  source: string;
}

/** Reads the catalogues of printers, of other machines, of models that labs declare, and of Fab-manager's sheets. */
export function readMachineModels(text: string): Imported<MachineModel> {
  const { rows: records, errors } = readList(text, 'machines');
  const rows: MachineModel[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const reader = new CellReader(record);
    const model = modelOf(reader);
    errors.push(...reader.errors);
    if (reader.refused) continue;
    const key = `${model.maker}\n${model.model}\n${model.source}\n${JSON.stringify(model.envelopeMm)}`.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, record.row);
      rows.push(model);
    } else errors.push(fault(record.row, 'model', 'duplicate', 'row', { first }));
  }
  return { rows, errors: errors.sort((a, b) => a.row - b.row) };
}

const size = { min: 0.1, max: 20_000 };

function modelOf(reader: CellReader): MachineModel {
  const model = reader.required(['model'], limits.name);
  const processes = [
    ...reader.list(['processes']),
    reader.text(['technology'], 40),
    reader.text(['category', 'class'], 40),
  ];
  return {
    maker: reader.text(['manufacturer', 'brand'], limits.name) || (model.split(' ')[0] ?? ''),
    model,
    processes: [
      ...new Set(processes.filter((process): process is string => typeof process === 'string' && process !== '')),
    ],
    envelopeMm: envelopeOf(reader),
    materials: reader
      .list(['materials'])
      .flatMap((item) => (typeof item === 'string' ? [tidy(item).slice(0, limits.name)] : [])),
    maxThicknessMm: thicknesses(reader.value(['max_thickness_mm', 'max_cut_mm'])),
    powerW: reader.number(['power_w'], { min: 0.1, max: 100_000 }),
    source: reader.text(['source'], limits.line),
  };
}

function envelopeOf(reader: CellReader): MachineModel['envelopeMm'] {
  const listed = reader.list(['work_volume_mm', 'work_area_mm']).filter((side) => typeof side === 'number');
  const x = reader.number(['build_x_mm', 'work_x_mm'], size) ?? listed[0];
  const y = reader.number(['build_y_mm', 'work_y_mm'], size) ?? listed[1];
  const z = reader.number(['build_z_mm', 'work_z_mm', 'max_material_height_mm'], size) ?? listed[2];
  return x === undefined ? undefined : { x, ...(y === undefined ? {} : { y }), ...(z === undefined ? {} : { z }) };
}

const thicknesses = (value: unknown): Record<string, number> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
        ),
      )
    : {};
