import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { asVerified, demand, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import { checkedAttendees } from './claim.rules.ts';
import type { ClaimReader } from './claim-reader.service.ts';
import type { LedgerService } from './ledger.service.ts';

interface Deps {
  clock: Clock;
  ledger: LedgerService;
  claimReader: ClaimReader;
}

const open: readonly Claim['status'][] = ['asked', 'waiting', 'agreed'];

/** Who will sit on the seats that an organisation booked. */
export class AttendeeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Names them, by the side that booked, until the session begins. Refusals: `sharing.closedMove`, `platform.invalid`. */
  name(viewer: Viewer, claimId: string, names: readonly string[]): Promise<Claim> {
    asVerified(viewer);
    return transaction(async () => {
      const claim = await this.#deps.claimReader.get(viewer, claimId);
      demand(viewer, speaksFor(viewer, claim.party));
      const listing = await this.#deps.ledger.claim(claim.listingId);
      const begun = listing.from !== undefined && listing.from <= this.#deps.clock();
      if (begun || !open.includes(claim.status)) throw new Refusal('sharing.closedMove', { status: claim.status });
      const attendees = checkedAttendees(listing, claim.quantity, names);
      await ClaimRecord.updateOne({ _id: claimId }, { $set: { attendees }, $inc: { revision: 1 } });
      return { ...claim, attendees, revision: claim.revision + 1 };
    });
  }
}
