import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixed } from '$lib/finding/mixed.ts';

const way = fc
  .array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 })
  .map((all) => [...all].sort((a, b) => a - b).map((km) => ({ km })));

test('lists by distance are one list by distance, and lose nothing', () => {
  fc.assert(
    fc.property(fc.array(way, { maxLength: 4 }), (ways) => {
      const all = mixed(ways, true);
      expect(all.map(({ km }) => km)).toEqual(
        ways
          .flat()
          .map(({ km }) => km)
          .sort((a, b) => a - b),
      );
    }),
  );
});

test('without a place they take turns, and each keeps its order', () => {
  const far = { km: null };
  const [a, b, c, d] = [
    { ...far, n: 'a' },
    { ...far, n: 'b' },
    { ...far, n: 'c' },
    { ...far, n: 'd' },
  ];
  expect(mixed([[a, b, c], [d]], false)).toEqual([a, d, b, c]);
});
