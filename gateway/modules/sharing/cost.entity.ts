import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Party } from '../identity/viewer.ts';

@ObjectType({ description: 'What one of those who come owes of a cost that is shared.' })
export class CostShare {
  /** Who; a person on their own account is named to the owner alone. */
  party?: Party;

  @Field(() => Float, { description: 'Seats.' })
  seats!: number;

  @Field(() => Int, { description: 'Cents of euro.' })
  cents!: number;

  @Field(() => Boolean, { description: 'Whether it is of whom the caller acts for.' })
  own!: boolean;
}

@ObjectType({ description: 'How the cost of a session is shared by seats, now and with some seats more.' })
export class CostShares {
  @Field(() => Int, { description: 'Cents of euro that all owe together.' })
  costCents!: number;

  @Field(() => Float, { description: 'Seats agreed so far.' })
  seats!: number;

  @Field(() => Float, { description: 'Seats without which it does not take place.' })
  minimum!: number;

  @Field(() => [CostShare], { description: 'The shares of those who come, as they stand now.' })
  shares!: CostShare[];

  @Field(() => Int, { description: 'Cents for the seats asked about, if they joined now.' })
  joinCents!: number;

  @Field(() => Int, { description: 'The most that they may come to: with exactly the minimum, or those who come now.' })
  mostCents!: number;
}
