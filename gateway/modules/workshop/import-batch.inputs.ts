import { ArrayMaxSize, IsIn, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import { ImportFormatEnum } from './import-batch.entity.ts';
import { type Column, columns } from './import.columns.rules.ts';
import type { ImportFormat } from './import.reading.ts';

@InputType({ description: 'One column of ours and the column of the file that holds it.' })
export class ImportMatchInput {
  @Field(() => String, { description: 'Our column: name, city, lat…' })
  @IsIn(Object.keys(columns))
  column!: Column;

  @Field(() => String, { description: 'The column of the file.' })
  @Length(1, limits.line)
  name!: string;
}

@InputType({ description: 'How a file is to be read.' })
export class PrepareImportInput {
  @Field(() => ImportFormatEnum, { description: 'What it is.' })
  format!: ImportFormat;

  @Field(() => [ImportMatchInput], { defaultValue: [], description: 'How the columns of a table are matched.' })
  @ArrayMaxSize(Object.keys(columns).length)
  @ValidateNested({ each: true })
  matching!: ImportMatchInput[];

  @Field(() => ID, { nullable: true, description: 'The workshop whose machines a Fab-manager lists.' })
  @IsOptional()
  @MaxLength(64)
  workshopId?: string | null;
}
