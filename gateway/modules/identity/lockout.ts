import type { Clock } from '../../platform/clock.ts';
import { FailedSignInsRecord } from './account.entity.ts';

const ALLOWED = 10;
export const LOCKOUT_MINUTES = 15;
const MINUTE = 60_000;

const fold = (email: string) => email.trim().toLowerCase();

/** Slows a guesser who changes address: after ten wrong passwords an account's password sign-in waits a while. */
export class Lockout {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async isLocked(email: string): Promise<boolean> {
    const row = await FailedSignInsRecord.findById(fold(email)).lean();
    return row?.lockedUntil !== undefined && row.lockedUntil > this.#clock();
  }

  /** Counts a wrong password; true when this one closes the door. */
  async failed(email: string): Promise<boolean> {
    const lastAt = this.#clock();
    const row = await FailedSignInsRecord.findOneAndUpdate(
      { _id: fold(email) },
      { $inc: { count: 1 }, $set: { lastAt } },
      { upsert: true, returnDocument: 'after' },
    ).lean();
    if (row.count % ALLOWED !== 0) return false;
    const lockedUntil = new Date(lastAt.getTime() + LOCKOUT_MINUTES * MINUTE);
    await FailedSignInsRecord.updateOne({ _id: row._id }, { $set: { lockedUntil } });
    return true;
  }

  async succeeded(email: string): Promise<void> {
    await FailedSignInsRecord.deleteOne({ _id: fold(email) });
  }
}
