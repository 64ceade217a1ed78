import type { Loan } from '../borrowing/loan.entity.ts';
import type { Booking } from '../calendar/booking.entity.ts';
import type { FeedEvent } from './feed.rules.ts';
import { lentKind, travels } from '../../../schema/kinds.ts';
import type { FeedWords } from './feed.words.ts';

type Words = FeedWords['equipment'];
const MINUTE = 60_000;

/** A loan with the names that its line says. */
export interface NamedLoan {
  loan: Loan;
  machine: string;
  unitCode: string;
  lender: string;
  borrower: string;
  place: string;
}

const changedAt = ({ history, askedAt }: Loan) => history.at(-1)?.at ?? askedAt;
/** Nothing passes over the counter of who comes to the borrower. */
const comes = ({ kind }: Loan) => travels(lentKind(kind));
const over = new Set(['returned', 'trouble', 'closed']);

const common = ({ loan, unitCode, place }: NamedLoan, words: Words, baseUrl: string) => ({
  text: [words.code(loan.code), ...(loan.travel ? [] : [words.unit(unitCode)]), `${baseUrl}/q/${loan.code}`].join('\n'),
  place,
  url: `${baseUrl}/q/${loan.code}`,
  tentative: loan.status === 'asked',
  sequence: loan.revision,
  changedAt: changedAt(loan),
});

const titled = (loan: Loan, title: string, words: Words) => (loan.status === 'asked' ? words.asked(title) : title);

/** The line of a loan for whoever borrows: an hour before each end, what to do. */
export function borrowedLine(named: NamedLoan, all: FeedWords, baseUrl: string): FeedEvent {
  const { loan, machine, lender } = named;
  const words = all[lentKind(loan.kind)];
  const length = (loan.until.getTime() - loan.from.getTime()) / MINUTE;
  return {
    ...common(named, words, baseUrl),
    uid: `loan-${loan._id}`,
    from: loan.from,
    until: loan.until,
    title: titled(loan, words.borrowed(machine, lender), words),
    alarms: over.has(loan.status)
      ? []
      : [
          { minutesAfterStart: -60, text: words.fetch(machine) },
          ...(length > 60 && !comes(loan)
            ? [{ minutesAfterStart: Math.round(length) - 60, text: words.bring(machine) }]
            : []),
        ],
  };
}

/** The line of a loan for the workshop that lends. */
export function lentLine(named: NamedLoan, all: FeedWords, baseUrl: string): FeedEvent {
  const words = all[lentKind(named.loan.kind)];
  return {
    ...common(named, words, baseUrl),
    uid: `loan-${named.loan._id}`,
    from: named.loan.from,
    until: named.loan.until,
    title: titled(named.loan, words.loan(named.machine, named.borrower), words),
  };
}

const COUNTER_MINUTES = 15;

/** What the workshop does at the counter for a loan: a hand-over at its start and a return at its end. */
export function counterLines(named: NamedLoan, all: FeedWords, baseUrl: string): FeedEvent[] {
  const { loan, machine, borrower } = named;
  const words = all[lentKind(loan.kind)];
  if (loan.status === 'asked' || comes(loan)) return [];
  const line = (uid: string, at: Date, title: string, isDone: boolean): FeedEvent => ({
    ...common(named, words, baseUrl),
    uid: `${uid}-${loan._id}`,
    from: at,
    until: new Date(at.getTime() + COUNTER_MINUTES * MINUTE),
    title,
    alarms: isDone ? [] : [{ minutesAfterStart: -30, text: words.soon(title) }],
  });
  return [
    line('handover', loan.handOver?.at ?? loan.from, words.handOver(machine, borrower), Boolean(loan.handOver)),
    line('return', loan.takeBack?.at ?? loan.until, words.return(machine, borrower), Boolean(loan.takeBack)),
  ];
}

/** When an id made by us was made: the first four bytes are seconds. */
const madeAt = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8), 16) * 1000);

/** Time taken, without a word of who or why: all that a stranger learns. */
export const busyLine = (booking: Booking, unitCode: string | undefined, words: Words): FeedEvent => ({
  uid: `booking-${booking._id}`,
  from: booking.blockFrom,
  until: booking.blockUntil,
  title: unitCode ? `${words.busy}, ${unitCode}` : words.busy,
  sequence: 0,
  changedAt: madeAt(booking._id),
});

/** Upkeep, runs and what the workshop's own calendar says, for its people. */
export function ownLine(booking: Booking, machine: string, unitCode: string, words: Words): FeedEvent {
  const named = {
    maintenance: words.maintenance,
    production: words.production,
    external: words.external,
    training: words.training,
    loan: '',
  };
  return {
    uid: `booking-${booking._id}`,
    from: booking.from,
    until: booking.until,
    title: [machine, named[booking.purpose]].filter(Boolean).join(', '),
    text: words.unit(unitCode),
    tentative: booking.state === 'held',
    sequence: 0,
    changedAt: madeAt(booking._id),
  };
}
