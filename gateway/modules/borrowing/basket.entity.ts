import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type LoanUse, loanUses } from '../../../schema/loans.ts';
import { type Public, publics } from '../../../schema/sharing.ts';
import { PublicEnum } from '../sharing/listing.entity.ts';
import type { RefusalParams } from '../../platform/refusal.ts';
import { LoanUseEnum } from './loan.enums.ts';
import { LoanQuote } from './quote.entity.ts';

/** A line as it is kept: it may wait for its dates. */
export interface KeptLine {
  id: string;
  resourceId: string;
  from?: Date;
  until?: Date;
  use: LoanUse;
  quantity: number;
  note: string;
}

/** A part of something counted, as it is kept: in the measure of its listing. */
export interface KeptPart {
  id: string;
  listingId: string;
  quantity: number;
  as?: Public;
  note: string;
}

/** What a person means to ask for, on every device of theirs. One per person. */
export interface KeptBasket {
  _id: string;
  lines: KeptLine[];
  parts: KeptPart[];
  updatedAt: Date;
}

@ObjectType({ description: 'A machine in a basket: when and how, and what it takes now.' })
export class BasketLine {
  @Field(() => ID, { description: 'Id of the line.' })
  id!: string;

  resourceId!: string;

  @Field(() => Date, { nullable: true, description: 'Start, included; null until it is chosen.' })
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'End, excluded; null until it is chosen.' })
  until?: Date;

  @Field(() => LoanUseEnum, { description: 'On site or taken away.' })
  use!: LoanUse;

  @Field(() => Int, { description: 'How many units at the same time: one loan each.' })
  quantity!: number;

  @Field(() => String, { description: 'What it is for; may be empty.' })
  note!: string;

  @Field(() => LoanQuote, {
    nullable: true,
    description: 'What it takes, looked at now; null without dates, or when the machine is no longer lent.',
  })
  quote?: LoanQuote;
}

@ObjectType({ description: 'A part of something counted in a basket: seats, a quantity. What it takes now.' })
export class BasketPart {
  @Field(() => ID, { description: 'Id of the part.' })
  id!: string;

  listingId!: string;

  @Field(() => Float, { description: 'How much of it, in its measure.' })
  quantity!: number;

  @Field(() => PublicEnum, { nullable: true, description: 'As whom to be charged, where a person says it.' })
  as?: Public;

  @Field(() => String, { description: 'What is said with it; may be empty.' })
  note!: string;

  @Field(() => Boolean, { description: 'Whether it could be asked for now.' })
  possible!: boolean;

  @Field(() => Int, { description: 'What it comes to, in cents of euro; 0 when it cannot be asked for.' })
  totalCents!: number;

  @Field(() => String, { nullable: true, description: 'Why it cannot be asked for; null when it can.' })
  refusal?: string;

  refusalParams?: RefusalParams;
}

@ObjectType({ description: 'What to ask for in one go, of several workshops: machines, materials, seats.' })
export class Basket {
  @Field(() => [BasketLine], { description: 'The lines, in the order in which they were put in.' })
  lines!: BasketLine[];

  @Field(() => [BasketPart], { description: 'The parts, in the order in which they were put in.' })
  parts!: BasketPart[];

  @Field(() => Int, {
    description: 'Price of all lines with dates and of all parts, in cents of euro, deposits not included.',
  })
  totalCents!: number;

  @Field(() => Int, { description: 'Deposits of all lines with dates, in cents of euro.' })
  depositCents!: number;

  @Field(() => Boolean, { description: 'Whether all of it could be asked for now.' })
  possible!: boolean;
}

export const BasketRecord = model<KeptBasket>(
  'Basket',
  new Schema<KeptBasket>({
    _id: { type: String, required: true },
    lines: {
      type: [
        new Schema<KeptLine>(
          {
            id: { type: String, required: true },
            resourceId: { type: String, required: true },
            from: Date,
            until: Date,
            use: { type: String, enum: loanUses, required: true },
            quantity: { type: Number, required: true },
            note: { type: String, default: '' },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
    parts: {
      type: [
        new Schema<KeptPart>(
          {
            id: { type: String, required: true },
            listingId: { type: String, required: true },
            quantity: { type: Number, required: true },
            as: { type: String, enum: publics },
            note: { type: String, default: '' },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
    updatedAt: { type: Date, required: true },
  }),
  'baskets',
);
