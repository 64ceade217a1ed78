import { Schema } from 'mongoose';
import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { IsLatitude, IsLongitude } from 'class-validator';

/** A GeoJSON point as MongoDB stores it: longitude first. */
export interface StoredPoint {
  type: 'Point';
  coordinates: [number, number];
}

export const storedPoint = new Schema<StoredPoint>(
  { type: { type: String, enum: ['Point'], required: true }, coordinates: { type: [Number], required: true } },
  { _id: false },
);

@ObjectType({ description: 'A place on the map, WGS 84 degrees.' })
export class GeoPoint {
  @Field(() => Float, { description: 'Latitude.' })
  lat!: number;

  @Field(() => Float, { description: 'Longitude.' })
  lon!: number;
}

@InputType({ description: 'A place on the map, WGS 84 degrees.' })
export class GeoPointInput {
  @Field(() => Float, { description: 'Latitude, −90 to 90.' })
  @IsLatitude()
  lat!: number;

  @Field(() => Float, { description: 'Longitude, −180 to 180.' })
  @IsLongitude()
  lon!: number;
}

export const toStored = ({ lat, lon }: { lat: number; lon: number }): StoredPoint => ({
  type: 'Point',
  coordinates: [lon, lat],
});

export const fromStored = ({ coordinates: [lon, lat] }: StoredPoint): GeoPoint => ({ lat, lon });
