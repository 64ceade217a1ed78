import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type OfferState, type Requirement, type Verdict } from '../../../schema/production.ts';
import { PageType } from '../../platform/page.ts';
import { GeoPoint } from '../../platform/point.ts';
import { OfferStateEnum } from './offer.entity.ts';
import { ComparedValue, Reason, RequirementEnum, ScorePart, VerdictEnum } from './value.entity.ts';

@ObjectType({ description: 'A workshop as the exchange names it.' })
export class LabCard {
  @Field(() => ID, { description: 'Id of the workshop.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its part of the address of its page.' })
  slug!: string;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => String, { description: 'Code of the département.' })
  departement!: string;

  @Field(() => GeoPoint, { description: 'Where it is.' })
  point!: GeoPoint;

  @Field(() => Boolean, {
    description: 'Whether somebody of it is here to answer: others are ranked, and never asked.',
  })
  answers!: boolean;
}

@ObjectType({ description: 'A lab that can make the whole request, and why it stands there.' })
export class RankedMatch {
  @Field(() => ID, { name: 'id', description: 'Id of the workshop.' })
  id!: string;

  @Field(() => Int, { description: 'Rank, from 1.' })
  rank!: number;

  @Field(() => LabCard, { description: 'The lab.' })
  lab!: LabCard;

  @Field(() => [String], { description: 'The machines that would make the parts.' })
  machines!: string[];

  @Field(() => Float, { nullable: true, description: 'Straight line, in kilometres.' })
  distanceKm!: number | null;

  @Field(() => VerdictEnum, { description: 'yes, or to_confirm when some requirement is.' })
  verdict!: Verdict;

  @Field(() => Int, { description: 'How many requirements are to be confirmed.' })
  toConfirm!: number;

  @Field(() => Float, { description: 'The score.' })
  score!: number;

  @Field(() => [ScorePart], { description: 'The terms of the score.' })
  terms!: ScorePart[];

  @Field(() => [Reason], { description: 'Each requirement with the two values compared.' })
  reasons!: Reason[];

  @Field(() => Date, {
    nullable: true,
    description: 'When it could be ready at the earliest; null when nobody can say.',
  })
  earliestFinish!: Date | null;

  @Field(() => OfferStateEnum, {
    nullable: true,
    description: 'What became of its offer; null while it was not asked.',
  })
  offerState!: OfferState | null;
}

@ObjectType({ description: 'A page of capable labs.' })
export class RankedMatchPage extends PageType(RankedMatch) {}

@ObjectType({ description: 'A page of labs.' })
export class LabCardPage extends PageType(LabCard) {}

@ObjectType({ description: 'One requirement of the sieve.' })
export class SieveRow {
  @Field(() => RequirementEnum, { description: 'The requirement.' })
  requirement!: Requirement;

  @Field(() => Int, { description: 'Labs that it removed.' })
  removed!: number;

  @Field(() => Int, { description: 'Labs left after it.' })
  remaining!: number;

  @Field(() => [LabCard], { description: 'The nearest of those removed, eight at most; `excludedBy` pages them all.' })
  nearest!: LabCard[];
}

@ObjectType({ description: 'A lab that one single requirement excludes.' })
export class NearMissRow {
  @Field(() => LabCard, { description: 'The lab.' })
  lab!: LabCard;

  @Field(() => Float, { nullable: true, description: 'Straight line, in kilometres.' })
  distanceKm!: number | null;

  @Field(() => RequirementEnum, { description: 'The requirement.' })
  requirement!: Requirement;

  @Field(() => ComparedValue, { nullable: true, description: 'What is asked.' })
  asked!: ComparedValue | null;

  @Field(() => ComparedValue, { nullable: true, description: 'What the lab declared.' })
  offered!: ComparedValue | null;

  @Field(() => Boolean, { description: 'Whether safety refuses the material.' })
  banned!: boolean;
}

/** Everything found for one need; its lists are paged by resolvers. */
@ObjectType({ description: 'Who can make a request, who cannot and why, and who nearly can.' })
export class RequestMatches {
  @Field(() => Int, { description: 'Labs looked at.' })
  looked!: number;

  @Field(() => Int, { description: 'Labs that can make the whole of it.' })
  capable!: number;

  @Field(() => [NearMissRow], { description: 'Labs that one requirement excludes, nearest first, five at most.' })
  nearMisses!: NearMissRow[];

  @Field(() => [SieveRow], { description: 'The requirements in the order in which labs were sieved.' })
  sieve!: SieveRow[];

  /** Those ranked from one place to another, the second not included: only a page of them is ever drawn. */
  rankedBetween!: (from: number, until: number) => RankedMatch[];
  /** The labs that a requirement removed, nearest first. */
  removedBy!: (requirement: Requirement) => readonly string[];
}
