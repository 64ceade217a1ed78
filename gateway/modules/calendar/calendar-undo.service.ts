import type { Clock } from '../../platform/clock.ts';
import { BookingRecord } from './booking.entity.ts';
import { CustodyRecord } from './custody.entity.ts';

/** What a slip of the hand at the counter leaves to put right. Takes no time that was not taken: that is for `reserve()`. */
export class CalendarUndoService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Makes agreed time a hold again, which ends by itself at that instant. In the caller's transaction. */
  async holdAgain(subjectId: string, holdUntil: Date): Promise<void> {
    await BookingRecord.updateMany(
      { subjectId, blocking: true, state: 'confirmed' },
      { $set: { state: 'held', holdUntil } },
    );
  }

  /** Ends a custody that never was; the row stays, and says when it was annulled. In the caller's transaction. */
  async annulCustody(loanId: string): Promise<void> {
    const now = this.#clock();
    await CustodyRecord.updateOne({ loanId, open: true }, { $set: { open: false, backAt: now, annulledAt: now } });
  }
}
