import { type LentKind, lentKind } from '../../../../schema/kinds.ts';
import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

/** The figures of a loan, ready to stand in a sentence. */
function figures(params: MailParams, locale: Locale) {
  const { when, period } = datesOf(locale, params.zone);
  const text = (name: string) => said(params[name]);
  return {
    code: text('code'),
    machine: text('machine'),
    lender: text('lender'),
    borrower: text('borrower'),
    person: text('person'),
    city: text('city'),
    note: text('note'),
    period: period(params.from, params.until),
    from: when(params.from),
    until: when(params.until),
    hold: when(params.holdUntil),
    wanted: when(params.wanted),
  };
}

type Figures = ReturnType<typeof figures>;
type Say = (loan: Figures) => { subject: string; lines: (string | false)[] };

const labels: Record<LentKind, Record<Locale, string>> = {
  equipment: { fr: 'Voir le prêt', en: 'See the loan' },
  trainer: { fr: 'Voir l’intervention', en: 'See the visit' },
};

/** A mail about one loan: its code ends the subject, its page is the button. */
export const about = (fr: Say, en: Say): MailWords => {
  const compose = (locale: Locale, say: Say) => (params: MailParams) => {
    const loan = figures(params, locale);
    const { subject, lines } = say(loan);
    return {
      subject: `${subject}, ${loan.code}`,
      lines: lines.filter((line): line is string => Boolean(line)),
      button: {
        label: labels[lentKind(said(params.kind))][locale],
        path: `/echanges/${said(params.loan)}`,
      },
    };
  };
  return { fr: compose('fr', fr), en: compose('en', en) };
};

export const saidFr = ({ note }: Figures) => note !== '' && `Message\u00a0: «\u00a0${note}\u00a0»`;
export const saidEn = ({ note }: Figures) => note !== '' && `Message: “${note}”`;

/** The same mails, some of them in other words for some of what is lent. */
export function byKind<K extends string>(
  mails: Record<K, MailWords>,
  otherwise: Partial<Record<LentKind, Partial<Record<K, MailWords>>>>,
): Record<K, MailWords> {
  const wrapped = (Object.keys(mails) as K[]).map((event) => {
    const compose = (locale: Locale) => (params: MailParams) =>
      (otherwise[lentKind(said(params.kind))]?.[event] ?? mails[event])[locale](params);
    return [event, { fr: compose('fr'), en: compose('en') }] as const;
  });
  return Object.fromEntries(wrapped) as Record<K, MailWords>;
}
