import { type LentKind, lentKind } from '$schema/kinds.ts';
import type { LoanEvent, LoanStatus } from '$schema/loans.ts';
import type { Messages } from '../i18n/index.ts';

export type LoanWords = Messages['borrowing'];

const words: Record<LentKind, (t: Messages) => LoanWords> = {
  equipment: (t) => t.borrowing,
  trainer: (t) => t.visiting,
};

/** The words of a loan, by what is lent. */
export const wordsOf = (t: Messages, kind: string | null | undefined): LoanWords => words[lentKind(kind)](t);

interface Step {
  todo: keyof LoanWords['page']['todo'];
  /** What the journal says once it is done. */
  by: readonly LoanEvent[];
  due: 'hold' | 'start' | 'end' | 'check';
}

interface Journey {
  /** Where a loan passes when nothing goes wrong, and what leads there. */
  path: readonly (readonly [status: LoanStatus, ...by: LoanEvent[]])[];
  borrower: readonly Step[];
  lender: readonly Step[];
  /** Whether it is looked at when it leaves and when it returns. */
  checked: boolean;
}

const answer = { todo: 'answer', by: ['accept', 'book'], due: 'hold' } as const;
const close = { todo: 'close', by: ['close', 'settle'], due: 'check' } as const;

/** What happens to a loan from asking to closed, by what is lent. */
const journeys: Record<LentKind, Journey> = {
  equipment: {
    path: [
      ['asked', 'ask', 'book'],
      ['accepted', 'accept', 'book'],
      ['out', 'hand_over'],
      ['returned', 'take_back'],
      ['closed', 'close', 'settle'],
    ],
    borrower: [
      { todo: 'collect', by: ['hand_over'], due: 'start' },
      { todo: 'bringBack', by: ['take_back'], due: 'end' },
    ],
    lender: [
      answer,
      { todo: 'handOver', by: ['hand_over'], due: 'start' },
      { todo: 'receive', by: ['take_back'], due: 'end' },
      close,
    ],
    checked: true,
  },
  trainer: {
    path: [
      ['asked', 'ask', 'book'],
      ['accepted', 'accept', 'book'],
      ['returned', 'visit'],
      ['closed', 'close', 'settle'],
    ],
    borrower: [{ todo: 'collect', by: ['visit'], due: 'start' }],
    lender: [answer, { todo: 'handOver', by: ['visit'], due: 'start' }, close],
    checked: false,
  },
};

export const journeyOf = (kind: string | null | undefined): Journey => journeys[lentKind(kind)];
