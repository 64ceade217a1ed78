import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/refusal.ts';
import { SessionRecord } from './account.entity.ts';
import type { AccountSession } from './session.entity.ts';
import { isOver } from './session.rules.ts';
import { asPerson, type Viewer } from './viewer.ts';

/** Where a person is signed in, and how they end it from elsewhere. Never shows the token of a session. */
export class SessionService {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The caller's open sessions, the one that was used last first. */
  async mine(viewer: Viewer): Promise<AccountSession[]> {
    const { id, sessionId } = asPerson(viewer);
    const now = this.#clock();
    const rows = await SessionRecord.find({ userId: id, expiresAt: { $gt: now } }, { token: 0 })
      .sort({ updatedAt: -1, _id: 1 })
      .limit(100)
      .lean<Omit<AccountSession, 'isCurrent'>[]>();
    return rows
      .filter(({ createdAt }) => !isOver(createdAt, now))
      .map((row) => ({ ...row, isCurrent: row._id === sessionId }));
  }

  /** Ends one of the caller's sessions; another person's is not found. */
  async end(viewer: Viewer, sessionId: string): Promise<void> {
    const { deletedCount } = await SessionRecord.deleteOne({ _id: sessionId, userId: asPerson(viewer).id });
    if (deletedCount === 0) throw notFound('session');
  }

  /** Ends all but the one that calls. */
  async endOthers(viewer: Viewer): Promise<number> {
    const { id, sessionId } = asPerson(viewer);
    const { deletedCount } = await SessionRecord.deleteMany({ userId: id, _id: { $ne: sessionId ?? '' } });
    return deletedCount;
  }
}
