import { de } from '../../platform/french.ts';
import type { LentKind } from '../../../schema/kinds.ts';
import type { Locale } from '../../../schema/vocabulary.ts';

const french = {
  mine: 'Mes échanges',
  busy: 'Occupé',
  maintenance: 'Entretien',
  external: 'Occupé (agenda de l’atelier)',
  production: 'Fabrication',
  training: 'Formation',
  loan: (machine: string, borrower: string) => `${machine}, prêt à ${borrower}`,
  borrowed: (machine: string, lender: string) => `${machine}, chez ${lender}`,
  asked: (title: string) => `À confirmer\u00A0: ${title}`,
  handOver: (machine: string, borrower: string) => `Remettre ${machine} à ${borrower}`,
  return: (machine: string, borrower: string) => `Retour de ${machine} par ${borrower}`,
  fetch: (machine: string) => `À prendre dans une heure\u00A0: ${machine}`,
  bring: (machine: string) => `À rendre dans une heure\u00A0: ${machine}`,
  soon: (title: string) => `Dans une demi-heure\u00A0: ${title}`,
  code: (code: string) => `Bon ${code}`,
  unit: (code: string) => `Exemplaire ${code}`,
};

const english: typeof french = {
  mine: 'My exchanges',
  busy: 'Busy',
  maintenance: 'Upkeep',
  external: 'Busy (the workshop’s own calendar)',
  production: 'Production',
  training: 'Training',
  loan: (machine, borrower) => `${machine}, lent to ${borrower}`,
  borrowed: (machine, lender) => `${machine}, from ${lender}`,
  asked: (title) => `To confirm: ${title}`,
  handOver: (machine, borrower) => `Hand over ${machine} to ${borrower}`,
  return: (machine, borrower) => `Return of ${machine} by ${borrower}`,
  fetch: (machine) => `To fetch in an hour: ${machine}`,
  bring: (machine) => `To return in an hour: ${machine}`,
  soon: (title) => `In half an hour: ${title}`,
  code: (code) => `Slip ${code}`,
  unit: (code) => `Unit ${code}`,
};

type Words = typeof french;

/** What feeds say, in the language of whoever reads them, by what is lent. */
export const feedWords: Record<Locale, Record<LentKind, Words>> = {
  fr: {
    equipment: french,
    trainer: {
      ...french,
      loan: (who, borrower) => `${who}, intervention chez ${borrower}`,
      borrowed: (who) => `Intervention ${de(who)}`,
      fetch: (who) => `Dans une heure\u00A0: intervention ${de(who)}`,
      code: (code) => `Fiche ${code}`,
    },
  },
  en: {
    equipment: english,
    trainer: {
      ...english,
      loan: (who, borrower) => `${who}, visit to ${borrower}`,
      borrowed: (who) => `Visit of ${who}`,
      fetch: (who) => `In an hour: visit of ${who}`,
      code: (code) => `Sheet ${code}`,
    },
  },
};
export type FeedWords = (typeof feedWords)[Locale];
