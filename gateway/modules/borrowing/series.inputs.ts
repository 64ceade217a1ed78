import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { groupLimits, type LoanUse, type Recurrence } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { LoanUseEnum, RecurrenceEnum } from './loan.enums.ts';

/** One list for schema and class: type-graphql wants the very same default. */
const sameDay: number[] = [];

@InputType({ description: 'How a loan comes again, on the clock of the workshop.' })
export class RecurrenceInput {
  @Field(() => RecurrenceEnum, { description: 'How often.' })
  every!: Recurrence;

  @Field(() => [Int], {
    defaultValue: sameDay,
    description: 'ISO weekdays, 1 Monday to 7 Sunday; none: that of the first.',
  })
  @ArrayMaxSize(7)
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays: number[] = sameDay;

  @Field(() => String, { nullable: true, description: 'The last local day on which one may begin, YYYY-MM-DD.' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  until?: string;

  @Field(() => Int, { nullable: true, description: 'How many times, the first included.' })
  @IsOptional()
  @Min(1)
  @Max(groupLimits.occurrences)
  times?: number;
}

@InputType({ description: 'One time of a series.' })
export class OccurrenceInput {
  @Field(() => Date, { description: 'Start, included.' })
  from!: Date;

  @Field(() => Date, { description: 'End, excluded.' })
  until!: Date;
}

@InputType({ description: 'Asks for one machine several times, for the party that the caller acts for.' })
export class RequestSeriesInput {
  @Field(() => ID, { description: 'The machine.' })
  @Length(1, 64)
  resourceId!: string;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;

  @Field(() => [OccurrenceInput], { description: `The times kept, ${groupLimits.occurrences} at most.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(groupLimits.occurrences)
  @ValidateNested({ each: true })
  occurrences!: OccurrenceInput[];

  @Field(() => Boolean, { description: 'Whether times that were taken meanwhile are left out; else nothing is asked.' })
  skipTaken!: boolean;

  @Field(() => String, { defaultValue: '', description: 'What it is for.' })
  @MaxLength(limits.note)
  note: string = '';

  @Field(() => Boolean, { description: 'Whether the terms of the owner are accepted.' })
  termsAccepted!: boolean;

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
