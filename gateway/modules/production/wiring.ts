import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import { AwardService } from './award.service.ts';
import { CascadeService } from './cascade.service.ts';
import { HistoryService } from './history.service.ts';
import { LabsService } from './labs.service.ts';
import { MachinesService } from './machines.service.ts';
import { MatchingService } from './matching.service.ts';
import { OfferMovesService } from './offer-moves.service.ts';
import { OfferService } from './offer.service.ts';
import { PartFileService } from './part-files.service.ts';
import { RequestService } from './request.service.ts';
import { TellingService } from './telling.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  busy: BusyService;
  calendar: CalendarService;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
  places: PlaceService;
}

/** The services of the production exchange, in the order in which they stand on each other. */
export function createExchange({ clock, newId, busy, calendar, people, names, notices, places }: Deps) {
  const labs = new LabsService();
  const machines = new MachinesService({ clock, busy });
  const history = new HistoryService();
  const matching = new MatchingService({ labs, machines, history });
  const requests = new RequestService({ clock, newId, places });
  const offers = new OfferService({ clock, newId });
  const telling = new TellingService({ notices, people, names });
  const shared = { clock, labs, matching, requests, offers, telling };
  const cascade = new CascadeService(shared);
  const awards = new AwardService({ ...shared, cascade, machines, calendar });
  const offerMoves = new OfferMovesService({ ...shared, cascade, calendar });
  const partFiles = new PartFileService({ clock, requests, offers });
  return { labs, history, matching, requests, offers, cascade, awards, offerMoves, partFiles };
}
