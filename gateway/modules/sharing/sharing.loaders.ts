import DataLoader from 'dataloader';
import { byId } from '../../platform/batch.ts';
import type { ClaimReader } from './claim-reader.service.ts';
import type { LedgerService } from './ledger.service.ts';
import type { ListingSearch } from './listing-search.service.ts';

interface From {
  listingSearch: ListingSearch;
  claimReader: ClaimReader;
  ledger: LedgerService;
}

const sums = (read: (ids: readonly string[]) => Promise<Map<string, number>>) =>
  new DataLoader<string, number>(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? 0);
  });

/** The relations of what is counted, one query each for a whole page. */
export const sharingLoaders = ({ listingSearch, claimReader, ledger }: From) => ({
  listing: byId((ids) => listingSearch.byIds(ids)),
  leftOf: sums((ids) => ledger.leftOf(ids)),
  agreedOf: sums((ids) => claimReader.agreedOfEach(ids)),
});
