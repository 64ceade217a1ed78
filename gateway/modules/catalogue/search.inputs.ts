import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs } from '../../platform/page.ts';
import { EquipmentFilter } from './search-filter.entity.ts';
import type { SortKey } from './search.sieve.ts';

const EquipmentSortEnum = enumOf(
  'EquipmentSort',
  ['DISTANCE', 'NAME', 'PRICE'] as const,
  'How results are ordered; free ones always come first.',
);

@ArgsType()
export class SearchEquipmentArgs extends PageArgs {
  @Field(() => EquipmentFilter, { nullable: true, description: 'What one looks for; left out, everything.' })
  @IsOptional()
  @ValidateNested()
  filter?: EquipmentFilter | null;

  @Field(() => EquipmentSortEnum, {
    defaultValue: 'DISTANCE',
    description: 'By distance where there is a place, by name otherwise.',
  })
  sort!: SortKey;
}
