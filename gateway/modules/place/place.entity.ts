import { Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum.ts';

/** exact: the point is the one asked about; commune: the middle of the town; estimated: among its neighbours. */
const placePrecisions = ['exact', 'commune', 'estimated'] as const;
export type PlacePrecision = (typeof placePrecisions)[number];
const PlacePrecisionEnum = enumOf(
  'PlacePrecision',
  placePrecisions,
  'What a point stands for: the place itself, the middle of its town, or a point among neighbouring towns (half of these within 7 km).',
);

@ObjectType({ description: 'A departement or a region, as INSEE codes it.' })
export class Area {
  @Field(() => String, { description: 'INSEE code.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType({
  description: 'A commune of France, or an arrondissement of Paris, Lyon or Marseille, with a point to measure from.',
})
export class Place {
  @Field(() => String, { description: 'INSEE code of the commune.' })
  insee!: string;

  @Field(() => String, { description: 'Name of the commune.' })
  name!: string;

  @Field(() => [String], { description: 'Postal codes; none on some islands.' })
  postalCodes!: string[];

  @Field(() => Float, { description: 'Latitude, WGS 84 degrees.' })
  lat!: number;

  @Field(() => Float, { description: 'Longitude, WGS 84 degrees.' })
  lon!: number;

  @Field(() => PlacePrecisionEnum, { description: 'What the point stands for.' })
  precision!: PlacePrecision;

  @Field(() => Int, { description: 'Inhabitants.' })
  population!: number;

  @Field(() => Area, { description: 'Departement, or overseas territory.' })
  departement!: Area;

  @Field(() => Area, { description: 'Region, or overseas territory.' })
  region!: Area;

  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
}

@ObjectType({ description: 'The place that a text means, and the others that it may mean.' })
export class PlaceMatch {
  @Field(() => Place, { description: 'The likeliest.' })
  place!: Place;

  @Field(() => [Place], {
    description: 'Every place meant, the likeliest first: more than one, and the person should choose.',
  })
  choices!: Place[];
}
