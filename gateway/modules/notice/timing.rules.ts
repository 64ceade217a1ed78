import { Temporal } from 'temporal-polyfill';
import type { HappeningKey } from '../../../schema/events.ts';
import {
  digestTime,
  digestWeekday,
  type NoticeChannel,
  type NoticeType,
  noticeTypeOf,
  urgentEvents,
  usualChannels,
} from '../../../schema/notices.ts';
import type { ReminderLead } from '../../../schema/loans.ts';
import { timeOn } from '../../platform/period.ts';

/** Local hours in which no mail leaves, 'HH:MM'; over midnight when `from` is later than `to`. */
export interface QuietHours {
  from: string;
  to: string;
}

/** How one person wants to hear of things. */
export interface Preferences {
  channels: Partial<Record<NoticeType, NoticeChannel>>;
  timeZone: string;
  quiet: QuietHours | null;
  /** Hours before a hand-over or a return; 0 is not at all. */
  remindBefore: ReminderLead;
  /** In the morning of the day itself. */
  remindOnDay: boolean;
}

export const usualPreferences: Preferences = {
  channels: {},
  timeZone: 'Europe/Paris',
  quiet: null,
  remindBefore: 24,
  remindOnDay: true,
};

export const channelOf = ({ channels }: Preferences, type: NoticeType): NoticeChannel =>
  channels[type] ?? usualChannels[type];

const localAt = (timeZone: string, instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

/** Whether a local time lies within the quiet hours: `from` included, `to` excluded; equal ends are never quiet. */
const isQuiet = ({ from, to }: QuietHours, time: string): boolean =>
  from < to ? from <= time && time < to : from !== to && (from <= time || time < to);

/** When quiet ends on a day: at its time, or, on the night when the clocks skip that time, at their change. */
function endOn(timeZone: string, day: string, time: string): Date {
  const end = timeOn(timeZone, day, time);
  const local = localAt(timeZone, end);
  if (local.toPlainTime().equals(Temporal.PlainTime.from(time))) return end;
  // Strictly before: the end may stand at the change itself.
  return new Date(local.add({ minutes: 1 }).getTimeZoneTransition('previous')!.epochMilliseconds);
}

/**
 * The first instant, not before `instant`, at which a mail may leave. Reads local clocks: on the nights when they change
 * the quiet lasts an hour more or less.
 */
export function outOfQuiet(quiet: QuietHours | null, timeZone: string, instant: Date): Date {
  if (!quiet) return instant;
  const local = localAt(timeZone, instant);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  if (!isQuiet(quiet, time)) return instant;
  const today = local.toPlainDate();
  const day = time < quiet.to ? today : today.add({ days: 1 });
  const end = endOn(timeZone, day.toString(), quiet.to);
  // A time told twice: the first may be past when the second still is quiet.
  return end > instant ? end : new Date(end.getTime() + 3_600_000);
}

/** When the next digest leaves: strictly after `instant`, out of the quiet hours. */
export function nextDigest(channel: 'daily' | 'weekly', { quiet, timeZone }: Preferences, instant: Date): Date {
  let day = localAt(timeZone, instant).toPlainDate();
  for (;;) {
    const at = timeOn(timeZone, day.toString(), digestTime);
    if (at > instant && (channel === 'daily' || day.dayOfWeek === digestWeekday))
      return outOfQuiet(quiet, timeZone, at);
    day = day.add({ days: 1 });
  }
}

/** How a person hears of an event beside the product itself. */
export type Delivery =
  { how: 'none' } | { how: 'mail'; at: Date } | { how: 'digest'; channel: 'daily' | 'weekly'; at: Date };

export function deliveryOf(event: HappeningKey, preferences: Preferences, now: Date): Delivery {
  const channel = channelOf(preferences, noticeTypeOf(event));
  if (channel === 'in_app') return { how: 'none' };
  if (channel !== 'at_once') return { how: 'digest', channel, at: nextDigest(channel, preferences, now) };
  const urgent = urgentEvents.includes(event);
  return { how: 'mail', at: urgent ? now : outOfQuiet(preferences.quiet, preferences.timeZone, now) };
}

/** Whether this person wants the reminder of this step. */
export const wantsReminder = ({ remindBefore, remindOnDay }: Preferences, step: number | 'day'): boolean =>
  step === 'day' ? remindOnDay : remindBefore === step;
