import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import type { HappeningKey } from '../../../schema/events.ts';
import { type Locale, type Topic, topics } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import type { RefusalParams } from '../../platform/refusal.ts';
import type { EventKey } from './mails.ts';

export const TopicEnum = enumOf('Topic', topics, 'What something that happened is about.');

@ObjectType({ description: 'Something that happened and concerns the caller.' })
export class Happening {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => TopicEnum, { description: 'What it is about.' })
  topic!: Topic;

  @Field(() => ID, { description: 'The loan, request or other thing that it happened to.' })
  subjectId!: string;

  @Field(() => String, { description: 'What happened: a key that screens word.' })
  event!: HappeningKey;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  /** Keys of the parties that hear it. */
  audience!: string[];
  params!: RefusalParams;
}

export const HappeningRecord = model<Happening>(
  'Happening',
  new Schema<Happening>({
    _id: { type: String, required: true },
    topic: { type: String, enum: topics, required: true },
    subjectId: { type: String, required: true },
    event: { type: String, required: true },
    at: { type: Date, required: true },
    audience: { type: [String], required: true },
    params: { type: Schema.Types.Mixed, default: {} },
  })
    .index({ audience: 1, at: -1 })
    .index({ subjectId: 1, at: 1 }),
  'happenings',
);

/** A mail to one person, written in the transaction of what it tells, sent afterwards at least once. */
export interface OutgoingMail {
  _id: string;
  to: string;
  locale: Locale;
  event: EventKey;
  params: RefusalParams;
  status: 'pending' | 'sent' | 'dead';
  attempts: number;
  nextAt: Date;
  lockedUntil?: Date;
  sentAt?: Date;
}

const THIRTY_DAYS = 30 * 86_400;

export const OutgoingMailRecord = model<OutgoingMail>(
  'OutgoingMail',
  new Schema<OutgoingMail>({
    _id: { type: String, required: true },
    to: { type: String, required: true },
    locale: { type: String, required: true },
    event: { type: String, required: true },
    params: { type: Schema.Types.Mixed, default: {} },
    status: { type: String, enum: ['pending', 'sent', 'dead'], required: true },
    attempts: { type: Number, default: 0 },
    nextAt: { type: Date, required: true },
    lockedUntil: Date,
    sentAt: Date,
  })
    .index({ status: 1, nextAt: 1 })
    .index({ sentAt: 1 }, { expireAfterSeconds: THIRTY_DAYS }),
  'outbox',
);
