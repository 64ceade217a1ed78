/** The demonstration network: invented people, workshops and machines in real towns of the Centre-Val de Loire. */

/** One password for every demonstration account; the start prints it. */
export const demonstrationPassword = 'bleu de travail 2026';

export const network = {
  code: 'CVL',
  name: 'Réseau des ateliers du Centre-Val de Loire',
  description:
    'Dix ateliers mettent en commun leurs machines, leurs compétences et leur temps. Réseau de démonstration : personnes, machines et échanges sont inventés.',
  departements: ['18', '28', '36', '37', '41', '45'],
};

/** Persons who hold no role in a workshop. */
export const people = {
  head: 'Hélène Marchand',
  coordinator: 'Tom Leroy',
  firm: 'Ana Ferrandon',
  admin: 'Maya Chevalier',
};

export const firm = { name: 'Cycles Ferrandon', town: '41100', siret: '73282932000074' };
