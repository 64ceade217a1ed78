import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { groupLimits, type LoanUse } from '../../../schema/loans.ts';
import { type Public, sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PublicEnum } from '../sharing/listing.entity.ts';
import { LoanUseEnum } from './loan.enums.ts';

@InputType({ description: 'A machine to put into a basket. Its dates may come later.' })
export class BasketLineInput {
  @Field(() => ID, { description: 'The machine.' })
  @Length(1, 64)
  resourceId!: string;

  @Field(() => Date, { nullable: true, description: 'Start, included.' })
  @IsOptional()
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'End, excluded.' })
  @IsOptional()
  until?: Date;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;

  @Field(() => Int, { defaultValue: 1, description: 'How many units at the same time.' })
  @Min(1)
  @Max(groupLimits.quantity)
  quantity: number = 1;

  @Field(() => String, { defaultValue: '', description: 'What it is for.' })
  @MaxLength(limits.note)
  note: string = '';
}

@InputType({
  description: 'A part of something counted to put into a basket; it takes the place of one of the same thing.',
})
export class BasketPartInput {
  @Field(() => ID, { description: 'What is offered.' })
  @Length(1, 64)
  listingId!: string;

  @Field(() => Float, { description: 'How much of it, in its measure.' })
  @Min(0.001)
  @Max(sharingLimits.quantity)
  quantity!: number;

  @Field(() => PublicEnum, { nullable: true, description: 'As whom to be charged, where a person may say it.' })
  @IsOptional()
  as?: Public;

  @Field(() => String, { defaultValue: '', description: 'What is said with it.' })
  @MaxLength(limits.note)
  note: string = '';
}

@InputType({ description: 'Asks for everything in the basket, for the party that the caller acts for.' })
export class SubmitBasketInput {
  @Field(() => Boolean, { description: 'All of it or nothing; else each line and part answers for itself.' })
  whole!: boolean;

  @Field(() => Boolean, { description: 'Whether the terms of every owner are accepted.' })
  termsAccepted!: boolean;

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
