import type { ClaimEvent, ClaimMove, ClaimStatus } from '../../../schema/sharing.ts';
import type { SeatMark } from '../../../schema/training.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Claim, MarkedSeat } from '../sharing/claim.entity.ts';

/** What is said of one seat, from 0: what became of it, who sat there, or both. */
export interface SaidSeat {
  seat: number;
  mark?: SeatMark | null;
  name?: string | null;
}

/** What a part as a whole says of each of its seats. */
const implied: Partial<Record<ClaimStatus, SeatMark>> = {
  attended: 'present',
  certified: 'certified',
  absent: 'absent',
};

/** The mark of each seat: its own, else that of its part; undefined while nobody said anything. */
export const marksOf = (part: Pick<Claim, 'status' | 'marks'>, seats: number): (SeatMark | undefined)[] =>
  Array.from({ length: seats }, (_, n) =>
    part.marks && part.marks.length > 0 ? part.marks.find(({ seat }) => seat === n)?.mark : implied[part.status],
  );

/** The marks after somebody said more. Who is certified stays so: an accreditation is revoked, never unsaid. */
export const marked = (
  before: readonly (SeatMark | undefined)[],
  said: readonly SaidSeat[],
): (SeatMark | undefined)[] =>
  before.map((mark, n) =>
    mark === 'certified' ? mark : (said.findLast((one) => one.seat === n && one.mark)?.mark ?? mark),
  );

/** Who sat on each seat, after a host wrote down who really came. Refuses to give a seat on which somebody passed to another. */
export const namesAfter = (
  names: readonly string[],
  marks: readonly (SeatMark | undefined)[],
  said: readonly SaidSeat[],
): string[] =>
  names.map((name, n) => {
    const written = said
      .findLast((one) => one.seat === n && one.name?.trim())
      ?.name?.trim()
      .replace(/\s+/g, ' ');
    if (!written || written === name) return name;
    if (name && marks[n] === 'certified') throw new Refusal('platform.invalid', { field: 'name' });
    return written;
  });

/** Marks as they are kept: what was said before keeps its hour and who said it. */
export const keptMarks = (
  marks: readonly (SeatMark | undefined)[],
  before: readonly MarkedSeat[] | undefined,
  by: Pick<MarkedSeat, 'at' | 'personId'>,
): MarkedSeat[] =>
  marks.flatMap((mark, n) =>
    mark ? [before?.find((one) => one.seat === n && one.mark === mark) ?? { seat: n, mark, ...by }] : [],
  );

/** Where a part stands by its seats: somebody passed, somebody came, nobody did; undefined while that is not known. */
export function statusBySeats(marks: readonly (SeatMark | undefined)[]): ClaimStatus | undefined {
  if (marks.includes('certified')) return 'certified';
  if (marks.includes('present')) return 'attended';
  return marks.length > 0 && marks.every((mark) => mark === 'absent') ? 'absent' : undefined;
}

/** The steps that lead a part there, one after the other. */
export function stepsTo(from: ClaimStatus, to: ClaimStatus | undefined): ClaimMove[] {
  if (to === undefined || from === to || from === 'certified') return [];
  if (to === 'absent') return ['miss'];
  const coming: ClaimMove[] = from === 'attended' ? [] : ['attend'];
  return to === 'certified' ? [...coming, 'certify'] : coming;
}

/**
 * The marks of the seats once the whole part has taken a step: those that say the same already stay; else everyone of whom
 * nothing else is known came, did not come, or passed.
 */
export function marksAfter(event: ClaimEvent, marks: readonly (SeatMark | undefined)[]): (SeatMark | undefined)[] {
  const said = statusBySeats(marks);
  const [none, some] = [said === 'absent', said === 'attended' || said === 'certified'];
  if (event === 'miss' && !none) return marks.map(() => 'absent');
  if (event === 'attend' && !some) return marks.map((mark) => (none ? 'present' : (mark ?? 'present')));
  if (event === 'certify' && said !== 'certified') return marks.map((mark) => (mark === 'absent' ? mark : 'certified'));
  return [...marks];
}
