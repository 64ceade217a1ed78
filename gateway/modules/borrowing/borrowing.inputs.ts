import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { type LoanStatus, type LoanUse, loanSides } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs } from '../../platform/page.ts';
import { LoanStatusEnum, LoanUseEnum } from './loan.enums.ts';

const ids = (description: string) => ({ description });

@InputType({ description: 'A machine, when and how.' })
export class LoanWishInput {
  @Field(() => ID, ids('The machine.'))
  @Length(1, 64)
  resourceId!: string;

  @Field(() => Date, { description: 'Start, included.' })
  from!: Date;

  @Field(() => Date, { description: 'End, excluded.' })
  until!: Date;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;
}

@InputType({ description: 'A request to borrow a machine, for the party that the caller acts for.' })
export class RequestLoanInput extends LoanWishInput {
  @Field(() => String, { defaultValue: '', description: 'What it is for: the material, the job.' })
  @MaxLength(limits.note)
  note: string = '';

  @Field(() => Boolean, { description: 'Whether the terms of the owner are accepted.' })
  termsAccepted!: boolean;

  @Field(() => ID, ids('Made once per intention by the client: a retry gives the first answer again.'))
  @Length(8, 64)
  idempotencyKey!: string;
}

@InputType({ description: 'What is seen and signed when the machine leaves.' })
export class HandOverInput {
  @Field(() => ID, { nullable: true, description: 'The unit handed over, when it is not the one booked.' })
  @IsOptional()
  @Length(1, 64)
  unitId?: string;

  @Field(() => String, { description: 'Who takes it.' })
  @Length(1, limits.name)
  receivedBy!: string;

  @Field(() => [String], { description: 'Items of the checklist that go out.' })
  @ArrayMaxSize(limits.checklistItems)
  present!: string[];

  @Field(() => [String], { description: 'Items that are already missing.' })
  @ArrayMaxSize(limits.checklistItems)
  missing!: string[];

  @Field(() => String, { defaultValue: '', description: 'Its condition, in words.' })
  @MaxLength(limits.note)
  condition: string = '';
}

@InputType({ description: 'What is seen when the machine comes back.' })
export class TakeBackInput {
  @Field(() => String, { description: 'Who brings it back.' })
  @Length(1, limits.name)
  broughtBy!: string;

  @Field(() => [String], { description: 'Items that came back, of those that went out.' })
  @ArrayMaxSize(limits.checklistItems)
  present!: string[];

  @Field(() => [String], { description: 'Items that did not come back.' })
  @ArrayMaxSize(limits.checklistItems)
  missing!: string[];

  @Field(() => String, { defaultValue: '', description: 'Its condition, in words.' })
  @MaxLength(limits.note)
  condition: string = '';

  @Field(() => String, { nullable: true, description: 'Damage, when there is any.' })
  @IsOptional()
  @MaxLength(limits.note)
  damage?: string;
}

const loanSideWishes = [...loanSides, 'both'] as const;
export type LoanSideWish = (typeof loanSideWishes)[number];
const LoanSideWishEnum = enumOf('LoanSideWish', loanSideWishes, 'Which of one’s loans: lent, borrowed or both.');

@ArgsType()
export class MyLoansArgs extends PageArgs {
  @Field(() => LoanSideWishEnum, { defaultValue: 'both', description: 'Lent, borrowed or both.' })
  side: LoanSideWish = 'both';

  @Field(() => [LoanStatusEnum], { nullable: true, description: 'Only those in one of these statuses.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: LoanStatus[];
}
