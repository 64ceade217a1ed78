import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMoves, openUndo } from '../../gateway/modules/borrowing/borrowing.rules.ts';
import { firstTold, reminderAt, reminders } from '../../gateway/modules/borrowing/reminder.rules.ts';
import { type AnsweredOffer, openOfferUndo } from '../../gateway/modules/production/cascade.rules.ts';
import { offerStates, requestStates } from '../../schema/production.ts';
import {
  type LoanEvent,
  loanEvents,
  loanLeads,
  type LoanMove,
  loanMoveNames,
  loanMoves,
  loanSides,
  type LoanStatus,
  undoMinutes,
} from '../../schema/loans.ts';

const MINUTE = 60_000;
const noon = new Date('2026-11-24T12:00:00Z');
const after = (minutes: number, from = noon) => new Date(from.getTime() + minutes * MINUTE);

/** The status that a journal leads to. */
const statusOf = (events: readonly LoanEvent[]): LoanStatus =>
  events.map((event) => loanLeads[event]).findLast((status) => status !== undefined) ?? 'asked';
const undoing = loanMoveNames.filter((move) => 'undoes' in loanMoves[move]);
const journal = fc.array(fc.constantFrom(...loanEvents), { maxLength: 6 }).map((events) => ['ask' as const, ...events]);
const facts = (events: readonly LoanEvent[], last: Date) => ({
  status: statusOf(events),
  from: after(60),
  until: after(300),
  holdUntil: after(1_440),
  history: events.map((event) => ({ event, at: last })),
});

describe('a loan', () => {
  test('only the last step is undone, by the lender, within five minutes, back to where it came from', () => {
    fc.assert(
      fc.property(
        journal,
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...loanSides, 'system' as const),
        (events, minutes, side) => {
          const undo = openUndo(facts(events, noon), side, after(minutes));
          if (!undo) return;
          const step = loanMoves[undo.move] as { undoes?: string; to: LoanStatus };
          expect(side).toBe('lender');
          expect(minutes).toBeLessThan(undoMinutes);
          expect(step.undoes).toBe(events.at(-1));
          expect(statusOf(events.slice(0, -1))).toBe(step.to);
          expect(undo.until).toEqual(after(undoMinutes));
        },
      ),
    );
  });

  test('every step that has an undo can be undone at once', () => {
    const paths: Partial<Record<LoanMove, LoanEvent[]>> = {
      undo_accept: ['ask', 'accept'],
      undo_decline: ['ask', 'decline'],
      undo_hand_over: ['book', 'hand_over'],
      undo_take_back: ['ask', 'accept', 'hand_over', 'ask_extension', 'take_back'],
      undo_no_show: ['ask', 'accept', 'no_show'],
      undo_close: ['ask', 'accept', 'hand_over', 'take_back', 'close'],
    };
    expect(Object.keys(paths).sort()).toEqual([...undoing].sort());
    for (const [move, events] of Object.entries(paths))
      expect(openUndo(facts(events, noon), 'lender', noon)?.move).toBe(move);
  });

  test('a trouble that was closed is not opened as if it had never been', () => {
    const events: LoanEvent[] = ['ask', 'accept', 'hand_over', 'take_back', 'report_trouble', 'close'];
    expect(openUndo(facts(events, noon), 'lender', noon)).toBeUndefined();
  });

  test('what goes back to being asked for needs a hold that still runs', () => {
    const loan = { ...facts(['ask', 'accept'], noon), holdUntil: after(2) };
    expect(openUndo(loan, 'lender', after(1))?.move).toBe('undo_accept');
    expect(openUndo(loan, 'lender', after(2))).toBeUndefined();
  });

  test('an undone step is not undone again', () => {
    for (const event of undoing)
      expect(openMoves(facts(['ask', event], noon), 'lender', noon).filter((move) => undoing.includes(move))).toEqual(
        [],
      );
  });
});

describe('an offer', () => {
  const offer = (more: Partial<AnsweredOffer> = {}): AnsweredOffer => ({
    _id: 'a',
    state: 'declined',
    round: 1,
    offeredAt: after(-60),
    expiresAt: after(60),
    answeredAt: noon,
    ...more,
  });

  test('a no is taken back while whoever was asked next has not looked, and not after', () => {
    const request = { state: 'routing' as const, round: 1, offerId: null };
    const next = (state: AnsweredOffer['state']) => offer({ _id: 'b', state, offeredAt: noon, answeredAt: null });
    expect(openOfferUndo(offer(), request, [offer(), next('proposed')], after(1))?.move).toBe('undo_decline');
    for (const state of ['viewed', 'accepted', 'declined', 'expired'] as const)
      expect(openOfferUndo(offer(), request, [offer(), next(state)], after(1))).toBeUndefined();
  });

  test('a yes is taken back only from the request that it awarded', () => {
    const yes = offer({ state: 'accepted' });
    for (const state of requestStates)
      expect(Boolean(openOfferUndo(yes, { state, round: 1, offerId: 'a' }, [yes], after(1)))).toBe(state === 'awarded');
    expect(openOfferUndo(yes, { state: 'awarded', round: 1, offerId: 'b' }, [yes], after(1))).toBeUndefined();
  });

  test('never past five minutes, past its own time, or in another round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...offerStates),
        fc.constantFrom(...requestStates),
        fc.integer({ min: -10, max: 20 }),
        fc.integer({ min: 1, max: 2 }),
        (state, requestState, minutes, round) => {
          const given = offer({ state, expiresAt: after(3) });
          const undo = openOfferUndo(given, { state: requestState, round, offerId: 'a' }, [given], after(minutes));
          if (!undo) return;
          expect(minutes).toBeLessThan(3);
          expect(round).toBe(1);
          expect(['accepted', 'declined']).toContain(state);
        },
      ),
    );
  });
});

describe('reminders', () => {
  test('what is agreed late is not announced again for the time that is past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * 60 }), (minutes) => {
        const at = after(minutes);
        const told = firstTold('handOver', at, 'Europe/Paris', noon);
        for (const [step, name] of reminders.handOver)
          expect(told[name] !== undefined).toBe(reminderAt(step, at, 'Europe/Paris') < noon);
      }),
    );
  });

  test('the reminder of the day leaves at seven where the workshop stands, on both nights when clocks change', () => {
    expect(reminderAt('day', new Date('2026-10-25T14:00:00Z'), 'Europe/Paris')).toEqual(
      new Date('2026-10-25T06:00:00Z'),
    );
    expect(reminderAt('day', new Date('2026-03-29T14:00:00Z'), 'Europe/Paris')).toEqual(
      new Date('2026-03-29T05:00:00Z'),
    );
    expect(reminderAt('day', new Date('2026-11-24T01:00:00Z'), 'Indian/Reunion')).toEqual(
      new Date('2026-11-24T03:00:00Z'),
    );
  });
});
