import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { DeclaredService } from '../catalogue/declared.service.ts';
import { fault } from './import.cells.rules.ts';
import type { LabMachineRow } from './import.machines.rules.ts';
import {
  batches,
  bySource,
  type ImportOptions,
  type ImportSummary,
  nothingYet,
  plain,
  sourceKey,
} from './import.service.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';
import { derived } from './workshop.service.ts';

/** Writes the machines that a file lists, by the workshops that it names. */
export class MachineImportService {
  readonly #clock: Clock;
  readonly #declared: DeclaredService;

  constructor({ clock, declared }: { clock: Clock; declared: DeclaredService }) {
    this.#clock = clock;
    this.#declared = declared;
  }

  /** A workshop's list is replaced whole; one confirmed by its workshop is left alone. Counts workshops. */
  async machines(rows: readonly LabMachineRow[], options: ImportOptions = {}): Promise<ImportSummary> {
    const summary = nothingYet();
    const lists = new Map<string, LabMachineRow[]>();
    for (const row of rows) lists.set(sourceKey(row.lab), [...(lists.get(sourceKey(row.lab)) ?? []), row]);
    let done = 0;
    for (const batch of batches([...lists])) {
      const known = await bySource(batch.map(([, listed]) => listed[0]!.lab));
      for (const [key, listed] of batch) {
        const workshop = known.get(key);
        const verdict = workshop && this.#verdict(workshop, listed);
        if (verdict) summary[verdict] += 1;
        else for (const { row } of listed) summary.errors.push(fault(row, 'lab_id', 'unknown', 'row', { value: key }));
        if (verdict === 'changed' && !options.dryRun) await this.#replace(workshop!, plain(listed));
        done += listed.length;
      }
      options.onProgress?.(done);
    }
    return summary;
  }

  #verdict({ confirmed, machines }: Workshop, listed: readonly LabMachineRow[]): 'kept' | 'same' | 'changed' {
    if (confirmed) return 'kept';
    return isDeepStrictEqual(plain(machines), plain(listed)) ? 'same' : 'changed';
  }

  #replace(workshop: Workshop, machines: Workshop['machines']): Promise<void> {
    return transaction(async () => {
      await WorkshopRecord.updateOne(
        { _id: workshop._id },
        {
          $set: { machines, ...derived({ ...workshop, machines }), updatedAt: this.#clock() },
          $inc: { revision: 1 },
        },
      );
      await this.#declared.replace(workshop, { machines, keys: workshop.declaredKeys });
    });
  }
}
