import { model, Schema } from 'mongoose';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { type Measure, measures } from '../../../schema/kinds.ts';
import {
  needMoveNames,
  needRequirements,
  type NeedRequirement,
  type NeedStatus,
  needStatuses,
} from '../../../schema/needs.ts';
import type { Verdict } from '../../../schema/production.ts';
import type { MaterialId } from '../../../schema/taxonomy.ts';
import { scopes } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';
import type { Party } from '../identity/viewer.ts';
import { VerdictEnum } from '../production/value.entity.ts';
import { Listing, MeasureEnum } from '../sharing/listing.entity.ts';

const NeedStatusEnum = enumOf('NeedStatus', needStatuses, 'Where something looked for stands.');
export const NeedMoveEnum = enumOf('NeedMove', needMoveNames, 'The steps of something looked for.');
const NeedRequirementEnum = enumOf('NeedRequirement', needRequirements, 'What a lot is compared by.');

@ObjectType({ description: 'A workshop that answers somebody who looks for a material.' })
export class NeedAnswer {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  workshopId!: string;
  personId!: string;
  listingId?: string;

  @Field(() => String, { description: 'What it says; may be empty with a lot.' })
  note!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A material that somebody looks for.' })
export class Need {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => NeedStatusEnum, { description: 'Where it stands.' })
  status!: NeedStatus;

  party!: Party;
  /** Who wrote it. */
  personId!: string;

  @Field(() => String, { description: 'The material, an id of the taxonomy.' })
  materialId!: MaterialId;

  @Field(() => Float, { nullable: true, description: 'The least thickness, in millimetres.' })
  thicknessMin?: number;

  @Field(() => Float, { nullable: true, description: 'The greatest thickness, in millimetres.' })
  thicknessMax?: number;

  @Field(() => Float, { nullable: true, description: 'The least width, in millimetres; either way round.' })
  width?: number;

  @Field(() => Float, { nullable: true, description: 'The least length, in millimetres; either way round.' })
  length?: number;

  /** Thousandths. */
  quantity?: number;

  @Field(() => MeasureEnum, { description: 'What its quantity is counted in.' })
  measure!: Measure;

  @Field(() => String, { description: 'The place from which distances are measured.' })
  place!: string;

  location!: StoredPoint;
  networkIds!: string[];

  @Field(() => Float, { description: 'Within so many kilometres of it.' })
  radiusKm!: number;

  @Field(() => Date, { description: 'Until when it is looked for.' })
  until!: Date;

  @Field(() => String, { description: 'What else is worth knowing; may be empty.' })
  note!: string;

  @Field(() => Date, { description: 'When it was posted.' })
  createdAt!: Date;

  answers!: NeedAnswer[];

  /** Set by what may bring new pairs about; whoever has looked for them takes it away. */
  unmatched?: true;
  revision!: number;
}

@ObjectType({ description: 'A page of what is looked for.' })
export class NeedPage extends PageType(Need) {}

@ObjectType({ description: 'What a requirement finds in a lot, with the numbers compared.' })
export class NeedComparison {
  @Field(() => NeedRequirementEnum, { description: 'The requirement.' })
  requirement!: NeedRequirement;

  @Field(() => VerdictEnum, { description: 'What was decided.' })
  verdict!: Verdict;

  @Field(() => [Float], { description: 'What is asked: millimetres, a quantity, kilometres; empty for a material.' })
  asked!: number[];

  @Field(() => [Float], { description: 'What there is; empty when nobody said.' })
  found!: number[];

  @Field(() => MeasureEnum, { nullable: true, description: 'Of what there is, when it is counted otherwise.' })
  measure?: Measure;
}

@ObjectType({ description: 'A lot and a need that go together, with each requirement compared.' })
export class NeedMatch {
  @Field(() => ID, { description: 'Id of the pair.' })
  id!: string;

  need!: Need;
  listing!: Listing;

  @Field(() => VerdictEnum, { description: 'yes, or to_confirm when some requirement is.' })
  verdict!: Verdict;

  @Field(() => Float, { description: 'Straight line between the two, in kilometres.' })
  distanceKm!: number;

  @Field(() => [NeedComparison], { description: 'Each requirement with the numbers compared.' })
  reasons!: NeedComparison[];
}

@ObjectType({ description: 'A page of lots and needs that go together.' })
export class NeedMatchPage extends PageType(NeedMatch) {}

const plain = { _id: false } as const;

export const NeedRecord = model<Need>(
  'Need',
  new Schema<Need>({
    _id: { type: String, required: true },
    status: { type: String, enum: needStatuses, required: true },
    party: {
      type: new Schema<Party>({ scope: { type: String, enum: [...scopes, 'person'] }, id: String }, plain),
      required: true,
    },
    personId: { type: String, required: true },
    materialId: { type: String, required: true },
    thicknessMin: Number,
    thicknessMax: Number,
    width: Number,
    length: Number,
    quantity: Number,
    measure: { type: String, enum: measures, required: true },
    place: { type: String, required: true },
    location: { type: storedPoint, required: true },
    networkIds: { type: [String], default: [] },
    radiusKm: { type: Number, required: true },
    until: { type: Date, required: true },
    note: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    answers: {
      type: [
        new Schema<NeedAnswer>({
          _id: String,
          workshopId: String,
          personId: String,
          listingId: String,
          note: String,
          at: Date,
        }),
      ],
      default: [],
    },
    unmatched: Boolean,
    revision: { type: Number, default: 0 },
  })
    .index({ location: '2dsphere', status: 1, materialId: 1 })
    .index({ status: 1, createdAt: -1, _id: 1 })
    .index({ 'party.scope': 1, 'party.id': 1, createdAt: -1, _id: 1 })
    .index({ personId: 1 })
    .index({ 'answers.personId': 1 })
    .index({ status: 1, until: 1 })
    .index({ unmatched: 1 }, { sparse: true }),
  'needs',
);
