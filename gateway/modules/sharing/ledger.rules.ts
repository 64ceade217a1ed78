/** A line of a ledger: what is left changes by `delta` (thousandths) from `effectiveAt` on. */
export interface Line {
  delta: number;
  effectiveAt: Date;
}

/** What is left at an instant: the sum of the lines in force. Lines written for later do not count yet. */
export const balanceAt = (lines: readonly Line[], at: Date): number =>
  lines.reduce((sum, { delta, effectiveAt }) => (effectiveAt <= at ? sum + delta : sum), 0);

interface Taken {
  quantity: number;
  /** Until when it is only held; absent once it is firm. */
  holdUntil?: Date;
}

type Draft = Line & { reason: 'taken' | 'given_back' | 'lapse' | 'kept' };

/**
 * Taking a quantity. A hold is given back by a line that is written at once and comes into force when the hold ends: so it
 * stops holding at that very instant, and no line is ever changed.
 */
export const takingLines = ({ quantity, holdUntil }: Taken, now: Date): Draft[] => [
  { reason: 'taken', delta: -quantity, effectiveAt: now },
  ...(holdUntil ? [{ reason: 'lapse' as const, delta: quantity, effectiveAt: holdUntil }] : []),
];

/** A hold becomes firm: the line that would give it back is outweighed from the same instant. */
export const keepingLines = ({ quantity, holdUntil }: Taken): Draft[] =>
  holdUntil ? [{ reason: 'kept', delta: -quantity, effectiveAt: holdUntil }] : [];

/** Giving back what is firm, or held: then what the end of the hold would give back is outweighed too. */
export const givingBackLines = ({ quantity, holdUntil }: Taken, now: Date): Draft[] =>
  holdUntil && holdUntil <= now
    ? []
    : [
        { reason: 'given_back', delta: quantity, effectiveAt: now },
        ...(holdUntil ? [{ reason: 'kept' as const, delta: -quantity, effectiveAt: holdUntil }] : []),
      ];
