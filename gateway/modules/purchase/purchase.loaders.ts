import DataLoader from 'dataloader';
import type { Receipt } from './receipt.entity.ts';
import type { PurchaseService } from './purchase.service.ts';

/** What came in of purchases, one query for a whole page. */
export const purchaseLoaders = ({ purchases }: { purchases: PurchaseService }) => ({
  deliveredOf: new DataLoader<string, number>(async (ids) => {
    const found = await purchases.deliveredOfEach(ids);
    return ids.map((id) => found.get(id) ?? 0);
  }),
  receiptsOf: new DataLoader<string, Receipt[]>(async (ids) => {
    const found = await purchases.receiptsOfEach(ids);
    return ids.map((id) => found.filter(({ listingId }) => listingId === id));
  }),
});
