import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';

@ObjectType({ description: 'A small firm, craftsperson or designer who has things made.' })
export class Firm {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'SIRET, fourteen digits; optional.' })
  siret?: string;

  @Field(() => String, { description: 'Postal code.' })
  postalCode!: string;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  location!: StoredPoint;
}

export const FirmRecord = model<Firm>(
  'Firm',
  new Schema<Firm>({
    _id: { type: String, required: true },
    name: { type: String, required: true },
    siret: String,
    postalCode: { type: String, default: '' },
    city: { type: String, default: '' },
    location: { type: storedPoint, required: true },
  }).index({ siret: 1 }, { partialFilterExpression: { siret: { $exists: true } } }),
  'firms',
);
