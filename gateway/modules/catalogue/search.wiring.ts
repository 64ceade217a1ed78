import type { Clock } from '../../platform/clock.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import type { LexiconService } from '../finding/lexicon.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import { HitService } from './hit.service.ts';
import { AskingService } from './search.asking.service.ts';
import { InsteadService } from './search.instead.service.ts';
import { SearchReader } from './search.look.ts';
import { SearchService, type UnmetDemands } from './search.service.ts';

interface Deps {
  clock: Clock;
  places: PlaceService;
  busy: BusyService;
  lexicon: LexiconService;
  demand: UnmetDemands;
  accreditations: AccreditationService;
}

/** The parts of a search, once. */
export function createSearch({ clock, places, busy, lexicon, demand, accreditations }: Deps): SearchService {
  const reader = new SearchReader({ busy });
  return new SearchService({
    asking: new AskingService({ clock, places, lexicon, accreditations }),
    reader,
    instead: new InsteadService({ reader }),
    demand,
    hits: new HitService({ clock, busy }),
  });
}
