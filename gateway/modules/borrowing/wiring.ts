import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { CalendarUndoService } from '../calendar/calendar-undo.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { AccreditationService } from './accreditation.service.ts';
import { BasketRequestService } from './basket-request.service.ts';
import { BasketService } from './basket.service.ts';
import { BorrowingService } from './borrowing.service.ts';
import { DeadlineService } from './deadlines.service.ts';
import { ExtensionService } from './extension.service.ts';
import { GroupMoveService } from './group-move.service.ts';
import { GroupService } from './group.service.ts';
import { LoanListService } from './loan-list.service.ts';
import { LoanService } from './loan.service.ts';
import { OpeningService } from './opening.service.ts';
import { QuoteService } from './quote.service.ts';
import { UndoService } from './undo.service.ts';
import { SeriesService } from './series.service.ts';
import { UnitChoiceService } from './unit-choice.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  busy: BusyService;
  calendar: CalendarService;
  people: PeopleService;
  names: PartyNames;
  notices: NoticeService;
}

/** The services of borrowing, in the order in which they stand on each other. */
export function createLending({ clock, newId, busy, calendar, people, names, notices }: Deps) {
  const accreditations = new AccreditationService({ clock, newId, people, notices });
  const quotes = new QuoteService({ clock, busy, accreditations });
  const loans = new LoanService({ clock, names, notices });
  const undoing = new UndoService({ clock, calendar, calendarUndo: new CalendarUndoService({ clock }) });
  const openings = new OpeningService({ clock, calendar, accreditations, quotes, loans });
  const groups = new GroupService({ loans });
  const borrowing = new BorrowingService({ clock, newId, calendar, accreditations, openings, groups, loans, undoing });
  const extensions = new ExtensionService({ clock, busy, calendar, loans });
  return {
    accreditations,
    quotes,
    loans,
    borrowing,
    extensions,
    groups,
    groupMoves: new GroupMoveService({ clock, borrowing, groups, loans }),
    baskets: new BasketService({ clock, newId, quotes }),
    basketRequests: new BasketRequestService({ clock, newId, calendar, openings, groups }),
    series: new SeriesService({ clock, newId, calendar, openings, groups, quotes }),
    loanDeadlines: new DeadlineService({ clock, borrowing, extensions, loans }),
    loanLists: new LoanListService({ clock }),
    unitChoices: new UnitChoiceService({ busy }),
  };
}
