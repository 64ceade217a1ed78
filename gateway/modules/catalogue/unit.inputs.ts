import { IsInt, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';

@InputType({ description: 'One physical machine.' })
export class UnitInput {
  @Field(() => String, {
    nullable: true,
    description: 'Its code on its label; made from the workshop and the process when left out.',
  })
  @IsOptional()
  @MaxLength(24)
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Serial number.' })
  @IsOptional()
  @MaxLength(limits.name)
  serial?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands.' })
  @IsOptional()
  @MaxLength(limits.name)
  shelf?: string | null;
}

@InputType({ description: 'A stretch of time during which a unit cannot be used.' })
export class OutageInput {
  @Field(() => ID, { description: 'Made once per intention by the client.' })
  @Length(8, 64)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The equipment.' })
  @Length(1, 64)
  resourceId!: string;

  @Field(() => ID, { description: 'The unit.' })
  @Length(1, 64)
  unitId!: string;

  @Field(() => Date, { description: 'From this instant on.' })
  from!: Date;

  @Field(() => Date, { description: 'Until this instant, not included; a year later at most.' })
  until!: Date;

  @Field(() => String, { defaultValue: '', description: 'Why.' })
  @MaxLength(limits.note)
  reason!: string;
}

@InputType({ description: 'Units to add to an equipment.' })
export class AddUnitsInput {
  @Field(() => ID, { description: 'Made once per intention by the client.' })
  @Length(8, 64)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The equipment.' })
  @Length(1, 64)
  resourceId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How many.' })
  @IsInt()
  @Min(1)
  @Max(limits.unitsPerResource)
  count!: number;
}
