import type { MailParams, MailWords } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

const path = ({ workshop }: MailParams) => `/ateliers/${encodeURIComponent(said(workshop))}/agendas`;

/** Mails about the calendars that a workshop keeps elsewhere. */
export const agendaMails = {
  'agenda.collision': {
    fr: (params) => ({
      subject: `L’agenda ${said(params.name)} croise un prêt`,
      lines: [
        `L’agenda ${said(params.name)} prend ${said(params.machine)} (${said(params.unit)}), ${datesOf('fr', params.zone).period(params.from, params.until)}. Ce temps est déjà réservé.`,
        ...(Number(params.others) > 0 ? [`Autres croisements\u00A0: ${said(params.others)}.`] : []),
        'La réservation reste. Le reste du temps de l’agenda est bloqué.',
      ],
      button: { label: 'Voir les agendas', path: path(params) },
    }),
    en: (params) => ({
      subject: `The calendar ${said(params.name)} meets a loan`,
      lines: [
        `The calendar ${said(params.name)} takes ${said(params.machine)} (${said(params.unit)}), ${datesOf('en', params.zone).period(params.from, params.until)}. That time is booked already.`,
        ...(Number(params.others) > 0 ? [`Others: ${said(params.others)}.`] : []),
        'The booking stays. The rest of the calendar’s time is blocked.',
      ],
      button: { label: 'See the calendars', path: path(params) },
    }),
  },
  'agenda.unreadable': {
    fr: (params) => ({
      subject: `L’agenda ${said(params.name)} ne se lit plus`,
      lines: [
        `La dernière lecture de l’agenda ${said(params.name)} a échoué. Le temps déjà bloqué le reste.`,
        'Une nouvelle lecture a lieu toutes les deux heures.',
      ],
      button: { label: 'Voir les agendas', path: path(params) },
    }),
    en: (params) => ({
      subject: `The calendar ${said(params.name)} can no longer be read`,
      lines: [
        `The last reading of the calendar ${said(params.name)} failed. The time that it blocked stays blocked.`,
        'It is tried again every two hours.',
      ],
      button: { label: 'See the calendars', path: path(params) },
    }),
  },
} as const satisfies Record<string, MailWords>;
