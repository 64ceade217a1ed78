import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, distanceKm, isInside, isPoint, looksSwapped, territoryOf } from '../../gateway/platform/geo.ts';
import { fromStored, toStored } from '../../gateway/platform/point.ts';

const brest = { lat: 48.3904, lon: -4.4861 };
const saintDenis = { lat: -20.8823, lon: 55.4504 };
const blois = { lat: 47.5943, lon: 1.3291 };
const orleans = { lat: 47.9029, lon: 1.9039 };
const anyPoint = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('a degree of the equator is 111.2 km, a pole 10,007.6 km away, and Blois 55 km from Orléans', () => {
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111.195, 2);
  expect(distanceKm({ lat: 0, lon: 12 }, { lat: 90, lon: 0 })).toBeCloseTo(10_007.557, 2);
  expect(distanceKm({ lat: 5, lon: 179.5 }, { lat: 5, lon: -179.5 })).toBeLessThan(112);
  expect(distanceKm(blois, orleans)).toBeCloseTo(55, 0);
});

test('a distance is the same both ways, never negative, and at most half the way round', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      const km = distanceKm(a, b);
      expect(km).toBeGreaterThanOrEqual(0);
      expect(km).toBeLessThanOrEqual(20_016);
      expect(distanceKm(b, a)).toBeCloseTo(km, 6);
      expect(distanceKm(a, a)).toBe(0);
    }),
  );
});

test('a detour is never shorter', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
    }),
  );
});

test('a stored point has its longitude first and comes back the same', () => {
  expect(toStored(brest).coordinates).toEqual([-4.4861, 48.3904]);
  expect(toStored(saintDenis).coordinates).toEqual([55.4504, -20.8823]);
  fc.assert(
    fc.property(anyPoint, (point) => {
      expect(fromStored(toStored(point))).toEqual(point);
    }),
  );
});

test('latitude and longitude exchanged are noticed in Brest and in La Réunion', () => {
  for (const { lat, lon } of [brest, saintDenis, blois, orleans]) {
    expect(looksSwapped({ lat, lon })).toBe(false);
    expect(looksSwapped({ lat: lon, lon: lat })).toBe(true);
  }
  expect(territoryOf(brest)).toBe('metro');
  expect(territoryOf(saintDenis)).toBe('974');
  expect(territoryOf({ lat: 41.39, lon: 2.17 })).toBe('metro');
  expect(territoryOf({ lat: 40.4, lon: -3.7 })).toBeUndefined();
});

test('no point of France is inside France once swapped', () => {
  fc.assert(
    fc.property(anyPoint, ({ lat, lon }) => {
      if (territoryOf({ lat, lon })) expect(territoryOf({ lat: lon, lon: lat })).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('numbers off the globe are no point', () => {
  expect(isPoint({ lat: 91, lon: 0 })).toBe(false);
  expect(isPoint({ lat: 0, lon: 180.01 })).toBe(false);
  expect(isPoint({ lat: Number.NaN, lon: 0 })).toBe(false);
  expect(isPoint({ lat: 0, lon: Number.POSITIVE_INFINITY })).toBe(false);
});

test('a box holds every point that it was made of', () => {
  expect(boxAround([])).toBeUndefined();
  fc.assert(
    fc.property(fc.array(anyPoint, { minLength: 1 }), (points) => {
      const box = boxAround(points);
      expect(box && points.every((point) => isInside(point, box))).toBe(true);
    }),
  );
});
