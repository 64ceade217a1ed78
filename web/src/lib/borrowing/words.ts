import type { LoanCondition, LoanStatus, LoanUse } from '$schema/loans.ts';
import type { Format, Messages } from '../i18n/index.ts';
import type { Quote } from './booking.server.ts';

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
export const pillOf = (t: Messages, { status, overdue }: { status: LoanStatus; overdue: boolean }) =>
  overdue
    ? { state: 'late' as const, label: t.borrowing.late }
    : { state: states[status], label: t.borrowing.status[status] };

type Condition = Quote['conditions'][number];

/** Conditions that everybody meets most of the time: said only when they are missing. */
const quiet: ReadonlySet<LoanCondition> = new Set(['account', 'own_machine', 'use', 'period', 'future']);

/** One line of "what it takes", with what would do when it is missing. */
function needOf(
  t: Messages,
  format: Format,
  use: LoanUse,
  here: string,
  { condition, met, at, hours, name }: Condition,
) {
  const [label, missing, action] = t.borrowing.need[condition];
  const said = t.borrowing.needDetail;
  const lasting = hours === null || hours === undefined ? '' : format.duration(hours * 60);
  const details: Partial<Record<LoanCondition, string>> = {
    notice: said.notice(lasting, at ? format.dateTime(at) : ''),
    length: said.length(lasting),
    accreditation: met ? said.held : missing,
    free: met ? said.free : missing,
    hours: met ? said.hours[use] : missing,
  };
  return {
    label: condition === 'accreditation' && name ? said.accreditation(name) : label,
    detail: details[condition] ?? (met ? '' : missing),
    met,
    ...(!met && condition === 'account' && { href: `/connexion?suite=${encodeURIComponent(here)}`, action }),
  };
}

/** The lines of "what it takes" that are worth reading. */
export const needsOf = (t: Messages, format: Format, use: LoanUse, here: string, { conditions }: Quote) =>
  conditions
    .filter(({ condition, met }) => !met || !quiet.has(condition))
    .map((condition) => needOf(t, format, use, here, condition));

/** The next slot that would do, when one of the conditions found one. */
export const nextOf = ({ conditions }: Quote) => conditions.find(({ met, next }) => !met && next)?.next ?? undefined;

interface Price {
  pricing: 'free' | 'hourly' | 'daily';
  units: number;
  rateCents: number;
  totalCents: number;
  depositCents: number;
}

/** A price as the lines of an account. */
export function priceLines(
  t: Messages,
  format: Format,
  { pricing, units, rateCents, totalCents, depositCents }: Price,
) {
  const words = t.borrowing.form;
  const rate = format.money(rateCents);
  return {
    label: pricing === 'free' ? words.free : pricing === 'hourly' ? words.hours(units, rate) : words.days(units, rate),
    rounding: pricing === 'free' ? '' : pricing === 'hourly' ? words.roundedHours : words.roundedDays,
    total: format.money(totalCents),
    deposit: depositCents > 0 ? format.money(depositCents) : '',
  };
}
