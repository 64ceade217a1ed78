import { kinds } from '$schema/kinds.ts';
import type { LoanCondition, LoanUse } from '$schema/loans.ts';
import { formatFor } from '../i18n/format.ts';
import type { Format } from '../i18n/index.ts';
import type { Quote } from './booking.server.ts';
import type { LoanWords } from './kinds.ts';

type Condition = Quote['conditions'][number];

/** Conditions that everybody meets most of the time: said only when they are missing. */
const quiet: ReadonlySet<LoanCondition> = new Set(['account', 'own_machine', 'use', 'period', 'future']);

/** One line of "what it takes", with what would do when it is missing. */
function needOf(
  words: LoanWords,
  format: Format,
  use: LoanUse,
  here: string,
  { condition, met, at, hours, name, training }: Condition,
) {
  const [label, missing, action] = words.need[condition];
  const said = words.needDetail;
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
    ...(training && {
      href: `/${kinds.training.path}/${training.listingId}`,
      action: said.training(formatFor(format.locale, training.timeZone).shortDate(training.from), training.city),
    }),
    ...(!met &&
      condition === 'accreditation' &&
      !training && {
        href: `/formations-a-prevoir?souhait=${encodeURIComponent(name ?? '')}`,
        action: said.wish,
      }),
    ...(!met && condition === 'account' && { href: `/connexion?suite=${encodeURIComponent(here)}`, action }),
  };
}

/** The lines of "what it takes" that are worth reading. */
export const needsOf = (words: LoanWords, format: Format, use: LoanUse, here: string, { conditions }: Quote) =>
  conditions
    .filter(({ condition, met }) => !met || !quiet.has(condition))
    .map((condition) => needOf(words, format, use, here, condition));

/** The next slot that would do, when one of the conditions found one. */
export const nextOf = ({ conditions }: Quote) => conditions.find(({ met, next }) => !met && next)?.next ?? undefined;

interface Price {
  pricing: 'free' | 'hourly' | 'daily' | 'exchange';
  units: number;
  rateCents: number;
  totalCents: number;
  depositCents: number;
}

/** A price as the lines of an account. */
export function priceLines(
  { form: words }: LoanWords,
  format: Format,
  { pricing, units, rateCents, totalCents, depositCents }: Price,
) {
  const rate = format.money(rateCents);
  return {
    ...{
      free: { label: words.free, rounding: '' },
      exchange: { label: words.exchange, rounding: '' },
      hourly: { label: words.hours(units, rate), rounding: words.roundedHours },
      daily: { label: words.days(units, rate), rounding: words.roundedDays },
    }[pricing],
    use: units > 0 ? format.money(units * rateCents) : '',
    total: format.money(totalCents),
    deposit: depositCents > 0 ? format.money(depositCents) : '',
  };
}
