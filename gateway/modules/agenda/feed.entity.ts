import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { type FeedScope, feedScopes } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';

export const FeedScopeEnum = enumOf('FeedScope', feedScopes, 'What a calendar feed is of.');

/** The address itself is shown once and not kept: only its digest is, so that nobody can read it from the database. */
@ObjectType({ description: 'A calendar address that a person gave to their calendar program.' })
export class Feed {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  personId!: string;

  @Field(() => FeedScopeEnum, { description: 'What it is of.' })
  scope!: FeedScope;

  @Field(() => ID, { description: 'The person, workshop or machine.' })
  subjectId!: string;

  tokenDigest!: string;

  @Field(() => Date, { description: 'Since when this address works.' })
  madeAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When a program last read it, to the hour.' })
  readAt?: Date;

  @Field(() => String, { description: 'Name of the person, workshop or machine.' })
  name!: string;
}

@ObjectType({ description: 'A calendar address, shown this once.' })
export class FeedAddress {
  @Field(() => Feed, { description: 'The feed.' })
  feed!: Feed;

  @Field(() => String, {
    description: 'Where calendar programs read it. Whoever has it reads the feed: it is a secret.',
  })
  url!: string;
}

export type FeedRow = Omit<Feed, 'name'>;

export const FeedRecord = model<FeedRow>(
  'Feed',
  new Schema<FeedRow>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    scope: { type: String, enum: feedScopes, required: true },
    subjectId: { type: String, required: true },
    tokenDigest: { type: String, required: true },
    madeAt: { type: Date, required: true },
    readAt: Date,
  })
    .index({ tokenDigest: 1 }, { unique: true })
    .index({ personId: 1, scope: 1, subjectId: 1 }, { unique: true }),
  'feeds',
);
