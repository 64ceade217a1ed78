import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type CountedKind, countedKinds } from '../../../schema/kinds.ts';
import {
  type ClaimEvent,
  claimEvents,
  claimMoveNames,
  type ClaimStatus,
  claimStatusNames,
  type Public,
  publics,
  type SharingActor,
  sharingSides,
} from '../../../schema/sharing.ts';
import { type WeekHalf, weekHalves } from '../../../schema/jobs.ts';
import { type SeatMark, seatMarks } from '../../../schema/training.ts';
import { scopes } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import type { Party } from '../identity/viewer.ts';
import { PublicEnum } from './listing.entity.ts';
import type { Season } from './share.rules.ts';

const ClaimStatusEnum = enumOf('ClaimStatus', claimStatusNames, 'Where a part asked for stands.');
export const ClaimMoveEnum = enumOf('ClaimMove', claimMoveNames, 'The steps of a part asked for.');
const ClaimEventEnum = enumOf('ClaimEvent', claimEvents, 'What the journal of a part asked for can say.');
export const SharingSideEnum = enumOf('SharingSide', sharingSides, 'The two sides of a part asked for.');
const SharingActorEnum = enumOf('SharingActor', [...sharingSides, 'system'], 'A side, or what happens by itself.');

export const WeekHalfEnum = enumOf('WeekHalf', weekHalves, 'The half-days of a week of work.');

@ObjectType({ description: 'A stretch of the year.' })
export class ShareSeason implements Season {
  @Field(() => String, { description: 'Its first day (YYYY-MM-DD).' })
  from!: string;

  @Field(() => String, { description: 'Its last day (YYYY-MM-DD).' })
  until!: string;
}

@ObjectType({ description: 'One line of the journal of a part asked for.' })
export class ClaimLine {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ClaimEventEnum, { description: 'What was done.' })
  event!: ClaimEvent;

  @Field(() => SharingActorEnum, { description: 'By which side, or by itself.' })
  by!: SharingActor;

  personId?: string;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note?: string;
}

/** Whether somebody came and passed, said of one seat, from 0. */
export interface MarkedSeat {
  seat: number;
  mark: SeatMark;
  at: Date;
  personId: string;
}

@ObjectType({
  description: 'A part asked for of something counted: seats, a quantity, a pledge. Its two sides see it.',
})
export class Claim {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Its code: MA-2026-0012.' })
  code!: string;

  kind!: CountedKind;

  @Field(() => ClaimStatusEnum, { description: 'Where it stands.' })
  status!: ClaimStatus;

  listingId!: string;
  /** The workshop that offers, or where what a network offers is based. */
  workshopId!: string;
  networkId?: string;
  party!: Party;
  /** Who asked. */
  personId!: string;
  /** What it was asked for together with. */
  groupId?: string;

  /** Thousandths of the measure of the listing. */
  quantity!: number;

  @Field(() => PublicEnum, { description: 'As which public it is charged.' })
  public!: Public;

  @Field(() => Int, {
    description: 'Cents of euro for all of it, as asked; of a purchase that is ordered, the share that was computed.',
  })
  totalCents!: number;

  @Field(() => String, { description: 'What was said with it; may be empty.' })
  note!: string;

  @Field(() => [String], {
    description: 'Who will sit on the seats, by name or address; none for a single seat of the person who asked.',
  })
  attendees!: string[];

  /** What was said of its seats one by one; none while it is said of the part as a whole. */
  marks?: MarkedSeat[];

  @Field(() => [WeekHalfEnum], { description: 'The half-days of a share of a job; none when they are not named.' })
  days!: WeekHalf[];

  @Field(() => ShareSeason, { nullable: true, description: 'The season of a share of a job.' })
  season?: Season;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when a request holds its part.' })
  holdUntil?: Date;

  @Field(() => [ClaimLine], { description: 'The journal, oldest first.' })
  history!: ClaimLine[];

  revision!: number;
}

@ObjectType({ description: 'A page of parts asked for.' })
export class ClaimPage extends PageType(Claim) {}

const plain = { _id: false } as const;

export const ClaimRecord = model<Claim>(
  'Claim',
  new Schema<Claim>({
    _id: { type: String, required: true },
    code: { type: String, required: true },
    kind: { type: String, enum: countedKinds, required: true },
    status: { type: String, enum: claimStatusNames, required: true },
    listingId: { type: String, required: true },
    workshopId: { type: String, required: true },
    networkId: String,
    party: {
      type: new Schema<Party>({ scope: { type: String, enum: [...scopes, 'person'] }, id: String }, plain),
      required: true,
    },
    personId: { type: String, required: true },
    groupId: String,
    quantity: { type: Number, required: true },
    public: { type: String, enum: publics, required: true },
    totalCents: { type: Number, required: true },
    note: { type: String, default: '' },
    attendees: { type: [String], default: [] },
    marks: {
      type: [
        new Schema<MarkedSeat>(
          { seat: Number, mark: { type: String, enum: seatMarks }, at: Date, personId: String },
          plain,
        ),
      ],
      default: undefined,
    },
    days: { type: [String], enum: weekHalves, default: [] },
    season: { type: new Schema<Season>({ from: String, until: String }, plain), default: undefined },
    askedAt: { type: Date, required: true },
    holdUntil: Date,
    history: {
      type: [
        new Schema<ClaimLine>(
          { at: Date, event: { type: String, enum: claimEvents }, by: String, personId: String, note: String },
          plain,
        ),
      ],
      required: true,
    },
    revision: { type: Number, default: 0 },
  })
    .index({ code: 1 }, { unique: true })
    .index({ listingId: 1, status: 1, askedAt: 1, _id: 1 })
    .index({ listingId: 1, askedAt: -1, _id: 1 })
    .index({ workshopId: 1, status: 1, askedAt: -1 })
    .index({ workshopId: 1, askedAt: -1, _id: 1 })
    .index({ networkId: 1, askedAt: -1, _id: 1 }, { partialFilterExpression: { networkId: { $exists: true } } })
    .index({ 'party.scope': 1, 'party.id': 1, askedAt: -1, _id: 1 })
    .index({ 'party.scope': 1, 'party.id': 1, status: 1, askedAt: 1 })
    .index({ personId: 1, askedAt: -1, _id: 1 })
    .index({ groupId: 1 }, { sparse: true })
    .index({ status: 1, holdUntil: 1 }),
  'claims',
);
