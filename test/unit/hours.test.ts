import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addOpenTime, freePeriods, openMinutesBetween, openPeriods } from '../../gateway/platform/hours.ts';
import type { Closure, WeeklyHours } from '../../gateway/platform/hours.ts';

const zones = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Cayenne',
  'Pacific/Noumea',
  'America/Martinique',
  'Pacific/Tahiti',
  'America/Miquelon',
  'Pacific/Wallis',
];
const zone = fc.constantFrom(...zones);
/** Instants over 2026 and 2027, with the four nights on which the clocks of Paris change and Miquelon's made likelier. */
const changes = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2027-03-28T01:00Z',
  '2027-10-31T01:00Z',
  '2026-03-08T06:00Z',
  '2026-11-01T05:00Z',
].map((text) => Date.parse(text));
const minuteMs = 60_000;
const instant = fc
  .oneof(
    fc.integer({ min: Date.parse('2026-01-01') / minuteMs, max: Date.parse('2027-12-01') / minuteMs }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2_000, max: 2_000 }))
      .map(([change, minutes]) => change / minuteMs + minutes),
  )
  .map((minute) => new Date(minute * minuteMs));
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const span = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), fc.integer({ min: 0, max: 1_380 }), fc.integer({ min: 15, max: 600 }))
  .map(([day, from, length]) => ({ day: day as 1, from: clock(from), to: clock(Math.min(1_440, from + length)) }));
const hours = fc.array(span, { minLength: 1, maxLength: 8 });
const closures = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 20 })).map(([start, length]): Closure => {
    const from = new Temporal.PlainDate(2026, 1, 1).add({ days: start });
    return { from: from.toString(), to: from.add({ days: length }).toString() };
  }),
  { maxLength: 3 },
);

const paris = 'Europe/Paris';
const every = (from: string, to: string): WeeklyHours =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from, to }));
const utc = (list: readonly { from: Date; until: Date }[]): string[] =>
  list.map((one) => `${one.from.toISOString().slice(0, 16)}/${one.until.toISOString().slice(0, 16)}`);
const period = (from: string, until: string) => ({ from: new Date(from), until: new Date(until) });

describe('opening hours', () => {
  test('nine to five stays nine to five on the wall on both sides of a clock change', () => {
    expect(
      utc(openPeriods(every('09:00', '17:00'), [], paris, period('2026-03-28T00:00Z', '2026-03-30T00:00Z'))),
    ).toEqual(['2026-03-28T08:00/2026-03-28T16:00', '2026-03-29T07:00/2026-03-29T15:00']);
    expect(
      utc(openPeriods(every('09:00', '17:00'), [], paris, period('2026-10-24T00:00Z', '2026-10-26T00:00Z'))),
    ).toEqual(['2026-10-24T07:00/2026-10-24T15:00', '2026-10-25T08:00/2026-10-25T16:00']);
  });

  test('a night shift is an hour shorter in March and an hour longer in October', () => {
    const night = every('00:00', '06:00');
    expect(openMinutesBetween(night, [], paris, period('2026-03-28T22:00Z', '2026-03-29T12:00Z'))).toBe(300);
    expect(openMinutesBetween(night, [], paris, period('2026-10-24T20:00Z', '2026-10-25T12:00Z'))).toBe(420);
    expect(
      utc(openPeriods(every('02:00', '03:30'), [], paris, period('2027-03-27T22:00Z', '2027-03-28T12:00Z'))),
    ).toEqual(['2027-03-28T01:00/2027-03-28T01:30']);
  });

  test('always open is every minute of the year, in every zone', () => {
    for (const timeZone of zones)
      expect(openMinutesBetween(every('00:00', '24:00'), [], timeZone, period('2026-01-01', '2027-01-01'))).toBe(
        365 * 1_440,
      );
  });

  test('a closure takes both its dates, in local time', () => {
    const shut: Closure[] = [{ from: '2026-12-24', to: '2026-12-25' }];
    const open = openPeriods(
      every('10:00', '12:00'),
      shut,
      'Pacific/Noumea',
      period('2026-12-22T13:00Z', '2026-12-26T13:00Z'),
    );
    expect(utc(open)).toEqual(['2026-12-22T23:00/2026-12-23T01:00', '2026-12-25T23:00/2026-12-26T01:00']);
  });

  test('eight open hours asked on a Friday at four end on Monday, past a shut weekend', () => {
    const week: WeeklyHours = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));
    expect(addOpenTime(week, [], paris, new Date('2026-11-20T15:00Z'), 480)).toEqual(new Date('2026-11-23T14:00Z'));
  });

  test('a place that never opens gives no instant', () => {
    expect(addOpenTime([], [], paris, new Date('2026-11-20'), 1)).toBeUndefined();
    expect(
      addOpenTime(
        every('09:00', '17:00'),
        [{ from: '2026-01-01', to: '2028-01-01' }],
        paris,
        new Date('2026-11-20'),
        1,
      ),
    ).toBeUndefined();
    expect(addOpenTime([], [], paris, new Date('2026-11-20'), 0)).toEqual(new Date('2026-11-20'));
  });

  test('the open time up to addOpenTime is the time that was added, and it ends in open time', () => {
    fc.assert(
      fc.property(
        hours,
        closures,
        zone,
        instant,
        fc.integer({ min: 1, max: 4_000 }),
        (week, shut, timeZone, from, minutes) => {
          const until = addOpenTime(week, shut, timeZone, from, minutes);
          fc.pre(until !== undefined);
          expect(openMinutesBetween(week, shut, timeZone, { from, until: until })).toBe(minutes);
          const minuteBefore = { from: new Date(until.getTime() - minuteMs), until: until };
          expect(openMinutesBetween(week, shut, timeZone, minuteBefore)).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a later start or more time never ends earlier', () => {
    fc.assert(
      fc.property(
        hours,
        zone,
        instant,
        fc.nat(3_000),
        fc.nat(2_000),
        fc.nat(2_000),
        (week, timeZone, from, later, minutes, more) => {
          const base = addOpenTime(week, [], timeZone, from, minutes)!;
          expect(
            addOpenTime(week, [], timeZone, new Date(from.getTime() + later * minuteMs), minutes)!.getTime(),
          ).toBeGreaterThanOrEqual(base.getTime());
          expect(addOpenTime(week, [], timeZone, from, minutes + more)!.getTime()).toBeGreaterThanOrEqual(
            base.getTime(),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('open time adds up over a cut, and the wall clock agrees with the hours written', () => {
    fc.assert(
      fc.property(hours, closures, zone, instant, fc.nat(6_000), fc.nat(6_000), (week, shut, timeZone, from, a, b) => {
        const cut = new Date(from.getTime() + a * minuteMs);
        const until = new Date(cut.getTime() + b * minuteMs);
        const total = openMinutesBetween(week, shut, timeZone, { from, until });
        expect(
          openMinutesBetween(week, shut, timeZone, { from, until: cut }) +
            openMinutesBetween(week, shut, timeZone, { from: cut, until }),
        ).toBe(total);
        for (const open of openPeriods(week, shut, timeZone, { from, until })) {
          const local = Temporal.Instant.fromEpochMilliseconds(open.from.getTime()).toZonedDateTimeISO(timeZone);
          expect(week.some((row) => row.day === local.dayOfWeek)).toBe(true);
          expect(
            shut.some((one) => one.from <= local.toPlainDate().toString() && local.toPlainDate().toString() <= one.to),
          ).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('what is free is open and not taken', () => {
    const taken = [period('2026-11-23T09:00Z', '2026-11-23T10:00Z')];
    expect(
      utc(freePeriods(every('09:00', '12:00'), [], paris, period('2026-11-23T00:00Z', '2026-11-24T00:00Z'), taken)),
    ).toEqual(['2026-11-23T08:00/2026-11-23T09:00', '2026-11-23T10:00/2026-11-23T11:00']);
  });
});
