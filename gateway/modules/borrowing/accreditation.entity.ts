import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a workshop says that a person can use safely. Revoked, never deleted.' })
export class Accreditation {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  personId!: string;
  /** The workshop that issued it. */
  workshopId!: string;

  @Field(() => String, { description: 'Its name, as machines ask for it: Laser niveau 1.' })
  name!: string;

  /** The name without accents or capitals: what is compared. */
  folded!: string;

  @Field(() => Date, { description: 'When it was issued.' })
  issuedAt!: Date;

  issuedBy!: string;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  revokedAt?: Date;

  @Field(() => Date, { nullable: true, description: 'When it last opened a loan.' })
  usedAt?: Date;
}

/** Two spellings of one accreditation are one: capitals, accents and spaces do not count. */
export const foldedName = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

export const AccreditationRecord = model<Accreditation>(
  'Accreditation',
  new Schema<Accreditation>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    workshopId: { type: String, required: true },
    name: { type: String, required: true },
    folded: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    issuedBy: { type: String, required: true },
    revokedAt: Date,
    usedAt: Date,
  })
    .index({ personId: 1, folded: 1, workshopId: 1 }, { unique: true, partialFilterExpression: { revokedAt: null } })
    .index({ workshopId: 1, issuedAt: -1, _id: -1 })
    .index({ personId: 1, issuedAt: -1 }),
  'accreditations',
);
