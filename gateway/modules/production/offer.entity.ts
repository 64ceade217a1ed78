import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type DeclineReason, declineReasons, type OfferState, offerStates } from '../../../schema/production.ts';
import { enumOf } from '../../platform/enum.ts';
import type { OfferMove } from './cascade.rules.ts';
import { offerMoves } from './cascade.rules.ts';
import type { MachineShare } from './facts.rules.ts';
import { Reason, ScorePart, storedReason, storedTerm } from './value.entity.ts';

export const OfferStateEnum = enumOf('OfferState', offerStates, 'Where an offer stands.');
export const OfferMoveEnum = enumOf('OfferMove', Object.keys(offerMoves) as OfferMove[], 'The steps of an offer.');
export const DeclineReasonEnum = enumOf('DeclineReason', declineReasons, 'Why a lab passes.');

@ObjectType({ description: 'A stretch of time on one machine.' })
export class MachineSlot {
  @Field(() => ID, { description: 'The machine.' })
  resourceId!: string;

  @Field(() => String, { description: 'Its name.' })
  machine!: string;

  @Field(() => Date, { description: 'Beginning.' })
  from!: Date;

  @Field(() => Date, { description: 'End, not included.' })
  until!: Date;
}

@ObjectType({ description: 'A machine without enough free time before the date.' })
export class LackingMachine {
  @Field(() => String, { description: 'Its name.' })
  machine!: string;

  @Field(() => Date, { nullable: true, description: 'When it could be done; null when not within two months.' })
  earliest!: Date | null;
}

@ObjectType({ description: 'What a run takes of the machines.' })
export class MachineTime {
  @Field(() => Boolean, { description: 'Whether it is booked; else what an acceptance would book now.' })
  booked!: boolean;

  @Field(() => [MachineSlot], { description: 'The stretches, in order.' })
  slots!: MachineSlot[];

  @Field(() => [ID], { description: 'Parts whose machine time the record does not say: the lab may say it.' })
  unknown!: string[];

  @Field(() => LackingMachine, { nullable: true, description: 'The machine that has too little free time.' })
  lacking!: LackingMachine | null;
}

@ObjectType({ description: 'Somebody to write to.' })
export class Contact {
  @Field(() => String, { description: 'Name of the organisation or person.' })
  name!: string;

  @Field(() => String, { description: 'E-mail.' })
  email!: string;
}

@ObjectType({ description: 'A request put to one lab, until it answers or its time is up.' })
export class Offer {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  requestId!: string;
  workshopId!: string;
  round!: number;

  @Field(() => OfferStateEnum, { description: 'Where it stands.' })
  state!: OfferState;

  /** True while proposed or viewed: what the unique index looks at. */
  open!: boolean;

  @Field(() => Int, { description: 'The rank of the lab among the capable ones when it was asked, from 1.' })
  rank!: number;

  @Field(() => Float, { nullable: true, description: 'Straight line, in kilometres.' })
  distanceKm!: number | null;

  @Field(() => Float, { description: 'Its score when it was asked.' })
  score!: number;

  @Field(() => Int, { description: 'Version of that score.' })
  scoreVersion!: number;

  @Field(() => [ScorePart], { description: 'The terms of that score.' })
  terms!: ScorePart[];

  @Field(() => [Reason], { description: 'Why this lab: each requirement with the two values compared.' })
  reasons!: Reason[];

  @Field(() => Date, {
    nullable: true,
    description: 'When it could be ready at the earliest; null when nobody can say.',
  })
  earliestFinish!: Date | null;

  machines!: MachineShare[];

  @Field(() => Date, { description: 'When the lab was asked.' })
  offeredAt!: Date;

  @Field(() => Date, { description: 'When the offer lapses: an instant of the lab’s working hours.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Open minutes that the lab had to answer.' })
  openMinutes!: number;

  @Field(() => Date, { nullable: true, description: 'When the lab first looked at it.' })
  viewedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted, declined, withdrawn or lapsed.' })
  answeredAt!: Date | null;

  /** Half-way: an open offer is then recalled to the lab, once. */
  remindAt?: Date;
  remindedAt?: Date;

  /** Open minutes that went by before the lab accepted or declined. */
  answerMinutes!: number | null;

  @Field(() => DeclineReasonEnum, { nullable: true, description: 'Why the lab passed.' })
  declineReason!: DeclineReason | null;

  @Field(() => String, { description: 'What the lab added when it passed; may be empty.' })
  declineNote!: string;
}

const unsaid = { default: null };
const plain = { _id: false } as const;

export const OfferRecord = model<Offer>(
  'Offer',
  new Schema<Offer>({
    _id: { type: String, required: true },
    requestId: { type: String, required: true },
    workshopId: { type: String, required: true },
    round: { type: Number, required: true },
    state: { type: String, enum: offerStates, required: true },
    open: { type: Boolean, required: true },
    rank: { type: Number, required: true },
    distanceKm: { type: Number, ...unsaid },
    score: { type: Number, required: true },
    scoreVersion: { type: Number, required: true },
    terms: { type: [storedTerm], default: [] },
    reasons: { type: [storedReason], default: [] },
    earliestFinish: { type: Date, ...unsaid },
    machines: {
      type: [new Schema({ partId: String, resourceId: String, leadDays: Number, minutes: Number }, plain)],
      default: [],
    },
    offeredAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    openMinutes: { type: Number, required: true },
    viewedAt: { type: Date, ...unsaid },
    answeredAt: { type: Date, ...unsaid },
    remindAt: Date,
    remindedAt: Date,
    answerMinutes: { type: Number, ...unsaid },
    declineReason: { type: String, enum: [...declineReasons, null], ...unsaid },
    declineNote: { type: String, default: '' },
  })
    .index({ requestId: 1 }, { name: 'one_open', unique: true, partialFilterExpression: { open: true } })
    .index({ requestId: 1, state: 1 }, { unique: true, partialFilterExpression: { state: 'accepted' } })
    .index({ requestId: 1, round: 1, workshopId: 1 }, { unique: true })
    .index({ requestId: 1, offeredAt: 1 })
    .index({ workshopId: 1, open: 1, expiresAt: 1 })
    .index({ workshopId: 1, offeredAt: -1 })
    .index({ open: 1, expiresAt: 1 }, { partialFilterExpression: { open: true } })
    .index({ open: 1, remindAt: 1 }, { partialFilterExpression: { open: true } })
    .index({ workshopId: 1, answeredAt: -1 }),
  'offers',
);
