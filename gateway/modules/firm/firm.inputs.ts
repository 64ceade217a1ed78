import { IsOptional, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';

@InputType({ description: 'What a firm says of itself.' })
export class UpdateFirmInput {
  @Field(() => String, { description: 'Name.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'SIRET, fourteen digits, spaces allowed; optional.' })
  @IsOptional()
  @Length(0, 20)
  siret?: string;

  @Field(() => String, { description: 'Where it is: a commune, a postal code, or "latitude,longitude".' })
  @Length(1, limits.name)
  place!: string;
}

@InputType({ description: 'A new firm.' })
export class CreateFirmInput extends UpdateFirmInput {
  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
