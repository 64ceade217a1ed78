import type { Locale } from '../../../../schema/vocabulary.ts';

const NBSP = '\u00a0';
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * Instants as mails say them, in the time zone of the workshop: `mer. 25 nov. à 13 h 30`, `Wed 25 Nov at 13:30`. `iso` is
 * what the outbox stored; anything else gives an empty text.
 */
export function datesOf(locale: Locale, timeZone: unknown) {
  const zone = typeof timeZone === 'string' && timeZone ? timeZone : 'Europe/Paris';
  const parts = (iso: unknown, options: Intl.DateTimeFormatOptions): Record<string, string> =>
    Object.fromEntries(
      new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options })
        .formatToParts(new Date(String(iso)))
        .map(({ type, value }) => [type, value]),
    );
  const readable = (iso: unknown) => typeof iso === 'string' && !Number.isNaN(Date.parse(iso));
  const day = (iso: unknown) => {
    const {
      weekday = '',
      day: nth = '',
      month = '',
    } = parts(iso, { weekday: 'short', day: 'numeric', month: 'short' });
    return [weekday, locale === 'fr' && nth === '1' ? '1er' : nth, month].join(' ');
  };
  const time = (iso: unknown) => {
    const { hour = '', minute = '' } = parts(iso, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    if (locale === 'en') return `${Number(hour)}:${minute.padStart(2, '0')}`;
    return `${Number(hour)}${NBSP}h${Number(minute) === 0 ? '' : `${NBSP}${minute.padStart(2, '0')}`}`;
  };
  const when = (iso: unknown) => (readable(iso) ? `${day(iso)} ${locale === 'fr' ? 'à' : 'at'} ${time(iso)}` : '');
  const until = locale === 'fr' ? 'au' : 'to';
  return {
    when,
    /** `mar. 24 nov. à 9 h au ven. 27 nov. à 17 h`; on one day, the day once. */
    period: (from: unknown, end: unknown): string => {
      if (!readable(from) || !readable(end)) return '';
      if (day(from) === day(end)) return `${day(from)}, ${time(from)} ${locale === 'fr' ? 'à' : 'to'} ${time(end)}`;
      return `${when(from)} ${until} ${when(end)}`;
    },
  };
}
