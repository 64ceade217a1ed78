import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { DeclaredService } from '../catalogue/declared.service.ts';
import { fault } from './import.cells.rules.ts';
import type { LabMachineRow } from './import.machines.rules.ts';
import {
  batches,
  bySource,
  factsOf,
  type ImportOptions,
  type ImportSummary,
  noCounts,
  nothingYet,
  sourceKey,
} from './import.journal.ts';
import { plain } from './import.service.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';
import { derived } from './workshop.service.ts';

type Positioned = Workshop['machines'][number] & { row: number };

/** The machines that a file gives to one workshop. */
interface Listed {
  workshop: Workshop;
  listed: readonly Positioned[];
}

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
      const found: Listed[] = [];
      for (const [key, listed] of batch) {
        const workshop = known.get(key);
        if (workshop && this.#isWithin(workshop, options.within)) found.push({ workshop, listed });
        else for (const { row } of listed) summary.errors.push(fault(row, 'lab_id', 'unknown', 'row', { value: key }));
      }
      const rows = batch.reduce((sum, [, listed]) => sum + listed.length, 0);
      await this.#hand(found, rows, options, summary);
      done += rows;
      options.onProgress?.(done);
    }
    return summary;
  }

  /** The whole list of one workshop, as its own booking tool gives it. */
  async ofWorkshop(
    workshop: Workshop,
    listed: readonly Positioned[],
    options: ImportOptions = {},
  ): Promise<ImportSummary> {
    const summary = nothingYet();
    await this.#hand([{ workshop, listed }], listed.length, options, summary);
    return summary;
  }

  async #hand(found: readonly Listed[], rows: number, options: ImportOptions, summary: ImportSummary): Promise<void> {
    const plans = found.map((each) => ({ ...each, verdict: this.#verdict(each.workshop, each.listed) }));
    const counts = noCounts();
    for (const { verdict } of plans) {
      counts[verdict] += 1;
      summary[verdict] += 1;
    }
    options.onPlan?.(
      plans.map(({ workshop: { name, city }, listed, verdict }) => ({ row: listed[0]?.row ?? 0, name, city, verdict })),
    );
    if (options.dryRun) return;
    const at = this.#clock();
    const changed = plans.filter(({ verdict }) => verdict === 'changed');
    if (!options.journal) {
      for (const { workshop, listed } of changed) await this.#replace(workshop, plain(listed), at);
      return;
    }
    await transaction(async () => {
      for (const { workshop, listed } of changed) await this.#replace(workshop, plain(listed), at);
      const entries = changed.map(({ workshop }) => ({
        workshopId: workshop._id,
        name: workshop.name,
        created: false,
        before: factsOf(workshop),
        ...(workshop.source && { digest: workshop.source.digest }),
        at,
      }));
      await options.journal?.(entries, { rows, counts });
    });
  }

  #isWithin({ networkIds }: Workshop, networkId: string | undefined): boolean {
    return networkId === undefined || networkIds.includes(networkId) || networkIds.length === 0;
  }

  #verdict({ confirmed, machines }: Workshop, listed: readonly Positioned[]): 'kept' | 'same' | 'changed' {
    if (confirmed) return 'kept';
    return isDeepStrictEqual(plain(machines), plain(listed)) ? 'same' : 'changed';
  }

  #replace(workshop: Workshop, machines: Workshop['machines'], at: Date): Promise<void> {
    return transaction(async () => {
      await WorkshopRecord.updateOne(
        { _id: workshop._id },
        {
          $set: { machines, ...derived({ ...workshop, machines }), updatedAt: at },
          $inc: { revision: 1 },
        },
      );
      await this.#declared.replace(workshop, { machines, keys: workshop.declaredKeys });
    });
  }
}
