import type { Measure } from '../../../../schema/kinds.ts';
import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

const N = '\u00a0';

/** One, and several: what a quantity is counted in. */
export const measureWords: Record<Locale, Record<Measure, [one: string, more: string]>> = {
  fr: {
    piece: ['pièce', 'pièces'],
    sheet: ['feuille', 'feuilles'],
    spool: ['bobine', 'bobines'],
    kg: ['kg', 'kg'],
    m2: ['m²', 'm²'],
    metre: ['m', 'm'],
    litre: ['l', 'l'],
    seat: ['place', 'places'],
    percent: ['%', '%'],
  },
  en: {
    piece: ['piece', 'pieces'],
    sheet: ['sheet', 'sheets'],
    spool: ['spool', 'spools'],
    kg: ['kg', 'kg'],
    m2: ['m²', 'm²'],
    metre: ['m', 'm'],
    litre: ['l', 'l'],
    seat: ['seat', 'seats'],
    percent: ['%', '%'],
  },
};

function figures(params: MailParams, locale: Locale) {
  const { when } = datesOf(locale, params.zone);
  const quantity = Number(params.quantity ?? 0);
  const [one, more] = measureWords[locale][params.measure as Measure] ?? ['', ''];
  const digits = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB').format(quantity);
  const money = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' });
  const isOne = locale === 'fr' ? quantity < 2 : quantity === 1;
  return {
    name: said(params.name),
    part: `${digits}${N}${isOne ? one : more}`,
    workshop: said(params.workshop),
    city: said(params.city),
    borrower: said(params.borrower),
    total: money.format(Number(params.totalCents ?? 0) / 100),
    from: when(params.from),
    hold: when(params.holdUntil),
    note: said(params.note),
  };
}

type Say = (said: ReturnType<typeof figures>) => [subject: string, ...lines: string[]];
type Place = (locale: Locale, params: MailParams) => { label: string; path: string };
const partPlace: Place = (locale, params) => ({
  label: { fr: 'Voir la demande', en: 'See the request' }[locale],
  path: `/parts/${encodeURIComponent(said(params.claim))}`,
});
const basketPlace: Place = (locale, params) => ({
  label: { fr: 'Voir le panier', en: 'See the basket' }[locale],
  path: `/panier/tournee/${encodeURIComponent(said(params.group))}`,
});

/** A mail about a part asked for: its button opens its page, what was said comes last. */
const about = (fr: Say, en: Say, place: Place = partPlace): MailWords => {
  const compose = (locale: Locale, say: Say) => (params: MailParams) => {
    const facts = figures(params, locale);
    const [subject, ...lines] = say(facts);
    const note = locale === 'fr' ? `Message${N}: «${N}${facts.note}${N}»` : `Message: “${facts.note}”`;
    return {
      subject,
      lines: facts.note ? [...lines, note] : lines,
      button: place(locale, params),
    };
  };
  return { fr: compose('fr', fr), en: compose('en', en) };
};

/** Mails about parts of what is counted: seats, materials, group purchases. */
export const sharingMails = {
  'sharing.ask': about(
    (s) => [
      `${s.borrower} demande ${s.part}${N}: ${s.name}`,
      `${s.borrower} demande ${s.part} de ${s.name}.`,
      `Répondez avant ${s.hold}. Sans réponse, la part est de nouveau libre.`,
    ],
    (s) => [
      `${s.borrower} asks for ${s.part}: ${s.name}`,
      `${s.borrower} asks for ${s.part} of ${s.name}.`,
      `Answer by ${s.hold}. Without an answer, it is free again.`,
    ],
  ),
  'sharing.book': about(
    (s) => [`Nouvelle part${N}: ${s.name}, ${s.part}`, `${s.borrower} prend ${s.part} de ${s.name}.`],
    (s) => [`New part: ${s.name}, ${s.part}`, `${s.borrower} takes ${s.part} of ${s.name}.`],
  ),
  'sharing.wait': about(
    (s) => [
      `Sur liste d’attente${N}: ${s.name}`,
      `${s.borrower} attend ${s.part} de ${s.name}, qui est complet.`,
      'Rien à faire. Si une place se libère, elle lui revient.',
    ],
    (s) => [
      `On the waiting list: ${s.name}`,
      `${s.borrower} waits for ${s.part} of ${s.name}, which is full.`,
      'Nothing to do. A seat that is freed goes to them.',
    ],
  ),
  'sharing.accept': about(
    (s) => [
      `Accepté${N}: ${s.name}, ${s.part}`,
      `${s.workshop}, à ${s.city}, vous garde ${s.part} de ${s.name}.`,
      `Prix${N}: ${s.total}.`,
    ],
    (s) => [
      `Accepted: ${s.name}, ${s.part}`,
      `${s.workshop}, in ${s.city}, keeps ${s.part} of ${s.name} for you.`,
      `Price: ${s.total}.`,
    ],
  ),
  'sharing.decline': about(
    (s) => [
      `Refusé${N}: ${s.name}`,
      `${s.workshop} ne peut pas vous donner ${s.part} de ${s.name}. Rien n’est retenu.`,
    ],
    (s) => [`Declined: ${s.name}`, `${s.workshop} cannot give you ${s.part} of ${s.name}. Nothing is held.`],
  ),
  'sharing.lapse': about(
    (s) => [
      `Sans réponse${N}: ${s.name}`,
      `La demande de ${s.part} de ${s.name} est restée sans réponse. La part est de nouveau libre.`,
    ],
    (s) => [`No answer: ${s.name}`, `The request for ${s.part} of ${s.name} was not answered. It is free again.`],
  ),
  'sharing.promote': about(
    (s) => [
      `Une place s’est libérée${N}: ${s.name}`,
      `${s.borrower} quitte la liste d’attente${N}: ${s.part} de ${s.name}, ${s.from}.`,
      `Si vous ne venez plus, annulez${N}: la place ira au suivant.`,
    ],
    (s) => [
      `A seat has come free: ${s.name}`,
      `${s.borrower} leaves the waiting list: ${s.part} of ${s.name}, ${s.from}.`,
      'If you no longer come, cancel: the seat goes to the next in line.',
    ],
  ),
  'sharing.cancel': about(
    (s) => [`Annulé${N}: ${s.name}, ${s.part}`, `${s.borrower} n’a plus besoin de ${s.part} de ${s.name}.`],
    (s) => [`Cancelled: ${s.name}, ${s.part}`, `${s.borrower} no longer needs ${s.part} of ${s.name}.`],
  ),
  'sharing.withdraw': about(
    (s) => [`Retiré par l’atelier${N}: ${s.name}`, `${s.workshop} ne peut plus vous garder ${s.part} de ${s.name}.`],
    (s) => [`Withdrawn by the workshop: ${s.name}`, `${s.workshop} can no longer keep ${s.part} of ${s.name} for you.`],
  ),
  'sharing.call_off': about(
    (s) => [
      `N’aura pas lieu${N}: ${s.name}`,
      `${s.name}, chez ${s.workshop}, n’aura pas lieu. Votre part (${s.part}) est rendue, vous ne devez rien.`,
    ],
    (s) => [
      `Will not take place: ${s.name}`,
      `${s.name}, at ${s.workshop}, will not take place. Your part (${s.part}) is given back, you owe nothing.`,
    ],
  ),
  'sharing.order': about(
    (s) => [
      `Seuil atteint, achat commandé${N}: ${s.name}`,
      `Le seuil de ${s.name} est atteint. ${s.borrower} prend ${s.part}, pour ${s.total} transport compris.`,
    ],
    (s) => [
      `Threshold reached, purchase ordered: ${s.name}`,
      `The threshold of ${s.name} is reached. ${s.borrower} takes ${s.part}, for ${s.total} with transport.`,
    ],
  ),
  'sharing.receive': about(
    (s) => [`Reçu${N}: ${s.name}, ${s.part}`, `${s.part} de ${s.name}${N}: ${s.borrower} les a reçus.`],
    (s) => [`Received: ${s.name}, ${s.part}`, `${s.borrower} has received ${s.part} of ${s.name}.`],
  ),
  'sharing.collect': about(
    (s) => [`Reçu${N}: ${s.name}, ${s.part}`, `${s.borrower} a reçu sa part de ${s.name}${N}: ${s.part}.`],
    (s) => [`Received: ${s.name}, ${s.part}`, `${s.borrower} has received their part of ${s.name}: ${s.part}.`],
  ),
  'sharing.attend': about(
    (s) => [`Présence notée${N}: ${s.name}`, `${s.workshop} note votre présence à ${s.name}, le ${s.from}.`],
    (s) => [`Attendance noted: ${s.name}`, `${s.workshop} notes that you attended ${s.name} on ${s.from}.`],
  ),
  'sharing.miss': about(
    (s) => [`Absence notée${N}: ${s.name}`, `${s.workshop} note que vous n’étiez pas à ${s.name}, le ${s.from}.`],
    (s) => [`Absence noted: ${s.name}`, `${s.workshop} notes that you were not at ${s.name} on ${s.from}.`],
  ),
  'sharing.certify': about(
    (s) => [
      `Formation réussie${N}: ${s.name}`,
      `${s.workshop} atteste que vous avez réussi ${s.name}. L’attestation est à imprimer.`,
    ],
    (s) => [
      `Training passed: ${s.name}`,
      `${s.workshop} certifies that you passed ${s.name}. The certificate is ready to print.`,
    ],
  ),
  'sharing.will_run': about(
    (s) => [
      `C’est confirmé${N}: ${s.name}, ${s.from}`,
      `${s.name} aura lieu le ${s.from} chez ${s.workshop}, à ${s.city}.`,
    ],
    (s) => [`Confirmed: ${s.name}, ${s.from}`, `${s.name} takes place on ${s.from} at ${s.workshop}, in ${s.city}.`],
  ),
  'sharing.moved': about(
    (s) => [
      `Changement de date ou de lieu${N}: ${s.name}`,
      `${s.workshop} a changé la date ou la salle de ${s.name}. C’est maintenant le ${s.from}, à ${s.city}.`,
      'Si cela ne vous convient plus, annulez votre place jusqu’au début. Rien ne vous sera compté.',
    ],
    (s) => [
      `Another date or place: ${s.name}`,
      `${s.workshop} changed the date or the room of ${s.name}. It is now on ${s.from}, in ${s.city}.`,
      'If that does not suit you, cancel your seat until it begins. You owe nothing.',
    ],
  ),
  'sharing.basket_broken': about(
    (s) => [
      `Votre panier n’est plus entier${N}: ${s.name}`,
      `Vous vouliez tout ou rien, et vous n’aurez pas ${s.part} de ${s.name} chez ${s.workshop}.`,
      'Le reste vous est toujours tenu. Gardez-le, ou annulez-le en un clic.',
    ],
    (s) => [
      `Your basket is no longer whole: ${s.name}`,
      `You wanted all of it or nothing, and you will not have ${s.part} of ${s.name} at ${s.workshop}.`,
      'The rest is still held for you. Keep it, or cancel it in one click.',
    ],
    basketPlace,
  ),
} as const satisfies Record<string, MailWords>;
