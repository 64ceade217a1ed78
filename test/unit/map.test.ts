import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standApart } from '../../web/src/lib/map/places.ts';
import { areaOf, boundsOf, byTerritory, circleBounds, firstView, type Pin } from '../../web/src/lib/map/view.ts';
import { territories, territoryNames } from '../../schema/territories.ts';
import { distanceKm } from '../../gateway/platform/geo.ts';

const pin = (id: string, lat: number, lon: number): Pin => ({ id, label: id, name: id, lat, lon });
const blois = pin('A', 47.59, 1.33);
const brest = pin('B', 48.39, -4.49);
const reunion = pin('C', -20.9, 55.5);
const spot = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) });

test('a map with pins overseas opens on the mainland, and says what lies elsewhere', () => {
  expect(territoryNames[0]).toBe('metro');
  expect(byTerritory([reunion, blois, brest]).map(({ territory }) => territory)).toEqual(['metro', '974']);
  expect(firstView([reunion, blois, brest])).toEqual(boundsOf([blois, brest]));
  expect(firstView([reunion])).toEqual(boundsOf([reunion]));
  expect(firstView([])).toEqual(territories.metro);
});

test('a search from La Réunion opens on La Réunion', () => {
  expect(firstView([blois, reunion], { lat: -21.3, lon: 55.5 })).toEqual(
    boundsOf([reunion, { lat: -21.3, lon: 55.5 }]),
  );
});

test('a circle is seen whole, and searching its view again reaches as far', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -25, max: 52, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true }),
      fc.integer({ min: 5, max: 300 }),
      (lat, lon, km) => {
        const bounds = circleBounds({ lat, lon }, km);
        expect(distanceKm({ lat, lon }, { lat: bounds.north, lon })).toBeCloseTo(km, -1);
        expect(distanceKm({ lat, lon }, { lat, lon: bounds.east })).toBeGreaterThan(km * 0.98);
        expect(Math.abs(areaOf(bounds).radiusKm - km)).toBeLessThanOrEqual(1 + km * 0.01);
      },
    ),
  );
});

test('flags never hide each other, whatever stands where', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 40 }), (feet) => {
      const stands = standApart(
        feet,
        feet.map(() => 'Vendôme'),
      );
      const flags = stands.flatMap(({ flag }, index) => {
        const foot = feet[index];
        return flag && foot ? [{ x: foot.x + flag.x, y: foot.y + flag.y }] : [];
      });
      for (const [index, a] of flags.entries())
        for (const b of flags.slice(index + 1))
          expect(Math.abs(a.x - b.x) >= 31 || Math.abs(a.y - b.y) >= 29).toBe(true);
    }),
  );
});

test('the first pin stands on its place, and a lone pin keeps its name', () => {
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1 }), (feet) => {
      expect(standApart(feet, [])[0]?.flag).toEqual({ x: 0, y: 0 });
    }),
  );
  expect(standApart([{ x: 50, y: 50 }], ['Blois'])).toEqual([{ flag: { x: 0, y: 0 }, named: true }]);
});

test('two pins of one town stand apart on stakes', () => {
  const [first, second] = standApart(
    [
      { x: 90, y: 90 },
      { x: 90, y: 90 },
    ],
    ['Tours', 'Tours'],
  );
  expect(first).toEqual({ flag: { x: 0, y: 0 }, named: true });
  expect(second?.flag).toEqual({ x: 0, y: -32 });
  expect(second?.named).toBe(false);
});
