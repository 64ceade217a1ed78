import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import type { Use } from '../../../schema/kinds.ts';
import { type Archetype, limits } from '../../../schema/vocabulary.ts';
import { GeoPointInput } from '../../platform/point.ts';
import { ArchetypeEnum } from '../workshop/workshop.entity.ts';
import { SizeInput } from './equipment.inputs.ts';
import { UseEnum } from './resource.entity.ts';

@InputType({ description: 'What one looks for. Everything given must hold.' })
export class EquipmentFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words: name, maker, process, material, workshop. Accents, endings and slips of the fingers do not count.',
  })
  @IsOptional()
  @MaxLength(limits.name)
  text?: string | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'From where distances are measured.' })
  @IsOptional()
  @ValidateNested()
  near?: GeoPointInput | null;

  @Field(() => String, { nullable: true, description: 'The same as text: a commune or a postal code. `near` wins.' })
  @IsOptional()
  @MaxLength(limits.name)
  place?: string | null;

  @Field(() => Float, { nullable: true, description: 'Within so many kilometres, straight line.' })
  @IsOptional()
  @Min(0.1)
  @Max(limits.searchRadiusKm)
  radiusKm?: number | null;

  @Field(() => Date, { nullable: true, description: 'Free from this instant; asks for `until` too.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Free until this instant, not included.' })
  until?: Date | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'One of these processes: ids of the taxonomy, or whole names.',
  })
  @ArrayMaxSize(20)
  @Length(1, limits.name, { each: true })
  processes!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'In one of these materials: ids of the taxonomy, or whole names.',
  })
  @ArrayMaxSize(20)
  @Length(1, limits.name, { each: true })
  materials!: string[];

  @Field(() => Float, { nullable: true, description: 'Through so many millimetres.' })
  @IsOptional()
  @Min(0.01)
  @Max(20_000)
  thicknessMm?: number | null;

  @Field(() => SizeInput, { nullable: true, description: 'A piece of this size must fit, turned as one likes.' })
  @IsOptional()
  @ValidateNested()
  size?: SizeInput | null;

  @Field(() => UseEnum, { nullable: true, description: 'on_site or take_away; both, or left out, is either.' })
  use?: Use | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Asking for one of these accreditations; an empty text for none.',
  })
  @ArrayMaxSize(20)
  @MaxLength(limits.name, { each: true })
  accreditations!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only machines that the caller may use with the accreditations that they hold.',
  })
  accreditationHeld!: boolean;

  @Field(() => String, { nullable: true, description: 'Of workshops of the network with this code.' })
  @IsOptional()
  @MaxLength(24)
  networkCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'At most so many cents of euro an hour; a day counts as eight.' })
  @IsOptional()
  @Min(0)
  @Max(10_000_000)
  priceMaxCentsPerHour?: number | null;

  @Field(() => [ArchetypeEnum], { defaultValue: [], description: 'In workshops of one of these archetypes.' })
  @ArrayMaxSize(6)
  archetypes!: Archetype[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'In workshops that are open now, by the hours that they say.',
  })
  openNow!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also those that are taken or closed then, after the free ones.',
  })
  withTaken!: boolean;
}
