import { IsEmail, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { limits, type Role, type Scope } from '../../../schema/vocabulary.ts';
import { RoleEnum, ScopeEnum } from './person.entity.ts';

@InputType({ description: 'An organisation.' })
export class OrganisationInput {
  @Field(() => ScopeEnum, { description: 'Its sort.' })
  scope!: Scope;

  @Field(() => ID, { description: 'Its id.' })
  @Length(1, 64)
  id!: string;
}

@InputType({ description: 'Whom to invite, and to what.' })
export class InviteInput {
  @Field(() => OrganisationInput, { description: 'For which organisation.' })
  organisation!: OrganisationInput;

  @Field(() => String, { description: 'The address invited.' })
  @IsEmail()
  @Length(3, limits.line)
  email!: string;

  @Field(() => RoleEnum, { description: 'The role offered.' })
  role!: Role;
}
