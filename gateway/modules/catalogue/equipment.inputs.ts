import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Use } from '../../../schema/kinds.ts';
import { type Evidence, type ToleranceClass, toleranceClasses } from '../../../schema/production.ts';
import { type Audience, limits, type Pricing } from '../../../schema/vocabulary.ts';
import { EvidenceEnum, ToleranceClassEnum } from './capability.entity.ts';
import { AudienceEnum, PricingEnum, UseEnum } from './resource.entity.ts';
import { UnitInput } from './unit.inputs.ts';

const most = {
  millimetres: 20_000,
  cents: 10_000_000,
  minutes: 7 * 24 * 60,
  hours: 24 * 366,
  capabilities: 80,
} as const;

@InputType({ description: 'A box in millimetres; sides left out are not known.' })
export class SizeInput {
  @Field(() => Float, { description: 'Length; diameter for a lathe.' })
  @Min(0.1)
  @Max(most.millimetres)
  x!: number;

  @Field(() => Float, { nullable: true, description: 'Width.' })
  @IsOptional()
  @Min(0.1)
  @Max(most.millimetres)
  y?: number | null;

  @Field(() => Float, { nullable: true, description: 'Height; length for a lathe.' })
  @IsOptional()
  @Min(0.1)
  @Max(most.millimetres)
  z?: number | null;
}

@InputType({ description: 'On which terms a resource is lent.' })
export class TermsInput {
  @Field(() => PricingEnum, { description: 'How use is charged.' })
  pricing!: Pricing;

  @Field(() => Int, { defaultValue: 0, description: 'Cents of euro per hour or per day; 0 when free.' })
  @Min(0)
  @Max(most.cents)
  rateCents!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Deposit in cents of euro.' })
  @Min(0)
  @Max(most.cents)
  depositCents!: number;

  @Field(() => AudienceEnum, { description: 'Who may borrow.' })
  audience!: Audience;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a request is accepted by itself.' })
  automatic!: boolean;

  @Field(() => Int, { defaultValue: 0, description: 'Hours of notice that a request needs.' })
  @Min(0)
  @Max(most.hours)
  noticeHours!: number;

  @Field(() => Int, { defaultValue: 240, description: 'Longest loan, in hours.' })
  @Min(1)
  @Max(most.hours)
  longestHours!: number;

  @Field(() => Int, { defaultValue: 48, description: 'Hours for which a request holds its slot.' })
  @Min(1)
  @Max(24 * 30)
  holdHours!: number;

  @Field(() => String, { defaultValue: '', description: 'What else the borrower accepts.' })
  @MaxLength(limits.note)
  conditions!: string;
}

@InputType({ description: 'Minutes blocked around a booking.' })
export class BuffersInput {
  @Field(() => Int, { defaultValue: 0, description: 'Preparation, before.' })
  @Min(0)
  @Max(most.minutes)
  prepareMinutes!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Cleaning, after.' })
  @Min(0)
  @Max(most.minutes)
  cleanMinutes!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Transport, before and after, when it is taken away.' })
  @Min(0)
  @Max(most.minutes)
  transportMinutes!: number;
}

@InputType({ description: 'What a machine does to one material. What is left out is not known.' })
export class CapabilityInput {
  @Field(() => String, { description: 'Process: an id of the taxonomy.' })
  @Length(1, limits.name)
  process!: string;

  @Field(() => String, { nullable: true, description: 'Material: an id of the taxonomy.' })
  @IsOptional()
  @MaxLength(limits.name)
  material?: string | null;

  @Field(() => SizeInput, { nullable: true, description: 'The largest piece.' })
  @IsOptional()
  @ValidateNested()
  envelopeMm?: SizeInput | null;

  @Field(() => Float, { nullable: true, description: 'Greatest thickness, in millimetres.' })
  @IsOptional()
  @Min(0.01)
  @Max(most.millimetres)
  maxThicknessMm?: number | null;

  @Field(() => ToleranceClassEnum, { nullable: true, description: 'General tolerance that it holds.' })
  @IsOptional()
  @IsIn(toleranceClasses)
  toleranceClass?: ToleranceClass | null;

  @Field(() => Int, { nullable: true, description: 'Fewest pieces in one run.' })
  @IsOptional()
  @Min(1)
  @Max(1_000_000)
  lotMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most pieces in one run.' })
  @IsOptional()
  @Min(1)
  @Max(1_000_000)
  lotMax?: number | null;

  @Field(() => Float, { nullable: true, description: 'Pieces in an hour of machine time.' })
  @IsOptional()
  @Min(0.001)
  @Max(1_000_000)
  ratePerHour?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to set up.' })
  @IsOptional()
  @Min(0)
  @Max(most.minutes)
  setupMinutes?: number | null;

  @Field(() => Float, { nullable: true, description: 'Days before work on a new order begins.' })
  @IsOptional()
  @Min(0)
  @Max(366)
  leadDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Cents of euro for an hour of machine time.' })
  @IsOptional()
  @Min(0)
  @Max(most.cents)
  priceCentsPerHour?: number | null;

  @Field(() => EvidenceEnum, {
    defaultValue: 'declared',
    description:
      'imported as proposed by the catalogue, declared, or confirmed by the workshop. `witnessed` is earned, never declared.',
  })
  @IsIn(['imported', 'declared', 'confirmed'])
  evidence!: Evidence;
}

@InputType({ description: 'What a workshop says of a machine.' })
export class UpdateEquipmentInput {
  @Field(() => String, { description: 'Name, as people say it.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Maker.' })
  @IsOptional()
  @MaxLength(limits.name)
  maker?: string | null;

  @Field(() => String, { nullable: true, description: 'Model.' })
  @IsOptional()
  @MaxLength(limits.name)
  model?: string | null;

  @Field(() => String, { defaultValue: '', description: 'What it does and how it is used.' })
  @MaxLength(limits.text)
  description!: string;

  @Field(() => [String], { description: 'What it does: ids of the taxonomy; those of its capabilities are added.' })
  @ArrayMaxSize(20)
  processes!: string[];

  @Field(() => SizeInput, { nullable: true, description: 'The largest piece that it takes.' })
  @IsOptional()
  @ValidateNested()
  envelope?: SizeInput | null;

  @Field(() => UseEnum, { description: 'On site, taken away or both.' })
  use!: Use;

  @Field(() => TermsInput, { description: 'On which terms.' })
  @ValidateNested()
  terms!: TermsInput;

  @Field(() => BuffersInput, { description: 'Time blocked around a booking.' })
  @ValidateNested()
  buffers!: BuffersInput;

  @Field(() => String, { nullable: true, description: 'The accreditation that the person who uses it must hold.' })
  @IsOptional()
  @MaxLength(limits.name)
  accreditation?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'What goes out and must come back with it.' })
  @ArrayMaxSize(limits.checklistItems)
  @Length(1, limits.line, { each: true })
  checklist!: string[];

  @Field(() => [CapabilityInput], {
    nullable: true,
    description: 'What it does, row by row. Left out: what its model lets expect when it is new, unchanged otherwise.',
  })
  @IsOptional()
  @ArrayMaxSize(most.capabilities)
  @ValidateNested({ each: true })
  capabilities?: CapabilityInput[] | null;
}

@InputType({ description: 'A new machine of a workshop.' })
export class CreateEquipmentInput extends UpdateEquipmentInput {
  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The workshop whose it is.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => [UnitInput], { defaultValue: [{}], description: 'Its units, one at least.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.unitsPerResource)
  @ValidateNested({ each: true })
  units!: UnitInput[];

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is offered at once; a draft otherwise.' })
  published!: boolean;
}
