import { type ReminderLead } from '../../../schema/loans.ts';
import { timeOnDayOf } from '../../platform/period.ts';
import type { Loan, Told } from './loan.entity.ts';

const HOUR = 3_600_000;

/** What a reminder is before: the hand-over, or the return. */
export type Meeting = 'handOver' | 'back';

/** When in relation to a meeting: so many hours ahead, or on the day in the morning. */
export type ReminderStep = Exclude<ReminderLead, 0> | 'day';

/** The local hour at which the reminders of a day leave. */
const morningOfReminders = '07:00';

/** Each reminder, by the name under which a loan remembers it. The day before goes by the meeting's own name. */
export const reminders: Record<Meeting, readonly [step: ReminderStep, told: Told][]> = {
  handOver: [
    [48, 'handOver48'],
    [24, 'handOver'],
    [2, 'handOver2'],
    ['day', 'handOverDay'],
  ],
  back: [
    [48, 'back48'],
    [24, 'back'],
    [2, 'back2'],
    ['day', 'backDay'],
  ],
};

/** When a reminder leaves for a meeting at that instant, in the zone of the workshop. */
export const reminderAt = (step: ReminderStep, at: Date, timeZone: string): Date =>
  step === 'day' ? timeOnDayOf(timeZone, at, morningOfReminders) : new Date(at.getTime() - step * HOUR);

/** Reminders whose time is past when a meeting is agreed: the agreement itself was the news. */
export const firstTold = (meeting: Meeting, at: Date, timeZone: string, now: Date): Loan['told'] =>
  Object.fromEntries(
    reminders[meeting].filter(([step]) => reminderAt(step, at, timeZone) < now).map(([, told]) => [told, now]),
  );

/** What was told, as if this meeting had not been announced, nor anything else of these names said. */
export const dropTold = (meeting: Meeting, told: Loan['told'], ...also: readonly Told[]): Loan['told'] => {
  const dropped = new Set<string>([...also, ...reminders[meeting].map(([, name]) => name)]);
  return Object.fromEntries(Object.entries(told).filter(([name]) => !dropped.has(name)));
};
