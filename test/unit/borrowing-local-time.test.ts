import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantIn } from '../../web/src/lib/borrowing/local-time.ts';

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea', 'America/Miquelon'];

test('a field is the instant of its local time, also on the nights when clocks change', () => {
  const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
  const near = fc.integer({ min: -600, max: 600 });
  const field = fc.oneof(
    minutes.map((n) => Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes: n })),
    near.map((n) => Temporal.PlainDateTime.from('2026-03-29T02:00').add({ minutes: n })),
    near.map((n) => Temporal.PlainDateTime.from('2026-10-25T02:00').add({ minutes: n })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), field, (zone, local) => {
      const expected = local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().epochMilliseconds;
      expect(instantIn(zone, local.toString({ smallestUnit: 'minute' }))).toBe(new Date(expected).toISOString());
    }),
  );
});

test('what is not a date and time is nothing', () => {
  for (const text of ['', null, undefined, '2026-11-25', 'demain', '2026-13-45T10:00'])
    expect(instantIn('Europe/Paris', text)).toBeUndefined();
});
