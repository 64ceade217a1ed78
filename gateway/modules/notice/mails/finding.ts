import type { MailParams, MailWords } from '../mails.ts';
import { said } from './words.ts';

const page = (id: MailParams[string] | undefined) => `/trouver/recherches/${encodeURIComponent(said(id))}`;
const one = (count: MailParams[string] | undefined) => Number(count) === 1;

/** Mails about searches that people keep. */
export const findingMails = {
  'finding.found': {
    fr: ({ id, name, count, machines }) => ({
      subject: one(count)
        ? `Une machine répond à «\u00A0${said(name)}\u00A0»`
        : `${said(count)} machines répondent à «\u00A0${said(name)}\u00A0»`,
      lines: [
        one(count)
          ? `Une machine qui n’y répondait pas répond maintenant à votre recherche «\u00A0${said(name)}\u00A0»\u00A0: ${said(machines)}.`
          : `${said(count)} machines qui n’y répondaient pas répondent maintenant à votre recherche «\u00A0${said(name)}\u00A0», dont\u00A0: ${said(machines)}.`,
        'Elle n’est pas réservée pour vous\u00A0: le premier qui la demande l’obtient.',
        'Pour ne plus être prévenu, arrêtez l’alerte sur la page de vos recherches.',
      ],
      button: { label: 'Voir la recherche', path: page(id) },
    }),
    en: ({ id, name, count, machines }) => ({
      subject: one(count) ? `A machine answers “${said(name)}”` : `${said(count)} machines answer “${said(name)}”`,
      lines: [
        one(count)
          ? `A machine that did not answers your search “${said(name)}” now: ${said(machines)}.`
          : `${said(count)} machines that did not answer your search “${said(name)}” now, among them: ${said(machines)}.`,
        'Nothing is held for you: who asks first has it.',
        'To hear no more of it, stop the alert on the page of your searches.',
      ],
      button: { label: 'See the search', path: page(id) },
    }),
  },
} as const satisfies Record<string, MailWords>;
