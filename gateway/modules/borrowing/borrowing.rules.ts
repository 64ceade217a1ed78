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
import { type KindName, travels } from '../../../schema/kinds.ts';
import type { Period } from '../../platform/intervals.ts';
import { Refusal } from '../../platform/refusal.ts';

const HOUR = 3_600_000;

/** What deciding a move needs to know of a loan. */
export interface LoanFacts extends Period {
  status: LoanStatus;
  holdUntil?: Date;
  /** The return document, once there is one. */
  takeBack?: { at: Date; missing: readonly string[]; damage?: string };
  /** Equipment where nothing is said. */
  kind?: KindName;
  /** Those who must agree, where that is more than whoever lends; and for whom of them the viewer speaks. */
  consents?: readonly { at?: Date; mine?: boolean }[];
  /** The journal, oldest first. */
  history?: readonly { at: Date; event: LoanEvent }[];
}

const hoursFrom = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR);

/** Whether each gate stands open at `now`. A hold ends at its instant: at `holdUntil` itself nobody can accept. */
const gates: Record<LoanGate, (loan: LoanFacts, now: Date, step: LoanStep) => boolean> = {
  before_hold_ends: ({ holdUntil }, now) => holdUntil !== undefined && now < holdUntil,
  others_agree_too: (loan, now, step) => {
    const { mine, others } = missing(loan);
    return gates.before_hold_ends(loan, now, step) && mine > 0 && others > 0;
  },
  last_to_agree: (loan, now, step) => gates.before_hold_ends(loan, now, step) && missing(loan).others === 0,
  after_hold_ends: ({ holdUntil }, now) => holdUntil === undefined || now >= holdUntil,
  from_early: ({ from }, now) => now >= hoursFrom(from, -loanHours.early),
  from_start: ({ from }, now) => now >= from,
  from_end: ({ until }, now) => now >= until,
  a_while_after_return: ({ takeBack, history = [] }, now) => {
    const back = takeBack?.at ?? history.findLast(({ event }) => event === 'visit')?.at;
    const isWhole = takeBack === undefined || (takeBack.missing.length === 0 && !takeBack.damage);
    return back !== undefined && isWhole && now >= hoursFrom(back, loanHours.settle);
  },
  shortly_after: (loan, now, step) => {
    const last = loan.history?.at(-1);
    if (!last || last.event !== step.undoes || now >= undoneBy(last.at)) return false;
    return statusBefore(loan) === step.to && (step.to !== 'asked' || gates.before_hold_ends(loan, now, step));
  },
};

/** How many have still to agree: those for whom the viewer speaks, and the others. */
function missing({ consents = [] }: LoanFacts): { mine: number; others: number } {
  const open = consents.filter(({ at }) => at === undefined);
  const mine = open.filter((consent) => consent.mine).length;
  return { mine, others: open.length - mine };
}

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
  actor !== undefined &&
  step.by.includes(actor) &&
  step.from.includes(loan.status) &&
  (step.travels === undefined || step.travels === travels(loan.kind ?? 'equipment'));

/** The moves open to a side now. What guards is what the page draws its buttons from. */
export const openMoves = (loan: LoanFacts, actor: LoanActor | undefined, now: Date): LoanMove[] =>
  loanMoveNames.filter((name) => {
    const step: LoanStep = loanMoves[name];
    return fits(step, loan, actor) && (step.when === undefined || gates[step.when](loan, now, step));
  });

/** The instants at which gates open that only time keeps shut. */
const opensAt: Partial<Record<LoanGate, (loan: LoanFacts) => Date>> = {
  from_early: ({ from }) => hoursFrom(from, -loanHours.early),
  from_start: ({ from }) => from,
  from_end: ({ until }) => until,
};

/**
 * The status that the move leads to. Refuses with `platform.forbidden` whoever never takes that step, with
 * `borrowing.notYet` when only time is missing, else with `borrowing.closedMove`.
 */
export function take(move: LoanMove, loan: LoanFacts, actor: LoanActor | undefined, now: Date): LoanStatus {
  if (openMoves(loan, actor, now).includes(move)) return loanMoves[move].to;
  const step: LoanStep = loanMoves[move];
  if (actor === undefined || !step.by.includes(actor)) throw new Refusal('platform.forbidden');
  const opens = step.when && opensAt[step.when]?.(loan);
  if (fits(step, loan, actor) && opens) throw new Refusal('borrowing.notYet', { move, from: opens.toISOString() });
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
