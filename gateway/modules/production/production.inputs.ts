import { ArrayMaxSize, IsIn, IsOptional, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import {
  type DeclineReason,
  declineReasons,
  type ToleranceClass,
  toleranceClasses,
} from '../../../schema/production.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { ToleranceClassEnum } from '../catalogue/capability.entity.ts';
import { DeclineReasonEnum } from './offer.entity.ts';

const mostMillimetres = 20_000;
const day = /^\d{4}-\d{2}-\d{2}$/;
const mostMinutes = 60 * 24 * 30;

@InputType({ description: 'The outer size of a part, in millimetres.' })
export class PartSizeInput {
  @Field(() => Float, { description: 'Length; diameter of what is turned.' })
  @Min(0.1)
  @Max(mostMillimetres)
  x!: number;

  @Field(() => Float, { description: 'Width.' })
  @Min(0.1)
  @Max(mostMillimetres)
  y!: number;

  @Field(() => Float, { nullable: true, description: 'Height; left out for what is cut from a sheet.' })
  @IsOptional()
  @Min(0.1)
  @Max(mostMillimetres)
  z?: number | null;
}

@InputType({ description: 'One thing to make. What is left out is "not said"; a draft may lack everything.' })
export class RequestPartInput {
  @Field(() => String, { defaultValue: '', description: 'Name.' })
  @MaxLength(limits.name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Process: an id of the taxonomy.' })
  @IsOptional()
  @MaxLength(60)
  process?: string | null;

  @Field(() => String, { nullable: true, description: 'Material: an id of the taxonomy.' })
  @IsOptional()
  @MaxLength(60)
  material?: string | null;

  @Field(() => Float, { nullable: true, description: 'Thickness, in millimetres.' })
  @IsOptional()
  @Min(0.01)
  @Max(mostMillimetres)
  thicknessMm?: number | null;

  @Field(() => PartSizeInput, { nullable: true, description: 'Outer size.' })
  @IsOptional()
  @ValidateNested()
  sizeMm?: PartSizeInput | null;

  @Field(() => Int, { nullable: true, description: `How many, 1 to ${limits.partQuantity}.` })
  @IsOptional()
  @Min(1)
  @Max(limits.partQuantity)
  quantity?: number | null;

  @Field(() => ToleranceClassEnum, { nullable: true, description: 'General tolerance of ISO 2768-1.' })
  @IsOptional()
  @IsIn(toleranceClasses)
  toleranceClass?: ToleranceClass | null;

  @Field(() => String, { nullable: true, description: 'Finish: an id of the taxonomy.' })
  @IsOptional()
  @MaxLength(60)
  finish?: string | null;
}

@InputType({ description: 'A request as it is being described. A draft may lack anything.' })
export class RequestDraftInput {
  @Field(() => String, { defaultValue: '', description: 'Title.' })
  @MaxLength(limits.name)
  title!: string;

  @Field(() => [RequestPartInput], { description: `What to make, ${limits.partsPerRequest} parts at most.` })
  @ArrayMaxSize(limits.partsPerRequest)
  @ValidateNested({ each: true })
  parts!: RequestPartInput[];

  @Field(() => String, { nullable: true, description: 'The day by which it must be had, YYYY-MM-DD.' })
  @IsOptional()
  @Matches(day)
  mustHaveBy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to deliver: a commune, a postal code, an INSEE code, or "latitude,longitude".',
  })
  @IsOptional()
  @MaxLength(limits.name)
  deliverTo?: string | null;

  @Field(() => String, { defaultValue: '', description: 'What else the lab should know.' })
  @MaxLength(limits.note)
  note!: string;
}

@InputType({ description: 'A new draft.' })
export class CreateRequestInput extends RequestDraftInput {
  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}

@InputType({ description: 'Machine time for one part, as the lab knows it better than its record.' })
export class MachineMinutesInput {
  @Field(() => ID, { description: 'The part.' })
  @Length(1, 64)
  partId!: string;

  @Field(() => Int, { description: 'Minutes of machine time, set-up included; 0 books nothing.' })
  @Min(0)
  @Max(mostMinutes)
  minutes!: number;
}

@InputType({ description: 'Yes to an offer.' })
export class AcceptOfferInput {
  @Field(() => [MachineMinutesInput], {
    defaultValue: [],
    description: 'Machine time, where the record does not say it.',
  })
  @ArrayMaxSize(limits.partsPerRequest)
  @ValidateNested({ each: true })
  machineMinutes!: MachineMinutesInput[];
}

@InputType({ description: 'No to an offer.' })
export class DeclineOfferInput {
  @Field(() => DeclineReasonEnum, { description: 'Why: what is wrong is learnt from, and no capacity costs nothing.' })
  @IsIn(declineReasons)
  reason!: DeclineReason;

  @Field(() => String, { defaultValue: '', description: 'What else the firm should know.' })
  @MaxLength(limits.note)
  note!: string;
}
