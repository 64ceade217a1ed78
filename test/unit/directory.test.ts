import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chosen, pageAt, sieved } from '../../gateway/modules/workshop/directory.sieve.ts';
import { type Facet, facets, tableOf } from '../../gateway/modules/workshop/directory.table.ts';
import type { Listed } from '../../gateway/modules/workshop/workshop.entity.ts';
import { bitsOf, countInBoth, countOf, inAll, inAny, placesIn } from '../../gateway/platform/bits.ts';
import { isOpenAt, type WeeklyHours } from '../../gateway/platform/hours.ts';

const size = 100;
const set = fc.uniqueArray(fc.nat({ max: size - 1 }));
const sorted = (places: Iterable<number>) => [...places].sort((a, b) => a - b);

describe('bits hold sets of places', () => {
  test('what one puts in comes out, in order, in pages too', () => {
    fc.assert(
      fc.property(set, fc.nat({ max: 120 }), fc.nat({ max: 120 }), (places, skip, most) => {
        const bits = bitsOf(size, places);
        expect(countOf(bits)).toBe(places.length);
        expect(placesIn(bits)).toEqual(sorted(places));
        expect(placesIn(bits, skip, most)).toEqual(sorted(places).slice(skip, skip + most));
      }),
    );
  });

  test('what all hold, what any holds, and how many both hold', () => {
    fc.assert(
      fc.property(set, set, set, (...sets) => {
        const [one, other, third] = sets;
        const bits = sets.map((places) => bitsOf(size, places));
        const both = one.filter((place) => other.includes(place));
        expect(placesIn(inAll(bits))).toEqual(sorted(both.filter((place) => third.includes(place))));
        expect(placesIn(inAny(size, bits))).toEqual(sorted(new Set(sets.flat())));
        expect(countInBoth(bits[0]!, bits[1]!)).toBe(both.length);
      }),
    );
  });
});

const some = (values: readonly string[]) => fc.subarray([...values]);
const time = fc.constantFrom('08:00', '08:01', '12:00', '24:00');
const spans = fc.array(
  fc.record({ day: fc.constantFrom(1, 2, 7), from: time, to: time }).filter(({ from, to }) => from < to),
  { maxLength: 3 },
);
const row = fc.record(
  {
    processes: some(['laser', 'fff', 'cnc']),
    materials: some(['wood', 'steel']),
    departement: fc.constantFrom('41', '37', '974'),
    archetype: fc.constantFrom('fablab' as const, 'training' as const),
    networkIds: some(['n1', 'n2']),
    timeZone: fc.constantFrom('Europe/Paris', 'Indian/Reunion'),
    openingHours: spans,
    closures: fc.constantFrom<Listed['closures'][]>([], [{ from: '2026-11-23', to: '2026-11-24', reason: 'Travaux' }]),
  },
  { requiredKeys: ['processes', 'materials', 'departement', 'networkIds', 'timeZone', 'openingHours', 'closures'] },
);
const rowsOf = fc
  .array(row, { maxLength: 70 })
  .map((rows) => rows.map((one, n): Listed => ({ ...one, _id: `w${n}`, nameKey: `atelier ${n}` })));
const asked: fc.Arbitrary<Chosen> = fc.record({
  processes: some(['laser', 'fff', 'unheard of']),
  materials: some(['wood']),
  departements: some(['41', '974']),
  archetypes: some(['fablab']),
  openNow: fc.boolean(),
});
const instant = fc.integer({ min: Date.UTC(2026, 10, 22), max: Date.UTC(2026, 10, 25) }).map((at) => new Date(at));

const valuesOf: Record<Facet, (row: Listed) => readonly string[]> = {
  processes: ({ processes }) => processes,
  materials: ({ materials }) => materials,
  departements: ({ departement }) => [departement],
  archetypes: ({ archetype }) => (archetype ? [archetype] : []),
};

describe('the directory’s table', () => {
  test('keeps and counts what going through the workshops one by one keeps and counts', () => {
    const scopes = fc.record({
      networkId: fc.constantFrom('n1', 'n3', undefined),
      pointedAt: fc.option(fc.func(fc.boolean())),
    });
    fc.assert(
      fc.property(rowsOf, asked, instant, scopes, (rows, chosen, at, { networkId, pointedAt }) => {
        const among = pointedAt ? rows.filter(({ _id }) => pointedAt(_id)) : undefined;
        const isOpen = (one: Listed) => isOpenAt(one.openingHours as WeeklyHours, one.closures, one.timeZone, at);
        const passes = (one: Listed, except?: Facet | 'openNow') =>
          (!networkId || one.networkIds.includes(networkId)) &&
          (!among || among.includes(one)) &&
          (except === 'openNow' || !chosen.openNow || isOpen(one)) &&
          facets.every(
            (facet) =>
              facet === except ||
              chosen[facet].length === 0 ||
              valuesOf[facet](one).some((value) => chosen[facet].includes(value)),
          );
        const table = tableOf(rows);
        const found = sieved(table, chosen, table.openAt(at), {
          ...(networkId && { networkId }),
          ...(among && { among }),
        });
        const kept = rows.filter((one) => passes(one));
        expect(placesIn(found.kept).map((place) => table.ids[place])).toEqual(kept.map(({ _id }) => _id));
        expect(found.openNow).toBe(rows.filter((one) => passes(one, 'openNow') && isOpen(one)).length);
        for (const facet of facets) {
          const counts = new Map<string, number>();
          for (const value of rows.filter((one) => passes(one, facet)).flatMap(valuesOf[facet]))
            counts.set(value, (counts.get(value) ?? 0) + 1);
          expect(found.counts[facet]).toEqual(counts);
        }
      }),
    );
  });

  test('orders by distance or by what the words find, then by name, and cuts its pages out of that', () => {
    const kms = fc.array(fc.nat({ max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(kms, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (each, skip, most) => {
        const among = each.map((km, n) => ({
          _id: `w${n}`,
          nameKey: km === 0 ? 'forge' : 'atelier',
          searchWords: [],
          km,
        }));
        const blank = { processes: [], materials: [], departement: '41', networkIds: [], timeZone: 'Europe/Paris' };
        const table = tableOf(among.map((one) => ({ ...blank, ...one, openingHours: [], closures: [] })));
        const kept = bitsOf(each.length, each.keys());
        const page = (order: object, from = 0, size = Infinity) =>
          pageAt(
            table,
            kept,
            among,
            { sort: 'distance', hasPlace: false, words: [], ...order },
            { skip: from, most: size },
          );
        const byKm = [...each.keys()].sort((a, b) => each[a]! - each[b]! || a - b);
        expect(page({ hasPlace: true })).toEqual(byKm);
        expect(page({ hasPlace: true }, skip, most)).toEqual(byKm.slice(skip, skip + most));
        expect(page({ hasPlace: true, sort: 'name' })).toEqual([...each.keys()]);
        expect(page({})).toEqual([...each.keys()]);
        const forges = [...each.keys()].sort((a, b) => Math.min(each[a]!, 1) - Math.min(each[b]!, 1) || a - b);
        expect(page({ words: ['forge'] })).toEqual(forges);
      }),
    );
  });
});
