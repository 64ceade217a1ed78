import DataLoader from 'dataloader';
import { byId, manyBy } from '../../platform/batch.ts';
import type { House, LabsService } from './labs.service.ts';
import type { Offer } from './offer.entity.ts';
import type { OfferService } from './offer.service.ts';
import type { RequestService } from './request.service.ts';

interface Services {
  labs: LabsService;
  offers: OfferService;
  requests: RequestService;
}

/** Relations of requests and offers, for one operation. */
export const productionLoaders = ({ labs, offers, requests }: Services) => ({
  lab: new DataLoader<string, House>((ids) => labs.housesOf(ids)),
  productionRequest: byId((ids) => requests.byIds(ids)),
  offersOfRequest: manyBy<Offer>(
    (ids) => offers.of(ids),
    ({ requestId }) => requestId,
  ),
});
