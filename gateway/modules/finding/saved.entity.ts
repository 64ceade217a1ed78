import { model, Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Use } from '../../../schema/kinds.ts';
import { type Archetype, archetypeNames } from '../../../schema/vocabulary.ts';
import { PageType } from '../../platform/page.ts';
import { GeoPoint } from '../../platform/point.ts';
import { SizeMm, UseEnum } from '../catalogue/resource.entity.ts';
import { ArchetypeEnum } from '../workshop/workshop.entity.ts';

@ObjectType({ description: 'What a saved search looks for: an EquipmentFilter as it was given.' })
export class SavedFilter {
  @Field(() => String, { nullable: true, description: 'Words.' })
  text?: string | null;

  @Field(() => GeoPoint, { nullable: true, description: 'From where distances are measured.' })
  near?: GeoPoint | null;

  @Field(() => String, { nullable: true, description: 'A commune or a postal code.' })
  place?: string | null;

  @Field(() => Float, { nullable: true, description: 'Within so many kilometres.' })
  radiusKm?: number | null;

  @Field(() => Date, { nullable: true, description: 'Free from this instant.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Free until this instant.' })
  until?: Date | null;

  @Field(() => [String], { description: 'Processes.' })
  processes!: string[];

  @Field(() => [String], { description: 'Materials.' })
  materials!: string[];

  @Field(() => Float, { nullable: true, description: 'Through so many millimetres.' })
  thicknessMm?: number | null;

  @Field(() => SizeMm, { nullable: true, description: 'A piece of this size.' })
  size?: SizeMm | null;

  @Field(() => UseEnum, { nullable: true, description: 'On site or taken away.' })
  use?: Use | null;

  @Field(() => [String], { description: 'Accreditations; an empty text for none.' })
  accreditations!: string[];

  @Field(() => Boolean, { description: 'Only with accreditations that the person holds.' })
  accreditationHeld!: boolean;

  @Field(() => String, { nullable: true, description: 'Of a network.' })
  networkCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'At most so many cents an hour.' })
  priceMaxCentsPerHour?: number | null;

  @Field(() => [ArchetypeEnum], { description: 'In workshops of these archetypes.' })
  archetypes!: Archetype[];

  @Field(() => Boolean, { description: 'In workshops that are open at that instant.' })
  openNow!: boolean;
}

@ObjectType({ description: 'A search that a person keeps.' })
export class SavedSearch {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  personId!: string;

  @Field(() => String, { description: 'Its name, as the person says it.' })
  name!: string;

  @Field(() => SavedFilter, { description: 'What it looks for.' })
  filter!: SavedFilter;

  @Field(() => Boolean, { description: 'Whether the person is told of machines that come to answer it.' })
  alert!: boolean;

  @Field(() => Date, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the person was last told of an answer.' })
  toldAt?: Date;

  /** Machines that answered when the alert was set, or of which the person was told since: never told again. */
  known!: string[];
  /** When it is looked at next: several processes share the work by it. */
  nextAt!: Date;
  /** Grows with each telling: of two processes that would tell the same, one does. */
  revision!: number;
}

@ObjectType({ description: 'A page of saved searches.' })
export class SavedSearchPage extends PageType(SavedSearch) {}

const filterFields = new Schema<SavedFilter>(
  {
    text: String,
    near: { type: { _id: false, lat: Number, lon: Number } },
    place: String,
    radiusKm: Number,
    from: Date,
    until: Date,
    processes: { type: [String], default: [] },
    materials: { type: [String], default: [] },
    thicknessMm: Number,
    size: { type: { _id: false, x: Number, y: Number, z: Number } },
    use: String,
    accreditations: { type: [String], default: [] },
    accreditationHeld: { type: Boolean, default: false },
    networkCode: String,
    priceMaxCentsPerHour: Number,
    archetypes: { type: [{ type: String, enum: archetypeNames }], default: [] },
    openNow: { type: Boolean, default: false },
  },
  { _id: false },
);

export const SavedSearchRecord = model<SavedSearch>(
  'SavedSearch',
  new Schema<SavedSearch>({
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    name: { type: String, required: true },
    filter: { type: filterFields, required: true },
    alert: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    toldAt: Date,
    known: { type: [String], default: [] },
    nextAt: { type: Date, required: true },
    revision: { type: Number, default: 0 },
  })
    .index({ personId: 1, createdAt: -1, _id: 1 })
    .index({ alert: 1, nextAt: 1 }),
  'savedsearches',
);
