import type { ImportError } from './import.cells.rules.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';

export interface ImportOptions {
  /** Admits every workshop of the file to this network; those that have a tie with it keep theirs. */
  networkCode?: string;
  /** Reads, compares and counts; writes nothing. */
  dryRun?: boolean;
  onProgress?: (done: number) => void;
  /** Touches only the workshops of this network and those of none: what its head may change. */
  within?: string;
  /** Hears what each row comes to, before anything is written. */
  onPlan?: (plans: readonly PlannedRow[]) => void;
  /** Runs in the transaction that writes one hand of rows, with what it did to each workshop. */
  journal?: (entries: readonly JournalEntry[], hand: HandDone) => Promise<void>;
}

export type Verdict = 'created' | 'changed' | 'same' | 'kept';

export interface PlannedRow {
  row: number;
  name: string;
  city: string;
  verdict: Verdict;
}

/** What was done to one workshop, and what it was before: enough to undo it. */
export interface JournalEntry {
  workshopId: string;
  name: string;
  created: boolean;
  /** Its membership, when the file admitted it. */
  membershipId?: string;
  /** The facts replaced; none when only its membership is new, or when it is new itself. */
  before?: Partial<Workshop>;
  /** Digest of the row written, as the record now carries it. */
  digest?: string;
  at: Date;
}

/** One hand of rows, when it is over: how many rows it was, and its counts. */
export interface HandDone {
  rows: number;
  counts: ImportCounts;
}

export interface ImportCounts {
  created: number;
  changed: number;
  /** As the file has them already. */
  same: number;
  /** Confirmed by their workshop since: left alone. */
  kept: number;
  admitted: number;
}

export interface ImportSummary extends ImportCounts {
  errors: ImportError[];
}

const batchSize = 50;

/** The rows in hands of a size that one transaction carries. */
export function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize);
}

export const noCounts = (): ImportCounts => ({ created: 0, changed: 0, same: 0, kept: 0, admitted: 0 });
export const nothingYet = (): ImportSummary => ({ ...noCounts(), errors: [] });

export const sourceKey = ({ system, id }: { system: string; id: string }) => `${system}:${id}`;

/** The workshops that came from these places in other systems. */
export async function bySource(sources: readonly { system: string; id: string }[]): Promise<Map<string, Workshop>> {
  const found: Workshop[] = [];
  for (const system of new Set(sources.map((source) => source.system))) {
    const ids = sources.filter((source) => source.system === system).map(({ id }) => id);
    found.push(...(await WorkshopRecord.find({ 'source.system': system, 'source.id': { $in: ids } }).lean()));
  }
  return new Map(found.map((workshop) => [sourceKey(workshop.source!), workshop]));
}

/** The facts that a file may replace. */
const replaceable = [
  'name',
  'description',
  'address',
  'postalCode',
  'city',
  'insee',
  'departement',
  'location',
  'geoPrecision',
  'timeZone',
  'website',
  'machines',
  'declaredKeys',
  'source',
  'updatedAt',
  'searchWords',
  'nameKey',
] as const satisfies readonly (keyof Workshop)[];

/** Those facts as they stand in a record. */
export const factsOf = (workshop: Workshop): Partial<Workshop> =>
  Object.fromEntries(replaceable.flatMap((name) => (workshop[name] === undefined ? [] : [[name, workshop[name]]])));

/** What puts them back: those that were not there go. */
export const restoring = (before: Partial<Workshop>) => {
  const gone = replaceable.filter((name) => before[name] === undefined);
  return { $set: before, ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }) };
};
