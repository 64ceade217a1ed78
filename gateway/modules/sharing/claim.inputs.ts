import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import { type WeekHalf, weekHalves } from '../../../schema/jobs.ts';
import { type ClaimMove, type Public, sharingLimits, type SharingSide } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { ClaimMoveEnum, SharingSideEnum, WeekHalfEnum } from './claim.entity.ts';
import { PublicEnum } from './listing.entity.ts';
import type { Season } from './share.rules.ts';

@InputType({ description: 'A stretch of the year.' })
export class ShareSeasonInput implements Season {
  @Field(() => String, { description: 'Its first day (YYYY-MM-DD).' })
  @Length(10, 10)
  from!: string;

  @Field(() => String, { description: 'Its last day (YYYY-MM-DD).' })
  @Length(10, 10)
  until!: string;
}

@InputType({ description: 'A part asked for, for whom the caller acts.' })
export class RequestClaim {
  @Field(() => ID, { description: 'What is offered.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => Float, { description: 'How much of it, in its measure.' })
  @Min(0.001)
  @Max(sharingLimits.quantity)
  quantity!: number;

  @Field(() => PublicEnum, { nullable: true, description: 'As whom to be charged, where a person may say it.' })
  @IsOptional()
  as?: Public;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to wait for room when there is none.' })
  wait!: boolean;

  @Field(() => String, { defaultValue: '', description: 'What is said with it.' })
  @MaxLength(limits.note)
  note!: string;

  @Field(() => [String], { nullable: true, description: 'Who will sit on the seats, by name or address.' })
  @IsOptional()
  @ArrayMaxSize(sharingLimits.attendees)
  @MaxLength(limits.name, { each: true })
  attendees?: string[];

  @Field(() => [WeekHalfEnum], { nullable: true, description: 'The half-days of a share of a job, 10 % each.' })
  @IsOptional()
  @ArrayMaxSize(weekHalves.length)
  days?: WeekHalf[];

  @Field(() => ShareSeasonInput, { nullable: true, description: 'The season of a share of a job.' })
  @IsOptional()
  @ValidateNested()
  season?: ShareSeasonInput;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@ArgsType()
export class MoveClaimArgs {
  @Field(() => ID, { description: 'The part.' })
  id!: string;

  @Field(() => ClaimMoveEnum, { description: 'The step to take.' })
  move!: ClaimMove;

  @Field(() => String, { nullable: true, description: 'What is said with it; the other side reads it.' })
  @MaxLength(limits.note)
  note?: string;
}

@ArgsType()
export class MyClaimsArgs extends PageArgs {
  @Field(() => SharingSideEnum, { description: 'Asked of the party that the caller acts for, or by it.' })
  side!: SharingSide;
}

@ArgsType()
export class ListingClaimsArgs extends PageArgs {
  @Field(() => ID, { description: 'What is offered.' })
  @MaxLength(64)
  listingId!: string;
}
