import { ArrayMaxSize, IsIn, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { type ApplicationMove, jobLimits, keepChoices, type SwapMove, type WeekHalf } from '../../../schema/jobs.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { WeekHalfEnum } from '../sharing/claim.entity.ts';
import { ApplicationMoveEnum } from './application.entity.ts';
import { SwapMoveEnum } from './swap.entity.ts';

@InputType({ description: 'An application for a shared job, by the caller for themselves.' })
export class Apply {
  @Field(() => ID, { description: 'The job.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => String, { description: 'What the workshops read first.' })
  @Length(2, jobLimits.message)
  message!: string;

  @Field(() => String, { defaultValue: '', description: 'Telephone, for those who would call.' })
  @MaxLength(40)
  phone!: string;

  @Field(() => Int, {
    defaultValue: keepChoices[0],
    description: `Months for which it may be kept: ${keepChoices.join(', ')}.`,
  })
  @IsIn(keepChoices)
  @Min(1)
  @Max(jobLimits.keepMonths)
  keepMonths!: number;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ID, { description: 'The job.' })
  @MaxLength(64)
  listingId!: string;
}

@ArgsType()
export class MoveApplicationArgs {
  @Field(() => ID, { description: 'The application.' })
  @MaxLength(64)
  id!: string;

  @Field(() => ApplicationMoveEnum, { description: 'The step to take.' })
  move!: ApplicationMove;

  @Field(() => String, { nullable: true, description: 'What is said with it; the other side reads it.' })
  @MaxLength(limits.note)
  note?: string;
}

@InputType({ description: 'Times proposed for an interview.' })
export class ProposeInterview {
  @Field(() => ID, { description: 'The application.' })
  @MaxLength(64)
  id!: string;

  @Field(() => [Date], { description: 'When it could be.' })
  @ArrayMaxSize(jobLimits.slots)
  slots!: Date[];

  @Field(() => String, { defaultValue: '', description: 'Where, or by which link.' })
  @MaxLength(limits.line)
  place!: string;
}

@InputType({ description: 'A half-day asked of another workshop, for one of one’s own.' })
export class AskSwap {
  @Field(() => ID, { description: 'The job.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => ID, { description: 'The workshop asked.' })
  @MaxLength(64)
  otherId!: string;

  @Field(() => WeekHalfEnum, { description: 'The half-day parted with.' })
  give!: WeekHalf;

  @Field(() => WeekHalfEnum, { description: 'The half-day asked for.' })
  take!: WeekHalf;

  @Field(() => String, { nullable: true, description: 'The Monday of the only week for which it holds (YYYY-MM-DD).' })
  @IsOptional()
  @Length(10, 10)
  week?: string | null;

  @Field(() => String, { defaultValue: '', description: 'What is said with it.' })
  @MaxLength(limits.note)
  note!: string;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@ArgsType()
export class MoveSwapArgs {
  @Field(() => ID, { description: 'The swap.' })
  @MaxLength(64)
  id!: string;

  @Field(() => SwapMoveEnum, { description: 'The step to take.' })
  move!: SwapMove;
}
