import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { byKind } from './loan-words.ts';

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function figures(params: MailParams, locale: Locale) {
  const { when } = datesOf(locale, params.zone);
  return {
    machine: text(params.machine),
    lender: text(params.lender),
    borrower: text(params.borrower),
    count: text(params.count),
    note: text(params.note),
    from: when(params.from),
    hold: when(params.holdUntil),
  };
}

type Say = (said: ReturnType<typeof figures>) => { subject: string; lines: string[] };
const places = { series: '/series', basket: '/panier/tournee' } as const;
const labels = {
  series: { fr: 'Voir la série', en: 'See the series' },
  basket: { fr: 'Voir le panier', en: 'See the basket' },
} as const;

/** A mail about several loans at once: its button opens their page. */
const about = (kind: keyof typeof places, fr: Say, en: Say): MailWords => {
  const compose = (locale: Locale, say: Say) => (params: MailParams) => {
    const said = figures(params, locale);
    const { subject, lines } = say(said);
    const note = locale === 'fr' ? `Message\u00a0: «\u00a0${said.note}\u00a0»` : `Message: “${said.note}”`;
    return {
      subject,
      lines: said.note ? [...lines, note] : lines,
      button: { label: labels[kind][locale], path: `${places[kind]}/${text(params.group)}` },
    };
  };
  return { fr: compose('fr', fr), en: compose('en', en) };
};

const together = {
  'borrowing.ask_series': about(
    'series',
    (s) => ({
      subject: `${s.machine}, ${s.count} fois\u00a0: répondez avant ${s.hold}`,
      lines: [
        `${s.borrower} demande ${s.machine} ${s.count} fois, la première le ${s.from}.`,
        'Acceptez la série en une fois, ou date par date. Sans réponse, les créneaux sont de nouveau libres.',
      ],
    }),
    (s) => ({
      subject: `${s.machine}, ${s.count} times: answer by ${s.hold}`,
      lines: [
        `${s.borrower} asks for ${s.machine} ${s.count} times, first on ${s.from}.`,
        'Accept the series in one go, or date by date. Without an answer, the slots are free again.',
      ],
    }),
  ),
  'borrowing.book_series': about(
    'series',
    (s) => ({
      subject: `Réservé ${s.count} fois\u00a0: ${s.machine}`,
      lines: [`${s.borrower} a réservé ${s.machine} ${s.count} fois chez ${s.lender}, la première le ${s.from}.`],
    }),
    (s) => ({
      subject: `Booked ${s.count} times: ${s.machine}`,
      lines: [`${s.borrower} booked ${s.machine} ${s.count} times at ${s.lender}, first on ${s.from}.`],
    }),
  ),
  'borrowing.accept_series': about(
    'series',
    (s) => ({
      subject: `Série acceptée\u00a0: ${s.machine}, ${s.count} fois`,
      lines: [`${s.lender} vous prête ${s.machine} ${s.count} fois, la première le ${s.from}.`],
    }),
    (s) => ({
      subject: `Series accepted: ${s.machine}, ${s.count} times`,
      lines: [`${s.lender} lends you ${s.machine} ${s.count} times, first on ${s.from}.`],
    }),
  ),
  'borrowing.decline_series': about(
    'series',
    (s) => ({
      subject: `Série refusée\u00a0: ${s.machine}, ${s.count} fois`,
      lines: [`${s.lender} ne peut pas prêter ${s.machine} à ces ${s.count} dates. Rien n’y est réservé.`],
    }),
    (s) => ({
      subject: `Series declined: ${s.machine}, ${s.count} times`,
      lines: [`${s.lender} cannot lend ${s.machine} on these ${s.count} dates. Nothing is booked on them.`],
    }),
  ),
  'borrowing.cancel_series': about(
    'series',
    (s) => ({
      subject: `Annulé ${s.count} fois\u00a0: ${s.machine}`,
      lines: [`${s.borrower} annule ${s.count} dates de ${s.machine}, la première le ${s.from}. Elles sont libres.`],
    }),
    (s) => ({
      subject: `Cancelled ${s.count} times: ${s.machine}`,
      lines: [`${s.borrower} cancelled ${s.count} dates of ${s.machine}, first on ${s.from}. They are free.`],
    }),
  ),
  'borrowing.basket_broken': about(
    'basket',
    (s) => ({
      subject: `Votre panier n’est plus entier\u00a0: ${s.machine}`,
      lines: [
        `Vous vouliez tout ou rien, et ${s.machine} chez ${s.lender} ne vous sera pas prêté.`,
        'Le reste vous est toujours tenu. Gardez-le, ou annulez-le en un clic.',
      ],
    }),
    (s) => ({
      subject: `Your basket is no longer whole: ${s.machine}`,
      lines: [
        `You wanted all of it or nothing, and ${s.machine} at ${s.lender} will not be lent to you.`,
        'The rest is still held for you. Keep it, or cancel it in one click.',
      ],
    }),
  ),
} as const satisfies Record<string, MailWords>;

/** Mails about a series, told of in one word, and about a basket that was wanted as a whole. */
export const togetherMails = byKind(together, {
  trainer: {
    'borrowing.basket_broken': about(
      'basket',
      (s) => ({
        subject: `Votre panier n’est plus entier\u00a0: ${s.machine}`,
        lines: [
          `Vous vouliez tout ou rien, et ${s.machine} ne pourra pas venir.`,
          'Le reste vous est toujours tenu. Gardez-le, ou annulez-le en un clic.',
        ],
      }),
      (s) => ({
        subject: `Your basket is no longer whole: ${s.machine}`,
        lines: [
          `You wanted all of it or nothing, and ${s.machine} will not be able to come.`,
          'The rest is still held for you. Keep it, or cancel it in one click.',
        ],
      }),
    ),
  },
});
