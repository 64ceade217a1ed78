import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

const N = '\u00a0';
const path = ({ listing }: MailParams) => `/formations/${encodeURIComponent(said(listing))}`;

/** Mails about training that somebody waits for. */
export const trainingMails = {
  'training.opened': {
    fr: (params) => ({
      subject: `Formation ouverte${N}: ${said(params.name)}`,
      lines: [
        `${said(params.workshop)} ouvre une session que vous attendiez${N}: ${said(params.name)}, à ${said(params.city)}, ${datesOf('fr', params.zone).when(params.from)}.`,
        'Pour ne plus être prévenu, retirez votre souhait de la page des formations à prévoir.',
      ],
      button: { label: 'Voir la formation', path: path(params) },
    }),
    en: (params) => ({
      subject: `Training open: ${said(params.name)}`,
      lines: [
        `${said(params.workshop)} opens a session that you wished for: ${said(params.name)}, in ${said(params.city)}, ${datesOf('en', params.zone).when(params.from)}.`,
        'To hear no more of it, take back your wish on the page of training to plan.',
      ],
      button: { label: 'See the training', path: path(params) },
    }),
  },
} satisfies Record<string, MailWords>;
