import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { type Role, roleNames, type Scope, scopes } from '../../../schema/vocabulary.ts';
import { RoleEnum } from './person.entity.ts';

@ObjectType({ description: 'An invitation by e-mail to hold a role in an organisation.' })
export class Invitation {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'The address invited.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'The role offered.' })
  role!: Role;

  scope!: Scope;
  scopeId!: string;
  /** Digest of the token in the mail: the token itself is nowhere kept. */
  tokenDigest!: string;
  invitedBy!: string;

  @Field(() => Date, { description: 'When it lapses.' })
  expiresAt!: Date;

  acceptedAt?: Date;
}

export const InvitationRecord = model<Invitation>(
  'Invitation',
  new Schema<Invitation>({
    _id: { type: String, required: true },
    email: { type: String, required: true },
    role: { type: String, enum: roleNames, required: true },
    scope: { type: String, enum: scopes, required: true },
    scopeId: { type: String, required: true },
    tokenDigest: { type: String, required: true },
    invitedBy: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    acceptedAt: Date,
  })
    .index({ tokenDigest: 1 }, { unique: true })
    .index({ email: 1, scopeId: 1 })
    .index({ scope: 1, scopeId: 1, expiresAt: 1 }),
  'invitations',
);
