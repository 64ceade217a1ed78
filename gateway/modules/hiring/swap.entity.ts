import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { swapMoveNames, type SwapStatus, swapStatuses, type WeekHalf, weekHalves } from '../../../schema/jobs.ts';
import { enumOf } from '../../platform/enum.ts';
import { WeekHalfEnum } from '../sharing/claim.entity.ts';

const SwapStatusEnum = enumOf('SwapStatus', swapStatuses, 'Where a swap of half-days stands.');
export const SwapMoveEnum = enumOf('SwapMove', swapMoveNames, 'The steps of a swap of half-days.');

@ObjectType({ description: 'A half-day of a job that one workshop asks another for, against one of its own.' })
export class Swap {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  listingId!: string;
  askerId!: string;
  otherId!: string;
  personId!: string;

  @Field(() => SwapStatusEnum, { description: 'Where it stands.' })
  status!: SwapStatus;

  @Field(() => WeekHalfEnum, { description: 'The half-day that the asker parts with.' })
  give!: WeekHalf;

  @Field(() => WeekHalfEnum, { description: 'The half-day that it asks for.' })
  take!: WeekHalf;

  @Field(() => String, {
    nullable: true,
    description: 'The Monday of the only week for which it holds; null: from then on.',
  })
  week?: string;

  @Field(() => String, { description: 'What was said with it; may be empty.' })
  note!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered, or taken back.' })
  settledAt?: Date;
}

const id = { type: String, required: true } as const;
const half = { type: String, enum: weekHalves, required: true } as const;

export const SwapRecord = model<Swap>(
  'Swap',
  new Schema<Swap>({
    _id: id,
    listingId: id,
    askerId: id,
    otherId: id,
    personId: id,
    status: { type: String, enum: swapStatuses, required: true },
    give: half,
    take: half,
    week: String,
    note: { type: String, default: '' },
    at: { type: Date, required: true },
    settledAt: Date,
  })
    .index({ listingId: 1, at: -1, _id: 1 })
    .index({ otherId: 1, status: 1, at: 1 }),
  'swaps',
);
