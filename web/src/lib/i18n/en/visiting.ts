import { over } from '../over.ts';
import type { Messages } from '../fr.ts';
import { dateOf, type Refusals } from '../wording.ts';
import { borrowing } from './borrowing.ts';

/** Refusals that read otherwise where somebody travels. */
const refusals: Partial<Refusals> = {
  'calendar.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const next = from && until ? ` Possible next: ${format.period(from, until)}.` : '';
    return params.road === true
      ? `Too little time for the road from, or to, another visit of the same day.${next} Choose another hour, another day or somebody else.`
      : `Another visit has just been asked for at that time.${next} Choose another hour or another day.`;
  },
  'calendar.notice': (params, format) => {
    const earliest = dateOf(params, 'earliest');
    return earliest
      ? `They need more notice. First possible time: ${format.dateTime(earliest)}.`
      : 'They need more notice. Choose a later date.';
  },
  'calendar.tooLong': 'That is longer than what this person offers. Shorten the visit.',
  'calendar.closed': 'Outside their hours. Choose a time when they are available.',
  'borrowing.audience': 'This person only comes to members of the network. Act for your workshop, or write to them.',
  'borrowing.ownMachine': 'This person is of your workshop: agree with them directly.',
  'borrowing.closedMove': 'This visit moved on meanwhile. The page shows where it stands.',
  'borrowing.terms': 'Read and accept the terms of the visit.',
};

export const visiting: Messages['visiting'] = over(borrowing, {
  loan: 'Visit',
  loanOf: (code) => `Visit ${code}`,
  status: {
    accepted: 'Agreed',
    returned: 'Visit done',
    trouble: 'Problem noted',
    closed: 'Visit over',
    no_show: 'Did not take place',
  },
  side: { lender: 'Comes', borrower: 'Hosts' },
  use: { take_away: 'at your place' },
  useTitle: { take_away: 'At your place' },
  move: {
    withdraw: 'Cancel the visit',
    no_show: 'Note that it did not take place',
    close: 'Close the visit',
    visit: 'The visit took place',
  },
  event: {
    cancel: 'Cancelled by the host',
    withdraw: 'Cancelled by who comes',
    no_show: 'Did not take place',
    close: 'Visit over',
    settle: 'Visit over, nothing to report',
    undo_no_show: 'The visit stands',
    undo_close: 'Visit open again',
  },
  form: {
    title: 'Ask for a visit',
    note: 'Subject, public, machines at your place',
    noteHint: 'Read before answering.',
    look: 'See the price and the road',
    pick: 'Choose a start and an end at your place to see the road, the price and what it takes.',
    free: 'Free visit',
    deposit: 'Deposit',
    terms: 'I accept the terms of the visit',
    termsNone: 'Welcome them on time, machines ready; tell them if the visit cannot take place.',
    submit: 'Request this visit',
    book: 'Book this visit',
    held: (until) => `Answer by ${until}. Until then, the time and the road are held for you.`,
    asParty: (name) => `You ask on behalf of ${name}.`,
    asSelf: 'You ask for yourself.',
  },
  need: {
    own_machine: ['Somebody of another workshop', 'This person is of yours: agree with them directly.', ''],
    use: ['A visit to your place', 'This person does not receive, they travel.', ''],
    hours: ['Within their hours', 'Outside their hours. They are on their page, week by week.', ''],
    free: [
      'Free, road included',
      'Taken already, or too little time on the road between two visits. Choose another hour or another day.',
      '',
    ],
  },
  needDetail: {
    free: 'Nothing takes them, neither there nor on the road.',
    hours: { take_away: 'Within their hours.' },
  },
  refusals,
  list: {
    from: (name) => `of ${name}`,
    to: (name) => `at ${name}`,
  },
  page: {
    slip: 'Sheet',
    back: 'Back to the visit',
    slipLink: 'Visit sheet, to print',
    whereTitle: 'Where this visit stands',
    afterCheck: 'or by itself in 3 days',
    thread: ['Requested', 'Agreed', 'Under way', 'Done', 'Over'],
    todo: {
      collect: 'Prepare the place, welcome them',
      answer: 'Answer the request',
      handOver: 'Travel and teach',
      receive: 'Say that the visit took place',
      close: 'Close, or note a problem',
    },
    conditions: 'Terms of the visit',
    answers: (person) => `${person} welcomes them`,
    gone: 'Person no longer listed',
    asked: (until) => `Request sent. The time and the road are held for you until ${until}.`,
    booked: 'Agreed. The sheet is ready to print.',
  },
  turn: {
    answerText: (who, when) =>
      `${who} asks for a visit ${when}. Without an answer, the time and the road are free again.`,
    waitAnswerText: (when) =>
      `The time and the road are held for you until ${when}. Without an answer they are free again, and a mail tells you.`,
    waitHandOver: (when) => `They come to you ${when}`,
    waitHandOverText: () => 'Prepare the place, the machines and those who will learn. The sheet is ready to print.',
    lenderWaits: (when) => `Visit ${when}`,
    lenderWaitsText: (when) => `Leave ${when}: that is the time of the road.`,
    check: 'Close the visit',
    checkText: 'If no problem is noted, it closes by itself three days later.',
    waitCheck: (who) => `${who} closes the visit`,
    waitTrouble: 'A problem was noted',
    waitTroubleText: (who) => `${who} contacts you and closes the visit once settled.`,
    closed: 'This visit is over',
    cancelled: 'This visit was cancelled',
    no_show: 'The visit did not take place',
    overText: 'The time and the road are free again.',
    again: 'See when they are free',
  },
  ticket: {
    title: 'Visit sheet',
    thing: 'Comes',
    out: 'Start',
    due: 'End',
    lender: 'Comes',
    borrower: 'Hosts',
    signLender: 'Who comes',
    signBorrower: 'Who hosts',
    print: 'Print the sheet',
  },
});
