import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { CalendarUndoService } from '../calendar/calendar-undo.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { ClaimQuoteService } from '../sharing/claim-quote.service.ts';
import type { ClaimService } from '../sharing/claim.service.ts';
import type { ClaimTelling } from '../sharing/claim-telling.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import type { SkillDemandService } from '../training/demand.service.ts';
import type { NextTrainingService } from '../training/next.service.ts';
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
  names: PartyNames;
  notices: NoticeService;
  accreditations: AccreditationService;
  nextTrainings: NextTrainingService;
  skillDemand: SkillDemandService;
  claims: ClaimService;
  claimTelling: ClaimTelling;
  claimQuotes: ClaimQuoteService;
  ledger: LedgerService;
}

/** The services of borrowing, in the order in which they stand on each other. */
export function createLending(deps: Deps) {
  const { clock, newId, busy, calendar, names, notices, accreditations, nextTrainings } = deps;
  const { skillDemand, claims, claimTelling, claimQuotes, ledger } = deps;
  const quotes = new QuoteService({ clock, busy, calendar, accreditations, nextTrainings });
  const loans = new LoanService({ clock, names, notices });
  const undoing = new UndoService({ clock, calendar, calendarUndo: new CalendarUndoService({ clock }) });
  const openings = new OpeningService({ clock, calendar, accreditations, quotes, loans });
  const groups = new GroupService({ loans, claimTelling });
  const borrowing = new BorrowingService({ ...deps, openings, groups, loans, undoing });
  const extensions = new ExtensionService({ clock, busy, calendar, loans });
  return {
    quotes,
    loans,
    borrowing,
    extensions,
    groups,
    groupMoves: new GroupMoveService({ clock, borrowing, claims, groups, ledger, loans }),
    baskets: new BasketService({ clock, newId, quotes, claimQuotes }),
    basketRequests: new BasketRequestService({
      skillDemand,
      clock,
      newId,
      calendar,
      claims,
      groups,
      ledger,
      openings,
    }),
    series: new SeriesService({ skillDemand, clock, newId, calendar, openings, groups, quotes }),
    loanDeadlines: new DeadlineService({ clock, borrowing, extensions, loans }),
    loanLists: new LoanListService({ clock }),
    unitChoices: new UnitChoiceService({ busy }),
  };
}
