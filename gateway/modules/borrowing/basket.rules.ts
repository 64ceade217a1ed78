import { groupLimits } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { KeptLine, KeptPart } from './basket.entity.ts';

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
 * The lines with these put in: what is among them already is changed and not doubled. Refuses what has one of its dates, or
 * two in the wrong order.
 */
export function putIn(lines: readonly KeptLine[], more: readonly KeptLine[]): KeptLine[] {
  const after = [...lines];
  for (const line of more) {
    demandDates(line);
    const at = after.findIndex((kept) => isSameWish(kept, line));
    if (at < 0) after.push(line);
    else after[at] = { ...line, id: after[at]!.id, note: line.note || after[at]!.note };
  }
  return after;
}

/** The parts with this one put in: one of each thing, the last one said. */
export function putPart(parts: readonly KeptPart[], part: KeptPart): KeptPart[] {
  const known = parts.find(({ listingId }) => listingId === part.listingId);
  if (!known) return [...parts, part];
  return parts.map((one) => (one === known ? { ...part, id: known.id } : one));
}

/** What a person means to ask for. */
export interface Chosen {
  lines: readonly KeptLine[];
  parts: readonly KeptPart[];
}

/** Refuses more than a basket holds, whatever its kinds, with `borrowing.basketFull`. */
export function demandRoom({ lines, parts }: Chosen): void {
  if (lines.length + parts.length <= groupLimits.lines) return;
  throw new Refusal('borrowing.basketFull', { most: groupLimits.lines });
}

/**
 * The order in which the parts of a basket are asked for: whoever wants the same things wants them in the same order, so
 * that nobody holds one while waiting for the other.
 */
export const inAskingOrder = <T extends { listingId: string }>(parts: readonly T[]): T[] =>
  [...parts].sort((a, b) => (a.listingId < b.listingId ? -1 : a.listingId > b.listingId ? 1 : 0));

/** A line that can be asked for: it has its dates. */
export type ReadyLine = KeptLine & { from: Date; until: Date };
export const isReady = (line: KeptLine): line is ReadyLine => Boolean(line.from && line.until);
