import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What came in of a group purchase that was ordered.' })
export class Receipt {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  listingId!: string;
  personId!: string;

  /** Thousandths. */
  quantity!: number;

  @Field(() => String, { description: 'What was said with it; may be empty.' })
  note!: string;

  @Field(() => Date, { description: 'When it was noted.' })
  at!: Date;
}

export const ReceiptRecord = model<Receipt>(
  'Receipt',
  new Schema<Receipt>({
    _id: { type: String, required: true },
    listingId: { type: String, required: true },
    personId: { type: String, required: true },
    quantity: { type: Number, required: true },
    note: { type: String, default: '' },
    at: { type: Date, required: true },
  })
    .index({ listingId: 1, at: 1, _id: 1 })
    .index({ personId: 1 }),
  'receipts',
);
