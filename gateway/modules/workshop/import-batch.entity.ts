import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum.ts';
import { importFaults } from './import.cells.rules.ts';
import type { ImportCounts, JournalEntry, Verdict } from './import.journal.ts';
import { type ImportFormat, importFormats } from './import.reading.ts';

/** awaited: a ticket is out; received: columns to match; then read, ready to import, under way, and done or undone. */
const importStates = [
  'awaited',
  'received',
  'checking',
  'ready',
  'running',
  'done',
  'undoing',
  'undone',
  'stopped',
] as const;
export type ImportState = (typeof importStates)[number];
/** Why a workshop stays when its import is undone. */
const keptReasons = ['confirmed', 'people', 'equipment', 'exchanges', 'membership', 'changed', 'gone'] as const;
export type KeptReason = (typeof keptReasons)[number];
const verdicts = ['created', 'changed', 'same', 'kept'] as const satisfies readonly Verdict[];

const ImportStateEnum = enumOf('ImportState', importStates, 'Where an import stands.');
export const ImportFormatEnum = enumOf('ImportFormat', importFormats, 'The files that can be imported.');
const ImportFaultEnum = enumOf('ImportFaultKey', importFaults, 'Why a row or a cell is not taken.');
const KeptReasonEnum = enumOf('KeptReason', keptReasons, 'Why an import cannot be undone for a workshop.');
const ImportVerdictEnum = enumOf('ImportVerdict', verdicts, 'What becomes of a row.');

@ObjectType({ description: 'A column of a table, to be matched.' })
export class ImportColumn {
  @Field(() => String, { description: 'The name under which it is matched.' })
  name!: string;

  @Field(() => String, { description: 'Its heading, as typed.' })
  title!: string;

  @Field(() => String, { description: 'A value found in it; may be empty.' })
  example!: string;
}

@ObjectType({ description: 'Which column of the file holds which of ours.' })
export class ImportMatch {
  @Field(() => String, { description: 'Our column.' })
  column!: string;

  @Field(() => String, { description: 'The column of the file.' })
  name!: string;
}

@ObjectType({ description: 'What is wrong with a row or a cell.' })
export class ImportFault {
  @Field(() => Int, { description: 'Line of a table (its headings are line 1), position in a list; 0 is the file.' })
  row!: number;

  @Field(() => String, { description: 'Our column; empty for the whole row.' })
  column!: string;

  @Field(() => ImportFaultEnum, { description: 'What is wrong.' })
  key!: (typeof importFaults)[number];

  @Field(() => Boolean, { description: 'Whether the row is left out; else only this cell is.' })
  losesRow!: boolean;

  @Field(() => [String], { description: 'The values of the sentence, as name and value in turn.' })
  params!: string[];
}

@ObjectType({ description: 'How many workshops come to what.' })
export class ImportTally implements ImportCounts {
  @Field(() => Int, { description: 'New.' })
  created!: number;

  @Field(() => Int, { description: 'Changed.' })
  changed!: number;

  @Field(() => Int, { description: 'As the file has them already.' })
  same!: number;

  @Field(() => Int, { description: 'Left alone: their people have confirmed them, or another network has them.' })
  kept!: number;

  @Field(() => Int, { description: 'Admitted to the network.' })
  admitted!: number;
}

@ObjectType({ description: 'What a row of the file comes to.' })
export class ImportSample {
  @Field(() => Int, { description: 'Where it stands.' })
  row!: number;

  @Field(() => String, { description: 'Name of the workshop.' })
  name!: string;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => ImportVerdictEnum, { description: 'What becomes of it.' })
  verdict!: Verdict;
}

@ObjectType({ description: 'A workshop that an undoing left as it is, and why.' })
export class ImportKept {
  @Field(() => ID, { description: 'The workshop.' })
  workshopId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => KeptReasonEnum, { description: 'Why.' })
  reason!: KeptReason;
}

@ObjectType({ description: 'A file brought into a network, from its reading to its undoing.' })
export class ImportBatch {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  networkId!: string;
  by!: string;

  @Field(() => String, { description: 'Name of the file.' })
  filename!: string;

  @Field(() => ImportStateEnum, { description: 'Where it stands.' })
  state!: ImportState;

  @Field(() => ImportFormatEnum, { description: 'What the file is read as.' })
  format!: ImportFormat;

  @Field(() => [ImportColumn], { description: 'The columns of a table; none for other files.' })
  columns!: ImportColumn[];

  @Field(() => [ImportMatch], { description: 'How they are matched.' })
  matching!: ImportMatch[];

  @Field(() => ID, { nullable: true, description: 'The workshop whose machines a Fab-manager lists.' })
  workshopId?: string;

  @Field(() => Int, { description: 'Rows that can be imported.' })
  total!: number;

  @Field(() => Int, { description: 'Rows imported, or undone, so far.' })
  done!: number;

  @Field(() => ImportTally, { description: 'What the rows come to: foreseen until it runs, then done.' })
  counts!: ImportTally;

  @Field(() => Int, { description: 'Faults found.' })
  faultCount!: number;

  @Field(() => Int, { description: 'Rows left out.' })
  lostRows!: number;

  @Field(() => [ImportFault], { description: 'The first faults, in the order of the file.' })
  faults!: ImportFault[];

  @Field(() => [ImportSample], { description: 'What the first rows come to.' })
  samples!: ImportSample[];

  @Field(() => Int, { description: 'Workshops put back as they were, or removed.' })
  undone!: number;

  @Field(() => [ImportKept], { description: 'Workshops that the undoing left, and why.' })
  kept!: ImportKept[];

  @Field(() => Date, { description: 'When the file came.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Last change.' })
  updatedAt!: Date;

  attempts!: number;
  lockedUntil?: Date;
  ticketDigest?: string;
  ticketUntil?: Date;
}

/** What one import did to one workshop. */
export interface ImportTrace extends JournalEntry {
  _id: string;
  batchId: string;
}

const plain = { _id: false } as const;
const counter = { type: Number, default: 0 } as const;
const tally = { created: counter, changed: counter, same: counter, kept: counter, admitted: counter };

export const ImportBatchRecord = model<ImportBatch>(
  'ImportBatch',
  new Schema<ImportBatch>({
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    by: { type: String, required: true },
    filename: { type: String, required: true },
    state: { type: String, enum: importStates, required: true },
    format: { type: String, enum: importFormats, default: 'csv' },
    columns: { type: [new Schema({ name: String, title: String, example: String }, plain)], default: [] },
    matching: { type: [new Schema({ column: String, name: String }, plain)], default: [] },
    workshopId: String,
    total: counter,
    done: counter,
    counts: { type: new Schema<ImportTally>(tally, plain), default: () => ({}) },
    faultCount: counter,
    lostRows: counter,
    faults: {
      type: [new Schema({ row: Number, column: String, key: String, losesRow: Boolean, params: [String] }, plain)],
      default: [],
    },
    samples: {
      type: [new Schema({ row: Number, name: String, city: String, verdict: String }, plain)],
      default: [],
    },
    undone: counter,
    kept: { type: [new Schema({ workshopId: String, name: String, reason: String }, plain)], default: [] },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    attempts: counter,
    lockedUntil: Date,
    ticketDigest: String,
    ticketUntil: Date,
  })
    .index({ networkId: 1, createdAt: -1 })
    .index({ state: 1, updatedAt: 1 })
    .index({ ticketDigest: 1 }, { unique: true, partialFilterExpression: { ticketDigest: { $exists: true } } })
    .index({ ticketUntil: 1 }, { expireAfterSeconds: 0 }),
  'importBatches',
);

export const ImportTraceRecord = model<ImportTrace>(
  'ImportTrace',
  new Schema<ImportTrace>({
    _id: { type: String, required: true },
    batchId: { type: String, required: true },
    workshopId: { type: String, required: true },
    name: { type: String, required: true },
    created: { type: Boolean, required: true },
    membershipId: String,
    before: Schema.Types.Mixed,
    digest: String,
    at: { type: Date, required: true },
  })
    .index({ batchId: 1, _id: 1 })
    .index({ batchId: 1, workshopId: 1 }, { unique: true }),
  'importTraces',
);
