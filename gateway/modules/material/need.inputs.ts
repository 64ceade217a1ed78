import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import { kinds, type Measure } from '../../../schema/kinds.ts';
import { needLimits } from '../../../schema/needs.ts';
import { sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { MeasureEnum } from '../sharing/listing.entity.ts';

const { thickness, width, length } = kinds.material.facts;

@InputType({ description: 'A material to look for, for whom the caller acts.' })
export class PostNeed {
  @Field(() => String, { description: 'The material, an id of the taxonomy: a family or one of it.' })
  @MaxLength(64)
  materialId!: string;

  @Field(() => Float, { nullable: true, description: 'The least thickness, in millimetres.' })
  @IsOptional()
  @Min(0.01)
  @Max(thickness.max)
  thicknessMin?: number | null;

  @Field(() => Float, { nullable: true, description: 'The greatest thickness, in millimetres.' })
  @IsOptional()
  @Min(0.01)
  @Max(thickness.max)
  thicknessMax?: number | null;

  @Field(() => Float, { nullable: true, description: 'The least width, in millimetres.' })
  @IsOptional()
  @Min(1)
  @Max(width.max)
  width?: number | null;

  @Field(() => Float, { nullable: true, description: 'The least length, in millimetres.' })
  @IsOptional()
  @Min(1)
  @Max(length.max)
  length?: number | null;

  @Field(() => Float, { nullable: true, description: 'About how much; none for any.' })
  @IsOptional()
  @Min(0.001)
  @Max(sharingLimits.quantity)
  quantity?: number | null;

  @Field(() => MeasureEnum, { description: 'What the quantity is counted in.' })
  measure!: Measure;

  @Field(() => String, { description: 'Near this place: a postal code, a town, or latitude,longitude.' })
  @Length(1, limits.line)
  place!: string;

  @Field(() => Float, { defaultValue: 50, description: 'Within so many kilometres of it.' })
  @Min(1)
  @Max(needLimits.radiusKm)
  radiusKm!: number;

  @Field(() => Date, { description: 'Until when.' })
  until!: Date;

  @Field(() => String, { defaultValue: '', description: 'What else is worth knowing.' })
  @MaxLength(limits.note)
  note!: string;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@InputType({ description: 'What a workshop answers to somebody who looks for a material.' })
export class AnswerNeed {
  @Field(() => ID, { description: 'What is looked for.' })
  @MaxLength(64)
  needId!: string;

  @Field(() => ID, { nullable: true, description: 'The lot that it offers, one of its own.' })
  @IsOptional()
  @MaxLength(64)
  listingId?: string | null;

  @Field(() => String, { defaultValue: '', description: 'What is said with it.' })
  @MaxLength(limits.note)
  note!: string;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@ArgsType()
export class NeedsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A material: what looks for it, for one of it or its family.' })
  @MaxLength(64)
  materialId?: string;

  @Field(() => String, { nullable: true, description: 'Near this place.' })
  @MaxLength(limits.line)
  near?: string;

  @Field(() => Float, { defaultValue: 100, description: 'Within so many kilometres of it.' })
  @Min(1)
  @Max(limits.searchRadiusKm)
  withinKm!: number;
}

@ArgsType()
export class NeedMatchesArgs extends PageArgs {
  @Field(() => ID, { description: 'The need, or the lot.' })
  @MaxLength(64)
  id!: string;
}
