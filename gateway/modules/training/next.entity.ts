import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The next session that gives what is missing: where a seat can be booked.' })
export class NextTraining {
  @Field(() => ID, { description: 'The session: a listing.' })
  listingId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Date, { description: 'When it begins.' })
  from!: Date;

  @Field(() => String, { description: 'The workshop that gives it.' })
  workshop!: string;

  @Field(() => String, { description: 'Its town.' })
  city!: string;

  @Field(() => String, { description: 'The time zone of its hours.' })
  timeZone!: string;
}
