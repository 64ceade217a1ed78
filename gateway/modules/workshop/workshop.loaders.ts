import DataLoader from 'dataloader';
import { byId } from '../../platform/batch.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { Mandate } from '../identity/person.entity.ts';
import { type Party, partyKey } from '../identity/viewer.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { WorkshopService } from './workshop.service.ts';

/** Workshops, networks and those who hold a role in them, one query for each sort. */
export const siteLoaders = (services: {
  people: PeopleService;
  networks: NetworkService;
  workshops: WorkshopService;
}) => ({
  workshop: byId((ids) => services.workshops.byIds(ids)),
  network: byId((ids) => services.networks.byIds(ids)),
  mandatesIn: new DataLoader<Party, Mandate[], string>((parties) => services.people.mandatesInEach(parties), {
    cacheKeyFn: partyKey,
  }),
});
