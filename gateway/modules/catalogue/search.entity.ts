import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { WiderCircle } from '../../platform/circle.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import { Stretch } from '../calendar/freebusy.entity.ts';
import { WordCorrection } from '../finding/lexicon.entity.ts';
import { Place } from '../place/place.entity.ts';
import { Resource } from './resource.entity.ts';
import { type Doubt, doubtNames, type HalfState, halfStates } from './search.rules.ts';

const HalfStateEnum = enumOf(
  'HalfDayState',
  halfStates,
  'How a half-day looks: free means two hours in a row, or all that is open.',
);
const DoubtEnum = enumOf('Doubt', doubtNames, 'What the workshop did not declare, and is to be asked.');

@ObjectType({ description: 'One day of a machine, in two halves that meet at 13:00 in the workshop.' })
export class DayHalves {
  @Field(() => String, { description: 'YYYY-MM-DD, in the workshop.' })
  date!: string;

  @Field(() => HalfStateEnum, { description: 'Until 13:00.' })
  morning!: HalfState;

  @Field(() => HalfStateEnum, { description: 'From 13:00 on.' })
  afternoon!: HalfState;
}

@ObjectType({ description: 'A machine that answers a search.' })
export class EquipmentHit {
  @Field(() => ID, { description: 'Id of the machine.' })
  id!: string;

  @Field(() => Resource, { description: 'The machine.' })
  resource!: Resource;

  @Field(() => Float, { nullable: true, description: 'Kilometres from the place searched from, straight line.' })
  distanceKm?: number;

  @Field(() => Boolean, { description: 'Free on site at the time asked for, or usable on site when none was.' })
  onSite!: boolean;

  @Field(() => Boolean, { description: 'Free to take away at the time asked for, or lent out at all when none was.' })
  away!: boolean;

  @Field(() => Int, { description: 'Units free at the time asked for; all of them when none was.' })
  freeUnits!: number;

  @Field(() => Stretch, {
    nullable: true,
    description: 'The first stretch as long as asked for (one hour when none was) that is free, within two months.',
  })
  nextFree?: Stretch;

  @Field(() => [DayHalves], { description: 'The days asked for, seven at most; the next three when none were.' })
  availability!: DayHalves[];

  @Field(() => [DoubtEnum], { description: 'What is left to confirm with the workshop.' })
  toConfirm!: Doubt[];
}

@ObjectType({ description: 'A filter and the number of machines that it would leave, all others kept.' })
export class FacetCount {
  @Field(() => String, { description: 'Its value.' })
  value!: string;

  @Field(() => Int, { description: 'How many machines; 0 is listed.' })
  count!: number;
}

@ObjectType({ description: 'The filters of a search with their counts.' })
export class EquipmentFacets {
  @Field(() => [FacetCount], { description: 'Processes that workshops declare.' })
  process!: FacetCount[];

  @Field(() => [FacetCount], { description: 'Materials that workshops declare.' })
  material!: FacetCount[];

  @Field(() => [FacetCount], { description: 'on_site and take_away.' })
  use!: FacetCount[];

  @Field(() => [FacetCount], { description: 'At most so many cents an hour.' })
  price!: FacetCount[];

  @Field(() => [FacetCount], { description: 'Accreditations asked for; an empty text for none.' })
  accreditation!: FacetCount[];

  @Field(() => [FacetCount], { description: 'Archetypes of the workshops where they stand.' })
  archetype!: FacetCount[];

  @Field(() => Int, { description: 'How many stand in a workshop that is open now.' })
  openNow!: number;
}

@ObjectType({ description: 'Other dates at which machines that would do are free.' })
export class OtherDates {
  @Field(() => Date, { description: 'From.' })
  from!: Date;

  @Field(() => Date, { description: 'Until, not included.' })
  until!: Date;

  @Field(() => Int, { description: 'How many machines.' })
  count!: number;
}

@ObjectType({ description: 'A word that could be left out, and what would be found then.' })
export class WordLess {
  @Field(() => String, { description: 'The word to leave out.' })
  word!: string;

  @Field(() => Int, { description: 'How many machines.' })
  count!: number;
}

@ObjectType({ description: 'A page of machines, with what is needed to narrow or widen the search.' })
export class EquipmentSearchPage extends PageType(EquipmentHit) {
  @Field(() => Int, { description: 'Workshops among which the results stand.' })
  workshopCount!: number;

  @Field(() => Int, { description: 'Machines that would do, but are taken or closed at that time.' })
  takenCount!: number;

  @Field(() => Place, { nullable: true, description: 'The place searched from.' })
  origin?: Place;

  @Field(() => Boolean, { description: 'Whether the place given means nothing we know: no distance then.' })
  placeUnknown!: boolean;

  @Field(() => EquipmentFacets, { description: 'Filters and their counts.' })
  facets!: EquipmentFacets;

  @Field(() => [EquipmentHit], {
    description: 'When nothing is free then: the nearest that would do, with their next free time. Three at most.',
  })
  elsewhen!: EquipmentHit[];

  @Field(() => Boolean, {
    description: 'Whether more stood within reach than a search looks at: counts are of the nearest.',
  })
  isPartial!: boolean;

  @Field(() => [WordCorrection], { description: 'Words that were read as others.' })
  corrections!: WordCorrection[];

  @Field(() => [OtherDates], { description: 'When nothing is free then: dates nearby at which something is.' })
  otherDates!: OtherDates[];

  @Field(() => [WiderCircle], {
    description: 'When nothing answers within the radius: wider ones in which something does.',
  })
  wider!: WiderCircle[];

  @Field(() => [WordLess], { description: 'When nothing answers: words without which something does.' })
  without!: WordLess[];
}
