import type { Messages } from './fr.ts';
import type { Locale } from './locale.ts';

/** Words that only some pages read, with the first folder of their addresses: the others do not load them. */
export const sections = {
  balance: ['ateliers'],
  desk: ['bureau'],
  files: ['demandes', 'offres', 'ateliers', 'equipements', 'echanges', 'matieres'],
  finding: [
    'trouver',
    'ateliers',
    'reseau',
    'compte',
    'partager',
    'matieres',
    'formations',
    'achats-groupes',
    'postes',
    'formateurs',
  ],
  identity: ['connexion', 'mot-de-passe', 'compte', 'aide', 'inscription', 'verifier', 'candidatures'],
  intake: ['reseau'],
  jobs: ['postes', 'candidatures'],
  material: ['besoins', 'matieres', 'achats-groupes', 'ateliers', 'reseau'],
  network: ['reseau', 'compte', 'invitations'],
  notices: ['notifications', 'desabonnement'],
  offering: ['matieres', 'formations', 'achats-groupes', 'postes', 'parts', 'bureau'],
  privacy: ['compte'],
  production: ['demandes', 'offres'],
  sharing: [
    '',
    'matieres',
    'formations',
    'achats-groupes',
    'postes',
    'candidatures',
    'partager',
    'parts',
    'echanges',
    'ateliers',
    'besoins',
    'panier',
    'bureau',
    'trouver',
    'formateurs',
  ],
  training: ['bureau', 'formations', 'formations-a-prevoir', 'parts'],
  trainers: ['formateurs'],
  visiting: ['panier', 'bureau', 'echanges', 'formateurs', 'series'],
  workshop: ['ateliers', 'formateurs'],
  borrowing: ['panier', 'bureau', 'echanges', 'equipements', 'notifications', 'series'],
  catalogue: ['', 'trouver', 'ateliers', 'equipements'],
} as const satisfies Partial<Record<keyof Messages, readonly string[]>>;

type Section = keyof typeof sections;
type Sections = { [Name in Section]: () => Promise<Pick<Messages, Name>> };

const everywhere: Record<Locale, () => Promise<Omit<Messages, Section>>> = {
  fr: () => import('./fr/everywhere.ts'),
  en: () => import('./en/everywhere.ts'),
};
const inSection: Record<Locale, Sections> = {
  fr: {
    balance: () => import('./fr/balance.ts'),
    desk: () => import('./fr/desk.ts'),
    files: () => import('./fr/files.ts'),
    finding: () => import('./fr/finding.ts'),
    identity: () => import('./fr/identity.ts'),
    intake: () => import('./fr/intake.ts'),
    jobs: () => import('./fr/jobs.ts'),
    material: () => import('./fr/material.ts'),
    network: () => import('./fr/network.ts'),
    notices: () => import('./fr/notices.ts'),
    offering: () => import('./fr/offering.ts'),
    privacy: () => import('./fr/privacy.ts'),
    production: () => import('./fr/production.ts'),
    sharing: () => import('./fr/sharing.ts'),
    training: () => import('./fr/training.ts'),
    catalogue: () => import('./fr/catalogue.ts'),
    borrowing: () => import('./fr/borrowing.ts'),
    trainers: () => import('./fr/trainers.ts'),
    visiting: () => import('./fr/visiting.ts'),
    workshop: () => import('./fr/workshop.ts'),
  },
  en: {
    balance: () => import('./en/balance.ts'),
    desk: () => import('./en/desk.ts'),
    files: () => import('./en/files.ts'),
    finding: () => import('./en/finding.ts'),
    identity: () => import('./en/identity.ts'),
    intake: () => import('./en/intake.ts'),
    jobs: () => import('./en/jobs.ts'),
    material: () => import('./en/material.ts'),
    network: () => import('./en/network.ts'),
    notices: () => import('./en/notices.ts'),
    offering: () => import('./en/offering.ts'),
    privacy: () => import('./en/privacy.ts'),
    production: () => import('./en/production.ts'),
    sharing: () => import('./en/sharing.ts'),
    training: () => import('./en/training.ts'),
    catalogue: () => import('./en/catalogue.ts'),
    borrowing: () => import('./en/borrowing.ts'),
    trainers: () => import('./en/trainers.ts'),
    visiting: () => import('./en/visiting.ts'),
    workshop: () => import('./en/workshop.ts'),
  },
};

const loaded: Partial<Record<Locale, Partial<Messages>>> = {};

/**
 * The words that the page at `path` reads, for the browser: one object that grows as pages are opened, so it is typed as whole.
 */
export async function messagesFor(locale: Locale, path: string): Promise<Messages> {
  const folder = path.split('/')[1] ?? '';
  const wanted = (Object.keys(sections) as Section[]).filter((name) =>
    (sections[name] as readonly string[]).includes(folder),
  );
  const parts = await Promise.all([everywhere[locale](), ...wanted.map((name) => inSection[locale][name]())]);
  return Object.assign((loaded[locale] ??= {}), ...parts) as Messages;
}
