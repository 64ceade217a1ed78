import { model, Schema } from 'mongoose';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How long the accreditations of a workshop last; an empty skill is for all others.' })
export class Lasting {
  @Field(() => String, { description: 'The skill, without its level; empty for all others.' })
  skill!: string;

  @Field(() => Int, { nullable: true, description: 'Months from issue; null for ever.' })
  ageMonths?: number;

  @Field(() => Int, { nullable: true, description: 'Months without using it; null for ever.' })
  idleMonths?: number;
}

/** What a workshop says of accreditations: how long its own last, and whose it recognises beside those of its networks. */
@ObjectType({ description: 'What a workshop says of accreditations: its own, and those of others.' })
export class TrainingPolicy {
  /** The workshop. */
  _id!: string;

  @Field(() => [Lasting], { description: 'How long its accreditations last, from the next issue on.' })
  lasting!: Lasting[];

  /** Workshops that it recognises though they share no network with it. */
  recognised!: string[];
  /** Workshops of its networks that it does not recognise. */
  ignored!: string[];
}

const plain = { _id: false } as const;

export const TrainingPolicyRecord = model<TrainingPolicy>(
  'TrainingPolicy',
  new Schema<TrainingPolicy>({
    _id: { type: String, required: true },
    lasting: {
      type: [
        new Schema<Lasting>({ skill: { type: String, default: '' }, ageMonths: Number, idleMonths: Number }, plain),
      ],
      default: [],
    },
    recognised: { type: [String], default: [] },
    ignored: { type: [String], default: [] },
  }),
  'trainingpolicies',
);
