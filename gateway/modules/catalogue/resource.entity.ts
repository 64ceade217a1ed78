import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type FactName, type KindName, kindNames, type Use, uses } from '../../../schema/kinds.ts';
import { type Audience, audiences, type Pricing, pricings } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import { marked } from '../../platform/marks.ts';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';

export const KindEnum = enumOf('Kind', kindNames, 'The kinds of resource.');
export const UseEnum = enumOf('Use', uses, 'Where a machine may be used.');
export const PricingEnum = enumOf('Pricing', pricings, 'How use is charged.');
export const AudienceEnum = enumOf('Audience', audiences, 'Who may borrow.');
const resourceStatuses = ['draft', 'published', 'retired'] as const;
export type ResourceStatus = (typeof resourceStatuses)[number];
const ResourceStatusEnum = enumOf('ResourceStatus', resourceStatuses, 'Whether a resource is offered.');

@ObjectType({ description: 'A box in millimetres; z is absent where only a plane matters.' })
export class SizeMm {
  @Field(() => Float, { description: 'Length.' })
  x!: number;

  @Field(() => Float, { nullable: true, description: 'Width; absent for a roll, of which only x is bounded.' })
  y?: number | null;

  @Field(() => Float, { nullable: true, description: 'Height.' })
  z?: number | null;
}

@ObjectType({ description: 'One physical machine of a model.' })
export class Unit {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Its inventory code, as on its label.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serial?: string;

  @Field(() => String, { nullable: true, description: 'Where it stands: room, shelf.' })
  shelf?: string;
}

@ObjectType({ description: 'On which terms a resource is lent.' })
export class Terms {
  @Field(() => PricingEnum, { description: 'How use is charged.' })
  pricing!: Pricing;

  @Field(() => Int, { description: 'Cents of euro per hour or per day; 0 when free.' })
  rateCents!: number;

  @Field(() => Int, { description: 'Deposit in cents of euro; 0 for none.' })
  depositCents!: number;

  @Field(() => AudienceEnum, { description: 'Who may borrow.' })
  audience!: Audience;

  @Field(() => Boolean, { description: 'Whether a request is accepted by itself.' })
  automatic!: boolean;

  @Field(() => Int, { description: 'Hours of notice that a request needs.' })
  noticeHours!: number;

  @Field(() => Int, { description: 'Longest loan, in hours.' })
  longestHours!: number;

  @Field(() => Int, { description: 'Hours for which a request holds its slot while it waits for an answer.' })
  holdHours!: number;

  @Field(() => String, { description: 'What else the borrower accepts; may be empty.' })
  conditions!: string;
}

@ObjectType({ description: 'Minutes blocked around a booking.' })
export class Buffers {
  @Field(() => Int, { description: 'Preparation, before.' })
  prepareMinutes!: number;

  @Field(() => Int, { description: 'Cleaning, after.' })
  cleanMinutes!: number;

  @Field(() => Int, { description: 'Transport, before and after, when it is taken away.' })
  transportMinutes!: number;
}

@ObjectType({
  description: 'Something that a workshop shares. Equipment: a model with one or more interchangeable units.',
})
export class Resource {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => KindEnum, { description: 'Its kind.' })
  kind!: KindName;

  @Field(() => ResourceStatusEnum, { description: 'Whether it is offered.' })
  status!: ResourceStatus;

  workshopId!: string;

  @Field(() => String, { description: 'Name, as people say it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Maker.' })
  maker?: string;

  @Field(() => String, { nullable: true, description: 'Model.' })
  model?: string;

  @Field(() => String, { description: 'What it does and how it is used; may be empty.' })
  description!: string;

  /** Leaf processes as declared. */
  @Field(() => [String], { description: 'What it does: ids of the taxonomy of processes.' })
  processes!: string[];

  /** Processes and materials with all their parents, for filters. Derived. */
  processTree!: string[];
  materialTree!: string[];

  @Field(() => SizeMm, { nullable: true, description: 'The largest piece that it takes, in millimetres.' })
  envelope?: SizeMm;

  @Field(() => UseEnum, { description: 'On site, taken away or both.' })
  use!: Use;

  @Field(() => Terms, { description: 'On which terms.' })
  terms!: Terms;

  @Field(() => Buffers, { description: 'Time blocked around a booking.' })
  buffers!: Buffers;

  @Field(() => String, { nullable: true, description: 'The accreditation that the person who uses it must hold.' })
  accreditation?: string;

  @Field(() => [String], { description: 'What goes out and must come back with it.' })
  checklist!: string[];

  @Field(() => [Unit], { description: 'Its units.' })
  units!: Unit[];

  /** What its kind wants to know, checked against the table of kinds. */
  facts?: Partial<Record<FactName, string | number>>;
  /** The person that it is, of a kind that is one. */
  personId?: string;
  /** Hours of its own, instead of those of its workshop. */
  ownHours?: WeeklyHours;
  /** Levels of skills that it answers for: `laser.1`. Derived. */
  skills?: string[];

  location!: StoredPoint;
  departement!: string;
  networkIds!: string[];

  @Field(() => Date, { description: 'Last change.' })
  updatedAt!: Date;

  /** Every word by which it is found and their stems, as `storedWords` writes them. Derived. */
  searchWords!: string[];
  /** What it can do, as `abilitiesOf` writes it for searches. Derived, with its capabilities. */
  abilities!: string[];
  /** Cents for an hour, whichever way it is charged. Derived. */
  hourlyCents!: number;
  /** Grows with each booking: two that would both take it collide here. */
  revision!: number;
}

const plain = { _id: false } as const;
const sizeFields = new Schema<SizeMm>({ x: Number, y: Number, z: Number }, plain);
const termsFields = new Schema<Terms>(
  {
    pricing: { type: String, enum: pricings },
    rateCents: Number,
    depositCents: Number,
    audience: { type: String, enum: audiences },
    automatic: Boolean,
    noticeHours: Number,
    longestHours: Number,
    holdHours: Number,
    conditions: String,
  },
  plain,
);
const bufferFields = new Schema<Buffers>(
  { prepareMinutes: Number, cleanMinutes: Number, transportMinutes: Number },
  plain,
);
const unitFields = new Schema<Unit>({ id: String, code: String, serial: String, shelf: String }, plain);

export const ResourceRecord = model<Resource>(
  'Resource',
  new Schema<Resource>({
    _id: { type: String, required: true },
    kind: { type: String, enum: kindNames, required: true },
    status: { type: String, enum: resourceStatuses, required: true },
    workshopId: { type: String, required: true },
    name: { type: String, required: true },
    maker: String,
    model: String,
    description: { type: String, default: '' },
    processes: { type: [String], default: [] },
    processTree: { type: [String], default: [] },
    materialTree: { type: [String], default: [] },
    envelope: sizeFields,
    use: { type: String, enum: uses, required: true },
    terms: { type: termsFields, required: true },
    buffers: { type: bufferFields, required: true },
    accreditation: String,
    checklist: { type: [String], default: [] },
    units: { type: [unitFields], required: true },
    facts: Schema.Types.Mixed,
    personId: String,
    ownHours: { type: [Schema.Types.Mixed], default: undefined },
    skills: { type: [String], default: undefined },
    location: { type: storedPoint, required: true },
    departement: { type: String, required: true },
    networkIds: { type: [String], default: [] },
    updatedAt: { type: Date, required: true },
    searchWords: { type: [String], default: [] },
    abilities: { type: [String], default: [] },
    hourlyCents: { type: Number, default: 0 },
    revision: { type: Number, default: 0 },
  })
    .index({ location: '2dsphere', status: 1, kind: 1 })
    .index({ workshopId: 1, status: 1, name: 1, _id: 1 })
    .index(
      { 'units.code': 1, workshopId: 1 },
      { unique: true, partialFilterExpression: { 'units.code': { $exists: true } } },
    )
    .index({ status: 1, processTree: 1, name: 1 })
    .index({ status: 1, searchWords: 1 })
    .index({ 'units.id': 1 })
    .index({ status: 1, accreditation: 1 })
    .index({ status: 1, name: 1, _id: 1 })
    .index({ kind: 1, status: 1, skills: 1, name: 1, _id: 1 })
    .index({ kind: 1, status: 1, name: 1, _id: 1 })
    .index({ personId: 1 }, { partialFilterExpression: { personId: { $exists: true } } })
    .plugin(marked('labs', ['status'])),
  'resources',
);
