import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Length, MaxLength } from 'class-validator';
import type { KindName } from '../../../schema/kinds.ts';
import { enumOf } from '../../platform/enum.ts';
import { KindEnum } from '../catalogue/resource.entity.ts';
import { type BalanceUnit, balanceUnits } from './balance.rules.ts';

const BalanceUnitEnum = enumOf('BalanceUnit', balanceUnits, 'What a line of a balance is counted in.');

@ObjectType({ description: 'What was exchanged of one kind, counted in one unit.' })
export class BalanceLine {
  @Field(() => KindEnum, { description: 'The kind.' })
  kind!: KindName;

  @Field(() => BalanceUnitEnum, { description: 'Hours for what was used on site, days for what was taken away.' })
  unit!: BalanceUnit;

  @Field(() => Int, { description: 'Loans, or parts asked for.' })
  parts!: number;

  @Field(() => Float, { description: 'How much in all.' })
  quantity!: number;

  @Field(() => Float, { description: 'Of this, what other workshops had; the rest went to firms and persons.' })
  amongWorkshops!: number;

  @Field(() => Int, { description: 'Cents of euro.' })
  cents!: number;
}

@ObjectType({ description: 'What a workshop gave to others and had from them over a period, to the cent.' })
export class Balance {
  @Field(() => [BalanceLine], { description: 'What others had of it: lent, given, taught.' })
  given!: BalanceLine[];

  @Field(() => [BalanceLine], { description: 'What it had of others: borrowed, taken, learned.' })
  taken!: BalanceLine[];

  @Field(() => [BalanceLine], {
    description: 'Its own part of what is had together: purchases ordered in the period, jobs filled by its end.',
  })
  together!: BalanceLine[];

  @Field(() => Int, { description: 'Cents that what it gave brought in.' })
  inCents!: number;

  @Field(() => Int, { description: 'Cents that what it had of others cost.' })
  outCents!: number;

  @Field(() => Int, { description: 'Cents of its part of group purchases, which go to the suppliers.' })
  togetherCents!: number;

  @Field(() => Float, { description: 'Kilograms that its lots kept out of the bin.' })
  savedKg!: number;

  @Field(() => Int, { description: 'Parts of such lots whose weight nobody knows.' })
  unweighed!: number;
}

@ArgsType()
export class BalanceArgs {
  @Field(() => ID, { description: 'The workshop.' })
  @MaxLength(64)
  workshopId!: string;

  @Field(() => String, { description: 'The first day, where the workshop is (YYYY-MM-DD).' })
  @Length(10, 10)
  from!: string;

  @Field(() => String, { description: 'The last day, included (YYYY-MM-DD).' })
  @Length(10, 10)
  until!: string;
}
