import type { Messages } from './fr.ts';
import type { Locale } from './locale.ts';

/** Words that only some pages read, with the first folder of their addresses: the others do not load them. */
export const sections = {
  desk: ['bureau'],
  intake: ['reseau'],
  notices: ['notifications', 'desabonnement'],
  privacy: ['compte'],
  production: ['demandes', 'offres', 'bureau'],
} as const satisfies Partial<Record<keyof Messages, readonly string[]>>;

type Section = keyof typeof sections;
type Sections = { [Name in Section]: () => Promise<Pick<Messages, Name>> };

const everywhere: Record<Locale, () => Promise<Omit<Messages, Section>>> = {
  fr: () => import('./fr/everywhere.ts'),
  en: () => import('./en/everywhere.ts'),
};
const inSection: Record<Locale, Sections> = {
  fr: {
    desk: () => import('./fr/desk.ts'),
    intake: () => import('./fr/intake.ts'),
    notices: () => import('./fr/notices.ts'),
    privacy: () => import('./fr/privacy.ts'),
    production: () => import('./fr/production.ts'),
  },
  en: {
    desk: () => import('./en/desk.ts'),
    intake: () => import('./en/intake.ts'),
    notices: () => import('./en/notices.ts'),
    privacy: () => import('./en/privacy.ts'),
    production: () => import('./en/production.ts'),
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
