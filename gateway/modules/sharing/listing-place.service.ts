import { notFound } from '../../platform/refusal.ts';
import { ListingRecord } from './listing.entity.ts';
import { listingWords } from './listing.words.ts';
import { offererOf } from './offerer.service.ts';

/** What listings take from their workshop. */
export class ListingPlaceService {
  /** Writes it again, in the caller's transaction: after it moved, changed its name, joined or left a network. */
  async refreshOf(workshopId: string): Promise<void> {
    const own = await offererOf({ workshopId });
    if (!own) throw notFound('workshop');
    const listings = await ListingRecord.find({ workshopId }, { name: 1, facts: 1, networkId: 1 }).lean();
    for (const listing of listings) {
      const offerer = listing.networkId ? ((await offererOf({ workshopId, ...listing })) ?? own) : own;
      const { location, departement, networkIds } = offerer;
      const searchWords = listingWords(listing, offerer);
      await ListingRecord.updateOne(
        { _id: listing._id },
        { $set: { location, departement, networkIds, searchWords, unmatched: true } },
      );
    }
  }
}
