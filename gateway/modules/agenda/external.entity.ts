import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum.ts';

const calendarFaults = [
  'empty',
  'notCalendar',
  'noEvents',
  'broken',
  'slow',
  'address',
  'private',
  'unreachable',
  'timeout',
  'tooLarge',
  'status',
  'redirects',
] as const;
export type CalendarFault = (typeof calendarFaults)[number];
const CalendarFaultEnum = enumOf('CalendarFault', calendarFaults, 'Why a calendar could not be read.');

@ObjectType({ description: 'Events of a calendar that take no time, by why.' })
export class LeftOut {
  @Field(() => String, { description: 'free, cancelled, instant, past, own or broken.' })
  reason!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Time that a calendar wanted and that a loan or a run already has: the loan stays.' })
export class Collision {
  @Field(() => String, { description: 'The machine.' })
  machine!: string;

  @Field(() => String, { description: 'Code of the unit.' })
  unitCode!: string;

  @Field(() => Date, { description: 'Start of what both want.' })
  from!: Date;

  @Field(() => Date, { description: 'Its end.' })
  until!: Date;

  @Field(() => ID, { nullable: true, description: 'The loan that has it, when it is a loan.' })
  loanId?: string;

  @Field(() => String, { nullable: true, description: 'Its code.' })
  code?: string;
}

@ObjectType({ description: 'A calendar kept elsewhere, whose busy times block a machine or a whole workshop.' })
export class ExternalCalendar {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  workshopId!: string;

  @Field(() => ID, { nullable: true, description: 'The machine; none for the whole workshop.' })
  resourceId?: string;

  @Field(() => String, { description: 'What its people call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where it is read; none for a file that was sent.' })
  url?: string;

  /** The last text read: unfolded again as the year moves on. */
  text!: string;
  etag?: string;

  @Field(() => Date, { description: 'When it was last tried.' })
  triedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last read well.' })
  readAt?: Date;

  @Field(() => CalendarFaultEnum, {
    nullable: true,
    description: 'Why the last reading failed; none when it went well.',
  })
  fault?: CalendarFault;

  @Field(() => Int, { description: 'Events in it.' })
  events!: number;

  @Field(() => Int, { description: 'Stretches of busy time in the year to come.' })
  busy!: number;

  @Field(() => [LeftOut], { description: 'What takes no time, and why.' })
  leftOut!: LeftOut[];

  @Field(() => Boolean, { description: 'Whether there was more than is read: 1,000 stretches.' })
  cut!: boolean;

  @Field(() => [Collision], { description: 'What it wanted and did not get.' })
  collisions!: Collision[];

  nextAt!: Date;
  leaseUntil!: Date;
}

const plain = { _id: false } as const;

export const ExternalCalendarRecord = model<ExternalCalendar>(
  'ExternalCalendar',
  new Schema<ExternalCalendar>({
    _id: { type: String, required: true },
    workshopId: { type: String, required: true },
    resourceId: String,
    name: { type: String, required: true },
    url: String,
    text: { type: String, default: '' },
    etag: String,
    triedAt: { type: Date, required: true },
    readAt: Date,
    fault: { type: String, enum: calendarFaults },
    events: { type: Number, default: 0 },
    busy: { type: Number, default: 0 },
    leftOut: { type: [new Schema<LeftOut>({ reason: String, count: Number }, plain)], default: [] },
    cut: { type: Boolean, default: false },
    collisions: {
      type: [
        new Schema<Collision>(
          { machine: String, unitCode: String, from: Date, until: Date, loanId: String, code: String },
          plain,
        ),
      ],
      default: [],
    },
    nextAt: { type: Date, required: true },
    leaseUntil: { type: Date, required: true },
  })
    .index({ workshopId: 1, name: 1 })
    .index({ nextAt: 1 }),
  'external_calendars',
);
