import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { occurrencesOf } from '../../gateway/modules/borrowing/recurrence.rules.ts';
import { groupLimits, recurrences } from '../../schema/loans.ts';

const zones = ['Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'Pacific/Noumea', 'America/Miquelon'] as const;
const at = (timeZone: string, local: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);
const localOf = (timeZone: string, instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
const span = (timeZone: string, from: string, until: string) => ({
  from: at(timeZone, from),
  until: at(timeZone, until),
});

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
const anyRule = fc.record({
  every: fc.constantFrom(...recurrences),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
  times: fc.integer({ min: 1, max: 60 }),
});

test('every time of a series keeps the hours of the first on the clock of the place, in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      anyDay,
      fc.integer({ min: 6, max: 20 }),
      fc.integer({ min: 1, max: 40 }),
      anyRule,
      (zone, day, hour, hours, rule) => {
        const begin = day.toPlainDateTime({ hour });
        const first = span(zone, begin.toString(), begin.add({ hours }).toString());
        const times = occurrencesOf(first, zone, rule);
        expect(times.length).toBeGreaterThan(0);
        expect(times.length).toBeLessThanOrEqual(Math.min(rule.times, groupLimits.occurrences));
        for (const [n, time] of times.entries()) {
          expect(localOf(zone, time.from).hour).toBe(hour);
          // An hour that the clocks skip that night comes as much later.
          const closing = localOf(zone, time.until).toPlainDate().toPlainDateTime(localOf(zone, first.until));
          expect(time.until).toEqual(at(zone, closing.toString()));
          expect(time.from < time.until).toBe(true);
          if (n > 0) expect(time.from > times[n - 1]!.from).toBe(true);
          expect(time.from >= first.from).toBe(true);
          if (rule.every !== 'month' && rule.weekdays.length > 0)
            expect(rule.weekdays).toContain(localOf(zone, time.from).dayOfWeek);
        }
      },
    ),
  );
});

test('over both nights on which Paris changes its clocks, Tuesday at nine stays at nine', () => {
  const autumn = occurrencesOf(span('Europe/Paris', '2026-10-20T09:00', '2026-10-20T11:00'), 'Europe/Paris', {
    every: 'week',
    weekdays: [],
    times: 3,
  });
  expect(autumn.map(({ from }) => from.toISOString())).toEqual([
    '2026-10-20T07:00:00.000Z',
    '2026-10-27T08:00:00.000Z',
    '2026-11-03T08:00:00.000Z',
  ]);
  const spring = occurrencesOf(span('Europe/Paris', '2027-03-23T09:00', '2027-03-23T11:00'), 'Europe/Paris', {
    every: 'week',
    weekdays: [],
    times: 2,
  });
  expect(spring.map(({ from }) => from.toISOString())).toEqual([
    '2027-03-23T08:00:00.000Z',
    '2027-03-30T07:00:00.000Z',
  ]);
});

test('overseas the clocks never change, so neither does the hour in the world', () => {
  for (const [zone, utc] of [
    ['America/Martinique', '13:00'],
    ['Indian/Reunion', '05:00'],
    ['Pacific/Noumea', '22:00'],
  ] as const) {
    const times = occurrencesOf(span(zone, '2026-10-06T09:00', '2026-10-06T11:00'), zone, {
      every: 'fortnight',
      weekdays: [],
      until: '2027-04-20',
    });
    expect(new Set(times.map(({ from }) => from.toISOString().slice(11, 16)))).toEqual(new Set([utc]));
  }
});

test('a time that a clock skips comes as much later and lasts as long; one that spans the night lasts by the clock', () => {
  const skipped = occurrencesOf(span('Europe/Paris', '2027-03-21T02:15', '2027-03-21T02:45'), 'Europe/Paris', {
    every: 'week',
    weekdays: [],
    times: 2,
  });
  const [, night] = skipped;
  expect(night!.until.getTime() - night!.from.getTime()).toBe(30 * 60_000);
  const [, over] = occurrencesOf(span('Europe/Paris', '2026-10-17T20:00', '2026-10-18T08:00'), 'Europe/Paris', {
    every: 'week',
    weekdays: [],
    times: 2,
  });
  expect((over!.until.getTime() - over!.from.getTime()) / 3_600_000).toBe(13);
});

test('a month repeats the same weekday of the same week; from the fifth on, the last of the month', () => {
  const days = (first: string, times: number) =>
    occurrencesOf(span('Europe/Paris', `${first}T09:00`, `${first}T10:00`), 'Europe/Paris', {
      every: 'month',
      weekdays: [],
      times,
    }).map(({ from }) => localOf('Europe/Paris', from).toPlainDate().toString());
  expect(days('2026-06-09', 4)).toEqual(['2026-06-09', '2026-07-14', '2026-08-11', '2026-09-08']);
  expect(days('2026-06-30', 4)).toEqual(['2026-06-30', '2026-07-28', '2026-08-25', '2026-09-29']);
});

test('a series ends on its last day, included, or after so many times, and never passes 52', () => {
  const first = span('Europe/Paris', '2026-06-01T09:00', '2026-06-01T10:00');
  const rule = { every: 'week' as const, weekdays: [1, 4] };
  const until = occurrencesOf(first, 'Europe/Paris', { ...rule, until: '2026-06-11' });
  expect(until.map(({ from }) => localOf('Europe/Paris', from).toPlainDate().toString())).toEqual([
    '2026-06-01',
    '2026-06-04',
    '2026-06-08',
    '2026-06-11',
  ]);
  expect(occurrencesOf(first, 'Europe/Paris', { ...rule, times: 3 })).toHaveLength(3);
  expect(occurrencesOf(first, 'Europe/Paris', rule)).toHaveLength(52);
  expect(occurrencesOf(first, 'Europe/Paris', { ...rule, until: '2026-05-01' })).toEqual([]);
});
