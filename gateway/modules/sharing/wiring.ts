import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { DemandService } from '../finding/demand.service.ts';
import type { LexiconService } from '../finding/lexicon.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import { AttendeeService } from './attendee.service.ts';
import { ClaimQuoteService } from './claim-quote.service.ts';
import { CostService } from './cost.service.ts';
import { ClaimReader } from './claim-reader.service.ts';
import { ClaimService } from './claim.service.ts';
import { type ClaimFollower, ClaimSteps } from './claim-step.service.ts';
import { ClaimTelling } from './claim-telling.service.ts';
import { SharingDeadlineService } from './deadline.service.ts';
import { LedgerService } from './ledger.service.ts';
import { type ListingFollower, ListingOutcome } from './listing-outcome.service.ts';
import { ListingSearch } from './listing-search.service.ts';
import { ListingService } from './listing.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  names: PartyNames;
  notices: NoticeService;
  places: PlaceService;
  lexicon: LexiconService;
  demand: DemandService;
  /** Who must know of each step of a part. */
  followers: readonly ClaimFollower[];
  /** Who must know of each change of what is offered. */
  listingFollowers: readonly ListingFollower[];
}

/** The services of what is counted, in the order in which they stand on each other. */
export function createSharing({
  clock,
  newId,
  names,
  notices,
  places,
  lexicon,
  demand,
  followers,
  listingFollowers,
}: Deps) {
  const ledger = new LedgerService({ clock, newId });
  const costs = new CostService();
  const told = { followers: [...followers, costs], listingFollowers: [...listingFollowers, costs] };
  const claimReader = new ClaimReader();
  const telling = new ClaimTelling({ names, notices });
  const steps = new ClaimSteps({ clock, ledger, telling, followers: told.followers });
  const { listingFollowers: heard } = told;
  const outcome = new ListingOutcome({ clock, ledger, reader: claimReader, steps, telling, listingFollowers: heard });
  const listings = new ListingService({
    clock,
    newId,
    ledger,
    outcome,
    followers: told.listingFollowers,
  });
  const claims = new ClaimService({
    clock,
    newId,
    ledger,
    reader: claimReader,
    steps,
    outcome,
    telling,
    followers: told.followers,
  });
  const attendees = new AttendeeService({ clock, ledger, claimReader });
  return {
    ledger,
    claims,
    claimReader,
    claimSteps: steps,
    claimTelling: telling,
    listingSearch: new ListingSearch({ clock, places, lexicon, demand }),
    claimQuotes: new ClaimQuoteService({ clock, ledger }),
    listings,
    attendees,
    costs,
    sharingDeadlines: new SharingDeadlineService({ clock, listings, claims }),
  };
}
