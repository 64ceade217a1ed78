import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import type { HappeningKey } from '../../../schema/events.ts';
import { type NoticeType, noticeTypes } from '../../../schema/notices.ts';
import { type Topic, topics } from '../../../schema/vocabulary.ts';
import type { RefusalParams } from '../../platform/refusal.ts';
import { TopicEnum } from './notice.entity.ts';
import { NoticeTypeEnum } from './preferences.entity.ts';

@ObjectType({ description: 'Something that happened, as one person is told of it.' })
export class Notice {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  personId!: string;

  @Field(() => NoticeTypeEnum, { description: 'Its sort.' })
  type!: NoticeType;

  @Field(() => TopicEnum, { description: 'What it is about.' })
  topic!: Topic;

  @Field(() => ID, { description: 'The loan, request or other thing that it happened to.' })
  subjectId!: string;

  @Field(() => String, { description: 'What happened: a key that screens word.' })
  event!: HappeningKey;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was read; null until then.' })
  readAt?: Date | null;

  params!: RefusalParams;

  /** When the digest that will hold it leaves; absent once it has, or when none will. */
  digestAt?: Date;
  digest?: 'daily' | 'weekly';
}

const A_YEAR = 365 * 86_400;

export const NoticeRecord = model<Notice>(
  'Notice',
  new Schema<Notice>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    type: { type: String, enum: noticeTypes, required: true },
    topic: { type: String, enum: topics, required: true },
    subjectId: { type: String, required: true },
    event: { type: String, required: true },
    at: { type: Date, required: true },
    readAt: { type: Date, default: null },
    params: { type: Schema.Types.Mixed, default: {} },
    digestAt: Date,
    digest: { type: String, enum: ['daily', 'weekly'] },
  })
    .index({ personId: 1, at: -1, _id: -1 })
    .index({ personId: 1, type: 1, at: -1, _id: -1 })
    .index({ personId: 1, readAt: 1, at: -1 })
    .index({ personId: 1, subjectId: 1, readAt: 1 })
    .index({ digestAt: 1, personId: 1 }, { partialFilterExpression: { digestAt: { $exists: true } } })
    .index({ at: 1 }, { expireAfterSeconds: A_YEAR }),
  'notices',
);
