import type { EventWords } from '../wording.ts';
import type { Messages } from '../fr.ts';

/** What happened, in one line each: the title of a notification. `code` is that of the loan or the request. */
export const happenings: Messages['happenings'] = {
  title: 'Notifications',
  lead: 'What concerns you, newest first.',
  emptyTitle: 'Nothing new',
  emptyText: 'Answers, hand-overs and returns show here, and reach you by mail.',
  see: 'See',
  other: 'Something new',
  events: {
    'borrowing.ask': 'A machine of yours is requested',
    'borrowing.book': 'A machine is booked',
    'borrowing.accept': 'Your request is accepted',
    'borrowing.decline': 'Your request is declined',
    'borrowing.lapse': 'A request had no answer',
    'borrowing.cancel': 'The borrower cancelled',
    'borrowing.withdraw': 'The workshop cancelled the loan',
    'borrowing.hand_over': 'The machine is handed to you',
    'borrowing.no_show': 'The workshop noted that nobody came',
    'borrowing.take_back': 'The return is received',
    'borrowing.report_trouble': 'A problem is noted at the return',
    'borrowing.close': 'The loan is closed',
    'borrowing.settle': 'The loan is closed, nothing to report',
    'borrowing.ask_extension': 'An extension is requested',
    'borrowing.grant_extension': 'The loan is extended',
    'borrowing.agree_extension': 'Your extension is accepted',
    'borrowing.decline_extension': 'Your extension is declined',
    'borrowing.lapse_extension': 'An extension had no answer',
    'borrowing.hand_over_soon': 'A hand-over is due within a day',
    'borrowing.return_soon': 'A machine is due back within a day',
    'borrowing.late': 'A machine did not come back on time',
    'borrowing.next_late': 'A coming loan may be delayed',
    'borrowing.accredited': 'An accreditation is issued to you',
    'identity.joined': 'A person joined your organisation',
  } as EventWords,
};
