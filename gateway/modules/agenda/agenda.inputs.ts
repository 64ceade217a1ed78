import { IsNotEmpty, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';

@InputType({ description: 'A calendar kept elsewhere: by its address, or by its text.' })
export class AddCalendarInput {
  @Field(() => ID, { description: 'The workshop.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => ID, { nullable: true, description: 'The machine that it blocks; none for the whole workshop.' })
  @IsOptional()
  @Length(1, 64)
  resourceId?: string;

  @Field(() => String, { description: 'What its people call it.' })
  @IsNotEmpty()
  @MaxLength(limits.name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its address: http, https or webcal.' })
  @IsOptional()
  @MaxLength(2_000)
  url?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The file itself, as text, 1 MB at most. Goes before the address.',
  })
  @IsOptional()
  @MaxLength(limits.calendarBytes)
  text?: string;

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
