import type { LoanMove } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CalendarUndoService } from '../calendar/calendar-undo.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { Effect } from './borrowing.service.ts';
import type { Loan } from './loan.entity.ts';
import { withdrawnBy } from './consent.rules.ts';
import { visitOf } from './travel.rules.ts';
import { dropTold } from './reminder.rules.ts';

interface Deps {
  clock: Clock;
  calendar: CalendarService;
  calendarUndo: CalendarUndoService;
}

type UndoMove = Extract<LoanMove, `undo_${string}`>;

/** What undoing a step changes. Documents are annulled and kept; time given back is taken again, or the undo is refused. */
export class UndoService {
  readonly #deps: Deps;
  readonly effects: Record<UndoMove, Effect>;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.effects = {
      undo_accept: async (loan) => {
        await deps.calendarUndo.holdAgain(loan._id, loan.holdUntil!);
        const { consents, history } = loan;
        const open = consents && { consents: withdrawnBy(consents, history.at(-1)?.personId) };
        return { ...open, told: dropTold('handOver', loan.told) };
      },
      undo_decline: async (loan) => {
        await this.#takeAgain(loan, loan.holdUntil);
        return {};
      },
      undo_hand_over: async (loan, _, personId) => {
        await deps.calendarUndo.annulCustody(loan._id);
        return { ...this.#annul(loan, personId, 'handOver'), told: dropTold('back', loan.told) };
      },
      undo_take_back: (loan, _, personId) => this.#takeBackUndone(loan, personId),
      undo_no_show: async (loan) => {
        await this.#takeAgain(loan);
        return {};
      },
      undo_close: () => Promise.resolve({}),
    };
  }

  /** The unit is out again, until the end that was agreed. Refuses when somebody else has taken it, or the time, since. */
  async #takeBackUndone(loan: Loan, personId: string): Promise<Partial<Loan>> {
    const { calendar } = this.#deps;
    const { _id, resourceId, unitId, from, until, use } = loan;
    const booked = (await calendar.bookingsOf([_id])).find(({ blocking }) => blocking);
    if (!booked) await this.#takeAgain(loan);
    else if (booked.until < until) await calendar.reschedule(_id, { from, until }, use === 'take_away');
    await calendar.openCustody({ unitId, resourceId, loanId: _id, dueAt: until });
    return this.#annul(loan, personId, 'takeBack');
  }

  async #takeAgain({ _id, resourceId, unitId, from, until, use, travel }: Loan, holdUntil?: Date): Promise<void> {
    await this.#deps.calendar.reserve([
      {
        resourceId,
        unitId,
        period: { from, until },
        purpose: 'loan',
        subjectId: _id,
        away: use === 'take_away',
        ...visitOf(travel),
        ...(holdUntil && { holdUntil }),
      },
    ]);
  }

  #annul(loan: Loan, personId: string, what: 'handOver' | 'takeBack'): Partial<Loan> {
    const row = { at: this.#deps.clock(), personId, [what]: loan[what] };
    return { annulled: [...(loan.annulled ?? []), row], [what]: undefined };
  }
}
