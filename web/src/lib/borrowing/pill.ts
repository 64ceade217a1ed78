import type { LoanStatus } from '$schema/loans.ts';
import type { Messages } from '../i18n/index.ts';
import { wordsOf } from './kinds.ts';

const states = {
  asked: 'wait',
  accepted: 'ok',
  out: 'info',
  returned: 'info',
  trouble: 'bad',
  closed: 'idle',
  declined: 'bad',
  cancelled: 'idle',
  lapsed: 'idle',
  no_show: 'bad',
} as const satisfies Record<LoanStatus, string>;

/** The pill of a loan: late before anything else. */
export const pillOf = (
  t: Messages,
  { status, overdue, kind }: { status: LoanStatus; overdue: boolean; kind: string | undefined },
) => {
  const words = wordsOf(t, kind);
  return overdue
    ? { state: 'late' as const, label: words.late }
    : { state: states[status], label: words.status[status] };
};
