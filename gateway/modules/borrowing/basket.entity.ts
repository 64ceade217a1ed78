import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type LoanUse, loanUses } from '../../../schema/loans.ts';
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

/** What a person means to ask for, on every device of theirs. One per person. */
export interface KeptBasket {
  _id: string;
  lines: KeptLine[];
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

@ObjectType({ description: 'Machines to ask for in one go, of several workshops.' })
export class Basket {
  @Field(() => [BasketLine], { description: 'The lines, in the order in which they were put in.' })
  lines!: BasketLine[];

  @Field(() => Int, { description: 'Price of all lines with dates, in cents of euro, deposits not included.' })
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
    updatedAt: { type: Date, required: true },
  }),
  'baskets',
);
