import { ArrayMaxSize, IsEmail, IsOptional, Length, MaxLength, Min, Max, ValidateNested } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { FactInput } from '../sharing/fact.entity.ts';
import { TermsInput } from './equipment.inputs.ts';

@InputType({
  description: 'A span of the week in which somebody can be asked for, in the time zone of their workshop.',
})
export class HoursSpanInput {
  @Field(() => Int, { description: 'ISO weekday, 1 is Monday.' })
  @Min(1)
  @Max(7)
  day!: number;

  @Field(() => String, { description: 'HH:MM.' })
  @Length(5, 5)
  from!: string;

  @Field(() => String, { description: 'HH:MM; 24:00 for midnight.' })
  @Length(5, 5)
  to!: string;
}

@InputType({ description: 'What is said of a trainer.' })
export class UpdateTrainerInput {
  @Field(() => String, { description: 'Name, as people say it.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'Who they are, what they teach and how.' })
  @MaxLength(limits.text)
  description!: string;

  @Field(() => [FactInput], {
    description: 'What the kind wants to know: skills, languages, radius, cost of the road.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(sharingLimits.facts)
  facts!: FactInput[];

  @Field(() => TermsInput, { description: 'On which terms.' })
  @ValidateNested()
  terms!: TermsInput;

  @Field(() => [HoursSpanInput], { defaultValue: [], description: 'When they can be asked for; any time when empty.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(50)
  hours!: HoursSpanInput[];
}

@InputType({ description: 'A new trainer of a workshop.' })
export class CreateTrainerInput extends UpdateTrainerInput {
  @Field(() => ID, { description: 'Made once per form opened.' })
  @Length(8, 64)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The workshop from which they set out.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => String, { nullable: true, description: 'The address of the person; the caller when left out.' })
  @IsOptional()
  @IsEmail()
  email?: string | null;
}

@ArgsType()
export class TrainersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words of their name, of what they teach in either language, or of where they set out from.',
  })
  @MaxLength(limits.line)
  words?: string;

  @Field(() => String, { nullable: true, description: 'A skill of the shared list: its id or a name of it.' })
  @MaxLength(limits.line)
  skill?: string;

  @Field(() => Int, { defaultValue: 1, description: 'At this level at least.' })
  @Min(1)
  @Max(3)
  level!: number;

  @Field(() => String, { nullable: true, description: 'Near this place: a postal code or a town. Orders by distance.' })
  @MaxLength(limits.line)
  near?: string;

  @Field(() => Float, { defaultValue: 150, description: 'Within so many kilometres of it, straight line.' })
  @Min(1)
  @Max(limits.searchRadiusKm)
  withinKm!: number;

  @Field(() => ID, { nullable: true, description: 'Of this workshop: for its people, drafts too.' })
  @MaxLength(64)
  workshopId?: string;
}
