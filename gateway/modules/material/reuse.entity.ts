import { model, Schema } from 'mongoose';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { type DensitySource, densitySources } from '../../../schema/densities.ts';
import { type Measure, measures } from '../../../schema/kinds.ts';
import { type SavedOrigin, savedOrigins, type WeightBasis, weightBases } from '../../../schema/needs.ts';
import type { MaterialId } from '../../../schema/taxonomy.ts';
import { enumOf } from '../../platform/enum.ts';

const DensitySourceEnum = enumOf(
  'DensitySource',
  Object.keys(densitySources) as DensitySource[],
  'Where the density of a material comes from.',
);

/** A part that was received of something that would have been thrown away, as it was weighed then. Never changed. */
export interface Reuse {
  /** The claim: received once. */
  _id: string;
  listingId: string;
  workshopId: string;
  networkIds: string[];
  name: string;
  materialId: MaterialId;
  origin: SavedOrigin;
  /** Thousandths. */
  quantity: number;
  measure: Measure;
  grams: number | null;
  basis: WeightBasis;
  at: Date;
}

@ObjectType({ description: 'Kilograms of one material kept out of the bin.' })
export class ReusedMaterial {
  @Field(() => String, { description: 'The material, an id of the taxonomy.' })
  materialId!: string;

  @Field(() => Float, { description: 'Kilograms, estimated ones with them.' })
  kg!: number;

  @Field(() => Float, { description: 'Of these, kilograms that were estimated from volume and density.' })
  estimatedKg!: number;

  @Field(() => Int, { description: 'Parts received.' })
  parts!: number;

  @Field(() => Int, { description: 'Parts whose weight nobody knows: they count for nothing in the kilograms.' })
  unweighed!: number;

  @Field(() => DensitySourceEnum, {
    nullable: true,
    description: 'Where the density comes from, when some was estimated.',
  })
  source?: DensitySource;
}

@ObjectType({
  description:
    'What was kept out of the bin: parts received of lots declared as surplus, offcut or recycled, by the day of receipt.',
})
export class MaterialReuse {
  @Field(() => Float, { description: 'Kilograms in all.' })
  kg!: number;

  @Field(() => Float, { description: 'Of these, kilograms that were estimated.' })
  estimatedKg!: number;

  @Field(() => Int, { description: 'Parts received.' })
  parts!: number;

  @Field(() => Int, { description: 'Parts whose weight nobody knows.' })
  unweighed!: number;

  @Field(() => [ReusedMaterial], { description: 'By material, the heaviest first.' })
  materials!: ReusedMaterial[];
}

export const ReuseRecord = model<Reuse>(
  'Reuse',
  new Schema<Reuse>({
    _id: { type: String, required: true },
    listingId: { type: String, required: true },
    workshopId: { type: String, required: true },
    networkIds: { type: [String], default: [] },
    name: { type: String, required: true },
    materialId: { type: String, required: true },
    origin: { type: String, enum: savedOrigins, required: true },
    quantity: { type: Number, required: true },
    measure: { type: String, enum: measures, required: true },
    grams: { type: Number, default: null },
    basis: { type: String, enum: weightBases, required: true },
    at: { type: Date, required: true },
  })
    .index({ workshopId: 1, at: -1 })
    .index({ networkIds: 1, at: -1 }),
  'reuses',
);
