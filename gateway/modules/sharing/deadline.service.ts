import { countedKinds, kinds, type Sharing } from '../../../schema/kinds.ts';
import { type ClaimStatus, listingMoves } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { system } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import type { ClaimService } from './claim.service.ts';
import { ListingRecord } from './listing.entity.ts';
import type { ListingService } from './listing.service.ts';

interface Deps {
  clock: Clock;
  listings: ListingService;
  claims: ClaimService;
}

const PER_TURN = 200;
const running = listingMoves.close.from;
const ending = countedKinds.filter((kind) =>
  (listingMoves.close.in as readonly Sharing[]).includes(kinds[kind].sharing),
);
const seated = countedKinds.filter((kind) => kinds[kind].sharing === 'seats');

/**
 * What time does to what is counted: holds that run out, what has not found enough people by its date, sessions that
 * begin without those who still wait, and offers that end.
 */
export class SharingDeadlineService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How many things were done in this turn. Read from stored dates: a restart loses nothing, two gateways do each once. */
  async run(): Promise<number> {
    const { clock, claims, listings } = this.#deps;
    const now = clock();
    const held = ClaimRecord.find({ status: 'asked', holdUntil: { $lte: now } }, { _id: 1 });
    const undecided = { status: 'open', threshold: { $gt: 0 }, decideAt: { $lte: now } } as const;
    const ended = { status: { $in: [...running] }, kind: { $in: ending }, until: { $lte: now } };
    let done = 0;
    for (const { _id } of await held.sort({ holdUntil: 1 }).limit(PER_TURN).lean())
      done += await this.#try(() => claims.move(system, _id, 'lapse'));
    for (const { _id } of await ListingRecord.find(undecided, { _id: 1 }).sort({ decideAt: 1 }).limit(PER_TURN).lean())
      done += await this.#try(() => listings.move(system, _id, 'lapse'));
    for (const { _id, status } of await this.#late(now))
      done += await this.#try(() => claims.move(system, _id, status === 'asked' ? 'lapse' : 'call_off'));
    for (const { _id } of await ListingRecord.find(ended, { _id: 1 }).limit(PER_TURN).lean())
      done += await this.#try(() => listings.move(system, _id, 'close'));
    return done;
  }

  /** Those who still ask or wait for a seat of a session that has begun. */
  async #late(now: Date): Promise<Pick<Claim, '_id' | 'status'>[]> {
    const begun = { status: { $in: [...running] }, kind: { $in: seated }, from: { $lte: now } };
    const sessions = await ListingRecord.find(begun, { _id: 1 }).limit(PER_TURN).lean();
    const wanting: ClaimStatus[] = ['asked', 'waiting'];
    const late = { listingId: { $in: sessions.map(({ _id }) => _id) }, status: { $in: wanting } };
    return ClaimRecord.find(late, { status: 1 }).limit(PER_TURN).lean();
  }

  /** What moved on meanwhile is left alone. */
  async #try(act: () => Promise<unknown>): Promise<number> {
    try {
      await act();
      return 1;
    } catch (error) {
      if (error instanceof Refusal) return 0;
      throw error;
    }
  }
}
