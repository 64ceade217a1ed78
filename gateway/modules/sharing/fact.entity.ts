import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import type { FactName } from '../../../schema/kinds.ts';
import { sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { FactNameEnum } from './listing.entity.ts';

@InputType({ description: 'One thing said of what is offered: a number or words.' })
export class FactInput {
  @Field(() => FactNameEnum, { description: 'What.' })
  name!: FactName;

  @Field(() => Float, { nullable: true, description: 'The number.' })
  @IsOptional()
  @Min(0)
  @Max(sharingLimits.cents)
  number?: number;

  @Field(() => String, { nullable: true, description: 'The words.' })
  @MaxLength(limits.text)
  text?: string;
}
