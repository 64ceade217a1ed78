import { Field, Float, Int, ObjectType } from 'type-graphql';
import { type ClashReason, clashReasons, type WeekDay, weekDays, type WeekHalf } from '../../../schema/jobs.ts';
import { enumOf } from '../../platform/enum.ts';
import { ShareSeason, WeekHalfEnum } from '../sharing/claim.entity.ts';
import type { Season } from '../sharing/share.rules.ts';

const ClashReasonEnum = enumOf('ClashReason', clashReasons, 'Why shares of a week do not sit well together.');
const WeekDayEnum = enumOf('WeekDay', weekDays, 'The days of a week of work.');

@ObjectType({ description: 'What one workshop promises of a job.' })
export class JobShare {
  claimId!: string;
  workshopId!: string;

  @Field(() => Float, { description: 'How much of the whole, in percent.' })
  percent!: number;

  @Field(() => [WeekHalfEnum], { description: 'Its half-days; none when they are not named.' })
  days!: WeekHalf[];

  @Field(() => ShareSeason, { nullable: true, description: 'Its season.' })
  season?: Season;
}

@ObjectType({ description: 'A half-day of the week of a job, and who has it.' })
export class WeekCell {
  @Field(() => WeekHalfEnum, { description: 'Which.' })
  half!: WeekHalf;

  workshopIds!: string[];
}

@ObjectType({ description: 'Two shares that do not sit well together. Flagged, never refused.' })
export class WeekClash {
  @Field(() => ClashReasonEnum, { description: 'Why.' })
  reason!: ClashReason;

  @Field(() => WeekHalfEnum, { nullable: true, description: 'The half-day that both want.' })
  half?: WeekHalf;

  @Field(() => WeekDayEnum, { nullable: true, description: 'The day that they would share from too far.' })
  day?: WeekDay;

  workshopIds!: [string, string];

  @Field(() => Int, { description: 'Kilometres between the two, as the crow flies.' })
  km!: number;
}
