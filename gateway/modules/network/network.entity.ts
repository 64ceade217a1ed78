import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { type MembershipStatus, membershipStatuses } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';

export const MembershipStatusEnum = enumOf('MembershipStatus', membershipStatuses, 'Where a membership stands.');

@ObjectType({ description: 'A regional network of workshops.' })
export class Network {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Short code, in capitals: CVL.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'What it is for; may be empty.' })
  description!: string;

  @Field(() => [String], { description: 'Codes of the départements that it covers.' })
  departements!: string[];
}

@ObjectType({ description: 'The tie of a workshop to a network, from asking to leaving.' })
export class Membership {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  networkId!: string;
  workshopId!: string;

  @Field(() => MembershipStatusEnum, { description: 'Where it stands.' })
  status!: MembershipStatus;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was admitted, refused or left.' })
  decidedAt?: Date;

  @Field(() => String, { nullable: true, description: 'What was said with the demand or the decision.' })
  note?: string;
}

export const NetworkRecord = model<Network>(
  'Network',
  new Schema<Network>({
    _id: { type: String, required: true },
    code: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, default: '' },
    departements: { type: [String], default: [] },
  })
    .index({ code: 1 }, { unique: true })
    .index({ name: 1, _id: 1 }),
  'networks',
);

export const MembershipRecord = model<Membership>(
  'Membership',
  new Schema<Membership>({
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    workshopId: { type: String, required: true },
    status: { type: String, enum: membershipStatuses, required: true },
    askedAt: { type: Date, required: true },
    decidedAt: Date,
    note: String,
  })
    .index({ networkId: 1, workshopId: 1 }, { unique: true })
    .index({ networkId: 1, status: 1, askedAt: 1, _id: 1 })
    .index({ workshopId: 1, status: 1 }),
  'memberships',
);
