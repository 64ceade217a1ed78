import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Call, routeOf } from '../../gateway/modules/borrowing/route.rules.ts';
import { distanceKm } from '../../gateway/platform/geo.ts';

const day = Date.parse('2026-11-24T07:00:00Z');
const minute = 60_000;
const anyPlace = fc.record({
  lat: fc.double({ min: 47, max: 49, noNaN: true }),
  lon: fc.double({ min: 0, max: 3, noNaN: true }),
});
const anyCalls = fc
  .array(
    fc.record({
      place: anyPlace,
      ready: fc.integer({ min: 0, max: 600 }),
      open: fc.option(fc.integer({ min: 0, max: 600 })),
    }),
    {
      maxLength: 12,
    },
  )
  .map((rows) =>
    rows.map(({ place, ready, open }, n): Call => ({
      id: String(n),
      place,
      at: new Date(day + ready * minute),
      ...(open !== null && { closes: new Date(day + (ready + open) * minute) }),
    })),
  );

test('a tour passes once everywhere, never before a thing is ready, never back in time, and says where it is late', () => {
  fc.assert(
    fc.property(anyCalls, (calls) => {
      const legs = routeOf(calls);
      expect(legs.map(({ id }) => id).sort()).toEqual(calls.map(({ id }) => id).sort());
      for (const [n, leg] of legs.entries()) {
        const call = calls.find(({ id }) => id === leg.id)!;
        expect(leg.arrive >= call.at).toBe(true);
        expect(leg.late).toBe(call.closes !== undefined && leg.arrive > call.closes);
        if (n === 0) continue;
        expect(leg.arrive >= legs[n - 1]!.arrive).toBe(true);
        const before = calls.find(({ id }) => id === legs[n - 1]!.id)!;
        expect(leg.km).toBeCloseTo(distanceKm(before.place, call.place), 6);
      }
    }),
  );
});

test('the order in which things were put in changes nothing', () => {
  fc.assert(
    fc.property(anyCalls, (calls) => {
      expect(routeOf([...calls].reverse())).toEqual(routeOf(calls));
    }),
  );
});

test('of places that are all ready and never shut, each next one is the nearest that is left', () => {
  fc.assert(
    fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 10 }), (places) => {
      const calls = places.map((place, n) => ({ id: String(n), place, at: new Date(day) }));
      const tour = routeOf(calls).map(({ id }) => calls.find((call) => call.id === id)!);
      tour.slice(1).forEach((call, n) => {
        const left = tour.slice(n + 1).map(({ place }) => distanceKm(tour[n]!.place, place));
        expect(distanceKm(tour[n]!.place, call.place)).toBeCloseTo(Math.min(...left), 9);
      });
    }),
  );
});

const blois = { lat: 47.594, lon: 1.329 };
const tours = { lat: 47.394, lon: 0.688 };
const orleans = { lat: 47.902, lon: 1.909 };
const at = (id: string, place: Call['place'], ready: string, closes?: string): Call => ({
  id,
  place,
  at: new Date(`2026-11-24T${ready}:00Z`),
  ...(closes && { closes: new Date(`2026-11-24T${closes}:00Z`) }),
});
const order = (...calls: Call[]) => routeOf(calls).map(({ id }) => id);

test('what is ready in the morning is fetched before what is ready in the afternoon, however near', () => {
  expect(order(at('soir', blois, '16:00'), at('matin', blois, '08:00'), at('loin', tours, '09:00'))).toEqual([
    'matin',
    'loin',
    'soir',
  ]);
});

test('a place that would shut meanwhile goes before a nearer one', () => {
  expect(
    order(
      at('a', blois, '09:00', '09:30'),
      at('près', tours, '09:00', '18:00'),
      at('ferme', orleans, '09:00', '11:30'),
    ),
  ).toEqual(['a', 'ferme', 'près']);
});
