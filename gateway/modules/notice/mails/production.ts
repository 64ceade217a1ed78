import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailText, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

/** The figures of a request, ready to stand in a sentence. */
function figures(params: MailParams, locale: Locale) {
  const { when } = datesOf(locale, params.zone);
  return {
    code: said(params.code),
    title: said(params.title),
    lab: said(params.lab),
    next: said(params.next),
    note: said(params.note),
    by: when(params.by),
    until: when(params.until),
    place: said(params.place),
    firm: said(params.firm),
    email: said(params.email),
  };
}

type Figures = ReturnType<typeof figures>;
type Say = (figures: Figures) => { subject: string; lines: (string | false)[] };

const labels = {
  request: { fr: 'Voir la demande', en: 'See the request' },
  offer: { fr: 'Voir l’offre', en: 'See the offer' },
} as const;

/** A mail about a request to who asks, or about an offer to a lab: its page is the button. */
const about = (what: 'request' | 'offer', fr: Say, en: Say): MailWords => {
  const compose =
    (locale: Locale, say: Say) =>
    (params: MailParams): MailText => {
      const { subject, lines } = say(figures(params, locale));
      const path = what === 'request' ? `/demandes/${said(params.request)}` : `/offres/${said(params.offer)}`;
      return {
        subject,
        lines: lines.filter((line) => line !== false),
        button: { label: labels[what][locale], path },
      };
    };
  return { fr: compose('fr', fr), en: compose('en', en) };
};

const nextFr = ({ next, until }: Figures) => next !== '' && `${next} l’a maintenant, jusqu’au ${until}.`;
const nextEn = ({ next, until }: Figures) => next !== '' && `${next} has it now, until ${until}.`;

/** Mails about production. */
export const productionMails = {
  'production.offered': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: répondez avant ${o.until}`,
      lines: [
        `Une entreprise cherche qui fabriquera «\u00a0${o.title}\u00a0», à livrer à ${o.place}. Vous êtes le plus proche qui sait faire.`,
        o.by !== '' && `Il la lui faut pour le ${o.by}.`,
        `Acceptez ou passez avant le ${o.until}. Sans réponse, la demande va à l’atelier suivant.`,
      ],
    }),
    (o) => ({
      subject: `${o.title}: answer by ${o.until}`,
      lines: [
        `A firm is looking for who will make “${o.title}”, to be delivered in ${o.place}. You are the nearest who can.`,
        o.by !== '' && `They need it by ${o.by}.`,
        `Accept or pass before ${o.until}. Without an answer, the request goes to the next workshop.`,
      ],
    }),
  ),
  'production.sent': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} a votre demande`,
      lines: [`${r.lab} peut répondre jusqu’au ${r.until}. Sans réponse, la demande passe à l’atelier suivant.`],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} has your request`,
      lines: [`${r.lab} may answer until ${r.until}. Without an answer, the request goes to the next workshop.`],
    }),
  ),
  'production.viewed': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} regarde votre demande`,
      lines: [`${r.lab} a ouvert «\u00a0${r.title}\u00a0».`],
    }),
    (r) => ({ subject: `${r.code}: ${r.lab} is looking at your request`, lines: [`${r.lab} opened “${r.title}”.`] }),
  ),
  'production.reminded': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: il reste la moitié du temps, jusqu’au ${o.until}`,
      lines: [`Acceptez ou passez avant le ${o.until}. Sans réponse, la demande va à l’atelier suivant.`],
    }),
    (o) => ({
      subject: `${o.title}: half the time is left, until ${o.until}`,
      lines: [`Accept or pass before ${o.until}. Without an answer, the request goes to the next workshop.`],
    }),
  ),
  'production.resumed': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} revient sur sa réponse`,
      lines: [`${r.lab} avait répondu par erreur. L’atelier a de nouveau votre demande, jusqu’au ${r.until}.`],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} takes its answer back`,
      lines: [`${r.lab} had answered by mistake. The workshop has your request again, until ${r.until}.`],
    }),
  ),
  'production.reopened': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: réponse annulée, répondez avant ${o.until}`,
      lines: ['La réponse de votre atelier est annulée. L’offre attend de nouveau.'],
    }),
    (o) => ({
      subject: `${o.title}: answer undone, answer by ${o.until}`,
      lines: ['The answer of your workshop is undone. The offer waits again.'],
    }),
  ),
  'production.recalled': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: plus rien à répondre`,
      lines: ['L’atelier interrogé avant vous est revenu sur sa réponse. Vous n’avez rien à faire.'],
    }),
    (o) => ({
      subject: `${o.title}: nothing to answer any more`,
      lines: ['The workshop asked before you has taken its answer back. There is nothing for you to do.'],
    }),
  ),
  'production.given_up': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} ne peut plus fabriquer`,
      lines: [
        `${r.lab} avait accepté «\u00a0${r.title}\u00a0» et doit y renoncer.`,
        r.note !== '' && `Message\u00a0: «\u00a0${r.note}\u00a0»`,
        nextFr(r),
      ],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} can no longer make it`,
      lines: [
        `${r.lab} had accepted “${r.title}” and has to give it up.`,
        r.note !== '' && `Message: “${r.note}”`,
        nextEn(r),
      ],
    }),
  ),
  'production.declined': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} passe`,
      lines: [
        `${r.lab} ne prend pas «\u00a0${r.title}\u00a0».`,
        r.note !== '' && `Message\u00a0: «\u00a0${r.note}\u00a0»`,
        nextFr(r),
      ],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} passes`,
      lines: [`${r.lab} does not take “${r.title}”.`, r.note !== '' && `Message: “${r.note}”`, nextEn(r)],
    }),
  ),
  'production.expired': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} n’a pas répondu`,
      lines: [`L’offre faite à ${r.lab} a expiré.`, nextFr(r)],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} did not answer`,
      lines: [`The offer made to ${r.lab} has expired.`, nextEn(r)],
    }),
  ),
  'production.lapsed': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: l’offre a expiré`,
      lines: ['Sans réponse de votre part, la demande est allée à l’atelier suivant. Rien n’est réservé chez vous.'],
    }),
    (o) => ({
      subject: `${o.title}: the offer has expired`,
      lines: ['Without an answer from you, the request went to the next workshop. Nothing is booked at yours.'],
    }),
  ),
  'production.unroutable': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: aucun atelier trouvé`,
      lines: [
        `Personne ne peut prendre «\u00a0${r.title}\u00a0» telle quelle. La page dit quelle exigence a écarté qui, et qui le pourrait à une autre date.`,
      ],
    }),
    (r) => ({
      subject: `${r.code}: no workshop found`,
      lines: [
        `Nobody can take “${r.title}” as it stands. The page says which requirement removed whom, and who could on another date.`,
      ],
    }),
  ),
  'production.accepted': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: ${r.lab} accepte`,
      lines: [
        `${r.lab} fabrique «\u00a0${r.title}\u00a0». Le temps de machine est réservé.`,
        r.email !== '' && `Pour lui écrire\u00a0: ${r.email}.`,
      ],
    }),
    (r) => ({
      subject: `${r.code}: ${r.lab} accepts`,
      lines: [
        `${r.lab} will make “${r.title}”. The machine time is booked.`,
        r.email !== '' && `To write to them: ${r.email}.`,
      ],
    }),
  ),
  'production.won': about(
    'offer',
    (o) => ({
      subject: `${o.code}\u00a0: la commande est à vous`,
      lines: [
        `«\u00a0${o.title}\u00a0», pour ${o.firm}.`,
        o.by !== '' && `À livrer pour le ${o.by}.`,
        o.email !== '' && `Pour lui écrire\u00a0: ${o.email}.`,
      ],
    }),
    (o) => ({
      subject: `${o.code}: the run is yours`,
      lines: [
        `“${o.title}”, for ${o.firm}.`,
        o.by !== '' && `To be delivered by ${o.by}.`,
        o.email !== '' && `To write to them: ${o.email}.`,
      ],
    }),
  ),
  'production.withdrawn': about(
    'offer',
    (o) => ({
      subject: `${o.title}\u00a0: demande retirée`,
      lines: ['L’entreprise a retiré sa demande. Le temps de machine réservé pour elle est rendu.'],
    }),
    (o) => ({
      subject: `${o.title}: request withdrawn`,
      lines: ['The firm has withdrawn its request. Machine time booked for it is given back.'],
    }),
  ),
  'production.postponed': about(
    'offer',
    (o) => ({ subject: `${o.title}\u00a0: plus de temps`, lines: [`L’entreprise peut attendre jusqu’au ${o.by}.`] }),
    (o) => ({ subject: `${o.title}: more time`, lines: [`The firm can wait until ${o.by}.`] }),
  ),
  'production.started': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: fabrication commencée`,
      lines: [`${r.lab} fabrique «\u00a0${r.title}\u00a0».`],
    }),
    (r) => ({ subject: `${r.code}: work has begun`, lines: [`${r.lab} is making “${r.title}”.`] }),
  ),
  'production.delivered': about(
    'request',
    (r) => ({
      subject: `${r.code}\u00a0: livrée`,
      lines: [`${r.lab} dit avoir livré «\u00a0${r.title}\u00a0». Confirmez que vous l’avez reçue.`],
    }),
    (r) => ({
      subject: `${r.code}: delivered`,
      lines: [`${r.lab} says that “${r.title}” is delivered. Confirm that you have received it.`],
    }),
  ),
  'production.received': about(
    'offer',
    (o) => ({ subject: `${o.code}\u00a0: reçue`, lines: [`${o.firm} a reçu «\u00a0${o.title}\u00a0».`] }),
    (o) => ({ subject: `${o.code}: received`, lines: [`${o.firm} has received “${o.title}”.`] }),
  ),
} as const satisfies Record<string, MailWords>;
