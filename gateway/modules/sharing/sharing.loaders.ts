import DataLoader from 'dataloader';
import { byId } from '../../platform/batch.ts';
import type { LedgerService } from './ledger.service.ts';
import type { ListingSearch } from './listing-search.service.ts';

interface From {
  listingSearch: ListingSearch;
  ledger: LedgerService;
}

/** The relations of what is counted, one query each for a whole page. */
export const sharingLoaders = ({ listingSearch, ledger }: From) => ({
  listing: byId((ids) => listingSearch.byIds(ids)),
  standing: new DataLoader((ids: readonly string[]) => ledger.standingOf(ids)),
});
