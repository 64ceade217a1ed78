import {
  ArrayMaxSize,
  IsEmail,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { trainingLimits } from '../../../schema/training.ts';
import { limits } from '../../../schema/vocabulary.ts';

@InputType({ description: 'An accreditation to issue, to a person known by address or by id.' })
export class IssueAccreditationInput {
  @Field(() => ID, { description: 'The workshop that issues it.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => String, { nullable: true, description: 'The address of the person.' })
  @ValidateIf(({ personId }: IssueAccreditationInput) => !personId)
  @IsEmail()
  email?: string;

  @Field(() => ID, { nullable: true, description: 'The person, when a loan already shows them.' })
  @IsOptional()
  @Length(1, 64)
  personId?: string;

  @Field(() => String, { description: 'Its name, as machines ask for it.' })
  @Length(2, limits.name)
  name!: string;
}

@InputType({ description: 'How long accreditations last; an empty skill is for all others.' })
class LastingInput {
  @Field(() => String, { defaultValue: '', description: 'The skill, without its level; empty for all others.' })
  @MaxLength(limits.name)
  skill!: string;

  @Field(() => Int, { nullable: true, description: 'Months from issue; null for ever.' })
  @IsOptional()
  @Min(1)
  @Max(trainingLimits.months)
  ageMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Months without using it; null for ever.' })
  @IsOptional()
  @Min(1)
  @Max(trainingLimits.months)
  idleMonths?: number | null;
}

@InputType({ description: 'What a workshop says of accreditations: all of it.' })
export class TrainingPolicyInput {
  @Field(() => ID, { description: 'The workshop.' })
  @Length(1, 64)
  workshopId!: string;

  @Field(() => [LastingInput], { description: 'How long its own last, from the next issue on.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(trainingLimits.policies)
  lasting!: LastingInput[];

  @Field(() => [ID], { description: 'Workshops that it recognises though they share no network with it.' })
  @ArrayMaxSize(trainingLimits.recognised)
  recognised!: string[];

  @Field(() => [ID], { description: 'Workshops of its networks that it does not recognise.' })
  @ArrayMaxSize(trainingLimits.recognised)
  ignored!: string[];
}
