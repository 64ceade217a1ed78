import { type ApplicationStatus, dayOf, type SwapStatus, type WeekHalf } from '$schema/jobs.ts';
import type { Messages } from '../i18n/index.ts';

/** mardi matin */
export const halfName = (t: Pick<Messages, 'jobs'>, half: WeekHalf): string =>
  t.jobs.half(t.jobs.days[dayOf(half)], t.jobs.halves[half.endsWith('am') ? 'am' : 'pm']);

const states = {
  received: 'info',
  shortlisted: 'now',
  interview: 'wait',
  hired: 'ok',
  declined: 'idle',
  withdrawn: 'idle',
} as const satisfies Record<ApplicationStatus, string>;
export const applicationPill = (t: Messages, status: ApplicationStatus) => ({
  state: states[status],
  label: t.jobs.statuses[status],
});

const swapStates = { asked: 'wait', agreed: 'ok', refused: 'bad', taken_back: 'idle' } as const satisfies Record<
  SwapStatus,
  string
>;
export const swapPill = (t: Messages, status: SwapStatus) => ({
  state: swapStates[status],
  label: t.jobs.swapStatuses[status],
});

const DAY_MS = 86_400_000;

/** The Monday (YYYY-MM-DD) of the week of an instant, so many weeks later. */
export function mondayOf(instant: string, later = 0): string {
  const at = new Date(instant);
  const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS + later * 7 * DAY_MS;
  return new Date(monday).toISOString().slice(0, 10);
}
