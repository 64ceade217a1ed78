import { IsOptional, Length } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import type { Scope } from '../../../schema/vocabulary.ts';
import { ScopeEnum } from '../identity/person.entity.ts';

@ArgsType()
export class ReuseArgs {
  @Field(() => ScopeEnum, { description: 'A workshop, for what it gave; a network, for what its members gave.' })
  scope!: Scope;

  @Field(() => ID, { description: 'Its id.' })
  @Length(1, 64)
  id!: string;

  @Field(() => Date, { nullable: true, description: 'Received from this instant on.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Received before this instant.' })
  @IsOptional()
  until?: Date | null;
}
