import {
  type ExtensionMove,
  extensionMoveNames,
  extensionMoves,
  type ExtensionState,
  type LoanActor,
  type LoanStatus,
} from '../../../schema/loans.ts';
import { type KindName, travels } from '../../../schema/kinds.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Extensible extends Period {
  kind?: KindName;
  status: LoanStatus;
  extension?: { state: ExtensionState; holdUntil?: Date };
}

const running: readonly LoanStatus[] = ['accepted', 'out'];

/** The steps of an extension open to a side now: only while the loan is agreed or out, and its hold has not run out. */
export const openExtensionMoves = (loan: Extensible, actor: LoanActor | undefined, now: Date): ExtensionMove[] => {
  // A visit is not prolonged: another one is asked for.
  if (actor === undefined || !running.includes(loan.status) || travels(loan.kind ?? 'equipment')) return [];
  const { state = 'none', holdUntil } = loan.extension ?? {};
  const over = state === 'asked' && holdUntil !== undefined && now >= holdUntil;
  return extensionMoveNames.filter((name) => {
    const { from, by } = extensionMoves[name];
    if (!(from as readonly ExtensionState[]).includes(state) || !(by as readonly LoanActor[]).includes(actor))
      return false;
    return name === 'lapse_extension' ? over : !over;
  });
};

/** Where the move leads. Refuses with `platform.forbidden` whoever never takes that step, else with `borrowing.closedMove`. */
export function takeExtension(
  move: ExtensionMove,
  loan: Extensible,
  actor: LoanActor | undefined,
  now: Date,
): ExtensionState {
  const by: readonly LoanActor[] = extensionMoves[move].by;
  if (actor === undefined || !by.includes(actor)) throw new Refusal('platform.forbidden');
  if (!openExtensionMoves(loan, actor, now).includes(move))
    throw new Refusal('borrowing.closedMove', { move, status: loan.status });
  return extensionMoves[move].to;
}

/** The booking that holds the time of an extension asked for: a subject of its own, so that it is given back alone. */
export const holdOf = (loanId: string) => `${loanId}.extension`;
/** The loan to which a booking's subject belongs. */
export const loanOf = (subjectId: string) => subjectId.replace(/\.extension$/, '');

/**
 * The last end that an extension may ask for: before the next booking of the same unit, with the buffers that this loan
 * needs after it, and no longer than the owner allows. Equal to `until` when there is no room at all.
 */
export function latestEnd(
  { from, until }: Period,
  longestHours: number,
  minutesAfter: number,
  blocksOnUnit: readonly Period[],
): Date {
  const longest = from.getTime() + longestHours * HOUR;
  const next = blocksOnUnit
    .filter((block) => block.from >= until)
    .map((block) => block.from.getTime() - minutesAfter * MINUTE);
  return new Date(Math.max(until.getTime(), Math.min(longest, ...next)));
}

/** Refuses an end that is not later (`borrowing.extension`), or later than can be (`borrowing.extensionTaken`, with `latest`). */
export function demandLater(until: Date, wanted: Date, latest: Date, now: Date): void {
  if (wanted <= until || wanted <= now) throw new Refusal('borrowing.extension', { until: until.toISOString() });
  if (wanted > latest)
    throw new Refusal('borrowing.extensionTaken', { latest: latest > until ? latest.toISOString() : null });
}
