import { Field, ID, ObjectType } from 'type-graphql';
import type { LoanMove } from '../../../schema/loans.ts';
import { enumOf } from '../../platform/enum.ts';

/** Steps that are taken machine in hand; the most pressing first. */
export const counterMoves = ['take_back', 'hand_over'] as const satisfies readonly LoanMove[];
export type CounterMove = (typeof counterMoves)[number];
const CounterMoveEnum = enumOf('CounterMove', counterMoves, 'Steps of a loan that are taken at the counter.');

@ObjectType({ description: 'What a scanned code leads to, for the caller.' })
export class Scanned {
  @Field(() => ID, { nullable: true, description: 'The loan to look at now.' })
  loanId?: string;

  @Field(() => CounterMoveEnum, { nullable: true, description: 'The step that the counter takes now, if any.' })
  move?: CounterMove;

  @Field(() => ID, { description: 'The machine.' })
  resourceId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Code of the unit, for the code of a unit.' })
  unitCode?: string;
}

@ObjectType({ description: 'What the label of a unit says.' })
export class UnitLabel {
  @Field(() => ID, {
    description: 'The unit. Its label leads to `/q/` and this id: a code may change, or be used twice.',
  })
  unitId!: string;

  @Field(() => ID, { description: 'The machine.' })
  resourceId!: string;

  @Field(() => String, { description: 'Its inventory code.' })
  code!: string;

  @Field(() => String, { description: 'Name of the machine.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where it stands.' })
  shelf?: string;
}
