import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { type Swap, SwapRecord } from '../hiring/swap.entity.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import { type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import { claimsIn, type DeskClaimSection, seatedKinds, seatedStatuses } from './desk-claims.rules.ts';
import type { Desk } from './desk.service.ts';

const MOST = 50;

/** What a workshop has to do at the counter with what is counted. The desk says that the viewer may look. */
export class DeskClaimService {
  /** A page of one section, the longest waiting first. */
  async section({ workshopId, now }: Desk, section: DeskClaimSection, args: PageArgs): Promise<Page<Claim>> {
    const filter = claimsIn(section, workshopId, now);
    const offset = offsetOf(args);
    const rows = ClaimRecord.find(filter).sort({ askedAt: 1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(await rows, offset, await ClaimRecord.countDocuments(filter));
  }

  /** The sessions that begin on the day, in the order of their hours. */
  sessions({ workshopId, today }: Desk): Promise<Listing[]> {
    const within = { $gte: today.from, $lt: today.until };
    return ListingRecord.find({
      workshopId,
      kind: { $in: seatedKinds },
      status: { $in: ['open', 'confirmed', 'closed'] },
      from: within,
    })
      .sort({ from: 1 })
      .limit(MOST)
      .lean()
      .exec();
  }

  /** Who sits in these sessions, in the order in which they asked. */
  async seated(listingIds: readonly string[]): Promise<Claim[][]> {
    const rows = await ClaimRecord.find({ listingId: { $in: [...listingIds] }, status: { $in: [...seatedStatuses] } })
      .sort({ askedAt: 1, _id: 1 })
      .lean();
    return listingIds.map((id) => rows.filter(({ listingId }) => listingId === id));
  }

  /** Half-days of shared jobs that another workshop asks for, the longest waiting first. */
  swaps({ workshopId }: Desk): Promise<Swap[]> {
    return SwapRecord.find({ otherId: workshopId, status: 'asked' }).sort({ at: 1 }).limit(MOST).lean().exec();
  }
}
