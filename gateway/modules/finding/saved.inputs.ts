import { IsOptional, Length, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import { EquipmentFilter } from '../catalogue/search-filter.entity.ts';

@InputType({ description: 'A search to keep.' })
export class SaveSearchInput {
  @Field(() => String, { description: 'Its name.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => EquipmentFilter, { description: 'What it looks for.' })
  @ValidateNested()
  filter!: EquipmentFilter;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to be told of machines that come to answer it.' })
  alert!: boolean;

  @Field(() => String, { description: 'Made once per form: a retry with the same one saves nothing more.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@InputType({ description: 'What changes of a saved search; what is left out stays.' })
export class UpdateSavedSearchInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @Length(1, limits.name)
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to be told of machines that come to answer it.' })
  alert?: boolean | null;
}
