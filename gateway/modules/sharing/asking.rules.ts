import { kinds, sharings } from '../../../schema/kinds.ts';
import type { Public } from '../../../schema/sharing.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Party } from '../identity/viewer.ts';
import { publicOf } from './claim.rules.ts';
import type { Listing } from './listing.entity.ts';
import { demandQuantity, inThousandths, isClaimable, isShownToAll, totalCents } from './listing.rules.ts';
import { mostShare, sharedCost } from './split.rules.ts';

/** For whom a part is asked, with the networks of a workshop. */
export interface Asker extends Party {
  networkIds: readonly string[];
}

/** How much is asked for, in the measure of the listing, and as whom. */
export interface PartWish {
  quantity: number;
  as?: Public | null | undefined;
}

/** A part as it would be asked for: thousandths of the measure. */
export interface Part {
  quantity: number;
  public: Public;
}

/** Whether the party is of a workshop of one of the networks. Refuses who is not of the audience, and the owner itself. */
function demandAudience(asker: Asker, listing: Listing): boolean {
  const isOwner = asker.scope === 'workshop' && asker.id === listing.workshopId;
  if (isOwner && !sharings[kinds[listing.kind].sharing].ownClaims) throw new Refusal('sharing.own');
  const isMember = isOwner || asker.networkIds.some((id) => listing.networkIds.includes(id));
  const isOf = {
    everyone: true,
    organisations: asker.scope !== 'person',
    network: isMember || (asker.scope === 'network' && listing.networkIds.includes(asker.id)),
  };
  if (!isOf[listing.audience]) throw new Refusal('borrowing.audience');
  return isMember;
}

/**
 * The part that may be asked for, but for what is left; of a visitor, nobody knows the audience yet. Refusals:
 * `sharing.over`, `sharing.own`, `borrowing.audience`, `sharing.step`. Asking and showing what it takes both read this.
 */
export function demandPart(asker: Asker | undefined, listing: Listing, wish: PartWish, now: Date): Part {
  const quantity = inThousandths(wish.quantity, listing.measure, 'quantity');
  if (!isClaimable(listing, now)) throw new Refusal('sharing.over', { kind: listing.kind, status: listing.status });
  const isMember = asker !== undefined && demandAudience(asker, listing);
  if (asker?.scope === 'workshop' && !isMember && !isShownToAll(listing)) throw notFound('listing');
  demandQuantity(listing, quantity);
  return { quantity, public: asker ? publicOf(asker, isMember, wish.as ?? undefined) : 'everyone' };
}

/** What a part comes to by the prices; of a cost that is shared, the most that it may come to. */
export function dueOf(listing: Listing, { quantity, public: wanted }: Part, agreed: number): number {
  const cost = sharedCost(listing);
  if (cost === undefined) return totalCents(listing.prices, wanted, quantity);
  return mostShare(cost, quantity, agreed, listing.threshold ?? 0);
}
