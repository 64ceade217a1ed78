import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A browser in which the caller is signed in.' })
export class AccountSession {
  @Field(() => ID, { name: 'id', description: 'Id; it opens nothing.' })
  _id!: string;

  @Field(() => Date, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it was last prolonged, within a day.' })
  updatedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the browser says that it is.' })
  userAgent?: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent!: boolean;
}
