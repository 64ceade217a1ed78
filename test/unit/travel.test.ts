import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { travelOf } from '../../gateway/modules/borrowing/travel.rules.ts';
import { collide, type Taken } from '../../gateway/modules/calendar/travel.rules.ts';
import { type Point, travelMinutes } from '../../gateway/platform/geo.ts';
import { answersFor, levels, resolveSkill, skillIds, skills, taughtIn } from '../../schema/skills.ts';

const MINUTE = 60_000;
const points = fc.record({
  lat: fc.double({ min: 43, max: 50, noNaN: true }),
  lon: fc.double({ min: -2, max: 6, noNaN: true }),
});
/** A visit as the calendar keeps it: there, and the road from home and back. */
const visitTo = (home: Point, place: Point, from: number, minutes: number): Taken => {
  const stop = { place, from: new Date(from * MINUTE), until: new Date((from + minutes) * MINUTE) };
  const road = travelMinutes(home, place) * MINUTE;
  return { from: new Date(stop.from.getTime() - road), until: new Date(stop.until.getTime() + road), stop };
};
const times = fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 30, max: 600 }));

describe('the road', () => {
  test('is as long one way as the other, whole steps, and never shorter by a way round', () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        expect(travelMinutes(a, b)).toBe(travelMinutes(b, a));
        expect(travelMinutes(a, b) % 5).toBe(0);
        expect(travelMinutes(a, c)).toBeLessThanOrEqual(travelMinutes(a, b) + travelMinutes(b, c));
        expect(travelMinutes(a, a)).toBe(0);
      }),
    );
  });

  test('two visits that do not collide leave the time to go from one to the other', () => {
    fc.assert(
      fc.property(points, points, points, times, times, (home, here, there, [f, m], [g, n]) => {
        const [a, b] = [visitTo(home, here, f, m), visitTo(home, there, g, n)];
        const gap = f < g ? g - (f + m) : f - (g + n);
        expect(collide(a, b)).toBe(gap < travelMinutes(here, there));
        expect(collide(b, a)).toBe(collide(a, b));
      }),
    );
  });

  test('visits between which one could go home never collide, and an absence from home needs the whole road', () => {
    fc.assert(
      fc.property(points, points, points, times, times, (home, here, there, [f, m], [g, n]) => {
        const [a, b] = [visitTo(home, here, f, m), visitTo(home, there, g, n)];
        if (a.until <= b.from || b.until <= a.from) expect(collide(a, b)).toBe(false);
        const off = { from: a.from, until: new Date(a.from.getTime() + MINUTE) };
        expect(collide(a, off)).toBe(true);
      }),
    );
  });

  test('two visits for which one would set out at the same instant always collide: one slot of the calendar holds one', () => {
    fc.assert(
      fc.property(points, points, points, times, times, (home, here, there, [f, m], [, n]) => {
        const a = visitTo(home, here, f, m);
        const set = a.from.getTime() / MINUTE + travelMinutes(home, there);
        expect(collide(a, visitTo(home, there, set, n))).toBe(true);
      }),
    );
  });

  test('costs there and back, in whole cents', () => {
    fc.assert(
      fc.property(points, points, fc.integer({ min: 0, max: 500 }), (home, place, perKm) => {
        const { km, cents } = travelOf(home, { city: 'Tours', place }, perKm);
        expect(cents).toBe(2 * km * perKm);
      }),
    );
  });
});

describe('the list of skills', () => {
  test.each(skillIds)('%s is found by its id and both its names', (id) => {
    for (const name of [id, skills[id].fr, skills[id].en]) expect(resolveSkill(name)).toBe(id);
  });

  test('what somebody teaches reads back, and answers for every level below', () => {
    const taught = fc
      .subarray([...skillIds], { minLength: 1 })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(...levels).map((level) => ({ id, level })))));
    fc.assert(
      fc.property(taught, (rows) => {
        expect(taughtIn(rows.map(({ id, level }) => `${id}.${level}`).join(','))).toEqual(rows);
        expect(answersFor(rows)).toHaveLength(rows.reduce((sum, { level }) => sum + level, 0));
      }),
    );
    expect(taughtIn('laser.4')).toBeUndefined();
    expect(taughtIn('')).toBeUndefined();
  });
});
