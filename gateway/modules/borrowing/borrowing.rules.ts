import {
  type LoanActor,
  type LoanEvent,
  type LoanGate,
  loanHours,
  loanLeads,
  type LoanMove,
  loanMoveNames,
  loanMoves,
  type LoanSide,
  loanSides,
  type LoanStatus,
  type LoanStep,
  loanTurns,
  undoMinutes,
} from '../../../schema/loans.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';

const HOUR = 3_600_000;

/** What deciding a move needs to know of a loan. */
export interface LoanFacts extends Period {
  status: LoanStatus;
  holdUntil?: Date;
  /** The return document, once there is one. */
  takeBack?: { at: Date; missing: readonly string[]; damage?: string };
  /** The journal, oldest first. */
  history?: readonly { at: Date; event: LoanEvent }[];
}

const hoursFrom = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR);

/** Whether each gate stands open at `now`. A hold ends at its instant: at `holdUntil` itself nobody can accept. */
const gates: Record<LoanGate, (loan: LoanFacts, now: Date, step: LoanStep) => boolean> = {
  before_hold_ends: ({ holdUntil }, now) => holdUntil !== undefined && now < holdUntil,
  after_hold_ends: ({ holdUntil }, now) => holdUntil === undefined || now >= holdUntil,
  from_early: ({ from }, now) => now >= hoursFrom(from, -loanHours.early),
  from_start: ({ from }, now) => now >= from,
  a_while_after_return: ({ takeBack }, now) =>
    takeBack !== undefined &&
    takeBack.missing.length === 0 &&
    !takeBack.damage &&
    now >= hoursFrom(takeBack.at, loanHours.settle),
  shortly_after: (loan, now, step) => {
    const last = loan.history?.at(-1);
    if (!last || last.event !== step.undoes || now >= undoneBy(last.at)) return false;
    return statusBefore(loan) === step.to && (step.to !== 'asked' || gates.before_hold_ends(loan, now, step));
  },
};

const undoneBy = (at: Date) => new Date(at.getTime() + undoMinutes * 60_000);

/** Where the journal stood before its last line. */
const statusBefore = ({ history = [] }: LoanFacts): LoanStatus | undefined =>
  history
    .slice(0, -1)
    .map(({ event }) => loanLeads[event])
    .findLast((status) => status !== undefined);

/** The step that a side may still take back, and until when; none when something else happened since. */
export function openUndo(
  loan: LoanFacts,
  actor: LoanActor | undefined,
  now: Date,
): { move: LoanMove; until: Date } | undefined {
  const move = openMoves(loan, actor, now).find((name) => undoes(name));
  return move && { move, until: undoneBy(loan.history!.at(-1)!.at) };
}

const undoes = (move: LoanMove) => (loanMoves[move] as LoanStep).undoes !== undefined;

const fits = (step: LoanStep, loan: LoanFacts, actor: LoanActor | undefined) =>
  actor !== undefined && step.by.includes(actor) && step.from.includes(loan.status);

/** The moves open to a side now. What guards is what the page draws its buttons from. */
export const openMoves = (loan: LoanFacts, actor: LoanActor | undefined, now: Date): LoanMove[] =>
  loanMoveNames.filter((name) => {
    const step: LoanStep = loanMoves[name];
    return fits(step, loan, actor) && (step.when === undefined || gates[step.when](loan, now, step));
  });

/**
 * The status that the move leads to. Refuses with `platform.forbidden` whoever never takes that step, with
 * `borrowing.notYet` when only time is missing, else with `borrowing.closedMove`.
 */
export function take(move: LoanMove, loan: LoanFacts, actor: LoanActor | undefined, now: Date): LoanStatus {
  if (openMoves(loan, actor, now).includes(move)) return loanMoves[move].to;
  const step: LoanStep = loanMoves[move];
  if (actor === undefined || !step.by.includes(actor)) throw new Refusal('platform.forbidden');
  if (fits(step, loan, actor) && (step.when === 'from_early' || step.when === 'from_start'))
    throw new Refusal('borrowing.notYet', {
      move,
      from: (step.when === 'from_early' ? hoursFrom(loan.from, -loanHours.early) : loan.from).toISOString(),
    });
  throw new Refusal('borrowing.closedMove', { move, status: loan.status });
}

/** Whether nothing follows; that a slip of the hand can be taken back for a while does not count. */
export const isFinal = (status: LoanStatus): boolean =>
  !loanMoveNames.some((move) => !undoes(move) && (loanMoves[move].from as readonly LoanStatus[]).includes(status));

/** Out of the house past its term. Computed, never stored. */
export const isOverdue = ({ status, until }: Pick<LoanFacts, 'status' | 'until'>, now: Date): boolean =>
  status === 'out' && until < now;

/** Sides that must do something now. An extension that was asked for waits for the lender. */
export function turnsOf(loan: LoanFacts & { extension?: { state: string } }, now: Date): LoanSide[] {
  const turns: Partial<Record<LoanSide, string>> =
    loan.status in loanTurns ? loanTurns[loan.status as keyof typeof loanTurns] : {};
  const since: Record<string, Date> = {
    always: new Date(0),
    day_before_start: hoursFrom(loan.from, -loanHours.reminder),
    day_before_end: hoursFrom(loan.until, -loanHours.reminder),
    end: loan.until,
  };
  return loanSides.filter(
    (side) =>
      (turns[side] !== undefined && now >= since[turns[side]]!) ||
      (side === 'lender' && loan.extension?.state === 'asked' && (loan.status === 'accepted' || loan.status === 'out')),
  );
}

/**
 * A checklist as filled at the counter: each item once, present or missing. Refuses with `borrowing.checklist`, naming the
 * first item that was passed over.
 */
export function checked(expected: readonly string[], present: readonly string[], missing: readonly string[]): void {
  const said = [...present, ...missing];
  const passedOver = expected.find((item) => !said.includes(item));
  if (passedOver !== undefined) throw new Refusal('borrowing.checklist', { item: passedOver });
  if (said.length !== expected.length || said.some((item) => !expected.includes(item)))
    throw new Refusal('borrowing.checklist', { item: said.find((item) => !expected.includes(item)) ?? null });
}

/** A step that needs a reason and has none is refused with `borrowing.reason`. */
export function reasonFor(move: LoanMove, note: string | undefined): string | undefined {
  const said = note?.trim();
  if ((loanMoves[move] as LoanStep).needs === 'reason' && !said) throw new Refusal('borrowing.reason', { move });
  return said || undefined;
}
