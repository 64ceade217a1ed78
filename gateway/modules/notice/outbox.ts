import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { compose } from './compose.ts';
import { type OutgoingMail, OutgoingMailRecord } from './notice.entity.ts';

const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const PER_TURN = 100;

/** Sends what the outbox holds, one lease at a time: several gateways may drain one outbox. */
export class Outbox {
  readonly #clock: Clock;
  readonly #mailer: Mailer;
  readonly #baseUrl: string;
  readonly #secret: string;
  readonly #log: Logger;

  constructor(deps: { clock: Clock; mailer: Mailer; baseUrl: string; secret: string; log: Logger }) {
    this.#clock = deps.clock;
    this.#mailer = deps.mailer;
    this.#baseUrl = deps.baseUrl;
    this.#secret = deps.secret;
    this.#log = deps.log;
  }

  /** How many mails left in this turn. */
  async drain(): Promise<number> {
    let sent = 0;
    for (let turn = 0; turn < PER_TURN; turn++) {
      const row = await this.#lease();
      if (!row) break;
      if (await this.#send(row)) sent++;
    }
    return sent;
  }

  #lease(): Promise<OutgoingMail | null> {
    const now = this.#clock();
    return OutgoingMailRecord.findOneAndUpdate(
      {
        status: 'pending',
        nextAt: { $lte: now },
        $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lt: now } }],
      },
      { $set: { lockedUntil: new Date(now.getTime() + LEASE_MS) }, $inc: { attempts: 1 } },
      { sort: { nextAt: 1 }, returnDocument: 'after' },
    ).lean();
  }

  async #send(row: OutgoingMail): Promise<boolean> {
    const { _id, attempts, event } = row;
    try {
      await this.#mailer.send(compose(row, this.#baseUrl, this.#secret));
    } catch (error) {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
      const dead = attempts >= MAX_ATTEMPTS;
      this.#log.warn({ mail: _id, event, attempts, dead, reason: (error as Error).message }, 'mail not sent');
      await OutgoingMailRecord.updateOne(
        { _id },
        {
          $set: { status: dead ? 'dead' : 'pending', nextAt: new Date(this.#clock().getTime() + wait) },
          $unset: { lockedUntil: 1 },
        },
      );
      return false;
    }
    await OutgoingMailRecord.updateOne(
      { _id },
      { $set: { status: 'sent', sentAt: this.#clock(), params: {} }, $unset: { lockedUntil: 1, items: 1 } },
    );
    return true;
  }
}
