import type { MailWords } from '../mails.ts';

const text = (value: unknown) => String(value ?? '');
const quote = (note: unknown, before: string, open: string, close: string) =>
  text(note) ? [`${before}${open}${text(note)}${close}`] : [];
const page = (code: unknown) => `/reseau/${encodeURIComponent(text(code))}`;
const french = (note: unknown) => quote(note, 'Message\u00A0: ', '«\u00A0', '\u00A0»');
const english = (note: unknown) => quote(note, 'Message: ', '“', '”');

/** Mails about memberships. Both sides receive the same words: what happened, to whom, what comes next. */
export const networkMails = {
  'network.asked': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} demande à rejoindre ${text(network)}`,
      lines: [
        `L’atelier ${text(workshop)} demande à rejoindre ${text(network)}.`,
        ...french(note),
        'La tête de réseau ou la coordination admet ou refuse depuis la page du réseau.',
      ],
      button: { label: 'Voir la demande', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} asks to join ${text(network)}`,
      lines: [
        `The workshop ${text(workshop)} asks to join ${text(network)}.`,
        ...english(note),
        'The network’s head or coordination admits or refuses on the network’s page.',
      ],
      button: { label: 'See the request', path: page(code) },
    }),
  },
  'network.admitted': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} rejoint ${text(network)}`,
      lines: [
        `L’atelier ${text(workshop)} est admis dans ${text(network)}.`,
        ...french(note),
        'Les machines prêtées aux adhérents lui sont ouvertes.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} joins ${text(network)}`,
      lines: [
        `The workshop ${text(workshop)} is admitted to ${text(network)}.`,
        ...english(note),
        'Machines lent to members are open to it.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
  'network.refused': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} n’est pas admis dans ${text(network)}`,
      lines: [
        `La demande de ${text(workshop)} à ${text(network)} est refusée.`,
        ...french(note),
        'L’atelier peut demander à nouveau.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} is not admitted to ${text(network)}`,
      lines: [
        `The request of ${text(workshop)} to ${text(network)} is refused.`,
        ...english(note),
        'The workshop may ask again.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
  'network.left': {
    fr: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} quitte ${text(network)}`,
      lines: [
        `L’atelier ${text(workshop)} n’est plus adhérent de ${text(network)}.`,
        ...french(note),
        'Les prêts en cours vont à leur terme.',
      ],
      button: { label: 'Voir le réseau', path: page(code) },
    }),
    en: ({ workshop, network, code, note }) => ({
      subject: `${text(workshop)} leaves ${text(network)}`,
      lines: [
        `The workshop ${text(workshop)} is no longer a member of ${text(network)}.`,
        ...english(note),
        'Loans under way run to their end.',
      ],
      button: { label: 'See the network', path: page(code) },
    }),
  },
} as const satisfies Record<string, MailWords>;
