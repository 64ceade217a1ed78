import { model, Schema } from 'mongoose';
import { Field, Int, ObjectType } from 'type-graphql';
import { type ReminderLead, reminderLeads } from '../../../schema/loans.ts';
import { type NoticeChannel, noticeChannels, type NoticeType, noticeTypes } from '../../../schema/notices.ts';
import { enumOf } from '../../platform/enum.ts';
import type { Preferences } from './timing.rules.ts';

export const NoticeTypeEnum = enumOf('NoticeType', noticeTypes, 'The sorts of notification that one settles.');
export const NoticeChannelEnum = enumOf('NoticeChannel', noticeChannels, 'How mails of one sort leave.');

@ObjectType({ description: 'How mails of one sort of notification leave.' })
export class ChannelChoice {
  @Field(() => NoticeTypeEnum, { description: 'The sort.' })
  type!: NoticeType;

  @Field(() => NoticeChannelEnum, { description: 'How they leave.' })
  channel!: NoticeChannel;
}

@ObjectType('QuietHours', { description: 'Local hours in which no mail leaves, save the urgent ones.' })
export class QuietHoursType {
  @Field(() => String, { description: 'From, HH:MM.' })
  from!: string;

  @Field(() => String, { description: 'To, HH:MM; the next day when earlier than `from`.' })
  to!: string;
}

@ObjectType({ description: 'How the caller wants to hear of things.' })
export class NoticePreferences {
  @Field(() => [ChannelChoice], { description: 'One row for each sort.' })
  channels!: ChannelChoice[];

  @Field(() => String, { description: 'IANA zone in which hours are read.' })
  timeZone!: string;

  @Field(() => QuietHoursType, { nullable: true, description: 'Quiet hours; null when there are none.' })
  quiet!: QuietHoursType | null;

  @Field(() => Int, { description: 'Hours before a hand-over or a return: 0 (not at all), 2, 24 or 48.' })
  remindBefore!: number;

  @Field(() => Boolean, { description: 'Whether to be reminded in the morning of the day.' })
  remindOnDay!: boolean;
}

/** What a person settled; nobody has a row until they do. */
export interface StoredPreferences extends Preferences {
  /** The person. */
  _id: string;
}

export const PreferencesRecord = model<StoredPreferences>(
  'NoticePreferences',
  new Schema<StoredPreferences>(
    {
      _id: { type: String, required: true },
      channels: {
        type: new Schema(
          Object.fromEntries(noticeTypes.map((type) => [type, { type: String, enum: noticeChannels }])),
          {
            _id: false,
          },
        ),
        default: {},
      },
      timeZone: { type: String, default: 'Europe/Paris' },
      quiet: { type: new Schema({ from: String, to: String }, { _id: false }), default: null },
      remindBefore: { type: Number, enum: reminderLeads as unknown as ReminderLead[], default: 24 },
      remindOnDay: { type: Boolean, default: true },
    },
    { minimize: false },
  ),
  'notice_preferences',
);
