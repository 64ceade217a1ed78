import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BusyRequest, busyTimes } from '../../gateway/modules/agenda/ics.rules.ts';
import { icsOf } from '../support/calendars.ts';

const DAY = 86_400_000;
const year = (from: string, days = 365) => ({ from: Date.parse(from), until: Date.parse(from) + days * DAY });
const read = (text: string, more: Partial<BusyRequest> = {}) =>
  busyTimes({ text, timeZone: 'Europe/Paris', ...year('2026-10-01T00:00:00Z'), most: 1_000, ...more });
const stretches = (text: string, more: Partial<BusyRequest> = {}) =>
  read(text, more).busy.map(
    ({ from, until }) => `${new Date(from).toISOString().slice(0, 16)}/${(until - from) / 3_600_000}`,
  );

const samples = '../shared/corpora/ics/samples';
/** Each sample within the year from July 2012, noon on its eve included, when most of them take place: times taken, or why there are none. */
const verdicts: Record<string, string> = {
  'Atikokan.ics': 'noEvents',
  'Denver.ics': 'noEvents',
  'Los_Angeles.ics': 'noEvents',
  'New_York.ics': 'noEvents',
  'RDATE_test.ics': 'noEvents',
  'RDATE_utc_test.ics': 'noEvents',
  'RRULE_UNTIL_test.ics': 'noEvents',
  'blank_description.ics': '1 from 2012-06-30T13:00',
  'blank_line_end.ics': 'noEvents',
  'blank_line_mid.ics': 'noEvents',
  'daily_recur.ics': '333 from 2012-08-01T12:00',
  'day_long_recur_yearly.ics': '0, free 236',
  'duration_instead_of_dtend.ics': '1 from 2012-06-30T13:00',
  'forced_types.ics': '0, free 1',
  'google_birthday.ics': '2 from 2012-12-09T23:00, past 2',
  'minimal.ics': '1 from 2012-06-30T13:00',
  'multiple_rrules.ics': '8 from 2012-07-01T18:00',
  'only_dtstart_date.ics': '1 from 2012-06-29T22:00',
  'only_dtstart_time.ics': '0, instant 1',
  'parserv2.ics': '209 from 2012-09-11T17:30',
  'rdate_exdate.ics': '0, past 1',
  'recur_instances.ics': '9 from 2012-10-02T22:00',
  'recur_instances_finite.ics': '5 from 2012-10-02T17:00',
  'timezone_from_file.ics': '0, past 1',
  'utc_negative_zero.ics': '1 from 2012-08-21T21:00',
};

describe.skipIf(!existsSync(samples))('every sample of the corpus is read, or refused with a reason', () => {
  test('the table names them all', () => expect(Object.keys(verdicts).sort()).toEqual(readdirSync(samples).sort()));
  test.each(Object.entries(verdicts))('%s: %s', (name, verdict) => {
    const text = readFileSync(`${samples}/${name}`, 'utf8');
    const { unreadable, busy, skipped } = read(text, year('2012-06-30T12:00:00Z'));
    const first = busy[0] ? ` from ${new Date(busy[0].from).toISOString().slice(0, 16)}` : '';
    const left = Object.entries(skipped).map(([reason, count]) => `, ${reason} ${count}`);
    expect(unreadable ?? `${busy.length}${first}${left.join('')}`).toBe(verdict);
  });
});

describe('times of a file', () => {
  test('a weekly course keeps its local hour on both nights when clocks change', () => {
    const course = icsOf([
      {
        start: ';TZID=Europe/Paris:20261017T190000',
        end: ';TZID=Europe/Paris:20261017T210000',
        more: ['RRULE:FREQ=WEEKLY;COUNT=3'],
      },
    ]);
    expect(stretches(course)).toEqual(['2026-10-17T17:00/2', '2026-10-24T17:00/2', '2026-10-31T18:00/2']);
    const spring = course.replaceAll('20261017', '20270320');
    expect(stretches(spring)).toEqual(['2027-03-20T18:00/2', '2027-03-27T18:00/2', '2027-04-03T17:00/2']);
  });

  test('a day, and a time without a zone, are those of the workshop', () => {
    const day = icsOf([{ start: ';VALUE=DATE:20261025', end: ';VALUE=DATE:20261026' }]);
    expect(stretches(day)).toEqual(['2026-10-24T22:00/25']);
    const floating = icsOf([{ start: ':20261124T090000', end: ':20261124T100000' }]);
    expect(stretches(floating, { timeZone: 'Indian/Reunion' })).toEqual(['2026-11-24T05:00/1']);
    expect(stretches(day, { timeZone: 'Pacific/Noumea' })).toEqual(['2026-10-24T13:00/24']);
  });

  test('EXDATE takes an occurrence out, RDATE adds one, a change moves one', () => {
    const uid = 'serie@ailleurs.example';
    const text = icsOf([
      {
        uid,
        start: ':20261201T090000Z',
        end: ':20261201T100000Z',
        more: ['RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20261202T090000Z', 'RDATE:20261210T090000Z'],
      },
      { uid, start: ':20261220T150000Z', end: ':20261220T170000Z', more: ['RECURRENCE-ID:20261203T090000Z'] },
    ]);
    expect(stretches(text)).toEqual([
      '2026-12-01T09:00/1',
      '2026-12-04T09:00/1',
      '2026-12-10T09:00/1',
      '2026-12-20T15:00/2',
    ]);
  });

  test('what is free or cancelled takes no time, nor does what came from here', () => {
    const { busy, skipped } = read(
      icsOf([
        { uid: 'a', more: ['TRANSP:TRANSPARENT'] },
        { uid: 'b', more: ['STATUS:CANCELLED'] },
        { uid: 'loan-1@maillage' },
        { uid: 'd', end: ':20270112T090000Z' },
      ]),
    );
    expect([busy, skipped]).toEqual([[], { free: 1, cancelled: 1, own: 1, instant: 1 }]);
  });

  test('an endless repetition ends at the year, or at its limit', () => {
    const daily = icsOf([{ start: ':20200101T090000Z', end: ':20200101T100000Z', more: ['RRULE:FREQ=DAILY'] }]);
    expect(read(daily).busy).toHaveLength(365);
    const secondly = read(daily.replace('DAILY', 'MINUTELY'));
    expect(secondly.cut).toBe(true);
    expect(secondly.busy.length).toBeLessThanOrEqual(1_000);
  });

  test.each([
    ['', 'empty'],
    ['<html>Sign in</html>', 'notCalendar'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR', 'broken'],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'noEvents'],
  ])('%j is %s', (text, reason) => expect(read(text).unreadable).toBe(reason));

  test('no text, however spoilt, throws or takes a negative time', () => {
    const whole = icsOf([{ more: ['RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE:20270119T090000Z'] }]);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 8 }), (at, length, junk) => {
        const { busy } = read(whole.slice(0, at) + junk + whole.slice(at + (length % 20)));
        for (const { from, until } of busy) expect(from).toBeLessThan(until);
      }),
      { numRuns: 300 },
    );
  });
});
