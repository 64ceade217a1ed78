import type { MailParams, MailWords } from '../mails.ts';
import { said } from './words.ts';

type Figure = MailParams[string] | undefined;
const quote = (note: Figure, before: string, open: string, close: string) =>
  said(note) ? [`${before}${open}${said(note)}${close}`] : [];
const page = (code: Figure) => `/reseau/${encodeURIComponent(said(code))}`;
const french = (note: Figure) => quote(note, 'Message\u00A0: ', '«\u00A0', '\u00A0»');
const english = (note: Figure) => quote(note, 'Message: ', '“', '”');

/** Mails about memberships. Both sides receive the same words: what happened, to whom, what comes next. */
export const networkMails = {
  'network.asked': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} demande à rejoindre ${said(network)}`,
      lines: [
        `L’atelier ${said(workshop)} demande à rejoindre ${said(network)}.`,
        ...french(note),
        'La tête de réseau ou la coordination admet ou refuse depuis la page du réseau.',
      ],
      button: { label: 'Voir la demande', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} asks to join ${said(network)}`,
      lines: [
        `The workshop ${said(workshop)} asks to join ${said(network)}.`,
        ...english(note),
        'The network’s head or coordination admits or refuses on the network’s page.',
      ],
      button: { label: 'See the request', path: page(code) },
    }),
  },
  'network.admitted': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} rejoint ${said(network)}`,
      lines: [
        `L’atelier ${said(workshop)} est admis dans ${said(network)}.`,
        ...french(note),
        'Les machines prêtées aux adhérents lui sont ouvertes.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} joins ${said(network)}`,
      lines: [
        `The workshop ${said(workshop)} is admitted to ${said(network)}.`,
        ...english(note),
        'Machines lent to members are open to it.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
  'network.refused': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} n’est pas admis dans ${said(network)}`,
      lines: [
        `La demande de ${said(workshop)} à ${said(network)} est refusée.`,
        ...french(note),
        'L’atelier peut demander à nouveau.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} is not admitted to ${said(network)}`,
      lines: [
        `The request of ${said(workshop)} to ${said(network)} is refused.`,
        ...english(note),
        'The workshop may ask again.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
  'network.left': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} quitte ${said(network)}`,
      lines: [
        `L’atelier ${said(workshop)} n’est plus adhérent de ${said(network)}.`,
        ...french(note),
        'Les prêts en cours vont à leur terme.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${said(workshop)} leaves ${said(network)}`,
      lines: [
        `The workshop ${said(workshop)} is no longer a member of ${said(network)}.`,
        ...english(note),
        'Loans under way run to their end.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
} as const satisfies Record<string, MailWords>;
