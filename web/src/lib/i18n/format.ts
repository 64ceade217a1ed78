import type { Locale } from './locale.ts';

const narrow = '\u202F';
const hard = '\u00A0';
export const defaultZone = 'Europe/Paris';

type Instant = Date | string;
type Parts = Record<string, string>;

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const date = (instant: Instant): Date => (instant instanceof Date ? instant : new Date(instant));

/** `Intl` puts U+202F before a unit; the house puts U+00A0, and keeps U+202F for thousands and `%`. */
const units = (figure: string): string => figure.replace(/\u202F(?=[^\d%])/g, hard);

const words = {
  fr: { to: 'à', from: 'du', until: 'au', today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier', at: ', ' },
  en: { to: 'to', from: '', until: 'to', today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday', at: ', ' },
} as const;

/** Making one costs a hundred times what using it does. */
const once = <Tool>(make: (tag: string, options: object) => Tool) => {
  const made = new Map<string, Tool>();
  return (tag: string, options: object): Tool => {
    const key = tag + JSON.stringify(options);
    let tool = made.get(key);
    if (!tool) made.set(key, (tool = make(tag, options)));
    return tool;
  };
};
const figures = once((tag, options) => new Intl.NumberFormat(tag, options));
const dates = once((tag, options) => new Intl.DateTimeFormat(tag, options));

function make(locale: Locale, timeZone: string) {
  const tag = tags[locale];
  const fr = locale === 'fr';
  const say = words[locale];
  /** Small whole figures read the same in both languages, and are most of those on a page: no tool is made for them. */
  const number = (value: number, maximumFractionDigits = 1): string =>
    (Number.isInteger(value) && Math.abs(value) < 1_000
      ? String(value)
      : figures(tag, { maximumFractionDigits }).format(value)
    ).replace('-', '−');
  const partsOf = (instant: Instant, options: Intl.DateTimeFormatOptions): Parts =>
    Object.fromEntries(
      dates(tag, { timeZone, ...options })
        .formatToParts(date(instant))
        .map(({ type, value }) => [type, value]),
    );
  const joined = ({ weekday, day = '', month, year }: Parts): string =>
    [weekday, fr && day === '1' ? '1er' : day, month, year].filter(Boolean).join(' ');

  /** 2026-11-25, in this zone: for `<time datetime>`, date fields and comparisons. */
  const isoDay = (instant: Instant): string => {
    const { year, month, day } = partsOf(instant, { year: 'numeric', month: '2-digit', day: '2-digit' });
    return `${year}-${month}-${day}`;
  };
  /** mercredi 25 novembre 2026 */
  const longDate = (instant: Instant): string =>
    joined(partsOf(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
  /** mer. 25 nov.; with the year when it is not `today`'s. */
  const shortDate = (instant: Instant, today?: Instant): string => {
    const sameYear = today === undefined || isoDay(today).slice(0, 4) === isoDay(instant).slice(0, 4);
    return joined(
      partsOf(instant, { weekday: 'short', day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }),
    );
  };
  /** 13 h 30, 9 h; 13:30, 9:00 */
  const time = (instant: Instant): string => {
    const { hour = '', minute = '' } = partsOf(instant, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    if (!fr) return `${Number(hour)}:${minute.padStart(2, '0')}`;
    return `${Number(hour)}${hard}h${Number(minute) === 0 ? '' : `${hard}${minute.padStart(2, '0')}`}`;
  };
  const dateTime = (instant: Instant, today?: Instant): string =>
    `${shortDate(instant, today)}${say.at}${time(instant)}`;
  /** The calendar day `days` after the day of `today`, without ever adding 24 hours over a change of clocks. */
  const dayAfter = (today: Instant, days: number): string => {
    const noon = new Date(`${isoDay(today)}T12:00:00Z`);
    noon.setUTCDate(noon.getUTCDate() + days);
    return noon.toISOString().slice(0, 10);
  };
  /** aujourd’hui, demain, hier; else the short date. */
  const day = (instant: Instant, today: Instant): string => {
    const named = {
      [dayAfter(today, 0)]: say.today,
      [dayAfter(today, 1)]: say.tomorrow,
      [dayAfter(today, -1)]: say.yesterday,
    };
    return named[isoDay(instant)] ?? shortDate(instant, today);
  };
  /** mer. 25 nov., 9 h à 12 h; over several days: du mer. 25 nov., 9 h au ven. 27 nov., 17 h. `until` is not included. */
  const period = (from: Instant, until: Instant, today?: Instant): string => {
    if (
      isoDay(from) ===
      isoDay(date(until).getTime() > date(from).getTime() ? new Date(date(until).getTime() - 1) : until)
    ) {
      return `${shortDate(from, today)}${say.at}${time(from)} ${say.to} ${time(until)}`;
    }
    const ends = [dateTime(from, today), dateTime(until, today)];
    return fr ? `${say.from} ${ends[0]} ${say.until} ${ends[1]}` : `${ends[0]} ${say.until} ${ends[1]}`;
  };
  /** 1 h 30, 3 h, 45 min; from two days on, in days. */
  const duration = (minutes: number): string => {
    if (minutes >= 2 * 1440 && minutes % 1440 === 0) return `${number(minutes / 1440)}${hard}${fr ? 'jours' : 'days'}`;
    const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
    if (hours === 0) return `${rest}${hard}min`;
    return `${hours}${hard}h${rest === 0 ? '' : `${hard}${String(rest).padStart(2, '0')}`}`;
  };

  return {
    locale,
    timeZone,
    isoDay,
    dayAfter,
    longDate,
    shortDate,
    time,
    dateTime,
    day,
    period,
    duration,
    number,
    /** 25 novembre: for titles. */
    dayMonth: (instant: Instant): string => joined(partsOf(instant, { day: 'numeric', month: 'long' })),
    /** novembre 2026 */
    month: (instant: Instant): string => joined(partsOf(instant, { month: 'long', year: 'numeric' })),
    weekday: (instant: Instant, style: 'long' | 'short' = 'long'): string =>
      partsOf(instant, { weekday: style }).weekday ?? '',
    /** 2026-11-25T13:30 in this zone: the value of a datetime-local field. */
    fieldDateTime: (instant: Instant): string => {
      const { hour = '', minute = '' } = partsOf(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      return `${isoDay(instant)}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
    },
    /** 27,00 €; €27.00 */
    money: (cents: number): string =>
      units(figures(tag, { style: 'currency', currency: 'EUR' }).format(cents / 100)).replace('-', '−'),
    /** A ratio (0 to 1) as 66 %. */
    percent: (ratio: number): string =>
      figures(tag, { style: 'percent', maximumFractionDigits: 0 })
        .format(ratio)
        .replace(/\s%/, `${narrow}%`)
        .replace('-', '−'),
    /** 18 km; one decimal under 10 km, metres under 1 km. */
    distance: (km: number): string =>
      km < 0.95 ? `${number(Math.round(km * 20) * 50, 0)}${hard}m` : `${number(km, km < 10 ? 1 : 0)}${hard}km`,
    /** 914 × 609 mm: one block, never broken over two lines. */
    size: (lengths: readonly number[], unit = 'mm'): string =>
      `${lengths.map((length) => number(length)).join(`${hard}×${hard}`)}${hard}${unit}`,
    /** 3 mm, 40 W */
    measure: (value: number, unit: string): string => `${number(value, 2)}${hard}${unit}`,
    /** 12 Mo; 12 MB */
    bytes: (count: number): string => {
      const [value, unit] = count < 1e6 ? [count / 1e3, fr ? 'ko' : 'kB'] : [count / 1e6, fr ? 'Mo' : 'MB'];
      return `${number(value, value < 10 ? 1 : 0)}${hard}${unit}`;
    },
    /** Blois, Tours et Orléans */
    list: (items: readonly string[]): string => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    /** The zone’s name when it is not mainland France’s: heure de La Réunion. */
    zoneNote: (instant: Instant): string =>
      timeZone === defaultZone ? '' : (partsOf(instant, { timeZoneName: 'longGeneric' }).timeZoneName ?? timeZone),
  };
}

export type Format = ReturnType<typeof make>;

const made = new Map<string, Format>();

/** Dates, figures and measures as the house writes them, in one language and one time zone. Stateless, so shared. */
export function formatFor(locale: Locale, timeZone: string = defaultZone): Format {
  const key = `${locale} ${timeZone}`;
  const format = made.get(key) ?? make(locale, timeZone);
  made.set(key, format);
  return format;
}
