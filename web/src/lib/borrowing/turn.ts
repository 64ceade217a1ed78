import type { Format, Messages } from '../i18n/index.ts';
import { type LoanWords, wordsOf } from './kinds.ts';
import type { LoanSeen } from './loan.ts';

export interface TurnWords {
  tone: 'yours' | 'wait' | 'late';
  title: string;
  text: string;
}

const placeOf = ({ lender }: LoanSeen) => [lender.name, lender.address, lender.city].filter(Boolean).join(', ');

const isFlawed = ({ takeBack }: LoanSeen) => Boolean(takeBack && (takeBack.damage || takeBack.missing.length > 0));

/** A request that waits for one of those who must agree, or for the others. */
function askedTurn(
  { turn }: LoanWords,
  format: Format,
  { can, consents }: LoanSeen,
  { hold, text }: { hold: string; text: string },
): TurnWords {
  const others = format.list(consents.filter(({ at }) => !at).map(({ party }) => party.name));
  const agreed = consents.length > 0 && !can.includes('agree') && !can.includes('accept');
  return agreed
    ? { tone: 'wait', title: turn.waitOther(others), text: turn.waitOtherText(hold) }
    : { tone: 'yours', title: turn.answer(hold), text };
}

/** What the lender must do, or waits for. `opens`: when the hand-over opens. */
function lenderTurn(words: LoanWords, format: Format, loan: LoanSeen, now: string, opens: string): TurnWords {
  const { turn } = words;
  const who = loan.borrower.name;
  const period = format.period(loan.from, loan.until, now);
  const at = (instant: string) => format.dateTime(instant, now);
  switch (loan.status) {
    case 'asked':
      return askedTurn(words, format, loan, {
        hold: at(loan.holdUntil ?? loan.from),
        text: turn.answerText(who, period),
      });
    case 'accepted':
      if (loan.can.includes('visit')) return { tone: 'yours', title: turn.took, text: turn.tookText };
      return loan.can.includes('hand_over')
        ? { tone: 'yours', title: turn.handOver(at(loan.from)), text: turn.handOverText(loan.person.name) }
        : { tone: 'wait', title: turn.lenderWaits(at(loan.from)), text: turn.lenderWaitsText(at(opens)) };
    case 'out':
      return loan.overdue
        ? { tone: 'late', title: turn.late(at(loan.until)), text: turn.lateLender(who) }
        : { tone: 'wait', title: turn.receive(at(loan.until)), text: turn.receiveText };
    case 'returned':
      return { tone: 'yours', title: turn.check, text: isFlawed(loan) ? turn.flawText : turn.checkText };
    case 'trouble':
      return { tone: 'yours', title: turn.trouble, text: turn.troubleText };
    default:
      return ended(words, loan);
  }
}

function borrowerTurn(words: LoanWords, format: Format, loan: LoanSeen, now: string): TurnWords {
  const { turn } = words;
  const lender = loan.lender.name;
  const at = (instant: string) => format.dateTime(instant, now);
  const tone = loan.turns.includes('borrower') ? 'yours' : 'wait';
  switch (loan.status) {
    case 'asked':
      return {
        tone: 'wait',
        title: turn.waitAnswer(lender),
        text: turn.waitAnswerText(at(loan.holdUntil ?? loan.from)),
      };
    case 'accepted':
      if (loan.can.includes('visit')) return { tone: 'yours', title: turn.took, text: turn.tookText };
      return { tone, title: turn.waitHandOver(at(loan.from)), text: turn.waitHandOverText(placeOf(loan)) };
    case 'out':
      if (loan.overdue) return { tone: 'late', title: turn.late(at(loan.until)), text: turn.lateBorrower };
      return {
        tone,
        title: turn.bringBack(at(loan.until)),
        text: loan.latestEnd > loan.until ? turn.bringBackFree(at(loan.latestEnd)) : turn.bringBackNext,
      };
    case 'returned':
      return { tone: 'wait', title: turn.waitCheck(lender), text: turn.waitCheckText };
    case 'trouble':
      return { tone: 'wait', title: turn.waitTrouble, text: turn.waitTroubleText(lender) };
    default:
      return ended(words, loan);
  }
}

function ended({ turn, status: states }: LoanWords, { status }: LoanSeen): TurnWords {
  const over = ['closed', 'declined', 'cancelled', 'lapsed', 'no_show'] as const;
  const known = over.find((one) => one === status);
  return {
    tone: 'wait',
    title: known ? turn[known] : states[status],
    text: status === 'closed' || !known ? '' : turn.overText,
  };
}

/** Who must do what next, in the words of the side that reads; of neither side, only where it stands. */
export function turnOf(t: Messages, format: Format, loan: LoanSeen, now: string, opens: string): TurnWords {
  const words = wordsOf(t, loan.kind);
  if (loan.side === 'lender') return lenderTurn(words, format, loan, now, opens);
  return loan.side === 'borrower' ? borrowerTurn(words, format, loan, now) : ended(words, loan);
}
