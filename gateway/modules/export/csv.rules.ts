import type { Locale } from '../../../schema/vocabulary.ts';

/** What a cell may hold. A text comes from people; a figure, an instant or a yes is ours. */
export type Value =
  string | number | boolean | null | undefined | { at: Date | null | undefined; timeZone: string } | { cents: number };

/** A spreadsheet of each language reads this separator, this decimal sign and these two words. */
const habits = {
  fr: { separator: ';', decimal: ',', yes: 'oui', no: 'non' },
  en: { separator: ',', decimal: '.', yes: 'yes', no: 'no' },
} as const satisfies Record<Locale, object>;

/** By this mark Excel knows that the file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * OWASP's rule against formulas in exported tables: a text that begins by = + - @ (or their wide twins), a tab, a line
 * break or a pipe, spaces and invisible signs before it aside, is preceded by an apostrophe, which spreadsheets read as
 * "this is a text". Every cell is quoted too, so that none can begin another.
 */
export const neutral = (text: string): string =>
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠–—−])/u.test(text) ? `'${text}` : text;

/** Two digits, and the order of Sweden, which is ISO's: spreadsheets of every language read it. */
const instant = (at: Date, timeZone: string): string =>
  at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

function textOf(value: Value, locale: Locale): string {
  const { decimal, yes, no } = habits[locale];
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', decimal) : '';
  if (typeof value === 'string') return neutral(value);
  if ('cents' in value) return (value.cents / 100).toFixed(2).replace('.', decimal);
  return value.at ? instant(value.at, value.timeZone) : '';
}

/** One line of a table, quoted cell by cell, with the line end of RFC 4180. */
export const csvLine = (values: readonly Value[], locale: Locale): string =>
  `${values.map((value) => `"${textOf(value, locale).replaceAll('"', '""')}"`).join(habits[locale].separator)}\r\n`;
