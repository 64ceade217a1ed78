import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor } from '../../web/src/lib/i18n/format.ts';
import { pickLocale } from '../../web/src/lib/i18n/locale.ts';
import { suiteOf } from '../../web/src/lib/identity/suite.ts';

const fr = formatFor('fr');
const en = formatFor('en');
/** Wednesday 25 November 2026, 13:30 in Blois. */
const wednesday = new Date('2026-11-25T12:30:00Z');
const nine = new Date('2026-11-25T08:00:00Z');
const noon = new Date('2026-11-25T11:00:00Z');
const inYears = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

describe('dates and times, as the house writes them', () => {
  test('a long date has its weekday and its year', () => {
    expect(fr.longDate(wednesday)).toBe('mercredi 25 novembre 2026');
    expect(en.longDate(wednesday)).toBe('Wednesday 25 November 2026');
  });
  test('a short date has its year only when it is not this one', () => {
    expect(fr.shortDate(wednesday)).toBe('mer. 25 nov.');
    expect(en.shortDate(wednesday)).toBe('Wed 25 Nov');
    expect(fr.shortDate(wednesday, '2027-01-02T00:00:00Z')).toBe('mer. 25 nov. 2026');
  });
  test('the first of the month is 1er in French only', () => {
    expect(fr.shortDate('2026-12-01T10:00:00Z')).toBe('mar. 1er déc.');
    expect(en.shortDate('2026-12-01T10:00:00Z')).toBe('Tue 1 Dec');
  });
  test('an hour has its h and no idle zeros', () => {
    expect(fr.time(wednesday)).toBe('13\u00A0h\u00A030');
    expect(fr.time(nine)).toBe('9\u00A0h');
    expect(en.time(wednesday)).toBe('13:30');
    expect(en.time(nine)).toBe('9:00');
    expect(fr.time('2026-11-24T23:05:00Z')).toBe('0\u00A0h\u00A005');
  });
  test('a period names its day once, and both days when there are two', () => {
    expect(fr.period(nine, noon)).toBe('mer. 25 nov., 9\u00A0h à 12\u00A0h');
    expect(en.period(nine, noon)).toBe('Wed 25 Nov, 9:00 to 12:00');
    expect(fr.period(nine, '2026-11-27T16:00:00Z')).toBe('du mer. 25 nov., 9\u00A0h au ven. 27 nov., 17\u00A0h');
    expect(fr.period(nine, '2026-11-25T23:00:00Z')).toBe('mer. 25 nov., 9\u00A0h à 0\u00A0h');
  });
  test('close days have a name', () => {
    expect(fr.day(wednesday, nine)).toBe('aujourd’hui');
    expect(fr.day('2026-11-26T08:00:00Z', nine)).toBe('demain');
    expect(en.day('2026-11-24T08:00:00Z', nine)).toBe('yesterday');
    expect(fr.day('2026-11-28T08:00:00Z', nine)).toBe('sam. 28 nov.');
  });
  test('tomorrow is one day on over both changes of clocks', () => {
    expect(fr.dayAfter('2026-03-28T22:30:00Z', 1)).toBe('2026-03-29');
    expect(fr.dayAfter('2026-10-24T22:30:00Z', 1)).toBe('2026-10-26');
    expect(fr.day('2026-10-25T22:30:00Z', '2026-10-24T22:30:00Z')).toBe('aujourd’hui');
  });
  test('a workshop overseas has its own hour, and it is named', () => {
    const reunion = formatFor('fr', 'Indian/Reunion');
    expect(reunion.time(wednesday)).toBe('16\u00A0h\u00A030');
    expect(reunion.zoneNote(wednesday)).toMatch(/Réunion/);
    expect(fr.zoneNote(wednesday)).toBe('');
  });
  test('a field’s value is the day and hour that the sentence says, for any instant', () => {
    fc.assert(
      fc.property(inYears, (instant) => {
        const [day, hour] = fr.fieldDateTime(instant).split('T');
        expect(day).toBe(fr.isoDay(instant));
        expect(en.time(instant)).toBe(`${Number(hour!.slice(0, 2))}:${hour!.slice(3)}`);
      }),
    );
  });
  test('names and clocks are those of the language and of the zone, for any instant', () => {
    const zones = fc.constantFrom('Europe/Paris', 'UTC', 'Indian/Reunion', 'Pacific/Marquesas', 'America/Miquelon');
    const named = (tag: string, instant: Date, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(tag, options).formatToParts(instant).filter(({ type }) => type !== 'literal');
    const joined = (...given: Parameters<typeof named>) =>
      named(...given)
        .map(({ type, value }) => (given[0] === 'fr' && type === 'day' && value === '1' ? '1er' : value))
        .join(' ');
    fc.assert(
      fc.property(zones, fc.constantFrom('fr' as const, 'en' as const), inYears, (timeZone, locale, instant) => {
        const format = formatFor(locale, timeZone);
        const tag = locale === 'fr' ? 'fr' : 'en-GB';
        expect(format.longDate(instant)).toBe(joined(tag, instant, { timeZone, dateStyle: 'full' }));
        const short = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const;
        expect(format.shortDate(instant)).toBe(joined(tag, instant, short));
        const iso = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
        expect(format.fieldDateTime(instant).replace('T', ' ')).toBe(
          new Intl.DateTimeFormat('sv', iso).format(instant).slice(0, 16),
        );
      }),
    );
  });
});

describe('figures and measures', () => {
  test('any figure is grouped and rounded as its language does', () => {
    const typed = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1_000);
    const values = fc.oneof(typed, fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(values, fc.integer({ min: -1e9, max: 1e9 }), (value, cents) => {
        const intl = (tag: string, figure: number, options: Intl.NumberFormatOptions) =>
          new Intl.NumberFormat(tag, { ...options, signDisplay: 'negative' }).format(figure).replace('-', '−');
        expect(fr.number(value, 2)).toBe(intl('fr', value, { maximumFractionDigits: 2 }));
        expect(en.number(value)).toBe(intl('en-GB', value, { maximumFractionDigits: 1 }));
        const euros = { style: 'currency', currency: 'EUR' } as const;
        expect(fr.money(cents)).toBe(intl('fr', cents / 100, euros));
        expect(en.money(cents)).toBe(intl('en-GB', cents / 100, euros));
      }),
      {
        examples: [
          [-0.001, 0],
          [-0.04, -1],
        ],
      },
    );
  });
  test('what is listed is joined as its language does', () => {
    for (const items of [[], ['Blois'], ['Blois', 'Tours'], ['Blois', 'Tours', 'Orléans']]) {
      expect(fr.list(items)).toBe(new Intl.ListFormat('fr').format(items));
      expect(en.list(items)).toBe(new Intl.ListFormat('en-GB').format(items));
    }
  });
  test('numbers, money and shares', () => {
    expect(fr.number(1284.5)).toBe('1\u202F284,5');
    expect(en.number(1284.5)).toBe('1,284.5');
    expect(fr.number(-3)).toBe('−3');
    expect(fr.money(2700)).toBe('27,00\u00A0€');
    expect(fr.money(128_450)).toBe('1\u202F284,50\u00A0€');
    expect(en.money(2700)).toBe('€27.00');
    expect(fr.percent(0.66)).toBe('66\u202F%');
    expect(en.percent(0.66)).toBe('66%');
  });
  test('lengths, distances, durations and sizes of files', () => {
    expect(fr.size([914, 609])).toBe('914\u00A0×\u00A0609\u00A0mm');
    expect(fr.measure(3, 'mm')).toBe('3\u00A0mm');
    expect(fr.distance(63.4)).toBe('63\u00A0km');
    expect(fr.distance(4.26)).toBe('4,3\u00A0km');
    expect(fr.distance(0.42)).toBe('400\u00A0m');
    expect(fr.duration(90)).toBe('1\u00A0h\u00A030');
    expect(fr.duration(4320)).toBe('3\u00A0jours');
    expect(en.bytes(12_000_000)).toBe('12\u00A0MB');
  });
});

describe('the language and the way back', () => {
  test('the choice wins, then the browser’s best known language, then French', () => {
    expect(pickLocale('en', 'fr')).toBe('en');
    expect(pickLocale(undefined, 'de-DE, en;q=0.8, fr;q=0.5')).toBe('en');
    expect(pickLocale('xx', 'en;q=0.1, fr-FR')).toBe('fr');
    expect(pickLocale(undefined, null)).toBe('fr');
  });
  test('after signing in one stays on this site, whatever was asked for', () => {
    expect(suiteOf('/equipements/x?du=1#a')).toBe('/equipements/x?du=1#a');
    for (const wish of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:1', '/\t/evil.test', '', null])
      expect(suiteOf(wish)).toBe('/');
    fc.assert(
      fc.property(fc.string(), (wish) => {
        expect(new URL(suiteOf(wish), 'http://here.test').host).toBe('here.test');
      }),
    );
  });
});
