import { kinds } from '../../../schema/kinds.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingFollower } from '../sharing/listing-outcome.service.ts';
import { changedTerms } from './purchase.rules.ts';

/**
 * The terms of a purchase stand as long as somebody has pledged on them. Whoever organises it for another price cancels it,
 * which releases everyone and tells them, and offers it anew.
 */
export class PurchasePromise implements ListingFollower {
  /** In the transaction of the listing. Refuses with `purchase.promised`, which says what would change. */
  async changed(after: Listing, before: Listing | undefined): Promise<void> {
    if (!before || kinds[after.kind].sharing !== 'pledges' || before.status !== after.status) return;
    const changed = changedTerms(after, before);
    if (changed.length === 0) return;
    const pledges = await ClaimRecord.countDocuments({ listingId: after._id, status: { $in: ['agreed', 'ordered'] } });
    if (pledges > 0) throw new Refusal('purchase.promised', { pledges, terms: changed.join(',') });
  }
}
