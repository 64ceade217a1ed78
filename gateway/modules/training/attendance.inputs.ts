import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { sharingLimits } from '../../../schema/sharing.ts';
import { type SeatMark, seatMarks, trainingLimits } from '../../../schema/training.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';

const SeatMarkEnum = enumOf('SeatMark', seatMarks, 'What is said of who sat on a seat. Certified: came, and passed.');

@ObjectType({ description: 'One seat of a session, and what was said of who sat on it.' })
export class SessionSeat {
  @Field(() => ID, { description: 'The part to which it belongs.' })
  claimId!: string;

  @Field(() => String, { description: 'The code of that part.' })
  code!: string;

  @Field(() => Int, { description: 'Which of its seats, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Who sits there; empty while nobody is named.' })
  name!: string;

  @Field(() => String, { description: 'The organisation that booked it; empty for a person.' })
  organisation!: string;

  @Field(() => SeatMarkEnum, { nullable: true, description: 'What was said; null while nobody said anything.' })
  mark?: SeatMark;
}

@InputType({ description: 'What is said of one seat.' })
class SeatMarkInput {
  @Field(() => ID, { description: 'The part to which it belongs.' })
  @MaxLength(64)
  claimId!: string;

  @Field(() => Int, { description: 'Which of its seats, from 1.' })
  @Min(1)
  @Max(sharingLimits.attendees)
  number!: number;

  @Field(() => SeatMarkEnum, { nullable: true, description: 'What; null to leave it as it is.' })
  @IsOptional()
  mark?: SeatMark | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who sat there, by name or address, where nobody or somebody else was named; never once they passed.',
  })
  @IsOptional()
  @MaxLength(limits.name)
  name?: string | null;
}

@ArgsType()
export class MarkSeatsArgs {
  @Field(() => ID, { description: 'The session.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => [SeatMarkInput], { description: 'What is said of each seat.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(trainingLimits.seats)
  marks!: SeatMarkInput[];
}
