import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  type Archetype,
  type ArchetypeAnswers,
  archetypeNames,
  archetypeQuestions,
  type ArchetypeQuestion,
  type GeoPrecision,
  geoPrecisions,
} from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import { marked } from '../../platform/marks.ts';
import { storedPoint, type StoredPoint } from '../../platform/point.ts';

export const ArchetypeEnum = enumOf('Archetype', archetypeNames, 'The six archetypes of the DGE/ANCT study of 2020.');
const GeoPrecisionEnum = enumOf('GeoPrecision', geoPrecisions, 'How well the place is known.');

@ObjectType({ description: 'One span of the week in which the workshop is open, in its own time zone.' })
export class OpeningSpan {
  @Field(() => Int, { description: 'ISO weekday, 1 is Monday.' })
  day!: number;

  @Field(() => String, { description: 'HH:MM.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM; 24:00 for midnight.' })
  to!: string;
}

@ObjectType({ description: 'Days on which the workshop is closed, both included.' })
export class Closure {
  @Field(() => String, { description: 'First day, YYYY-MM-DD.' })
  from!: string;

  @Field(() => String, { description: 'Last day, YYYY-MM-DD.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string;
}

@ObjectType({ description: 'A machine that a workshop lists, in the words of the list: not bookable.' })
export class DeclaredMachine {
  @Field(() => String, { description: 'Maker; may be empty.' })
  brand!: string;

  @Field(() => String, { description: 'Model.' })
  model!: string;

  @Field(() => String, { description: 'Class in the list that it comes from: laser_cutter, 3d_printer; may be empty.' })
  class!: string;
}

/** Where a record comes from; unique, so that a second import finds what the first one made. */
export interface Source {
  system: string;
  id: string;
  /** Digest of the row as imported; unchanged means nothing to do. */
  digest: string;
}

@ObjectType({ description: 'A digital-fabrication workshop: a site with its machines and its people.' })
export class Workshop {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Its part of the address of its page.' })
  slug!: string;

  @Field(() => String, { description: 'Three letters that begin the codes of its machines.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'What it is, in its own words; may be empty.' })
  description!: string;

  @Field(() => String, { description: 'Street and number; may be empty.' })
  address!: string;

  @Field(() => String, { description: 'Postal code.' })
  postalCode!: string;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune.' })
  insee?: string;

  @Field(() => String, { description: 'Code of the département.' })
  departement!: string;

  location!: StoredPoint;

  @Field(() => GeoPrecisionEnum, { description: 'How well its place is known.' })
  geoPrecision!: GeoPrecision;

  @Field(() => String, { description: 'IANA time zone in which its hours and calendars are read.' })
  timeZone!: string;

  @Field(() => [OpeningSpan], { description: 'Opening hours of a week; empty when not said.' })
  openingHours!: OpeningSpan[];

  @Field(() => [Closure], { description: 'Announced closures.' })
  closures!: Closure[];

  @Field(() => String, { nullable: true, description: 'Web site.' })
  website?: string;

  @Field(() => String, { nullable: true, description: 'Public e-mail address.' })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Public telephone number.' })
  phone?: string;

  archetypeAnswers!: Partial<ArchetypeAnswers>;

  @Field(() => ArchetypeEnum, { nullable: true, description: 'The archetype that the workshop claims for itself.' })
  archetypeChosen?: Archetype;

  /** Derived, for filters: the archetype chosen or else resembled most; none while unanswered. */
  @Field(() => ArchetypeEnum, { nullable: true, description: 'The archetype chosen, or else the one resembled most.' })
  archetype?: Archetype;

  @Field(() => [DeclaredMachine], { description: 'Machines that a list gives it, which it has not offered itself.' })
  machines!: DeclaredMachine[];

  /** What it ticked elsewhere, in the words of the list. */
  declaredKeys!: string[];

  @Field(() => [String], { description: 'Processes that it declares or whose machines it lists, with their parents.' })
  processes!: string[];

  @Field(() => [String], { description: 'Materials that it declares, with their parents.' })
  materials!: string[];

  /** Networks that admitted it. */
  networkIds!: string[];

  @Field(() => Boolean, { description: 'Whether somebody of the workshop has confirmed the record.' })
  confirmed!: boolean;

  @Field(() => Date, { description: 'Last change of the record.' })
  updatedAt!: Date;

  @Field(() => Float, { nullable: true, description: 'Kilometres from the place searched from, straight line.' })
  distanceKm?: number;

  source?: Source;
  /** Every word by which its record is found, as `searchWords` writes them. Derived. */
  searchWords!: string[];
  /** The name as it sorts: no capitals, no accents. Derived. */
  nameKey!: string;
  revision!: number;
}

/** What the directory keeps of every workshop, to narrow, count and order them. */
export const listedFields = [
  'nameKey',
  'processes',
  'materials',
  'departement',
  'archetype',
  'networkIds',
  'timeZone',
  'openingHours',
  'closures',
] as const satisfies readonly (keyof Workshop)[];
export type Listed = Pick<Workshop, '_id' | (typeof listedFields)[number]>;

/** What the exchange knows of a lab's house. */
export const siteFields = [
  'name',
  'slug',
  'city',
  'departement',
  'location',
  'openingHours',
  'closures',
  'timeZone',
] as const satisfies readonly (keyof Workshop)[];

export const WorkshopRecord = model<Workshop>(
  'Workshop',
  new Schema<Workshop>({
    _id: { type: String, required: true },
    slug: { type: String, required: true },
    code: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, default: '' },
    address: { type: String, default: '' },
    postalCode: { type: String, default: '' },
    city: { type: String, default: '' },
    insee: String,
    departement: { type: String, required: true },
    location: { type: storedPoint, required: true },
    geoPrecision: { type: String, enum: geoPrecisions, required: true },
    timeZone: { type: String, required: true },
    openingHours: { type: [{ _id: false, day: Number, from: String, to: String }], default: [] },
    closures: { type: [{ _id: false, from: String, to: String, reason: String }], default: [] },
    website: String,
    email: String,
    phone: String,
    archetypeAnswers: {
      type: Object.fromEntries(
        (Object.keys(archetypeQuestions) as ArchetypeQuestion[]).map((question) => [question, String]),
      ),
      default: {},
    },
    archetypeChosen: { type: String, enum: archetypeNames },
    archetype: { type: String, enum: archetypeNames },
    machines: { type: [{ _id: false, brand: String, model: String, class: String }], default: [] },
    declaredKeys: { type: [String], default: [] },
    processes: { type: [String], default: [] },
    materials: { type: [String], default: [] },
    networkIds: { type: [String], default: [] },
    confirmed: { type: Boolean, default: false },
    updatedAt: { type: Date, required: true },
    source: { type: { _id: false, system: String, id: String, digest: String } },
    searchWords: { type: [String], default: [] },
    nameKey: { type: String, default: '' },
    revision: { type: Number, default: 0 },
  })
    .index({ slug: 1 }, { unique: true })
    .index(
      { 'source.system': 1, 'source.id': 1 },
      { unique: true, partialFilterExpression: { 'source.id': { $exists: true } } },
    )
    .index({ location: '2dsphere' })
    .index({ code: 1 }, { unique: true })
    .index({ nameKey: 1, _id: 1 })
    .index({ searchWords: 1 })
    .index({ processes: 1, nameKey: 1 })
    .index({ materials: 1, nameKey: 1 })
    .index({ networkIds: 1, nameKey: 1, _id: 1 })
    .plugin(marked('workshops', listedFields))
    .plugin(marked('labs', siteFields)),
  'workshops',
);
