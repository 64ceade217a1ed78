import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { type Locale, locales, type Role, roleNames, type Scope, scopes } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { marked } from '../../platform/marks.ts';

export const RoleEnum = enumOf('Role', roleNames, 'A role in a workshop, a firm or a network.');
export const ScopeEnum = enumOf('Scope', scopes, 'The sorts of organisation.');
export const LocaleEnum = enumOf('Locale', locales, 'The languages of the screens.');
const partyScopes = [...scopes, 'person'] as const;
const PartyScopeEnum = enumOf('PartyScope', partyScopes, 'An organisation, or a person on their own account.');

@ObjectType({ description: 'Who something is for or by: an organisation, or a person on their own account.' })
export class PartyCard {
  @Field(() => PartyScopeEnum, { description: 'Which sort.' })
  scope!: Scope | 'person';

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A role that a person holds in an organisation.' })
export class Mandate {
  @Field(() => ID, { name: 'id', description: 'Id of the mandate.' })
  _id!: string;

  personId!: string;

  @Field(() => ScopeEnum, { description: 'The sort of organisation.' })
  scope!: Scope;

  @Field(() => ID, { description: 'The organisation.' })
  scopeId!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  revision?: number;
}

/** The account rows that better-auth writes; this side only reads them, and sets the two fields of ours. */
export interface Person {
  _id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  locale: Locale;
  admin: boolean;
  createdAt: Date;
}

export const PersonRecord = model<Person>(
  'Person',
  new Schema<Person>(
    {
      _id: { type: String, required: true },
      name: { type: String, required: true },
      email: { type: String, required: true },
      emailVerified: { type: Boolean, default: false },
      locale: { type: String, enum: locales, default: 'fr' },
      admin: { type: Boolean, default: false },
      createdAt: { type: Date },
    },
    { strict: false },
  ).index({ email: 1 }, { unique: true, name: 'user_email_uidx' }),
  'user',
);

export const MandateRecord = model<Mandate>(
  'Mandate',
  new Schema<Mandate>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    scope: { type: String, enum: scopes, required: true },
    scopeId: { type: String, required: true },
    role: { type: String, enum: roleNames, required: true },
    since: { type: Date, required: true },
    revision: { type: Number, default: 0 },
  })
    .index({ personId: 1, scopeId: 1, role: 1 }, { unique: true })
    .index({ scopeId: 1, scope: 1, since: 1, _id: 1 })
    .index({ scope: 1, scopeId: 1, role: 1 })
    .plugin(marked('labs', ['scope', 'scopeId'])),
  'mandates',
);
