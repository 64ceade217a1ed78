import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { MatchingService } from './matching.service.ts';
import { NeedService } from './need.service.ts';
import { PairingService } from './pairing.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  places: PlaceService;
  notices: NoticeService;
  ledger: LedgerService;
  listings: ListingService;
}

/** The services of what is looked for, in the order in which they stand on each other. */
export function createMaterials({ clock, newId, places, notices, ledger, listings }: Deps) {
  const matching = new MatchingService({ clock, ledger });
  const needs = new NeedService({ clock, newId, places, notices, listings, matching });
  return { needs, pairing: new PairingService({ clock, notices, matching, needs }) };
}
