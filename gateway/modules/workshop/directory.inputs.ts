import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, InputType } from 'type-graphql';
import { type Archetype, limits } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs } from '../../platform/page.ts';
import { GeoPointInput } from '../../platform/point.ts';
import { ArchetypeEnum } from './workshop.entity.ts';

const workshopSorts = ['distance', 'name'] as const;
export type WorkshopSort = (typeof workshopSorts)[number];
const WorkshopSortEnum = enumOf('WorkshopSort', workshopSorts, 'How the directory is ordered.');

@InputType({ description: 'Which workshops. Everything given must hold; within a list, one of its values is enough.' })
export class WorkshopFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of a name, a town, a machine, a process or a material; a beginning is enough. Accents, endings and slips of the fingers do not count.',
  })
  @IsOptional()
  @MaxLength(limits.line)
  text?: string | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'From where distances are measured.' })
  @IsOptional()
  @ValidateNested()
  near?: GeoPointInput | null;

  @Field(() => Float, { nullable: true, description: 'Within so many kilometres of `near`, straight line.' })
  @IsOptional()
  @Min(0.1)
  @Max(limits.searchRadiusKm)
  radiusKm?: number | null;

  @Field(() => [String], { defaultValue: [], description: 'Doing one of these processes: ids of the taxonomy.' })
  @ArrayMaxSize(20)
  @Length(1, 40, { each: true })
  processes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Working one of these materials: ids of the taxonomy.' })
  @ArrayMaxSize(20)
  @Length(1, 40, { each: true })
  materials!: string[];

  @Field(() => [String], { defaultValue: [], description: 'In one of these départements: INSEE codes.' })
  @ArrayMaxSize(20)
  @Length(1, 3, { each: true })
  departements!: string[];

  @Field(() => [ArchetypeEnum], { defaultValue: [], description: 'Of one of these archetypes.' })
  @ArrayMaxSize(6)
  archetypes!: Archetype[];

  @Field(() => Boolean, { defaultValue: false, description: 'Open now, by the hours that they say.' })
  openNow!: boolean;

  @Field(() => String, { nullable: true, description: 'Members of the network with this code.' })
  @IsOptional()
  @MaxLength(64)
  networkCode?: string | null;
}

@ArgsType()
export class DirectoryArgs extends PageArgs {
  @Field(() => WorkshopFilter, { nullable: true, description: 'Which workshops; all of them when left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: WorkshopFilter | null;

  @Field(() => WorkshopSortEnum, {
    nullable: true,
    description:
      'In which order; left out, nearest first from a place, else the best answers to the text, else by name.',
  })
  sort?: WorkshopSort | null;
}
