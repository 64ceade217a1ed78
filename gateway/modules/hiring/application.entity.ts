import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  type ApplicationActor,
  applicationActors,
  type ApplicationMove,
  applicationMoveNames,
  type ApplicationStatus,
  applicationStatuses,
} from '../../../schema/jobs.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import type { Party } from '../identity/viewer.ts';

const ApplicationStatusEnum = enumOf('ApplicationStatus', applicationStatuses, 'Where an application stands.');
export const ApplicationMoveEnum = enumOf('ApplicationMove', applicationMoveNames, 'The steps of an application.');
export const ApplicationActorEnum = enumOf('ApplicationActor', applicationActors, 'Who takes steps of an application.');

@ObjectType({ description: 'One line of the journal of an application.' })
export class ApplicationLine {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ApplicationMoveEnum, { description: 'Which step.' })
  move!: ApplicationMove;

  @Field(() => ApplicationActorEnum, { description: 'By whom.' })
  by!: ApplicationActor;

  personId?: string;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note?: string;
}

@ObjectType({
  description: 'A note that those who answer for a job share on an application. The candidate does not see it.',
})
export class ApplicationNote {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  personId!: string;
  /** For whom they wrote. */
  party!: Party;
}

@ObjectType({
  description: 'An application for a shared job: for the candidate, and for the workshops that share the job.',
})
export class Application {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  listingId!: string;
  personId!: string;

  @Field(() => ApplicationStatusEnum, { description: 'Where it stands.' })
  status!: ApplicationStatus;

  @Field(() => String, { description: 'What the candidate says.' })
  message!: string;

  @Field(() => String, { description: 'The candidate’s telephone; may be empty.' })
  phone!: string;

  notes!: ApplicationNote[];

  @Field(() => [Date], { description: 'The times proposed for an interview.' })
  slots!: Date[];

  @Field(() => String, { description: 'Where the interview would be; may be empty.' })
  slotPlace!: string;

  @Field(() => Date, { nullable: true, description: 'The time that the candidate chose.' })
  chosenSlot?: Date;

  @Field(() => Int, { description: 'For how many months after the last news it is kept.' })
  keepMonths!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is deleted, CV and all; of who was hired, not by itself.',
  })
  deleteAt?: Date;

  @Field(() => [ApplicationLine], { description: 'Its steps, oldest first.' })
  history!: ApplicationLine[];

  @Field(() => Date, { description: 'When it was sent.' })
  createdAt!: Date;

  revision!: number;
}

@ObjectType({ description: 'A page of applications.' })
export class ApplicationPage extends PageType(Application) {}

const plain = { _id: false } as const;
const id = { type: String, required: true } as const;
const at = { type: Date, required: true } as const;

export const ApplicationRecord = model<Application>(
  'Application',
  new Schema<Application>({
    _id: id,
    listingId: id,
    personId: id,
    status: { type: String, enum: applicationStatuses, required: true },
    message: { type: String, default: '' },
    phone: { type: String, default: '' },
    notes: {
      type: [
        new Schema<ApplicationNote>(
          {
            at,
            text: String,
            personId: id,
            party: { type: new Schema<Party>({ scope: String, id: String }, plain), required: true },
          },
          plain,
        ),
      ],
      default: [],
    },
    slots: { type: [Date], default: [] },
    slotPlace: { type: String, default: '' },
    chosenSlot: Date,
    keepMonths: { type: Number, required: true },
    deleteAt: Date,
    history: {
      type: [
        new Schema<ApplicationLine>(
          { at, move: { type: String, enum: applicationMoveNames }, by: String, personId: String, note: String },
          plain,
        ),
      ],
      default: [],
    },
    createdAt: at,
    revision: { type: Number, default: 0 },
  })
    // One of each person for each job.
    .index({ listingId: 1, personId: 1 }, { unique: true })
    .index({ listingId: 1, status: 1, createdAt: 1, _id: 1 })
    .index({ listingId: 1, status: 1, chosenSlot: 1 })
    .index({ listingId: 1, createdAt: 1, _id: 1 })
    .index({ personId: 1, createdAt: -1, _id: 1 })
    .index({ deleteAt: 1 }),
  'applications',
);
