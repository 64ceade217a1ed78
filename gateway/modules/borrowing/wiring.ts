import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { AccreditationService } from './accreditation.service.ts';
import { BorrowingService } from './borrowing.service.ts';
import { DeadlineService } from './deadlines.service.ts';
import { ExtensionService } from './extension.service.ts';
import { LoanListService } from './loan-list.service.ts';
import { LoanService } from './loan.service.ts';
import { QuoteService } from './quote.service.ts';
import { UnitChoiceService } from './unit-choice.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  calendar: CalendarService;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
}

/** The services of borrowing, in the order in which they stand on each other. */
export function createLending({ clock, newId, calendar, people, names, notices }: Deps) {
  const accreditations = new AccreditationService({ clock, newId, people, notices });
  const quotes = new QuoteService({ clock, calendar, accreditations });
  const loans = new LoanService({ clock, names, notices });
  const borrowing = new BorrowingService({ clock, newId, calendar, accreditations, quotes, loans });
  const extensions = new ExtensionService({ clock, calendar, loans });
  return {
    accreditations,
    quotes,
    loans,
    borrowing,
    extensions,
    loanDeadlines: new DeadlineService({ clock, borrowing, extensions, loans }),
    loanLists: new LoanListService({ clock }),
    unitChoices: new UnitChoiceService({ calendar }),
  };
}
