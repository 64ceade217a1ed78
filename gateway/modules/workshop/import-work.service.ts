import type { Clock } from '../../platform/clock.ts';
import type { Storage } from '../../platform/storage.ts';
import { fault, type ImportError } from './import.cells.rules.ts';
import type { Matching } from './import.columns.rules.ts';
import type { HandDone, ImportOptions, ImportSummary, JournalEntry, PlannedRow } from './import.journal.ts';
import { type Reading, readFile } from './import.reading.ts';
import type { ImportService } from './import.service.ts';
import { fileOf, type ImportBatchService } from './import-batch.service.ts';
import { type ImportBatch, ImportBatchRecord, type ImportFault, ImportTraceRecord } from './import-batch.entity.ts';
import type { ImportUndoService } from './import-undo.service.ts';
import type { MachineImportService } from './machine-import.service.ts';
import { WorkshopRecord } from './workshop.entity.ts';

interface Deps {
  clock: Clock;
  storage: Storage;
  batches: ImportBatchService;
  imports: ImportService;
  machines: MachineImportService;
  undoing: ImportUndoService;
}

const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 5;
const WEEK_MS = 7 * 86_400_000;
const mostFaults = 200;
const mostSamples = 8;
const mostKept = 200;
const waiting = ['checking', 'running', 'undoing'] as const;

/** Somebody else has taken the batch over, or it was forgotten: this run writes nothing more. */
class Overtaken extends Error {}

const shownFault = ({ row, column, key, loses, params }: ImportError): ImportFault => ({
  row,
  column,
  key,
  losesRow: loses === 'row',
  params: Object.entries(params).flatMap(([name, value]) => [name, String(value)]),
});

/** Does what imports wait for: reads files, imports them, undoes them. A killed gateway's work is taken up where it stood. */
export class ImportWorkService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Takes up every batch that waits, one after the other; how many steps were taken. */
  async work(): Promise<number> {
    let steps = 0;
    for (let batch = await this.#lease(); batch; batch = await this.#lease()) {
      await this.#step(batch);
      steps += 1;
    }
    await this.#sweep();
    return steps;
  }

  #lease(): Promise<ImportBatch | null> {
    const now = this.#deps.clock();
    return ImportBatchRecord.findOneAndUpdate(
      {
        state: { $in: [...waiting] },
        $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lt: now } }],
      },
      { $set: { lockedUntil: new Date(now.getTime() + LEASE_MS) }, $inc: { attempts: 1 } },
      { sort: { updatedAt: 1 }, returnDocument: 'after' },
    ).lean();
  }

  async #step(batch: ImportBatch): Promise<void> {
    try {
      if (batch.attempts > MAX_ATTEMPTS) await this.#close(batch, { state: 'stopped' });
      else if (batch.state === 'checking') await this.#check(batch);
      else if (batch.state === 'running') await this.#run(batch);
      else await this.#undo(batch);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  async #read({ _id, format, matching }: ImportBatch): Promise<Reading> {
    const chosen = Object.fromEntries(matching.map(({ column, name }) => [column, name])) as Matching;
    return readFile(await this.#deps.batches.textOf(_id), format, chosen);
  }

  /** What the rows come to, from the `skip`th on; by `options` it is written or not. */
  async #apply(batch: ImportBatch, reading: Reading, skip: number, options: ImportOptions): Promise<ImportSummary> {
    const { imports, machines } = this.#deps;
    const within = { ...options, within: batch.networkId };
    if (reading.of === 'workshops')
      return imports.workshops(reading.rows.slice(skip), { ...within, networkCode: batch.networkId });
    if (reading.of === 'machines') return machines.machines(byLab(reading.rows).slice(skip), within);
    const workshop = await WorkshopRecord.findOne({ _id: batch.workshopId, networkIds: batch.networkId }).lean();
    if (workshop) return machines.ofWorkshop(workshop, reading.rows.slice(skip), within);
    const errors = [fault(0, 'workshop', 'unknown', 'row', { value: batch.workshopId ?? '' })];
    return { created: 0, changed: 0, same: 0, kept: 0, admitted: 0, errors };
  }

  async #check(batch: ImportBatch): Promise<void> {
    const reading = await this.#read(batch);
    const samples: PlannedRow[] = [];
    const onPlan = (plans: readonly PlannedRow[]) => samples.push(...plans.slice(0, mostSamples - samples.length));
    const { errors, ...counts } = await this.#apply(batch, reading, 0, { dryRun: true, onPlan });
    const faults = [...reading.errors, ...errors].sort((a, b) => a.row - b.row);
    await this.#close(batch, {
      state: 'ready',
      total: counts.created + counts.changed + counts.same + counts.kept > 0 ? reading.rows.length : 0,
      done: 0,
      counts,
      faultCount: faults.length,
      lostRows: new Set(faults.filter(({ loses }) => loses === 'row').map(({ row }) => row)).size,
      faults: faults.slice(0, mostFaults).map(shownFault),
      samples,
    });
  }

  /** Each hand of rows, its traces and the place reached are written together: a second run goes on from there. */
  async #run(batch: ImportBatch): Promise<void> {
    const reading = await this.#read(batch);
    let { done } = batch;
    const journal = async (entries: readonly JournalEntry[], { rows, counts }: HandDone) => {
      if (entries.length > 0)
        await ImportTraceRecord.insertMany(
          entries.map((entry) => ({ ...entry, _id: `${batch._id}:${entry.workshopId}`, batchId: batch._id })),
        );
      const $inc = Object.fromEntries(Object.entries(counts).map(([name, count]) => [`counts.${name}`, count]));
      await this.#goOn(batch, done, { ...$inc, done: rows });
    };
    await this.#apply(batch, reading, done, {
      journal,
      onProgress: (sofar) => (done = batch.done + sofar),
    });
    await this.#close(batch, { state: 'done' });
    await this.#deps.storage.remove(fileOf(batch._id));
  }

  async #undo(batch: ImportBatch): Promise<void> {
    for (let { done } = batch; ; done += 1) {
      const trace = await ImportTraceRecord.findOne({ batchId: batch._id }).sort({ _id: 1 }).lean();
      if (!trace) break;
      const { workshopId, name } = trace;
      await this.#deps.undoing.undo(trace, async (reason) => {
        await this.#goOn(batch, done, { done: 1, undone: reason ? 0 : 1 });
        if (reason)
          await ImportBatchRecord.updateOne(
            { _id: batch._id },
            { $push: { kept: { $each: [{ workshopId, name, reason }], $slice: mostKept } } },
          );
      });
    }
    await this.#close(batch, { state: 'undone' });
    await this.#deps.storage.remove(fileOf(batch._id));
  }

  /** Moves the place reached, unless somebody else has. In the caller's transaction. */
  async #goOn({ _id, state }: ImportBatch, done: number, $inc: Record<string, number>): Promise<void> {
    const now = this.#deps.clock();
    const { modifiedCount } = await ImportBatchRecord.updateOne(
      { _id, state, done },
      { $inc, $set: { lockedUntil: new Date(now.getTime() + LEASE_MS), updatedAt: now, attempts: 0 } },
    );
    if (modifiedCount === 0) throw new Overtaken();
  }

  async #close({ _id, state }: ImportBatch, change: Partial<ImportBatch>): Promise<void> {
    await ImportBatchRecord.updateOne(
      { _id, state },
      { $set: { ...change, updatedAt: this.#deps.clock() }, $unset: { lockedUntil: 1 } },
    );
  }

  /** Files that nobody imported for a week are forgotten. */
  async #sweep(): Promise<void> {
    const before = new Date(this.#deps.clock().getTime() - WEEK_MS);
    const old = await ImportBatchRecord.find(
      { state: { $in: ['received', 'ready'] }, updatedAt: { $lt: before } },
      { _id: 1 },
    ).lean();
    for (const { _id } of old) {
      await this.#deps.storage.remove(fileOf(_id));
      await ImportBatchRecord.deleteOne({ _id, updatedAt: { $lt: before } });
    }
  }
}

/** The machines of one lab stand together, so that its list is never cut between two hands. */
const byLab = <Row extends { lab: { system: string; id: string } }>(rows: readonly Row[]): Row[] => {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.lab.system}:${row.lab.id}`;
    const list = lists.get(key);
    if (list) list.push(row);
    else lists.set(key, [row]);
  }
  return [...lists.values()].flat();
};
