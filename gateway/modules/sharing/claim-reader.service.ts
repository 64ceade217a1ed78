import type { PipelineStage } from 'mongoose';
import { claimStatuses, claimStatusNames } from '../../../schema/sharing.ts';
import { offsetOf, type Page, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import { lenderOf, maySee } from '../identity/sides.ts';
import { asPerson, demand, isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import type { ListingClaimsArgs, MyClaimsArgs } from './claim.inputs.ts';
import { ListingRecord } from './listing.entity.ts';

const firm = claimStatusNames.filter((status) => claimStatuses[status] === 'firm');

/** How much is agreed of each listing, of those of which anything is. */
export const sumOfAgreed = (listingIds: readonly string[]): [PipelineStage.Match, PipelineStage.Group] => [
  { $match: { listingId: { $in: [...listingIds] }, status: { $in: firm } } },
  { $group: { _id: '$listingId', agreed: { $sum: '$quantity' } } },
];

/** Parts asked for, as they are read. */
export class ClaimReader {
  /** A part, for its two sides. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<Claim> {
    demand(viewer, true);
    const claim = await ClaimRecord.findById(id).lean();
    if (!claim || !maySee(viewer, claim)) throw notFound('claim');
    return claim;
  }

  /** Thousandths agreed so far. */
  async agreedOf(listingId: string): Promise<number> {
    const [sum] = await ClaimRecord.aggregate<{ agreed: number }>(sumOfAgreed([listingId]));
    return sum?.agreed ?? 0;
  }

  /** The parts asked for by whom the viewer acts for, or of it; newest first. */
  async mine(viewer: Viewer, args: MyClaimsArgs): Promise<Page<Claim>> {
    const { acting, id } = asPerson(viewer);
    const party = { 'party.scope': acting.scope, 'party.id': acting.id };
    if (args.side !== 'owner') return this.#page(acting.scope === 'person' ? { personId: id } : party, args);
    if (acting.scope === 'network') return this.#page({ networkId: acting.id }, args);
    return acting.scope === 'workshop'
      ? this.#page({ workshopId: acting.id, networkId: null }, args)
      : pageOf([], 0, 0);
  }

  /** Who asked for a part, for those of whoever offers; others see their own. */
  async ofListing(viewer: Viewer, args: ListingClaimsArgs): Promise<Page<Claim>> {
    const { acting } = asPerson(viewer);
    const listing = await ListingRecord.findById(args.listingId, { workshopId: 1, networkId: 1 }).lean();
    if (!listing) throw notFound('listing');
    const isOurs = speaksFor(viewer, lenderOf(listing)) || isAdmin(viewer);
    const own = { 'party.scope': acting.scope, 'party.id': acting.id };
    return this.#page({ listingId: args.listingId, ...(isOurs ? {} : own) }, args);
  }

  /** The parts that sit in a session, in the order in which they were asked for. */
  seated(listingId: string): Promise<Claim[]> {
    return ClaimRecord.find({ listingId, status: { $in: ['agreed', 'attended', 'certified', 'absent'] } })
      .sort({ askedAt: 1, _id: 1 })
      .lean();
  }

  async #page(filter: object, args: { first: number; after?: string }): Promise<Page<Claim>> {
    const offset = offsetOf(args);
    const rows = ClaimRecord.find(filter).sort({ askedAt: -1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(await rows, offset, await ClaimRecord.countDocuments(filter));
  }
}
