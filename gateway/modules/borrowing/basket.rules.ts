import { groupLimits } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { KeptLine } from './basket.entity.ts';

type Dated = Pick<KeptLine, 'from' | 'until'>;
type Wish = Dated & Pick<KeptLine, 'resourceId' | 'use'>;

const same = (a: Date | undefined, b: Date | undefined) => a?.getTime() === b?.getTime();

/** The same machine at the same time in the same way: put in twice, it is one line. */
export const isSameWish = (a: Wish, b: Wish): boolean =>
  a.resourceId === b.resourceId && a.use === b.use && same(a.from, b.from) && same(a.until, b.until);

/** A line with dates has both, in order, and no longer than a booking may be. Refuses with `calendar.period`. */
export function demandDates({ from, until }: Dated): void {
  if (!from && !until) return;
  if (!from || !until || !(from < until) || until.getTime() - from.getTime() > limits.bookingDays * 86_400_000)
    throw new Refusal('calendar.period');
}

/**
 * The basket with these lines put in: what is in it already is changed and not doubled. Refuses more lines than a basket
 * holds with `borrowing.basketFull`.
 */
export function putIn(lines: readonly KeptLine[], more: readonly KeptLine[]): KeptLine[] {
  const after = [...lines];
  for (const line of more) {
    demandDates(line);
    const at = after.findIndex((kept) => isSameWish(kept, line));
    if (at < 0) after.push(line);
    else after[at] = { ...line, id: after[at]!.id, note: line.note || after[at]!.note };
  }
  if (after.length > groupLimits.lines) throw new Refusal('borrowing.basketFull', { most: groupLimits.lines });
  return after;
}

/** A line that can be asked for: it has its dates. */
export type ReadyLine = KeptLine & { from: Date; until: Date };
export const isReady = (line: KeptLine): line is ReadyLine => Boolean(line.from && line.until);
