import type { Locale } from './locale.ts';

const narrow = '\u202F';
const hard = '\u00A0';
export const defaultZone = 'Europe/Paris';

type Instant = Date | string;

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const date = (instant: Instant): Date => (instant instanceof Date ? instant : new Date(instant));

const words = {
  fr: {
    to: 'à',
    from: 'du',
    until: 'au',
    today: 'aujourd’hui',
    tomorrow: 'demain',
    yesterday: 'hier',
    at: ', ',
    and: 'et',
    days: {
      long: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
      short: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
    },
    months: {
      long: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
      short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    },
  },
  en: {
    to: 'to',
    from: '',
    until: 'to',
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    at: ', ',
    and: 'and',
    days: {
      long: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
      short: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    },
    months: {
      long: 'January February March April May June July August September October November December'.split(' '),
      short: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' '),
    },
  },
} as const;

/** One in the morning UTC on the last Sunday of a month: when the clocks of the Union change. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

/**
 * A date whose UTC fields are what the clock on the wall shows in a zone. `Intl` is asked for its figures alone, and for
 * mainland France not even for those: its first use and its names were half of what waking a page with a calendar cost.
 * That the rule written here is still the zone's is a test.
 */
function wallIn(timeZone: string): (instant: Instant) => Date {
  if (timeZone === 'UTC') return date;
  if (timeZone === defaultZone)
    return (instant) => {
      const at = date(instant);
      const year = at.getUTCFullYear();
      const isSummer = lastSunday(year, 2) <= at.getTime() && at.getTime() < lastSunday(year, 9);
      return new Date(at.getTime() + (isSummer ? 2 : 1) * 3_600_000);
    };
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    const read: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(date(instant))) read[type] = Number(value);
    return new Date(Date.UTC(read.year!, read.month! - 1, read.day, read.hour, read.minute));
  };
}

function make(locale: Locale, timeZone: string) {
  const fr = locale === 'fr';
  const say = words[locale];
  const wall = wallIn(timeZone);
  /** `least` decimals at least, `most` at most; 1.005, a hair less as the machine keeps it, is still rounded up. */
  const figure = (value: number, most: number, least = 0): string => {
    const [whole = '', decimals = ''] = (Math.abs(value) * (1 + Number.EPSILON)).toFixed(most).split('.');
    const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
    return whole.replace(/\B(?=(\d{3})+$)/g, fr ? narrow : ',') + (kept && (fr ? ',' : '.') + kept);
  };
  /** What rounds to nothing has no sign. */
  const signed = (value: number, said: string): string => (value < 0 && /[1-9]/.test(said) ? '−' : '') + said;
  const number = (value: number, maximumFractionDigits = 1): string =>
    signed(value, figure(value, maximumFractionDigits));
  const dayOf = (there: Date): string => (fr && there.getUTCDate() === 1 ? '1er' : String(there.getUTCDate()));
  const monthOf = (there: Date, style: 'long' | 'short' = 'long'): string => say.months[style][there.getUTCMonth()]!;
  const weekdayOf = (there: Date, style: 'long' | 'short'): string => say.days[style][there.getUTCDay()]!;

  /** 2026-11-25, in this zone: for `<time datetime>`, date fields and comparisons. */
  const isoDay = (instant: Instant): string => wall(instant).toISOString().slice(0, 10);
  /** mercredi 25 novembre 2026 */
  const longDate = (instant: Instant): string => {
    const there = wall(instant);
    return `${weekdayOf(there, 'long')} ${dayOf(there)} ${monthOf(there)} ${there.getUTCFullYear()}`;
  };
  /** mer. 25 nov.; with the year when it is not `today`'s. */
  const shortDate = (instant: Instant, today?: Instant): string => {
    const there = wall(instant);
    const year = there.getUTCFullYear();
    const text = `${weekdayOf(there, 'short')} ${dayOf(there)} ${monthOf(there, 'short')}`;
    return today === undefined || wall(today).getUTCFullYear() === year ? text : `${text} ${year}`;
  };
  /** 13 h 30, 9 h; 13:30, 9:00 */
  const time = (instant: Instant): string => {
    const there = wall(instant);
    const minute = String(there.getUTCMinutes()).padStart(2, '0');
    if (!fr) return `${there.getUTCHours()}:${minute}`;
    return `${there.getUTCHours()}${hard}h${minute === '00' ? '' : `${hard}${minute}`}`;
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
    dayMonth: (instant: Instant): string => `${dayOf(wall(instant))} ${monthOf(wall(instant))}`,
    /** novembre 2026 */
    month: (instant: Instant): string => `${monthOf(wall(instant))} ${wall(instant).getUTCFullYear()}`,
    weekday: (instant: Instant, style: 'long' | 'short' = 'long'): string => weekdayOf(wall(instant), style),
    /** 2026-11-25T13:30 in this zone: the value of a datetime-local field. */
    fieldDateTime: (instant: Instant): string => wall(instant).toISOString().slice(0, 16),
    /** 27,00 €; €27.00 */
    money: (cents: number): string =>
      signed(cents, fr ? `${figure(cents / 100, 2, 2)}${hard}€` : `€${figure(cents / 100, 2, 2)}`),
    /** A ratio (0 to 1) as 66 %. */
    percent: (ratio: number): string => `${number(ratio * 100, 0)}${fr ? narrow : ''}%`,
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
    list: (items: readonly string[]): string =>
      [items.slice(0, -1).join(', '), items.at(-1)].filter(Boolean).join(` ${say.and} `),
    /** The zone’s name when it is not mainland France’s: heure de La Réunion. */
    zoneNote: (instant: Instant): string =>
      timeZone === defaultZone
        ? ''
        : (new Intl.DateTimeFormat(tags[locale], { timeZone, timeZoneName: 'longGeneric' })
            .formatToParts(date(instant))
            .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone),
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
