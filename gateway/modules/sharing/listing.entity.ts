import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  type CountedKind,
  countedKinds,
  type FactName,
  kindNames,
  kinds,
  type Measure,
  measures,
} from '../../../schema/kinds.ts';
import {
  type ListingMove,
  listingMoveNames,
  type ListingStatus,
  listingStatuses,
  type Public,
  publics,
} from '../../../schema/sharing.ts';
import type { Audience } from '../../../schema/vocabulary.ts';
import { audiences } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';
import { AudienceEnum, KindEnum } from '../catalogue/resource.entity.ts';

const factNames = [...new Set(kindNames.flatMap((name) => Object.keys(kinds[name].facts)))] as FactName[];
export const FactNameEnum = enumOf('FactName', factNames, 'What may be said of a kind of thing.');
export const MeasureEnum = enumOf('Measure', measures, 'What quantities are counted in.');
export const PublicEnum = enumOf('Public', publics, 'To whom a price is.');
const ListingStatusEnum = enumOf('ListingStatus', listingStatuses, 'Where something offered stands.');
export const ListingMoveEnum = enumOf('ListingMove', listingMoveNames, 'The steps of something offered.');

@ObjectType({ description: 'A price: for a public, from a quantity on.' })
export class Price {
  @Field(() => PublicEnum, { description: 'To whom.' })
  for!: Public;

  @Field(() => Float, { description: 'From this quantity on; 0 for any.' })
  from!: number;

  @Field(() => Int, { description: 'Cents of euro for one of its measure.' })
  cents!: number;
}

@ObjectType({ description: 'One thing said of what is offered: as a number or in words, as its kind wants.' })
export class FactValue {
  @Field(() => FactNameEnum, { description: 'What.' })
  name!: FactName;

  @Field(() => Float, { nullable: true, description: 'The number, in the unit of the fact.' })
  number?: number;

  @Field(() => String, { nullable: true, description: 'The words, the choice, the id or the date (YYYY-MM-DD).' })
  text?: string;
}

/** What is said of it, checked against the table of its kind. */
export type Facts = Partial<Record<FactName, string | number>>;

@ObjectType({ description: 'What a step said with it.' })
export class ListingLine {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ListingMoveEnum, { description: 'Which step.' })
  move!: ListingMove;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note?: string;

  personId?: string;
}

@ObjectType({
  description:
    'Something counted that a workshop offers: a training session by its seats, a material by its quantity, a group purchase by what is pledged.',
})
export class Listing {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => KindEnum, { description: 'Its kind.' })
  kind!: CountedKind;

  @Field(() => ListingStatusEnum, { description: 'Where it stands.' })
  status!: ListingStatus;

  workshopId!: string;
  /** The network that offers it instead: the workshop is then only where it is based. */
  networkId?: string;
  /** Who wrote it. */
  personId!: string;

  @Field(() => String, { description: 'Its name, as people say it.' })
  name!: string;

  @Field(() => String, { description: 'What else is worth knowing; may be empty.' })
  description!: string;

  @Field(() => MeasureEnum, { description: 'What its quantities are counted in.' })
  measure!: Measure;

  /** Thousandths; null for pledges without a ceiling. */
  quantity!: number | null;
  /** The least that may be asked for, and what that may grow by; thousandths. */
  minimum!: number;
  step!: number;
  /** Thousandths without which it does not happen. */
  threshold?: number;

  @Field(() => Date, { nullable: true, description: 'When it is decided whether it happens.' })
  decideAt?: Date;

  @Field(() => Date, { nullable: true, description: 'When it begins: a session; from when it can be had: a material.' })
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'When it ends, or until when it is offered.' })
  until?: Date;

  /** `from` in thousandths. */
  prices!: Price[];

  @Field(() => AudienceEnum, { description: 'Who may ask for a part.' })
  audience!: Audience;

  @Field(() => Boolean, { description: 'Whether a request is accepted by itself.' })
  automatic!: boolean;

  @Field(() => Int, { description: 'Hours for which a request holds its part.' })
  holdHours!: number;

  facts!: Facts;

  @Field(() => [ListingLine], { description: 'Its steps, oldest first.' })
  history!: ListingLine[];

  location!: StoredPoint;
  departement!: string;
  networkIds!: string[];
  searchWords!: string[];

  @Field(() => Date, { description: 'Last change.' })
  updatedAt!: Date;

  /** When its date or its room last changed under those who had asked for a seat. */
  movedAt?: Date;
  /** Set by what may make it answer somebody; whoever has looked for them takes it away. */
  unmatched?: true;
  /** Grows with each claim: two that would both take it collide here. */
  revision!: number;
}

const plain = { _id: false } as const;

export const ListingRecord = model<Listing>(
  'Listing',
  new Schema<Listing>(
    {
      _id: { type: String, required: true },
      kind: { type: String, enum: countedKinds, required: true },
      status: { type: String, enum: listingStatuses, required: true },
      workshopId: { type: String, required: true },
      networkId: String,
      personId: { type: String, required: true },
      name: { type: String, required: true },
      description: { type: String, default: '' },
      measure: { type: String, enum: measures, required: true },
      quantity: { type: Number, default: null },
      minimum: { type: Number, required: true },
      step: { type: Number, required: true },
      threshold: Number,
      decideAt: Date,
      from: Date,
      until: Date,
      prices: {
        type: [new Schema<Price>({ for: { type: String, enum: publics }, from: Number, cents: Number }, plain)],
        default: [],
      },
      audience: { type: String, enum: audiences, required: true },
      automatic: { type: Boolean, required: true },
      holdHours: { type: Number, required: true },
      facts: { type: Schema.Types.Mixed, default: {} },
      history: {
        type: [
          new Schema<ListingLine>(
            { at: Date, move: { type: String, enum: listingMoveNames }, note: String, personId: String },
            plain,
          ),
        ],
        default: [],
      },
      location: { type: storedPoint, required: true },
      departement: { type: String, required: true },
      networkIds: { type: [String], default: [] },
      searchWords: { type: [String], default: [] },
      updatedAt: { type: Date, required: true },
      movedAt: Date,
      unmatched: Boolean,
      revision: { type: Number, default: 0 },
    },
    { minimize: false },
  )
    .index({ location: '2dsphere', kind: 1, status: 1, 'facts.material': 1 })
    .index({ unmatched: 1 }, { sparse: true })
    .index({ kind: 1, status: 1, updatedAt: -1, _id: 1 })
    .index({ kind: 1, status: 1, searchWords: 1 })
    .index({ workshopId: 1, kind: 1, status: 1, updatedAt: -1 })
    .index({ workshopId: 1, kind: 1, from: 1 })
    .index(
      { networkId: 1, kind: 1, updatedAt: -1, _id: 1 },
      { partialFilterExpression: { networkId: { $exists: true } } },
    )
    .index({ status: 1, decideAt: 1 })
    .index({ status: 1, until: 1 })
    .index({ status: 1, from: 1 })
    .index({ networkIds: 1, kind: 1, status: 1, from: 1, _id: 1 }),
  'listings',
);
