import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';

/** How often a loan was refused for want of an accreditation, in one département: never whose loan. */
interface SkillDemand {
  _id: string;
  skill: string;
  level: number;
  /** As machines ask for it. */
  name: string;
  departement: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

export const SkillDemandRecord = model<SkillDemand>(
  'SkillDemand',
  new Schema<SkillDemand>({
    _id: { type: String, required: true },
    skill: { type: String, required: true },
    level: { type: Number, required: true },
    name: { type: String, required: true },
    departement: { type: String, default: '' },
    count: { type: Number, default: 0 },
    firstAt: { type: Date, required: true },
    lastAt: { type: Date, required: true },
  })
    .index({ departement: 1, count: -1, _id: 1 })
    .index({ lastAt: 1 }, { expireAfterSeconds: limits.unmetDemandDays * 86_400 }),
  'skilldemands',
);

@ObjectType({ description: 'A training that somebody wishes for; it goes when they hold the accreditation.' })
export class TrainingWish {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  personId!: string;
  skill!: string;

  @Field(() => Int, { description: 'The level wished for; 0 for any.' })
  level!: number;

  @Field(() => String, { description: 'What is wished for, as it was said: Laser niveau 1.' })
  name!: string;

  @Field(() => String, { description: 'Where: a commune.' })
  place!: string;

  departement!: string;

  @Field(() => Date, { description: 'When it was wished for.' })
  at!: Date;
}

export const TrainingWishRecord = model<TrainingWish>(
  'TrainingWish',
  new Schema<TrainingWish>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    skill: { type: String, required: true },
    level: { type: Number, required: true },
    name: { type: String, required: true },
    place: { type: String, required: true },
    departement: { type: String, required: true },
    at: { type: Date, required: true },
  })
    .index({ personId: 1, skill: 1 }, { unique: true })
    .index({ personId: 1, at: -1, _id: 1 })
    .index({ departement: 1, skill: 1, level: 1 }),
  'trainingwishes',
);

@ObjectType({
  description: 'A skill in the territory of a network: how much it is asked for, and how much of it is given.',
})
export class SkillPlan {
  @Field(() => String, { description: 'The accreditation, as people say it.' })
  name!: string;

  skill!: string;

  @Field(() => Int, { description: 'Its level; 0 for any.' })
  level!: number;

  @Field(() => Int, { description: 'Loans refused for want of it, of late.' })
  refused!: number;

  @Field(() => Int, { description: 'Persons who wish for it.' })
  wished!: number;

  @Field(() => Int, { description: 'Seats left in the sessions to come that give it.' })
  seats!: number;

  @Field(() => Int, { description: 'Sessions to come that give it.' })
  sessions!: number;

  @Field(() => Int, { description: 'Asked for beyond the seats there are.' })
  missing!: number;

  @Field(() => Date, { nullable: true, description: 'When the next one begins.' })
  nextAt?: Date;

  @Field(() => ID, { nullable: true, description: 'The next one.' })
  nextId?: string;
}
