import type { Locale } from '../../schema/vocabulary.ts';

const NBSP = '\u00A0';
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const usualZone = 'Europe/Paris';

/** Dates in full and money, as paper has them: it may be read in another year. */
export function paperFormat(locale: Locale, timeZone: string, around: Date) {
  const tag = tags[locale];
  const partsOf = (instant: Date, options: Intl.DateTimeFormatOptions): Record<string, string> =>
    Object.fromEntries(
      new Intl.DateTimeFormat(tag, { timeZone, ...options })
        .formatToParts(instant)
        .map(({ type, value }) => [type, value]),
    );
  const day = (instant: Date) => {
    const parts = partsOf(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const nth = locale === 'fr' && parts.day === '1' ? '1er' : parts.day;
    return `${parts.weekday} ${nth} ${parts.month} ${parts.year}`;
  };
  const time = (instant: Date) => {
    const { hour = '', minute = '' } = partsOf(instant, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    if (locale === 'en') return `${Number(hour)}:${minute.padStart(2, '0')}`;
    return `${Number(hour)}${NBSP}h${Number(minute) === 0 ? '' : `${NBSP}${minute.padStart(2, '0')}`}`;
  };
  return {
    day,
    when: (instant: Date) => `${day(instant)}, ${time(instant)}`,
    money: (cents: number) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    zone: timeZone === usualZone ? '' : (partsOf(around, { timeZoneName: 'longGeneric' }).timeZoneName ?? timeZone),
  };
}
