import fc from 'fast-check';
import { expect, test } from 'vitest';
import { least } from '../../gateway/platform/least.ts';

test('the least of a list are the first of it sorted, equals in their order', () => {
  const pairs = fc.array(fc.record({ key: fc.nat(9), name: fc.string({ maxLength: 3 }) }));
  const most = fc.oneof(fc.nat(20), fc.constant(Infinity));
  fc.assert(
    fc.property(pairs, most, (items, count) => {
      const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(least(items, count, byKey)).toEqual([...items].sort(byKey).slice(0, count));
    }),
  );
});
