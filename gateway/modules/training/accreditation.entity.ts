import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** How long an accreditation lasts, by the policy of who issues it. */
export interface Expiry {
  ageMonths?: number;
  idleMonths?: number;
}

/** An issue that a later one has taken the place of. */
interface EarlierIssue {
  issuedAt: Date;
  issuedBy: string;
  expiresAt?: Date;
}

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

  @Field(() => Date, { description: 'When it was issued, or last renewed.' })
  issuedAt!: Date;

  issuedBy!: string;

  @Field(() => Date, { nullable: true, description: 'When it grows too old, as its issuer said when issuing it.' })
  expiresAt?: Date;

  @Field(() => Int, { nullable: true, description: 'After so many months without use it no longer counts.' })
  idleMonths?: number;

  /** Issues before the last. */
  earlier!: EarlierIssue[];

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  revokedAt?: Date;

  @Field(() => Date, { nullable: true, description: 'When it last opened a loan.' })
  usedAt?: Date;
}

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
    expiresAt: Date,
    idleMonths: Number,
    earlier: {
      type: [new Schema<EarlierIssue>({ issuedAt: Date, issuedBy: String, expiresAt: Date }, { _id: false })],
      default: [],
    },
    revokedAt: Date,
    usedAt: Date,
  })
    .index({ personId: 1, folded: 1, workshopId: 1 }, { unique: true, partialFilterExpression: { revokedAt: null } })
    .index({ workshopId: 1, issuedAt: -1, _id: -1 })
    .index({ personId: 1, issuedAt: -1 }),
  'accreditations',
);
