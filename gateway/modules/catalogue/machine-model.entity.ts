import { model, Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { SizeMm } from './resource.entity.ts';

@ObjectType({ description: 'A model of machine on the market: what fills in the form of a new equipment.' })
export class MachineModel {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Maker.' })
  maker!: string;

  @Field(() => String, { description: 'Model.' })
  model!: string;

  /** As the catalogue words them. */
  declaredProcesses!: string[];
  technology?: string;

  @Field(() => SizeMm, { nullable: true, description: 'The largest piece that it takes, in millimetres.' })
  envelope?: SizeMm;

  /** As the catalogue words them. */
  declaredMaterials!: string[];
  maxThicknessMm!: { material: string; mm: number }[];

  @Field(() => Number, { nullable: true, description: 'Power, in watts.' })
  powerW?: number;

  @Field(() => String, { description: 'Where these figures come from.' })
  source!: string;

  words!: string[];
}

export const MachineModelRecord = model<MachineModel>(
  'MachineModel',
  new Schema<MachineModel>({
    _id: { type: String, required: true },
    maker: { type: String, required: true },
    model: { type: String, required: true },
    declaredProcesses: { type: [String], default: [] },
    technology: String,
    envelope: { type: { _id: false, x: Number, y: Number, z: Number } },
    declaredMaterials: { type: [String], default: [] },
    maxThicknessMm: { type: [{ _id: false, material: String, mm: Number }], default: [] },
    powerW: Number,
    source: { type: String, default: '' },
    words: { type: [String], default: [] },
  }).index({ words: 1, maker: 1, model: 1 }),
  'machineModels',
);
