import {
  type ApplicationActor,
  type ApplicationMove,
  applicationMoveNames,
  applicationMoves,
  type ApplicationStatus,
  jobLimits,
} from '../../../schema/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The steps open to somebody now: what guards is what the page draws its buttons from. */
export const openApplicationMoves = (
  status: ApplicationStatus,
  actor: ApplicationActor | undefined,
): ApplicationMove[] =>
  applicationMoveNames.filter((name) => {
    const { by, from } = applicationMoves[name];
    return (
      actor !== undefined &&
      (by as readonly ApplicationActor[]).includes(actor) &&
      (from as readonly ApplicationStatus[]).includes(status)
    );
  });

/** Where a step leads. Refuses with `platform.forbidden` who never takes it, `jobs.closedMove`, or `jobs.reason`. */
export function takeApplicationMove(
  move: ApplicationMove,
  status: ApplicationStatus,
  actor: ApplicationActor | undefined,
  note?: string,
): ApplicationStatus {
  const step = applicationMoves[move];
  if (actor === undefined || !(step.by as readonly ApplicationActor[]).includes(actor))
    throw new Refusal('platform.forbidden');
  if (!openApplicationMoves(status, actor).includes(move)) throw new Refusal('jobs.closedMove', { move, status });
  if ('needs' in step && actor !== 'system' && !note?.trim()) throw new Refusal('jobs.reason', { move });
  return step.to;
}

/** So many months after an instant: the last day of a month stays in the month that follows. */
export function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== at.getUTCDate()) later.setUTCDate(0);
  return later;
}

/**
 * When an application goes, counted from its last news: at once when the candidate takes it back, never by itself once
 * they are hired, else after the months that they chose, and no later than the law’s keeper recommends.
 */
export function deletedAt(status: ApplicationStatus, keepMonths: number, now: Date): Date | undefined {
  if (status === 'hired') return undefined;
  if (status === 'withdrawn') return now;
  return monthsAfter(now, Math.min(keepMonths, jobLimits.keepMonths));
}

/** The times of an interview as they were proposed: each once, in their order. Refuses with `jobs.slots` none, or a past one. */
export function checkedSlots(slots: readonly Date[], now: Date): Date[] {
  const times = [...new Set(slots.map((slot) => slot.getTime()))].sort((a, b) => a - b);
  if (times.length === 0 || times.length > jobLimits.slots || times[0]! <= now.getTime())
    throw new Refusal('jobs.slots', { most: jobLimits.slots });
  return times.map((time) => new Date(time));
}
