import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ExtensionState, LoanActor, LoanEvent } from '../../../schema/loans.ts';
import type { Pricing } from '../../../schema/vocabulary.ts';
import type { Point } from '../../platform/geo.ts';
import type { Party } from '../identity/viewer.ts';
import { PricingEnum } from '../catalogue/resource.entity.ts';
import { ExtensionStateEnum, LoanActorEnum, LoanEventEnum } from './loan.enums.ts';

@ObjectType({ description: 'What a loan costs: every hour or every 24 hours begun counts whole.' })
export class LoanPrice {
  @Field(() => PricingEnum, { description: 'How use is charged.' })
  pricing!: Pricing;

  @Field(() => Int, { description: 'Hours or days charged; 0 when free.' })
  units!: number;

  @Field(() => Int, { description: 'Cents of euro per hour or per day.' })
  rateCents!: number;

  @Field(() => Int, { description: 'Total in cents of euro with the road, deposit not included.' })
  totalCents!: number;

  @Field(() => Int, { description: 'Deposit in cents of euro, given back at the return.' })
  depositCents!: number;
}

@ObjectType({ description: 'The road of somebody who comes to the borrower, there and back.' })
export class LoanTravel {
  @Field(() => String, { description: 'The town that they go to.' })
  city!: string;

  @Field(() => Float, { description: 'Kilometres by road, one way, estimated from the straight line.' })
  km!: number;

  @Field(() => Int, { description: 'Minutes on the road, one way: kept free before and after.' })
  minutes!: number;

  @Field(() => Int, {
    description: 'What the road costs, there and back, in cents of euro: in the total of the price.',
  })
  cents!: number;

  place!: Point;
}

/** One of those who must agree, and when they did. */
export interface Consent {
  party: Party;
  at?: Date;
  personId?: string;
}

@ObjectType({ description: 'A later end, asked for by the borrower.' })
export class LoanExtension {
  @Field(() => ExtensionStateEnum, { description: 'Where it stands.' })
  state!: ExtensionState;

  @Field(() => Date, { description: 'The end asked for.' })
  until!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when the time is held for it.' })
  holdUntil?: Date;
}

@ObjectType({ description: 'What was seen and signed when the machine left.' })
export class HandOverDocument {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  personId!: string;
  unitId!: string;

  @Field(() => String, { description: 'Who took it, as said at the counter.' })
  receivedBy!: string;

  @Field(() => [String], { description: 'Items of the checklist that went out.' })
  present!: string[];

  @Field(() => [String], { description: 'Items that were already missing.' })
  missing!: string[];

  @Field(() => String, { description: 'Its condition, in words; may be empty.' })
  condition!: string;

  @Field(() => String, { description: 'The conditions of the loan, as the borrower accepted them; may be empty.' })
  terms!: string;
}

@ObjectType({ description: 'What was seen when the machine came back.' })
export class TakeBackDocument {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  personId!: string;

  @Field(() => String, { description: 'Who brought it back, as said at the counter.' })
  broughtBy!: string;

  @Field(() => [String], { description: 'Items that came back, of those that went out.' })
  present!: string[];

  @Field(() => [String], { description: 'Items that did not come back.' })
  missing!: string[];

  @Field(() => String, { description: 'Its condition, in words; may be empty.' })
  condition!: string;

  @Field(() => String, { nullable: true, description: 'Damage, when there is any.' })
  damage?: string;
}

@ObjectType({ description: 'A document made by mistake: kept, and out of force since it was annulled.' })
export class AnnulledDocument {
  @Field(() => Date, { description: 'When it was annulled.' })
  at!: Date;

  personId!: string;

  @Field(() => HandOverDocument, { nullable: true, description: 'The hand-over document, when it is one.' })
  handOver?: HandOverDocument;

  @Field(() => TakeBackDocument, { nullable: true, description: 'The return document, when it is one.' })
  takeBack?: TakeBackDocument;
}

@ObjectType({ description: 'One line of the journal of a loan.' })
export class LoanLine {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => LoanEventEnum, { description: 'What was done.' })
  event!: LoanEvent;

  @Field(() => LoanActorEnum, { description: 'By which side, or by time itself.' })
  by!: LoanActor;

  personId?: string;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note?: string;
}
