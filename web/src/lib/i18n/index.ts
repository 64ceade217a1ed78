import { getContext, setContext } from 'svelte';
import { formatFor, type Format } from './format.ts';
import type { Messages } from './fr.ts';
import type { Locale } from './locale.ts';
import { messagesFor } from './sections.ts';

export type { Format } from './format.ts';
export type { Messages } from './fr.ts';
export type { Locale } from './locale.ts';

/** The words of one language, for the browser those that the page at `path` reads; the other is never sent to it. */
export async function loadMessages(locale: Locale, path = '/'): Promise<Messages> {
  if (!import.meta.env.SSR) return messagesFor(locale, path);
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./fr.ts')).fr;
}

export type I18n = {
  locale: Locale;
  /** The words: `t.shell.nav.find`, `t.common.count(3)`. */
  t: Messages;
  /** Dates and figures in the time zone of the place concerned (mainland France unless said). */
  format: Format;
  /** The same, for a workshop elsewhere. */
  formatIn: (timeZone: string) => Format;
};

const place = Symbol('i18n');

/** Called once, by the root layout: the words belong to the request, never to the module. */
export function setI18n(locale: Locale, t: Messages): I18n {
  return setContext(place, {
    locale,
    t,
    format: formatFor(locale),
    formatIn: (timeZone: string) => formatFor(locale, timeZone),
  });
}

export const useI18n = (): I18n => getContext<I18n>(place);
