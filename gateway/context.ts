import DataLoader from 'dataloader';
import type { Locale } from '../schema/vocabulary.ts';
import type { Services } from './app.ts';
import { hiringLoaders } from './modules/hiring/hiring.loaders.ts';
import { loanLoaders } from './modules/borrowing/loan.loaders.ts';
import { catalogueLoaders } from './modules/catalogue/catalogue.loaders.ts';
import { fileLoaders } from './modules/files/file.loaders.ts';
import type { PartyCard } from './modules/identity/person.entity.ts';
import { productionLoaders } from './modules/production/production.loaders.ts';
import { purchaseLoaders } from './modules/purchase/purchase.loaders.ts';
import { sharingLoaders } from './modules/sharing/sharing.loaders.ts';
import { siteLoaders } from './modules/workshop/workshop.loaders.ts';
import { type Party, partyKey, type Viewer } from './modules/identity/viewer.ts';

/** Loaders live for one operation: nothing that one person may see is kept for the next. */
export const createLoaders = (services: Services) => ({
  ...siteLoaders(services),
  ...productionLoaders(services),
  ...catalogueLoaders(services),
  ...fileLoaders(services),
  ...sharingLoaders(services),
  ...purchaseLoaders(services),
  ...hiringLoaders(services),
  ...loanLoaders({ extensions: services.extensions, units: services.unitChoices }),
  party: new DataLoader<Party, PartyCard, string>((parties) => services.names.of(parties), { cacheKeyFn: partyKey }),
});

type Loaders = ReturnType<typeof createLoaders>;

export interface Context {
  viewer: Viewer;
  services: Services;
  loaders: Loaders;
  locale: Locale;
  requestId: string;
}
