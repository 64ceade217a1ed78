import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import type { HappeningKey } from '../../../schema/events.ts';
import { noticeTypes, type NoticeType } from '../../../schema/notices.ts';
import { type Locale, type Topic, topics } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import type { RefusalParams } from '../../platform/refusal.ts';
import type { EventKey } from './mails.ts';
import type { MailScope } from './subscription.service.ts';

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

/** One line of a digest, as it was told. */
export interface DigestItem {
  event: HappeningKey;
  topic: Topic;
  subjectId: string;
  at: Date;
  params: RefusalParams;
}

/** What a mail can be about: an event, or a digest of several. */
export type MailKey = EventKey | 'notice.digest';

/** A mail to one person, written in the transaction of what it tells, sent afterwards at least once. */
export interface OutgoingMail {
  _id: string;
  to: string;
  locale: Locale;
  event: MailKey;
  params: RefusalParams;
  /** Whose notification it is; absent for mails about accounts. */
  personId?: string;
  /** Its sort, while it may still be dropped because they want no more of it. */
  type?: NoticeType;
  /** What the link at its foot stops. */
  scope?: MailScope;
  /** What a digest gathers, oldest first. */
  items?: DigestItem[];
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
    personId: String,
    type: { type: String, enum: noticeTypes },
    scope: String,
    items: { type: [Schema.Types.Mixed], default: undefined },
    status: { type: String, enum: ['pending', 'sent', 'dead'], required: true },
    attempts: { type: Number, default: 0 },
    nextAt: { type: Date, required: true },
    lockedUntil: Date,
    sentAt: Date,
  })
    .index({ status: 1, nextAt: 1 })
    .index({ personId: 1, status: 1 }, { partialFilterExpression: { personId: { $type: 'string' } } })
    .index({ sentAt: 1 }, { expireAfterSeconds: THIRTY_DAYS }),
  'outbox',
);
