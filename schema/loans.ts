/** The words of borrowing that the gateway and the web both know: guard, enum, button and test loop read these tables. */

export const loanStatuses = [
  'asked',
  'accepted',
  'out',
  'returned',
  'trouble',
  'closed',
  'declined',
  'cancelled',
  'lapsed',
  'no_show',
] as const;
export type LoanStatus = (typeof loanStatuses)[number];

export const loanSides = ['lender', 'borrower'] as const;
export type LoanSide = (typeof loanSides)[number];
/** `system`: what time does by itself. */
export type LoanActor = LoanSide | 'system';

/** Where a machine is used in one loan. */
export const loanUses = ['on_site', 'take_away'] as const;
export type LoanUse = (typeof loanUses)[number];

/** How a loan begins: asked for, or booked at once where the owner lets requests be accepted by themselves. */
export const loanStarts = { ask: 'asked', book: 'accepted' } as const satisfies Record<string, LoanStatus>;
export type LoanStart = keyof typeof loanStarts;

/**
 * Instants that open or shut a move. `early` is a while before the start, so that nobody waits at the counter. Where several
 * must agree, the last of them accepts.
 */
export type LoanGate =
  | 'before_hold_ends'
  | 'others_agree_too'
  | 'last_to_agree'
  | 'after_hold_ends'
  | 'from_early'
  | 'from_start'
  | 'from_end'
  | 'a_while_after_return'
  | 'shortly_after';

export interface LoanStep {
  from: readonly LoanStatus[];
  to: LoanStatus;
  by: readonly LoanActor[];
  when?: LoanGate;
  /** What must come with it: a document filled at the counter, or a reason in words. */
  needs?: 'hand_over' | 'take_back' | 'reason';
  /** The step that it takes back, when nothing else happened since. */
  undoes?: string;
  /** Only for what travels to the borrower, or only for what does not. */
  travels?: boolean;
}

/** Every step that a loan can take, and who takes it. What is not here cannot happen. */
export const loanMoves = {
  agree: { from: ['asked'], to: 'asked', by: ['lender'], when: 'others_agree_too', travels: true },
  accept: { from: ['asked'], to: 'accepted', by: ['lender'], when: 'last_to_agree' },
  decline: { from: ['asked'], to: 'declined', by: ['lender'], when: 'before_hold_ends', needs: 'reason' },
  lapse: { from: ['asked'], to: 'lapsed', by: ['system'], when: 'after_hold_ends' },
  cancel: { from: ['asked', 'accepted'], to: 'cancelled', by: ['borrower'] },
  withdraw: { from: ['accepted'], to: 'cancelled', by: ['lender'], needs: 'reason' },
  hand_over: { from: ['accepted'], to: 'out', by: ['lender'], when: 'from_early', needs: 'hand_over', travels: false },
  no_show: { from: ['accepted'], to: 'no_show', by: ['lender'], when: 'from_start' },
  take_back: { from: ['out'], to: 'returned', by: ['lender'], needs: 'take_back' },
  visit: { from: ['accepted'], to: 'returned', by: ['lender', 'borrower', 'system'], when: 'from_end', travels: true },
  report_trouble: { from: ['returned'], to: 'trouble', by: ['lender'], needs: 'reason' },
  close: { from: ['returned', 'trouble'], to: 'closed', by: ['lender'] },
  settle: { from: ['returned'], to: 'closed', by: ['system'], when: 'a_while_after_return' },
  undo_accept: { from: ['accepted'], to: 'asked', by: ['lender'], when: 'shortly_after', undoes: 'accept' },
  undo_decline: { from: ['declined'], to: 'asked', by: ['lender'], when: 'shortly_after', undoes: 'decline' },
  undo_hand_over: { from: ['out'], to: 'accepted', by: ['lender'], when: 'shortly_after', undoes: 'hand_over' },
  undo_take_back: { from: ['returned'], to: 'out', by: ['lender'], when: 'shortly_after', undoes: 'take_back' },
  undo_no_show: { from: ['no_show'], to: 'accepted', by: ['lender'], when: 'shortly_after', undoes: 'no_show' },
  undo_close: { from: ['closed'], to: 'returned', by: ['lender'], when: 'shortly_after', undoes: 'close' },
} as const satisfies Record<string, LoanStep>;
export type LoanMove = keyof typeof loanMoves;
export const loanMoveNames = Object.keys(loanMoves) as LoanMove[];

/** No extension yet, or where the last one stands. */
export const extensionStates = ['none', 'asked', 'agreed', 'declined', 'lapsed'] as const;
export type ExtensionState = (typeof extensionStates)[number];

/** Every step of an extension, while the loan is accepted or out. `grant` is `ask` where requests accept themselves. */
export const extensionMoves = {
  ask_extension: { from: ['none', 'agreed', 'declined', 'lapsed'], to: 'asked', by: ['borrower'] },
  grant_extension: { from: ['none', 'agreed', 'declined', 'lapsed'], to: 'agreed', by: ['system'] },
  agree_extension: { from: ['asked'], to: 'agreed', by: ['lender'] },
  decline_extension: { from: ['asked'], to: 'declined', by: ['lender'] },
  lapse_extension: { from: ['asked'], to: 'lapsed', by: ['system'] },
} as const satisfies Record<string, { from: readonly ExtensionState[]; to: ExtensionState; by: readonly LoanActor[] }>;
export type ExtensionMove = keyof typeof extensionMoves;
export const extensionMoveNames = Object.keys(extensionMoves) as ExtensionMove[];

/** Everything that a loan's journal can say. */
export const loanEvents = [
  ...(Object.keys(loanStarts) as LoanStart[]),
  ...loanMoveNames,
  ...extensionMoveNames,
] as const;
export type LoanEvent = (typeof loanEvents)[number];

/** Where each event of the journal leads; those of an extension leave a loan where it is. */
export const loanLeads: Partial<Record<LoanEvent, LoanStatus>> = {
  ...loanStarts,
  ...Object.fromEntries(loanMoveNames.map((move) => [move, loanMoves[move].to])),
};

/** How long a step taken at the counter can be undone, in minutes. */
export const undoMinutes = 5;

/** How long before a hand-over or a return people may choose to be reminded, in hours; 0 is not at all. */
export const reminderLeads = [0, 2, 24, 48] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** From which instant each side must do something, by status; what is not here waits for nobody. */
export const loanTurns = {
  asked: { lender: 'always' },
  accepted: { lender: 'day_before_start', borrower: 'day_before_start' },
  out: { borrower: 'day_before_end', lender: 'end' },
  returned: { lender: 'always' },
  trouble: { lender: 'always' },
} as const satisfies Partial<
  Record<LoanStatus, Partial<Record<LoanSide, 'always' | 'day_before_start' | 'day_before_end' | 'end'>>>
>;

/** What a request must meet, in the order in which it is checked and read. */
export const loanConditions = [
  'account',
  'own_machine',
  'audience',
  'use',
  'place',
  'radius',
  'period',
  'future',
  'notice',
  'length',
  'hours',
  'accreditation',
  'free',
] as const;
export type LoanCondition = (typeof loanConditions)[number];

/** Hours that the rules of borrowing count with. */
export const loanHours = {
  /** How long before the start a machine may be handed over. */
  early: 2,
  /** A return with nothing missing closes by itself after this long. */
  settle: 72,
  /** How long before a hand-over or a return people are reminded, and it is "your turn". */
  reminder: 24,
  /** How long before its start the next borrower hears that the machine is late. */
  lateWarning: 24,
} as const;

/** What keeps several loans together: asked for in one go from a basket, or one machine again and again. */
export const groupKinds = ['basket', 'series'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** The steps that several loans of a group can take in one go. */
export const groupMoves = ['accept', 'decline', 'cancel'] as const satisfies readonly LoanMove[];
export type GroupMove = (typeof groupMoves)[number];

/** Steps after which a basket that was asked for as a whole is one no more. */
export const breakingMoves: ReadonlySet<LoanMove> = new Set(['decline', 'lapse', 'withdraw']);

/** How often a loan comes again. A month: the same weekday of the same week of the month, the last one after the fourth. */
export const recurrences = ['week', 'fortnight', 'month'] as const;
export type Recurrence = (typeof recurrences)[number];

/** What stands between one time of a series and asking for it. */
export const occurrenceStates = ['free', 'taken', 'closed', 'refused'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** Limits of what is asked for in one go. */
export const groupLimits = { lines: 20, quantity: 10, occurrences: 52 } as const;
