import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import type { CountedKind, Measure } from '../../../schema/kinds.ts';
import { type ListingMove, type Public, sharingLimits } from '../../../schema/sharing.ts';
import { type Audience, limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { AudienceEnum, KindEnum } from '../catalogue/resource.entity.ts';
import { FactInput } from './fact.entity.ts';
import { ListingMoveEnum, MeasureEnum, PublicEnum } from './listing.entity.ts';

@InputType({ description: 'A price: for a public, from a quantity on.' })
export class PriceInput {
  @Field(() => PublicEnum, { defaultValue: 'everyone', description: 'To whom.' })
  for!: Public;

  @Field(() => Float, { defaultValue: 0, description: 'From this quantity on.' })
  @Min(0)
  @Max(sharingLimits.quantity)
  from!: number;

  @Field(() => Int, { description: 'Cents of euro for one of its measure.' })
  @Min(0)
  @Max(sharingLimits.cents)
  cents!: number;
}

@InputType({ description: 'What is said of something offered.' })
export class UpdateListing {
  @Field(() => String, { description: 'Its name, as people say it.' })
  @Length(2, limits.name)
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'What else is worth knowing.' })
  @MaxLength(limits.text)
  description!: string;

  @Field(() => MeasureEnum, { description: 'What its quantities are counted in.' })
  measure!: Measure;

  @Field(() => Float, { nullable: true, description: 'How much there is; none for pledges without a ceiling.' })
  @IsOptional()
  @Min(0)
  @Max(sharingLimits.quantity)
  quantity?: number | null;

  @Field(() => Float, { defaultValue: 1, description: 'The least that may be asked for.' })
  @Min(0.001)
  @Max(sharingLimits.quantity)
  minimum!: number;

  @Field(() => Float, { defaultValue: 1, description: 'What that may grow by.' })
  @Min(0.001)
  @Max(sharingLimits.quantity)
  step!: number;

  @Field(() => Float, { nullable: true, description: 'Without so much it does not happen.' })
  @IsOptional()
  @Min(0.001)
  @Max(sharingLimits.quantity)
  threshold?: number | null;

  @Field(() => Date, { nullable: true, description: 'When it is decided whether it happens.' })
  decideAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it begins.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends, or until when it is offered.' })
  until?: Date | null;

  @Field(() => [PriceInput], { defaultValue: [], description: 'Its prices; none is free.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(sharingLimits.prices)
  prices!: PriceInput[];

  @Field(() => AudienceEnum, { defaultValue: 'everyone', description: 'Who may ask for a part.' })
  audience!: Audience;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a request is accepted by itself.' })
  automatic!: boolean;

  @Field(() => Int, { defaultValue: 72, description: 'Hours for which a request holds its part.' })
  @Min(1)
  @Max(24 * 30)
  holdHours!: number;

  @Field(() => [FactInput], { defaultValue: [], description: 'What its kind wants to know.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(sharingLimits.facts)
  facts!: FactInput[];
}

@InputType({ description: 'Something to offer.' })
export class CreateListing extends UpdateListing {
  @Field(() => KindEnum, { description: 'Its kind: one that is counted.' })
  kind!: CountedKind;

  @Field(() => ID, { description: 'The workshop that offers it, or where what a network offers is based.' })
  @MaxLength(64)
  workshopId!: string;

  @Field(() => ID, { nullable: true, description: 'The network that offers it instead: a shared job.' })
  @IsOptional()
  @MaxLength(64)
  networkId?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is offered at once.' })
  published!: boolean;

  @Field(() => String, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@ArgsType()
export class MoveListingArgs {
  @Field(() => ID, { description: 'What is offered.' })
  id!: string;

  @Field(() => ListingMoveEnum, { description: 'The step to take.' })
  move!: ListingMove;

  @Field(() => String, { nullable: true, description: 'What is said with it; those who asked read it.' })
  @MaxLength(limits.note)
  note?: string;
}

@ArgsType()
export class ListingsArgs extends PageArgs {
  @Field(() => KindEnum, { nullable: true, description: 'Of this kind; all that are counted when left out.' })
  kind?: CountedKind;

  @Field(() => String, { nullable: true, description: 'Words that it must answer to.' })
  @MaxLength(limits.line)
  words?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Near this place: a postal code, a town, or latitude,longitude.',
  })
  @MaxLength(limits.line)
  near?: string;

  @Field(() => Float, { defaultValue: 100, description: 'Within so many kilometres of it.' })
  @Min(1)
  @Max(limits.searchRadiusKm)
  withinKm!: number;

  @Field(() => ID, { nullable: true, description: 'Of this workshop: for its people, drafts and ended ones too.' })
  @MaxLength(64)
  workshopId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this network: for its people, drafts and ended ones too.' })
  @IsOptional()
  @MaxLength(64)
  networkId?: string;
}
