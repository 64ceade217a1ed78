import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import { PageType } from '../../platform/page.ts';

@ObjectType({ description: 'Something that people looked for and nobody has, without who they are.' })
export class UnmetDemand {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => [String], { description: 'Words, without accents or plurals.' })
  words!: string[];

  @Field(() => [String], { description: 'Processes: ids of the taxonomy.' })
  processes!: string[];

  @Field(() => [String], { description: 'Materials: ids of the taxonomy.' })
  materials!: string[];

  @Field(() => Float, { nullable: true, description: 'Through so many millimetres.' })
  thicknessMm?: number;

  @Field(() => String, { nullable: true, description: 'The commune searched from.' })
  place?: string;

  /** Its département; an empty text when no place was given. */
  departement!: string;

  @Field(() => Float, { nullable: true, description: 'Within so many kilometres.' })
  radiusKm?: number;

  @Field(() => Date, { nullable: true, description: 'Free from: the day, at midnight UTC.' })
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'Free until: the day, at midnight UTC.' })
  until?: Date;

  @Field(() => Boolean, { description: 'Whether machines would have done, had they been free.' })
  taken!: boolean;

  @Field(() => Int, { description: 'How many times it was looked for.' })
  count!: number;

  @Field(() => Date, { description: 'When it was first looked for.' })
  firstAt!: Date;

  @Field(() => Date, { description: 'When it was last looked for.' })
  lastAt!: Date;
}

@ObjectType({ description: 'A page of what people looked for in vain.' })
export class UnmetDemandPage extends PageType(UnmetDemand) {}

export const UnmetDemandRecord = model<UnmetDemand>(
  'UnmetDemand',
  new Schema<UnmetDemand>({
    _id: { type: String, required: true },
    words: { type: [String], default: [] },
    processes: { type: [String], default: [] },
    materials: { type: [String], default: [] },
    thicknessMm: Number,
    place: String,
    departement: { type: String, default: '' },
    radiusKm: Number,
    from: Date,
    until: Date,
    taken: { type: Boolean, default: false },
    count: { type: Number, default: 0 },
    firstAt: { type: Date, required: true },
    lastAt: { type: Date, required: true },
  })
    .index({ departement: 1, count: -1, _id: 1 })
    .index({ lastAt: 1 }, { expireAfterSeconds: limits.unmetDemandDays * 86_400 }),
  'unmetdemands',
);
