import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { evidences, type Evidence, type ToleranceClass, toleranceClasses } from '../../../schema/production.ts';
import type { FinishId, MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import { enumOf } from '../../platform/enum.ts';
import { marked } from '../../platform/marks.ts';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';
import type { Capability as CapabilityFacts, Envelope } from './capability.rules.ts';
import { SizeMm } from './resource.entity.ts';

export const EvidenceEnum = enumOf('Evidence', evidences, 'How well a capability is known, weakest first.');
export const ToleranceClassEnum = enumOf(
  'ToleranceClass',
  toleranceClasses,
  'General tolerances of ISO 2768-1, finest first.',
);

@ObjectType({ description: 'How many pieces one run may count.' })
class LotSize {
  @Field(() => Int, { description: 'At least.' })
  min!: number;

  @Field(() => Int, { description: 'At most.' })
  max!: number;
}

@ObjectType({
  description:
    'What one machine or bench of a workshop does to one material. A null is always "not known", never "none".',
})
export class Capability implements Omit<CapabilityFacts, 'id'> {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  workshopId!: string;

  @Field(() => ID, { nullable: true, description: 'Its machine; null for what the workshop declares without one.' })
  resourceId!: string | null;

  @Field(() => String, { description: 'Process: an id of the taxonomy.' })
  process!: ProcessId;

  @Field(() => String, { nullable: true, description: 'Material: an id of the taxonomy.' })
  material!: MaterialId | null;

  @Field(() => SizeMm, { nullable: true, description: 'The largest piece, in millimetres.' })
  envelopeMm!: CapabilityFacts['envelopeMm'];

  @Field(() => Float, { nullable: true, description: 'Greatest thickness, in millimetres.' })
  maxThicknessMm!: number | null;

  @Field(() => ToleranceClassEnum, { nullable: true, description: 'General tolerance that it holds.' })
  toleranceClass!: ToleranceClass | null;

  @Field(() => LotSize, { nullable: true, description: 'Pieces in one run.' })
  lot!: { min: number; max: number } | null;

  @Field(() => Float, { nullable: true, description: 'Pieces in an hour of machine time.' })
  ratePerHour!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to set up.' })
  setupMinutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Days before work on a new order begins.' })
  leadDays!: number | null;

  @Field(() => [String], { nullable: true, description: 'Finishes: ids of the taxonomy.' })
  finishes!: FinishId[] | null;

  @Field(() => Int, { nullable: true, description: 'Cents of euro for an hour of machine time.' })
  priceCentsPerHour!: number | null;

  @Field(() => EvidenceEnum, { description: 'How well it is known.' })
  evidence!: Evidence;

  @Field(() => Date, { nullable: true, description: 'When somebody of the workshop last confirmed it.' })
  confirmedAt!: Date | null;

  /** Requests that it answers, surely or to be confirmed: its own id, those above and those below. Derived. */
  answersProcess!: string[];
  answersMaterial!: string[];
  /** Bounds for the longest, middle and shortest side of a piece, as `sidesOf` gives them. Derived. */
  sidesMm!: number[];
  location!: StoredPoint;
  departement!: string;
  networkIds!: string[];
}

const known = { default: null };
const plain = { _id: false } as const;
const envelope = new Schema<Envelope>({ x: Number, y: Number, z: Number }, plain);
const lot = new Schema<LotSize>({ min: Number, max: Number }, plain);

/** What matching reads of a capability. */
export const matchedFields = [
  'workshopId',
  'resourceId',
  'process',
  'material',
  'envelopeMm',
  'maxThicknessMm',
  'toleranceClass',
  'lot',
  'ratePerHour',
  'setupMinutes',
  'leadDays',
  'finishes',
  'priceCentsPerHour',
  'evidence',
  'confirmedAt',
] as const satisfies readonly (keyof Capability)[];

export const CapabilityRecord = model<Capability>(
  'Capability',
  new Schema<Capability>({
    _id: { type: String, required: true },
    workshopId: { type: String, required: true },
    resourceId: { type: String, ...known },
    process: { type: String, required: true },
    material: { type: String, ...known },
    envelopeMm: { type: envelope, ...known },
    maxThicknessMm: { type: Number, ...known },
    toleranceClass: { type: String, enum: [...toleranceClasses, null], ...known },
    lot: { type: lot, ...known },
    ratePerHour: { type: Number, ...known },
    setupMinutes: { type: Number, ...known },
    leadDays: { type: Number, ...known },
    finishes: { type: [String], ...known },
    priceCentsPerHour: { type: Number, ...known },
    evidence: { type: String, enum: evidences, required: true },
    confirmedAt: { type: Date, ...known },
    answersProcess: { type: [String], default: [] },
    answersMaterial: { type: [String], default: [] },
    sidesMm: { type: [Number], default: [] },
    location: { type: storedPoint, required: true },
    departement: { type: String, required: true },
    networkIds: { type: [String], default: [] },
  })
    .index({ process: 1, material: 1 })
    .index({ material: 1 })
    .index({ location: '2dsphere', process: 1 })
    .index({ workshopId: 1 })
    .index({ resourceId: 1 })
    .plugin(marked('labs', matchedFields)),
  'capabilities',
);
