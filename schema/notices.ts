import type { HappeningKey } from './events.ts';

/** The sorts of notification that a person settles one by one, in the order in which a page shows them. */
export const noticeTypes = [
  'to_answer',
  'loans',
  'reminders',
  'late',
  'production',
  'seen',
  'network',
  'other',
] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** How mails of one sort leave. Whatever it is, the notification stands in the product at once. */
export const noticeChannels = ['at_once', 'daily', 'weekly', 'in_app'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What holds until a person says otherwise. */
export const usualChannels = {
  to_answer: 'at_once',
  loans: 'at_once',
  reminders: 'at_once',
  late: 'at_once',
  production: 'at_once',
  seen: 'in_app',
  network: 'at_once',
  other: 'at_once',
} as const satisfies Record<NoticeType, NoticeChannel>;

/** The sort of an event, by what it begins with. */
const byModule: Partial<Record<string, NoticeType>> = {
  borrowing: 'loans',
  sharing: 'loans',
  material: 'loans',
  purchase: 'loans',
  jobs: 'loans',
  production: 'production',
  network: 'network',
  identity: 'network',
};

/** Events of another sort than those of their module. */
const byEvent: Partial<Record<HappeningKey, NoticeType>> = {
  'borrowing.ask': 'to_answer',
  'borrowing.ask_extension': 'to_answer',
  'sharing.ask': 'to_answer',
  'material.answered': 'to_answer',
  'production.offered': 'to_answer',
  'production.reminded': 'to_answer',
  'production.reopened': 'to_answer',
  'network.asked': 'to_answer',
  'jobs.applied': 'to_answer',
  'jobs.invited': 'to_answer',
  'jobs.swap_asked': 'to_answer',
  'borrowing.hand_over_soon': 'reminders',
  'borrowing.return_soon': 'reminders',
  'borrowing.hand_over_today': 'reminders',
  'borrowing.return_today': 'reminders',
  'borrowing.late': 'late',
  'borrowing.next_late': 'late',
  'production.viewed': 'seen',
};

export const noticeTypeOf = (event: HappeningKey): NoticeType =>
  byEvent[event] ?? byModule[event.slice(0, event.indexOf('.'))] ?? 'other';

/** Events that change what somebody does in the next hours: their mails leave even in quiet hours. */
export const urgentEvents: readonly HappeningKey[] = [
  'borrowing.withdraw',
  'borrowing.cancel',
  'borrowing.next_late',
  'borrowing.undo_accept',
  'production.given_up',
  'sharing.call_off',
];

/** Digests leave at this local hour; the weekly one on this day, 1 for Monday. */
export const digestTime = '08:00';
export const digestWeekday = 1;

/** The quiet hours that a page proposes. */
export const usualQuiet = { from: '21:00', to: '07:30' } as const;
