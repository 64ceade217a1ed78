import type { LentKind } from './kinds.ts';
import type { Locale } from './vocabulary.ts';

/** The words of what is printed: the page and the PDF say the same. */
const french = {
  slip: 'Bon de prêt',
  sheet: 'Fiche de remise',
  opens: 'Ouvre ce prêt',
  lender: 'Prêteur',
  borrower: 'Emprunteur',
  person: 'Répond de la machine',
  machine: 'Équipement',
  unit: 'Exemplaire',
  from: 'Début',
  until: 'Fin',
  use: 'Usage',
  road: 'Route',
  uses: { on_site: 'Sur place', take_away: 'Emporté' },
  zone: 'Heures de',
  price: 'Prix',
  free: 'Gratuit',
  deposit: 'Dépôt de garantie',
  none: 'Aucun',
  conditions: 'Conditions du prêt',
  note: 'Demande',
  checklist: 'Ce qui part et revient avec',
  noChecklist: 'Pas de liste pour cet équipement.',
  out: 'Au départ',
  back: 'Au retour',
  ticked: 'Coché',
  blank: 'À cocher',
  condition: 'État au départ',
  conditionBack: 'État au retour',
  damage: 'Dommage',
  accepted: 'L’emprunteur accepte les conditions et rend l’équipement dans l’état reçu.',
  signLenderOut: 'Au départ, pour le prêteur\u00A0: nom, date, signature',
  signBorrowerOut: 'Au départ, pour l’emprunteur\u00A0: nom, date, signature',
  signLenderBack: 'Au retour, pour le prêteur\u00A0: nom, date, signature',
  signBorrowerBack: 'Au retour, pour l’emprunteur\u00A0: nom, date, signature',
  labels: 'Étiquettes',
};

const english: typeof french = {
  slip: 'Loan slip',
  sheet: 'Hand-over sheet',
  opens: 'Opens this loan',
  lender: 'Lender',
  borrower: 'Borrower',
  person: 'Answers for the machine',
  machine: 'Equipment',
  unit: 'Unit',
  from: 'Start',
  until: 'End',
  use: 'Use',
  road: 'Road',
  uses: { on_site: 'On site', take_away: 'Taken away' },
  zone: 'Times of',
  price: 'Price',
  free: 'Free',
  deposit: 'Deposit',
  none: 'None',
  conditions: 'Conditions of the loan',
  note: 'Request',
  checklist: 'What goes out and comes back with it',
  noChecklist: 'No list for this equipment.',
  out: 'Out',
  back: 'Back',
  ticked: 'Ticked',
  blank: 'To be ticked',
  condition: 'Condition at hand-over',
  conditionBack: 'Condition at return',
  damage: 'Damage',
  accepted: 'The borrower accepts the conditions and returns the equipment as received.',
  signLenderOut: 'At hand-over, for the lender: name, date, signature',
  signBorrowerOut: 'At hand-over, for the borrower: name, date, signature',
  signLenderBack: 'At return, for the lender: name, date, signature',
  signBorrowerBack: 'At return, for the borrower: name, date, signature',
  labels: 'Labels',
};

/** The words of a visit where they are not those of a loan. */
const frenchVisit: typeof french = {
  ...french,
  slip: 'Fiche d’intervention',
  opens: 'Ouvre cette intervention',
  lender: 'Part de',
  borrower: 'Accueille',
  person: 'A demandé',
  machine: 'Intervient',
  conditions: 'Conditions de l’intervention',
  checklist: 'Présence',
  condition: 'Ce qui a été fait',
  accepted: 'Qui accueille accepte les conditions, et prévient si l’intervention ne peut pas avoir lieu.',
  signLenderOut: 'Qui intervient\u00A0: nom, date, signature',
  signBorrowerOut: 'Qui accueille\u00A0: nom, date, signature',
};

const englishVisit: typeof french = {
  ...english,
  slip: 'Visit sheet',
  opens: 'Opens this visit',
  lender: 'Sets out from',
  borrower: 'Hosts',
  person: 'Asked by',
  machine: 'Comes',
  conditions: 'Terms of the visit',
  checklist: 'Attendance',
  condition: 'What was done',
  accepted: 'The host accepts the terms, and tells who comes if the visit cannot take place.',
  signLenderOut: 'Who comes: name, date, signature',
  signBorrowerOut: 'Who hosts: name, date, signature',
};

export type PaperWords = typeof french;

/** The words on paper, by what is lent. */
export const paper: Record<Locale, Record<LentKind, PaperWords>> = {
  fr: { equipment: french, trainer: frenchVisit },
  en: { equipment: english, trainer: englishVisit },
};

const slipFacts = [
  'lender',
  'borrower',
  'machine',
  'unit',
  'from',
  'until',
  'use',
  'road',
  'person',
  'price',
  'deposit',
] as const;
export type SlipFact = (typeof slipFacts)[number];

/** What a slip shows, by what is lent; and whether the state is written down when it leaves and when it returns. */
export const slips: Record<LentKind, { facts: readonly SlipFact[]; checked: boolean }> = {
  equipment: { facts: slipFacts.filter((fact) => fact !== 'road'), checked: true },
  trainer: { facts: ['machine', 'lender', 'borrower', 'person', 'from', 'until', 'road', 'price'], checked: false },
};
