import { Field, ID, ObjectType } from 'type-graphql';
import { PartyCard } from '../identity/person.entity.ts';
import { enumOf } from '../../platform/enum.ts';
import { BookingPurposeEnum } from './booking.entity.ts';
import type { BookingPurpose } from '../../../schema/vocabulary.ts';

const busyKinds = ['booked', 'held', 'preparation', 'cleaning', 'maintenance', 'late'] as const;
export type BusyKind = (typeof busyKinds)[number];
const BusyKindEnum = enumOf('BusyKind', busyKinds, 'Why a unit is not free, as everybody sees it.');

@ObjectType({ description: 'A stretch of time, half-open: a stretch that ends at noon leaves noon free.' })
export class Stretch {
  @Field(() => Date, { description: 'Start.' })
  from!: Date;

  @Field(() => Date, { description: 'End, not included.' })
  until!: Date;
}

@ObjectType({ description: 'What a stretch of taken time is for: shown to the workshop and to the borrower only.' })
export class BusyDetails {
  @Field(() => BookingPurposeEnum, { description: 'A loan, a run or upkeep.' })
  purpose!: BookingPurpose;

  @Field(() => ID, { description: 'The loan, offer or out-of-service note.' })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'Code of the loan.' })
  code?: string;

  @Field(() => PartyCard, { nullable: true, description: 'Who has it.' })
  party?: PartyCard;

  @Field(() => String, {
    nullable: true,
    description: 'What was said with it: the note of a loan, the reason of an outage.',
  })
  note?: string;
}

@ObjectType({ description: 'Time on one unit that is not free.' })
export class BusyBlock extends Stretch {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => BusyKindEnum, { description: 'Why.' })
  kind!: BusyKind;

  @Field(() => Date, { nullable: true, description: 'Until when a request holds it.' })
  holdUntil?: Date;

  @Field(() => BusyDetails, { nullable: true, description: 'For those concerned.' })
  details?: BusyDetails;
}

@ObjectType({ description: 'Free and busy time of a machine between two instants.' })
export class EquipmentCalendar extends Stretch {
  @Field(() => String, { description: 'IANA time zone of the workshop: in which days are drawn.' })
  timeZone!: string;

  @Field(() => Boolean, {
    description: 'Whether the workshop declares opening hours; if not, any time counts as open.',
  })
  hoursKnown!: boolean;

  @Field(() => [Stretch], { description: 'When the workshop is open.' })
  open!: Stretch[];

  @Field(() => [BusyBlock], { description: 'What is not free, in order.' })
  busy!: BusyBlock[];
}
