import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  requestStates,
  type RequestState,
  stopReasons,
  type StopReason,
  type ToleranceClass,
  toleranceClasses,
} from '../../../schema/production.ts';
import type { FinishId, MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import { enumOf } from '../../platform/enum.ts';
import { GeoPoint } from '../../platform/point.ts';
import { SizeMm } from '../catalogue/resource.entity.ts';
import { ToleranceClassEnum } from '../catalogue/capability.entity.ts';
import type { Party } from '../identity/viewer.ts';
import type { RequestMove } from './cascade.rules.ts';
import { requestMoves } from './cascade.rules.ts';

export const RequestStateEnum = enumOf('RequestState', requestStates, 'Where a request stands.');
const StopReasonEnum = enumOf('StopReason', stopReasons, 'Why no lab was found.');
export const RequestMoveEnum = enumOf(
  'RequestMove',
  Object.keys(requestMoves) as RequestMove[],
  'The steps of a request.',
);

@ObjectType({ description: 'One thing to make. A null is "not said".' })
export class RequestPart {
  @Field(() => ID, { description: 'Its id within the request.' })
  id!: string;

  @Field(() => String, { description: 'Name; may be empty.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Process: an id of the taxonomy. Null in a draft only.' })
  process!: ProcessId | null;

  @Field(() => String, { nullable: true, description: 'Material: an id of the taxonomy.' })
  material!: MaterialId | null;

  @Field(() => Float, { nullable: true, description: 'Thickness, in millimetres.' })
  thicknessMm!: number | null;

  @Field(() => SizeMm, { nullable: true, description: 'Outer size, in millimetres; z may be missing for a sheet.' })
  sizeMm!: { x: number; y: number; z: number | null } | null;

  @Field(() => Int, { nullable: true, description: 'How many, 1 to 999. Null in a draft only.' })
  quantity!: number | null;

  @Field(() => ToleranceClassEnum, { nullable: true, description: 'General tolerance of ISO 2768-1.' })
  toleranceClass!: ToleranceClass | null;

  @Field(() => String, { nullable: true, description: 'Finish: an id of the taxonomy.' })
  finish!: FinishId | null;
}

@ObjectType({ description: 'Where the parts must be delivered.' })
export class Delivery {
  @Field(() => String, { description: 'The commune and its département: what labs see.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune.' })
  insee!: string | null;

  @Field(() => GeoPoint, { description: 'Where distances are measured from.' })
  point!: GeoPoint;
}

@ObjectType({ description: 'A run to be made, as the side that asks sees it.' })
export class ProductionRequest {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'The code that people read aloud: DP-2026-0031.' })
  code!: string;

  askedFor!: Party;
  askedBy!: string;

  @Field(() => String, { description: 'Title; may be empty in a draft.' })
  title!: string;

  @Field(() => [RequestPart], { description: 'What to make.' })
  parts!: RequestPart[];

  @Field(() => Date, {
    nullable: true,
    description: 'The end of the working day (18:00 there) by which it must be had.',
  })
  mustHaveBy!: Date | null;

  @Field(() => Delivery, { nullable: true, description: 'Where to deliver. Null in a draft only.' })
  delivery!: Delivery | null;

  @Field(() => String, {
    description: 'What else the lab should know; may be empty. Seen only by labs that are asked.',
  })
  note!: string;

  @Field(() => RequestStateEnum, { description: 'Where it stands.' })
  state!: RequestState;

  /** How many times it was sent out: a request that found nobody may be sent again with another date. */
  round!: number;

  @Field(() => StopReasonEnum, { nullable: true, description: 'Why no lab was found, when none was.' })
  stopReason!: StopReason | null;

  /** The lab that won. */
  workshopId!: string | null;
  offerId!: string | null;

  @Field(() => Int, { description: 'Version of the score by which its labs are ranked.' })
  scoreVersion!: number;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Last change.' })
  updatedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was sent out, the last time.' })
  submittedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a lab accepted it.' })
  awardedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When work began.' })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the lab delivered.' })
  deliveredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended: received, or withdrawn.' })
  endedAt!: Date | null;
}

const unsaid = { default: null };
const plain = { _id: false } as const;

const storedPart = new Schema<RequestPart>(
  {
    id: { type: String, required: true },
    name: { type: String, default: '' },
    process: { type: String, ...unsaid },
    material: { type: String, ...unsaid },
    thicknessMm: { type: Number, ...unsaid },
    sizeMm: { type: new Schema({ x: Number, y: Number, z: { type: Number, ...unsaid } }, plain), ...unsaid },
    quantity: { type: Number, ...unsaid },
    toleranceClass: { type: String, enum: [...toleranceClasses, null], ...unsaid },
    finish: { type: String, ...unsaid },
  },
  plain,
);

const storedDelivery = new Schema<Delivery>(
  {
    label: { type: String, required: true },
    insee: { type: String, ...unsaid },
    point: { type: new Schema({ lat: Number, lon: Number }, plain), required: true },
  },
  plain,
);

export const RequestRecord = model<ProductionRequest>(
  'ProductionRequest',
  new Schema<ProductionRequest>({
    _id: { type: String, required: true },
    code: { type: String, required: true },
    askedFor: { type: new Schema({ scope: String, id: String }, plain), required: true },
    askedBy: { type: String, required: true },
    title: { type: String, default: '' },
    parts: { type: [storedPart], default: [] },
    mustHaveBy: { type: Date, ...unsaid },
    delivery: { type: storedDelivery, ...unsaid },
    note: { type: String, default: '' },
    state: { type: String, enum: requestStates, required: true },
    round: { type: Number, default: 0 },
    stopReason: { type: String, enum: [...stopReasons, null], ...unsaid },
    workshopId: { type: String, ...unsaid },
    offerId: { type: String, ...unsaid },
    scoreVersion: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    submittedAt: { type: Date, ...unsaid },
    awardedAt: { type: Date, ...unsaid },
    startedAt: { type: Date, ...unsaid },
    deliveredAt: { type: Date, ...unsaid },
    endedAt: { type: Date, ...unsaid },
  })
    .index({ code: 1 }, { unique: true })
    .index({ 'askedFor.id': 1, updatedAt: -1, _id: -1 })
    .index(
      { workshopId: 1, state: 1, awardedAt: -1 },
      { partialFilterExpression: { workshopId: { $type: 'string' } } },
    ),
  'requests',
);
