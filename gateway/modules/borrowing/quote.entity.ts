import { Field, Int, ObjectType } from 'type-graphql';
import type { LoanCondition } from '../../../schema/loans.ts';
import { NextTraining } from '../training/next.entity.ts';
import { Closure } from '../workshop/workshop.entity.ts';
import { LoanPrice, LoanTravel } from './loan-parts.entity.ts';
import { LoanConditionEnum } from './loan.enums.ts';

@ObjectType({ description: 'A stretch of time, its end excluded.' })
export class Slot {
  @Field(() => Date, { description: 'Start, included.' })
  from!: Date;

  @Field(() => Date, { description: 'End, excluded.' })
  until!: Date;
}

@ObjectType({ description: 'One condition of a loan: met, or missing with what would do.' })
export class LoanNeed {
  @Field(() => LoanConditionEnum, { description: 'Which condition.' })
  condition!: LoanCondition;

  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean;

  @Field(() => String, { description: 'The refusal that a request made now would get if it is missing.' })
  refusal!: string;

  @Field(() => Date, { nullable: true, description: 'The first instant that would do (notice), or the last (length).' })
  at?: Date;

  @Field(() => Slot, { nullable: true, description: 'The next stretch as long that is free and open.' })
  next?: Slot;

  @Field(() => Int, { nullable: true, description: 'Hours of notice, or of the longest loan.' })
  hours?: number;

  @Field(() => Int, { nullable: true, description: 'Kilometres by road, one way.' })
  km?: number;

  @Field(() => Int, { nullable: true, description: 'How many kilometres of road they would be at most.' })
  radiusKm?: number;

  @Field(() => String, { nullable: true, description: 'Name of the accreditation.' })
  name?: string;

  @Field(() => NextTraining, { nullable: true, description: 'The next session that gives the missing accreditation.' })
  training?: NextTraining;
}

@ObjectType({ description: 'What it takes to borrow a machine at a time: conditions met or missing, and the price.' })
export class LoanQuote {
  @Field(() => [LoanNeed], { description: 'Every condition, in order.' })
  conditions!: LoanNeed[];

  @Field(() => LoanPrice, { description: 'What it would cost.' })
  price!: LoanPrice;

  @Field(() => LoanTravel, { nullable: true, description: 'The road of somebody who comes to the borrower.' })
  travel?: LoanTravel;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when a request made now would hold its time; null where it is accepted by itself.',
  })
  holdUntil?: Date;

  @Field(() => [Closure], {
    description: 'Closures of the workshop that fall within it: a machine taken away is kept over them.',
  })
  closures!: Closure[];

  @Field(() => Boolean, { description: 'Whether a request made now would go through.' })
  possible!: boolean;
}
