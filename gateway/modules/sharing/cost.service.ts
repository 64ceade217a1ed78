import { thousandths } from '../../../schema/sharing.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, leads, sameParty, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import type { ClaimFollower } from './claim-step.service.ts';
import type { CostShares } from './cost.entity.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';
import { inThousandths } from './listing.rules.ts';
import type { ListingFollower } from './listing-outcome.service.ts';
import { costShares, mostShare, sharedCost } from './split.rules.ts';

const sitting: readonly Claim['status'][] = ['agreed', 'attended', 'certified', 'absent'];

/** A session whose cost is shared by those who come: what each owes, seen before and settled once it will take place. */
export class CostService implements ClaimFollower, ListingFollower {
  /** It will take place, or costs something else: everyone's share is worked out. */
  async changed(after: Listing, before: Listing | undefined): Promise<void> {
    const cost = sharedCost(after);
    if (before && (cost !== sharedCost(before) || (cost !== undefined && after.threshold !== before.threshold)))
      await this.#demandNoWorse(after, before);
    if (cost === undefined || after.status !== 'confirmed') return;
    if (before?.status !== 'confirmed' || sharedCost(before) !== cost) await this.#settle(after, cost);
  }

  /** Somebody joins what will take place: everyone's share falls. */
  async advanced(claim: Claim, { _id }: Listing): Promise<void> {
    if (claim.status !== 'agreed') return;
    const listing = await ListingRecord.findById(_id).lean();
    const cost = listing ? sharedCost(listing) : undefined;
    if (listing?.status === 'confirmed' && cost !== undefined) await this.#settle(listing, cost);
  }

  /** What each of those who come owes now, and what joining would come to; names of persons only for the owner. */
  async shares(viewer: Viewer, listingId: string, seats: number): Promise<CostShares> {
    const { acting } = asPerson(viewer);
    const listing = await ListingRecord.findById(listingId).lean();
    const cost = listing && listing.status !== 'draft' ? sharedCost(listing) : undefined;
    if (!listing || cost === undefined) throw notFound('listing');
    const owner = { scope: 'workshop' as const, id: listing.workshopId };
    const isOurs = speaksFor(viewer, owner) || leads(viewer, owner);
    const standing = await this.#sitting(listingId);
    const taken = standing.reduce((sum, { quantity }) => sum + quantity, 0);
    const mine = inThousandths(seats, listing.measure, 'seats');
    const now = costShares(cost, standing);
    const joined = mine > 0 ? costShares(cost, [...standing, { quantity: mine }]).at(-1)! : 0;
    return {
      costCents: cost,
      seats: taken / thousandths,
      minimum: (listing.threshold ?? 0) / thousandths,
      shares: standing.map(({ quantity, party }, n) => ({
        ...(isOurs || party.scope !== 'person' || sameParty(party, acting) ? { party } : {}),
        seats: quantity / thousandths,
        cents: now[n]!,
        own: sameParty(party, acting),
      })),
      joinCents: joined,
      mostCents: mine > 0 ? mostShare(cost, mine, taken, listing.threshold ?? 0) : 0,
    };
  }

  /** Those who have a seat were told the most that it may come to. Refuses what would raise it. */
  async #demandNoWorse(after: Listing, before: Listing): Promise<void> {
    if ((await this.#sitting(after._id)).length === 0) return;
    const [cost, was] = [sharedCost(after), sharedCost(before)];
    if (cost === undefined || was === undefined || cost > was) throw new Refusal('platform.invalid', { field: 'cost' });
    if ((after.threshold ?? 0) < (before.threshold ?? 0)) throw new Refusal('platform.invalid', { field: 'threshold' });
  }

  async #settle({ _id }: Listing, cost: number): Promise<void> {
    const standing = await this.#sitting(_id);
    const shares = costShares(cost, standing);
    for (const [n, claim] of standing.entries())
      await ClaimRecord.updateOne({ _id: claim._id }, { $set: { totalCents: shares[n]! } });
  }

  #sitting(listingId: string): Promise<Claim[]> {
    return ClaimRecord.find({ listingId, status: { $in: [...sitting] } })
      .sort({ askedAt: 1, _id: 1 })
      .lean();
  }
}
