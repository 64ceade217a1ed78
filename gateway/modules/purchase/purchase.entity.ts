import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A price that more pledges would reach.' })
export class NextBreak {
  @Field(() => Float, { description: 'How much is missing.' })
  missing!: number;

  @Field(() => Int, { description: 'Cents of euro for one, from there on.' })
  cents!: number;
}

@ObjectType({ description: 'What a group purchase would come to with one pledge more, before anybody commits.' })
export class PurchaseShare {
  @Field(() => Float, { description: 'Pledged so far.' })
  pledged!: number;

  @Field(() => Float, { description: 'Pledged with this.' })
  quantity!: number;

  @Field(() => Int, { description: 'Cents for one, by the price break that this reaches.' })
  unitCents!: number;

  @Field(() => Int, { description: 'Cents for all the goods.' })
  goodsCents!: number;

  @Field(() => Int, { description: 'Cents for the transport.' })
  transportCents!: number;

  @Field(() => Int, { description: 'Cents that everyone owes together.' })
  totalCents!: number;

  @Field(() => Int, { description: 'Cents of the caller’s own pledge, its part of the transport with it.' })
  shareCents!: number;

  @Field(() => Int, {
    description: 'Cents saved beside ordering the same alone: the price of so few, all the transport.',
  })
  savedCents!: number;

  @Field(() => NextBreak, { nullable: true, description: 'The next price break; null when the best is reached.' })
  next?: NextBreak;

  @Field(() => Float, { description: 'What is missing until it is ordered.' })
  missing!: number;
}
