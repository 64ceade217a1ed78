import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsOptional,
  IsTimeZone,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { type ReminderLead, reminderLeads } from '../../../schema/loans.ts';
import { type NoticeChannel, type NoticeType, noticeTypes } from '../../../schema/notices.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { PageArgs } from '../../platform/page.ts';
import { NoticeChannelEnum, NoticeTypeEnum } from './preferences.entity.ts';

const hourAndMinute = /^([01]\d|2[0-3]):[0-5]\d$/;

@InputType({ description: 'How mails of one sort of notification leave.' })
export class ChannelChoiceInput {
  @Field(() => NoticeTypeEnum, { description: 'The sort.' })
  type!: NoticeType;

  @Field(() => NoticeChannelEnum, { description: 'How they leave.' })
  channel!: NoticeChannel;
}

@InputType({ description: 'Local hours in which no mail leaves, save the urgent ones.' })
export class QuietHoursInput {
  @Field(() => String, { description: 'From, HH:MM.' })
  @Matches(hourAndMinute)
  from!: string;

  @Field(() => String, { description: 'To, HH:MM; the next day when earlier than `from`.' })
  @Matches(hourAndMinute)
  to!: string;
}

@InputType({ description: 'How the caller wants to hear of things, whole.' })
export class NoticePreferencesInput {
  @Field(() => [ChannelChoiceInput], { description: 'Sorts left out are told as usual.' })
  @ArrayMaxSize(noticeTypes.length)
  @ArrayUnique(({ type }: ChannelChoiceInput) => type)
  @ValidateNested({ each: true })
  channels!: ChannelChoiceInput[];

  @Field(() => String, { description: 'IANA zone in which hours are read.' })
  @IsTimeZone()
  timeZone!: string;

  @Field(() => QuietHoursInput, { nullable: true, description: 'Quiet hours; none when left out.' })
  @IsOptional()
  @ValidateNested()
  quiet?: QuietHoursInput | null;

  @Field(() => Int, { description: 'Hours before a hand-over or a return: 0 (not at all), 2, 24 or 48.' })
  @IsIn(reminderLeads)
  remindBefore!: ReminderLead;

  @Field(() => Boolean, { description: 'Whether to be reminded in the morning of the day.' })
  remindOnDay!: boolean;
}

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => NoticeTypeEnum, { nullable: true, description: 'Only those of this sort.' })
  @IsOptional()
  type?: NoticeType;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those not read yet.' })
  unread: boolean = false;
}

@ArgsType()
export class MarkNoticeArgs {
  @Field(() => ID, { description: 'The notification.' })
  @Length(1, 64)
  id!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Read, or to read again.' })
  read: boolean = true;
}

@ArgsType()
export class MailTokenArgs {
  @Field(() => String, { description: 'The signed token of the link in the mail.' })
  @Length(1, limits.line)
  token!: string;
}
