import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One unit out of service between two instants, and why.' })
export class Outage {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  resourceId!: string;

  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Date, { description: 'From this instant on.' })
  from!: Date;

  @Field(() => Date, { description: 'Until this instant, not included.' })
  until!: Date;

  @Field(() => String, { description: 'Why; may be empty.' })
  reason!: string;

  setBy!: string;
  cancelledAt?: Date;
}

export const OutageRecord = model<Outage>(
  'Outage',
  new Schema<Outage>({
    _id: { type: String, required: true },
    resourceId: { type: String, required: true },
    unitId: { type: String, required: true },
    from: { type: Date, required: true },
    until: { type: Date, required: true },
    reason: { type: String, default: '' },
    setBy: { type: String, required: true },
    cancelledAt: Date,
  }).index({ resourceId: 1, until: 1 }),
  'outages',
);
