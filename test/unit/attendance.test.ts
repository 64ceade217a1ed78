import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keptMarks,
  marked,
  marksAfter,
  marksOf,
  statusBySeats,
  stepsTo,
} from '../../gateway/modules/training/attendance.rules.ts';
import { claimMoves, type ClaimStatus } from '../../schema/sharing.ts';
import { type SeatMark, seatMarks } from '../../schema/training.ts';

const mark = fc.constantFrom<SeatMark>(...seatMarks);
const seats = fc.array(fc.option(mark, { nil: undefined }), { minLength: 1, maxLength: 8 });
const seated = fc.constantFrom<ClaimStatus>('agreed', 'attended', 'certified', 'absent');
const by = { at: new Date('2026-12-01T17:00:00Z'), personId: 'host' };

describe('seats marked one by one', () => {
  test('what was said last of a seat stands, but who is certified stays so', () => {
    fc.assert(
      fc.property(seats, fc.array(fc.record({ seat: fc.nat(7), mark })), (before, said) => {
        const after = marked(before, said);
        expect(after).toHaveLength(before.length);
        before.forEach((was, n) => {
          const last = said.findLast(({ seat }) => seat === n)?.mark;
          expect(after[n]).toBe(was === 'certified' ? was : (last ?? was));
        });
      }),
    );
  });

  test('a part follows its seats by listed steps alone, and is where they say', () => {
    fc.assert(
      fc.property(seated, seats, (from, marks) => {
        const to = statusBySeats(marks);
        let status: ClaimStatus = from;
        for (const step of stepsTo(from, to)) {
          expect(claimMoves[step].from).toContain(status);
          status = claimMoves[step].to;
        }
        // An accreditation is revoked, never unsaid.
        expect(status).toBe(from === 'certified' ? from : (to ?? from));
      }),
    );
  });

  test('a step of the whole part agrees with its seats, and forgets nobody who passed', () => {
    const after = { attend: 'attended', miss: 'absent', certify: 'certified' } as const;
    fc.assert(
      fc.property(fc.constantFrom('attend', 'miss', 'certify'), seats, (event, marks) => {
        const now = marksAfter(event, marks);
        expect(now).toHaveLength(marks.length);
        if (event === 'miss' || marks.some((one) => one !== 'absent') || event === 'attend')
          expect(event === 'attend' ? ['attended', 'certified'] : [after[event]]).toContain(statusBySeats(now));
        if (event !== 'miss')
          marks.forEach((was, n) => {
            if (was === 'certified') expect(now[n]).toBe(was);
          });
      }),
    );
  });

  test('a mark keeps its hour and who said it for as long as it stands', () => {
    const kept = keptMarks(['present', 'absent', undefined], undefined, by);
    const later = { at: new Date('2026-12-02T08:00:00Z'), personId: 'other' };
    expect(keptMarks(['present', 'certified', 'absent'], kept, later)).toEqual([
      { seat: 0, mark: 'present', ...by },
      { seat: 1, mark: 'certified', ...later },
      { seat: 2, mark: 'absent', ...later },
    ]);
  });

  test('while nobody says anything of its seats, the part says it of each', () => {
    expect(marksOf({ status: 'attended' }, 2)).toEqual(['present', 'present']);
    expect(marksOf({ status: 'agreed' }, 2)).toEqual([undefined, undefined]);
    expect(marksOf({ status: 'certified', marks: [{ seat: 1, mark: 'certified', ...by }] }, 2)).toEqual([
      undefined,
      'certified',
    ]);
  });
});
