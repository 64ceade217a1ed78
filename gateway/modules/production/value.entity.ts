import { Schema } from 'mongoose';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { requirements, type Requirement, type Verdict, verdicts } from '../../../schema/production.ts';
import { enumOf } from '../../platform/enum.ts';
import type { Compared, Reason as ReasonFacts } from './reason.rules.ts';
import { type Term, type Terms, weights } from './scoring.rules.ts';

export const RequirementEnum = enumOf('Requirement', requirements, 'What a part and a place may require.');
export const VerdictEnum = enumOf('Verdict', verdicts, 'Whether a requirement is met, by what the lab declared.');
const units = ['process', 'material', 'finish', 'class', 'mm', 'pieces', 'km', 'date'] as const;
type Unit = (typeof units)[number];
const ComparedUnitEnum = enumOf('ComparedUnit', units, 'What a compared value is made of.');
const terms = Object.keys(weights) as Term[];
const ScoreTermEnum = enumOf('ScoreTerm', terms, 'The terms of the score, each between 0 and 1.');

@ObjectType({ description: 'One side of a comparison: ids of the taxonomy, figures, or an instant, as the unit says.' })
export class ComparedValue {
  @Field(() => ComparedUnitEnum, { description: 'What it is made of.' })
  unit!: Unit;

  @Field(() => [String], { description: 'Ids of processes, materials, finishes or tolerance classes.' })
  ids!: readonly string[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Figures: sides from the longest, a lot as [least, most]; null is "not said".',
  })
  numbers!: readonly (number | null)[];

  @Field(() => Date, { nullable: true, description: 'An instant.' })
  at?: Date;
}

@ObjectType({ description: 'A requirement, what was decided, and the two values that decided it.' })
export class Reason {
  @Field(() => RequirementEnum, { description: 'The requirement.' })
  requirement!: Requirement;

  @Field(() => VerdictEnum, { description: 'What was decided.' })
  verdict!: Verdict;

  @Field(() => ComparedValue, { nullable: true, description: 'What is asked; null when nothing is.' })
  asked!: ComparedValue | null;

  @Field(() => ComparedValue, { nullable: true, description: 'What the lab declared; null when it said nothing.' })
  offered!: ComparedValue | null;

  @Field(() => Boolean, { description: 'Whether safety refuses the material, whatever the lab declares.' })
  banned!: boolean;

  @Field(() => [ID], { description: 'The parts that it is about; none when it is about the lab.' })
  partIds!: readonly string[];
}

@ObjectType({ description: 'One term of a score.' })
export class ScorePart {
  @Field(() => ScoreTermEnum, { description: 'The term.' })
  term!: Term;

  @Field(() => Float, { description: 'Its value, 0 to 1; 1 is the best.' })
  value!: number;

  @Field(() => Float, { description: 'Its weight: the weights add up to 1.' })
  weight!: number;
}

const shown = (value: Compared): ComparedValue | null =>
  value && {
    unit: value.unit,
    ids: 'ids' in value ? value.ids : [],
    numbers: 'numbers' in value ? value.numbers : [],
    ...('at' in value ? { at: value.at } : {}),
  };

/** A pair of compared values as GraphQL shows it and as an offer keeps it. */
export const shownReason = ({ asked, offered, ...rest }: ReasonFacts): Reason => ({
  ...rest,
  asked: shown(asked),
  offered: shown(offered),
});
export const shownPair = ({ asked, offered }: { asked: Compared; offered: Compared }) => ({
  asked: shown(asked),
  offered: shown(offered),
});

export const shownTerms = (values: Terms): ScorePart[] =>
  terms.map((term) => ({ term, value: values[term], weight: weights[term] }));

const plain = { _id: false } as const;
const storedValue = new Schema<ComparedValue>(
  { unit: { type: String, enum: units, required: true }, ids: [String], numbers: [Number], at: Date },
  plain,
);

export const storedReason = new Schema<Reason>(
  {
    requirement: { type: String, enum: requirements, required: true },
    verdict: { type: String, enum: verdicts, required: true },
    asked: { type: storedValue, default: null },
    offered: { type: storedValue, default: null },
    banned: { type: Boolean, default: false },
    partIds: { type: [String], default: [] },
  },
  plain,
);

export const storedTerm = new Schema<ScorePart>(
  { term: { type: String, enum: terms, required: true }, value: Number, weight: Number },
  plain,
);
