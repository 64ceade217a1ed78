import {
  ArrayMaxSize,
  IsEmail,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Archetype, limits } from '../../../schema/vocabulary.ts';
import { ArchetypeEnum } from './workshop.entity.ts';

@InputType({ description: 'One span of the week, in the time zone of the workshop.' })
export class OpeningSpanInput {
  @Field(() => Int, { description: 'ISO weekday, 1 is Monday.' })
  @Min(1)
  @Max(7)
  day!: number;

  @Field(() => String, { description: 'HH:MM.' })
  @MaxLength(5)
  from!: string;

  @Field(() => String, { description: 'HH:MM; 24:00 for midnight.' })
  @MaxLength(5)
  to!: string;
}

@InputType({ description: 'Days of closure, both included.' })
export class ClosureInput {
  @Field(() => String, { description: 'First day, YYYY-MM-DD.' })
  @MaxLength(10)
  from!: string;

  @Field(() => String, { description: 'Last day, YYYY-MM-DD.' })
  @MaxLength(10)
  to!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(limits.line)
  reason?: string;
}

/** Answers are checked against the table of questions: an unknown one counts as none. */
@InputType({ description: 'Answers to the five questions that place a workshop among the six archetypes.' })
export class ArchetypeAnswersInput {
  @Field(() => String, { nullable: true, description: 'public, association or company.' })
  @IsOptional()
  @MaxLength(20)
  origin?: string | null;

  @Field(() => String, { nullable: true, description: 'general, mixed or professional.' })
  @IsOptional()
  @MaxLength(20)
  public?: string | null;

  @Field(() => String, { nullable: true, description: 'free, mixed or paid.' })
  @IsOptional()
  @MaxLength(20)
  pricing?: string | null;

  @Field(() => String, { nullable: true, description: 'basic, complete or high_performance.' })
  @IsOptional()
  @MaxLength(20)
  equipment?: string | null;

  @Field(() => String, { nullable: true, description: 'unbalanced, fragile or balanced.' })
  @IsOptional()
  @MaxLength(20)
  model?: string | null;
}

@InputType({ description: 'What a workshop says of itself.' })
export class UpdateWorkshopInput {
  @Field(() => String, { description: 'Name.' })
  @Length(1, limits.name)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is: a commune, a postal code, or "latitude,longitude"; left out, it stays where it is.',
  })
  @IsOptional()
  @MaxLength(limits.name)
  place?: string | null;

  @Field(() => String, { defaultValue: '', description: 'Street and number.' })
  @MaxLength(limits.line)
  address!: string;

  @Field(() => String, { defaultValue: '', description: 'What it is, in its own words.' })
  @MaxLength(limits.text)
  description!: string;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(500)
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Public e-mail address.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(limits.line)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Public telephone number.' })
  @IsOptional()
  @Matches(/^[+\d][\d\s().\u00a0-]{3,29}$/)
  phone?: string | null;

  @Field(() => [OpeningSpanInput], { defaultValue: [], description: 'Opening hours of a week.' })
  @ArrayMaxSize(limits.openingSpans)
  @ValidateNested({ each: true })
  openingHours!: OpeningSpanInput[];

  @Field(() => [ClosureInput], { defaultValue: [], description: 'Announced closures.' })
  @ArrayMaxSize(limits.closures)
  @ValidateNested({ each: true })
  closures!: ClosureInput[];

  @Field(() => ArchetypeAnswersInput, { nullable: true, description: 'Answers to the five questions.' })
  @IsOptional()
  @ValidateNested()
  answers?: ArchetypeAnswersInput | null;

  @Field(() => ArchetypeEnum, {
    nullable: true,
    description: 'The archetype that it claims, against its answers or not.',
  })
  archetypeChosen?: Archetype | null;
}

@InputType({ description: 'A new workshop.' })
export class CreateWorkshopInput extends UpdateWorkshopInput {
  @Field(() => String, {
    nullable: true,
    description: 'Three letters that begin the codes of its machines; made from its name when left out.',
  })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  code?: string | null;

  @Field(() => ID, { description: 'Made once per intention by the client: a retry gives the first answer again.' })
  @Length(8, 64)
  idempotencyKey!: string;
}
