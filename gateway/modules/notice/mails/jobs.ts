import type { WeekHalf } from '../../../../schema/jobs.ts';
import type { Locale } from '../../../../schema/vocabulary.ts';
import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

const N = '\u00a0';
const days: Record<Locale, Record<string, string>> = {
  fr: { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi' },
  en: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' },
};
const halves: Record<Locale, Record<string, string>> = {
  fr: { am: 'matin', pm: 'après-midi' },
  en: { am: 'morning', pm: 'afternoon' },
};
const halfIn = (locale: Locale, half: WeekHalf) =>
  `${days[locale][half.slice(0, 3)] ?? ''} ${halves[locale][half.slice(4)] ?? ''}`;

function figures(params: MailParams, locale: Locale) {
  const { when } = datesOf(locale, params.zone);
  return {
    name: said(params.name),
    workshop: said(params.workshop),
    city: said(params.city),
    decide: when(params.decideAt),
    slot: when(params.slot),
    keep: Number(params.keepMonths ?? 0),
    why: said(params.why),
    give: halfIn(locale, said(params.give) as WeekHalf),
    take: halfIn(locale, said(params.take) as WeekHalf),
    week: said(params.week),
    note: said(params.note),
  };
}

type Figures = ReturnType<typeof figures>;
type Say = (said: Figures) => [subject: string, ...lines: string[]];

const wording = (
  path: (params: MailParams) => string,
  words: Record<Locale, { say: Say; label: string }>,
): MailWords => {
  const compose = (locale: Locale) => (params: MailParams) => {
    const facts = figures(params, locale);
    const { say, label } = words[locale];
    const [subject, ...lines] = say(facts);
    const note = locale === 'fr' ? `Message${N}: «${N}${facts.note}${N}»` : `Message: “${facts.note}”`;
    return {
      subject,
      lines: [...lines, facts.note && note].filter((line) => line !== ''),
      button: { label, path: path(params) },
    };
  };
  return { fr: compose('fr'), en: compose('en') };
};

const job = ({ listing }: MailParams) => `/postes/${encodeURIComponent(said(listing))}`;
const application = ({ application: id }: MailParams) => `/candidatures/${encodeURIComponent(said(id))}`;

const ofJob = (fr: Say, en: Say) =>
  wording(job, { fr: { say: fr, label: 'Voir le poste' }, en: { say: en, label: 'See the job' } });
const ofApplication = (fr: Say, en: Say) =>
  wording(application, {
    fr: { say: fr, label: 'Voir la candidature' },
    en: { say: en, label: 'See the application' },
  });

/** Why a candidate is not hired, when nobody wrote it. */
const reasons: Record<Locale, Record<string, (s: Figures) => string>> = {
  fr: {
    chosen: (s) => `Votre candidature au poste ${s.name} n’est pas retenue.`,
    closed: (s) => `Le poste ${s.name} est pourvu par une autre personne.`,
    cancelled: (s) => `Le poste ${s.name} est retiré${N}: il n’aura pas lieu.`,
    lapsed: (s) => `Le poste ${s.name} n’a pas réuni assez d’ateliers${N}: il n’aura pas lieu.`,
  },
  en: {
    chosen: (s) => `Your application for ${s.name} was not chosen.`,
    closed: (s) => `The job ${s.name} went to somebody else.`,
    cancelled: (s) => `The job ${s.name} was withdrawn: it will not take place.`,
    lapsed: (s) => `The job ${s.name} did not find enough workshops: it will not take place.`,
  },
};

/** Mails about shared jobs: their workshops, and their candidates. */
export const jobsMails = {
  'jobs.published': ofJob(
    (s) => [
      `Semaine complète, poste publié${N}: ${s.name}`,
      `Les parts promises suffisent${N}: ${s.name} est publié, tout le monde peut le lire et y répondre.`,
      'Si une part est retirée, il sera dépublié.',
    ],
    (s) => [
      `Week complete, job published: ${s.name}`,
      `The shares promised are enough: ${s.name} is published, anyone may read it and apply.`,
      'If a share is taken back, it is withdrawn.',
    ],
  ),
  'jobs.short': ofJob(
    (s) => [
      `Poste dépublié, il manque une part${N}: ${s.name}`,
      `Une part de ${s.name} est retirée${N}: la semaine n’est plus complète, l’annonce n’est plus publique.`,
      `Trouvez un autre atelier avant ${s.decide}. Les candidats sont prévenus et gardent leur candidature.`,
    ],
    (s) => [
      `Job withdrawn, a share is missing: ${s.name}`,
      `A share of ${s.name} was taken back: the week is no longer complete, the page is no longer public.`,
      `Find another workshop by ${s.decide}. The candidates are told and keep their applications.`,
    ],
  ),
  'jobs.filled': ofJob(
    (s) => [
      `Poste pourvu${N}: ${s.name}`,
      `Une personne est retenue pour ${s.name}. Les autres candidats ont une réponse.`,
      'Sa semaine se lit sur la page du poste. Les demi-journées s’y échangent.',
    ],
    (s) => [
      `Job filled: ${s.name}`,
      `Somebody is hired for ${s.name}. The other candidates have their answer.`,
      'Their week stands on the page of the job, where half-days are swapped.',
    ],
  ),
  'jobs.applied': ofApplication(
    (s) => [`Nouvelle candidature${N}: ${s.name}`, `Une candidature est arrivée pour ${s.name}.`],
    (s) => [`New application: ${s.name}`, `An application has come in for ${s.name}.`],
  ),
  'jobs.received': ofApplication(
    (s) => [
      `Candidature reçue${N}: ${s.name}`,
      `Votre candidature au poste ${s.name} est reçue. Vous aurez une réponse, quelle qu’elle soit.`,
      `Elle est gardée ${s.keep} mois après la dernière nouvelle, puis effacée, CV compris. La retirer l’efface tout de suite.`,
    ],
    (s) => [
      `Application received: ${s.name}`,
      `Your application for ${s.name} is received. You will have an answer, whatever it is.`,
      `It is kept for ${s.keep} months after the last news, then deleted with its CV. Taking it back deletes it at once.`,
    ],
  ),
  'jobs.suspended': ofApplication(
    (s) => [
      `Poste suspendu${N}: ${s.name}`,
      `Un atelier s’est retiré du poste ${s.name}. Les autres cherchent à le remplacer.`,
      'Votre candidature est gardée. Vous serez prévenu dans les deux cas.',
    ],
    (s) => [
      `Job on hold: ${s.name}`,
      `A workshop has left the job ${s.name}. The others look for another one.`,
      'Your application is kept. You will hear either way.',
    ],
  ),
  'jobs.resumed': ofApplication(
    (s) => [`Le poste reprend${N}: ${s.name}`, `Le poste ${s.name} est de nouveau publié. Votre candidature compte.`],
    (s) => [`The job is on again: ${s.name}`, `The job ${s.name} is published again. Your application counts.`],
  ),
  'jobs.invited': ofApplication(
    (s) => [
      `Entretien proposé${N}: ${s.name}`,
      `Des horaires vous sont proposés pour ${s.name}.`,
      'Choisissez-en un sur la page de votre candidature.',
    ],
    (s) => [`Interview proposed: ${s.name}`, `Times are proposed to you for ${s.name}.`, 'Choose one on its page.'],
  ),
  'jobs.chosen': ofApplication(
    (s) => [`Entretien fixé le ${s.slot}${N}: ${s.name}`, `Le candidat à ${s.name} choisit ${s.slot}.`],
    (s) => [`Interview set for ${s.slot}: ${s.name}`, `The candidate for ${s.name} chooses ${s.slot}.`],
  ),
  'jobs.hired': ofApplication(
    (s) => [
      `Vous êtes retenu${N}: ${s.name}`,
      `Vous êtes choisi pour ${s.name}. Les ateliers vous contactent pour le contrat.`,
    ],
    (s) => [
      `You are hired: ${s.name}`,
      `You were chosen for ${s.name}. The workshops will write to you about the contract.`,
    ],
  ),
  'jobs.declined': ofApplication(
    (s) => [
      `Réponse à votre candidature${N}: ${s.name}`,
      (reasons.fr[s.why] ?? reasons.fr.chosen!)(s),
      'Merci d’avoir postulé.',
    ],
    (s) => [
      `Answer to your application: ${s.name}`,
      (reasons.en[s.why] ?? reasons.en.chosen!)(s),
      'Thank you for applying.',
    ],
  ),
  'jobs.expired': ofJob(
    (s) => [
      `Votre candidature est effacée${N}: ${s.name}`,
      `Personne n’a répondu à votre candidature au poste ${s.name} dans le délai que vous aviez choisi.`,
      'Elle est effacée, CV compris. Si le poste est encore ouvert, vous pouvez postuler de nouveau.',
    ],
    (s) => [
      `Your application is deleted: ${s.name}`,
      `Nobody answered your application for ${s.name} within the time that you had chosen.`,
      'It is deleted, CV included. If the job is still open, you can apply again.',
    ],
  ),
  'jobs.withdrawn': ofJob(
    (s) => [
      `Candidature retirée${N}: ${s.name}`,
      `Une candidature au poste ${s.name} est retirée. Elle est effacée, CV compris.`,
    ],
    (s) => [
      `Application taken back: ${s.name}`,
      `An application for ${s.name} is taken back. It is deleted, CV and all.`,
    ],
  ),
  'jobs.swap_asked': ofJob(
    (s) => [
      `Échange demandé${N}: ${s.take}, ${s.name}`,
      `On vous demande le ${s.take} contre le ${s.give}${s.week ? `, la semaine du ${s.week} seulement` : ', pour de bon'}.`,
    ],
    (s) => [
      `Swap asked: ${s.take}, ${s.name}`,
      `You are asked for ${s.take} against ${s.give}${s.week ? `, in the week of ${s.week} alone` : ', for good'}.`,
    ],
  ),
  'jobs.swap_agreed': ofJob(
    (s) => [
      `Échange convenu${N}: ${s.name}`,
      `Le ${s.take} et le ${s.give} changent de main${s.week ? `, la semaine du ${s.week} seulement` : ''}.`,
    ],
    (s) => [
      `Swap agreed: ${s.name}`,
      `${s.take} and ${s.give} change hands${s.week ? `, in the week of ${s.week} alone` : ''}.`,
    ],
  ),
  'jobs.swap_refused': ofJob(
    (s) => [`Échange refusé${N}: ${s.name}`, `Le ${s.take} ne sera pas échangé contre le ${s.give}. Rien ne change.`],
    (s) => [`Swap refused: ${s.name}`, `${s.take} will not be swapped for ${s.give}. Nothing changes.`],
  ),
} as const satisfies Record<string, MailWords>;
