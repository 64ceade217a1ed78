import { ArrayMaxSize, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';

@InputType({ description: 'A new regional network.' })
export class CreateNetworkInput {
  @Field(() => String, { description: 'Short code, capitals and digits: CVL.' })
  @Matches(/^[A-Z][A-Z0-9]{1,11}$/)
  code!: string;

  @Field(() => String, { description: 'Name.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'What it is for.' })
  @MaxLength(limits.text)
  description!: string;

  @Field(() => [String], { defaultValue: [], description: 'INSEE codes of the départements that it covers.' })
  @ArrayMaxSize(110)
  @Matches(/^(\d{2,3}|2[AB])$/, { each: true })
  departements!: string[];

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@InputType({ description: 'A workshop that wants to join a network.' })
export class AskMembershipInput {
  @Field(() => ID, { description: 'The workshop; the caller manages it.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => String, { description: 'Code of the network.' })
  @Length(1, 64)
  networkCode!: string;

  @Field(() => String, { nullable: true, description: 'What to say to the network with it.' })
  @IsOptional()
  @MaxLength(limits.note)
  note?: string;

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
