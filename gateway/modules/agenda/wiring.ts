import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { NewId } from '../../platform/ids.ts';
import type { LoanMovesService } from '../borrowing/loan-moves.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { BusySync } from './busy-sync.service.ts';
import { ExternalCalendarService } from './external.service.ts';
import { FeedReader } from './feed-reader.service.ts';
import { FeedService } from './feed.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  config: Config;
  calendar: CalendarService;
  catalogue: CatalogueService;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
  loanMoves: LoanMovesService;
}

/** Calendars that go out, and calendars that come in. */
export function createAgendas({ clock, newId, config, calendar, catalogue, people, names, notices, loanMoves }: Deps) {
  const baseUrl = config.BASE_URL;
  const reader = new FeedReader({ clock, baseUrl, names, loanMoves });
  const sync = new BusySync({ clock, calendar });
  return {
    feeds: new FeedService({ clock, newId, baseUrl, people, catalogue, reader }),
    externalCalendars: new ExternalCalendarService({ clock, newId, config, sync, notices }),
  };
}
