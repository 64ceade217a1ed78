import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { ApplicationReader } from './application-reader.service.ts';
import { ApplicationService } from './application.service.ts';
import type { HiringFollower } from './follow.service.ts';
import { SwapService } from './swap.service.ts';
import type { WeekService } from './week.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  ledger: LedgerService;
  listings: ListingService;
  weeks: WeekService;
  hiring: HiringFollower;
}

/** The services of shared jobs that stand on what is counted. */
export function createHiring({ clock, newId, ledger, listings, weeks, hiring }: Deps) {
  const applicationReader = new ApplicationReader({ hiring });
  return {
    weeks,
    applicationReader,
    applications: new ApplicationService({ clock, newId, listings, hiring, reader: applicationReader }),
    swaps: new SwapService({ clock, newId, ledger, weeks, hiring }),
  };
}
