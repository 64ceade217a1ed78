import { limits } from '../../../schema/vocabulary.ts';
import { CellReader, fault, type Imported, type ImportRecord, tidy } from './import.cells.rules.ts';
import type { MachineRow } from './import.rules.ts';

/** A machine of one workshop's own list, and where it stood. */
export interface OwnMachineRow extends MachineRow {
  row: number;
}

/** Fab-manager says in its texts what is not a text: tags are dropped. */
const plainText = (html: string) => tidy(html.replace(/<[^>]*>/g, ' '));

/**
 * The machines of a Fab-manager, as its open API lists them (`{ machines: [{ id, name, slug, … }] }`) or as a list with
 * models. The name is what the machine is ("Découpeuse laser") and tells its class; without a model it is the model too.
 */
export function readOwnMachines({ rows: records, errors }: Imported<ImportRecord>): Imported<OwnMachineRow> {
  const rows: OwnMachineRow[] = [];
  const seen = new Map<string, number>();
  for (const record of records) {
    const reader = new CellReader(record);
    const name = plainText(reader.required(['name', 'nom'], limits.name));
    const model = plainText(reader.text(['model', 'modele'], limits.name)) || name;
    const brand = plainText(reader.text(['brand', 'manufacturer', 'marque'], limits.name));
    const id = reader.text(['id', 'slug'], limits.line) || `${name} ${model}`;
    errors.push(...reader.errors);
    if (reader.refused) continue;
    const first = seen.get(id);
    if (first !== undefined) errors.push(fault(record.row, 'id', 'duplicate', 'row', { first }));
    else {
      seen.set(id, record.row);
      rows.push({ row: record.row, brand, model, class: name.slice(0, 40).trim() });
    }
  }
  return { rows, errors: errors.sort((a, b) => a.row - b.row) };
}
