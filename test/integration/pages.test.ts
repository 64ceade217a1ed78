import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, type Point } from '../../gateway/platform/geo.ts';
import { toStored } from '../../gateway/platform/point.ts';
import { readPage } from '../../gateway/platform/read-page.ts';
import { type Listing, ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import { useApp } from '../support/app.ts';

useApp();

const place = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
});
const pointOf = ({ location }: Listing): Point => ({ lat: location.coordinates[1], lon: location.coordinates[0] });
const after = (offset: number) => (offset === 0 ? {} : { after: Buffer.from(`o${offset - 1}`).toString('base64url') });

test('a list near a place is every row of the circle once, the nearest first, over the pole and the date line too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { minLength: 1, maxLength: 30 }),
      place,
      fc.integer({ min: 50, max: 15_000 }),
      fc.integer({ min: 1, max: 8 }),
      async (places, point, km, first) => {
        await ListingRecord.deleteMany({});
        await ListingRecord.collection.insertMany(
          places.map((one, n) => ({ _id: `l${n}`, kind: 'material', location: toStored(one) })) as never[],
        );
        const expected = places.map((one) => distanceKm(one, point)).filter((away) => Math.abs(away - km) > 0.001);
        const read: number[] = [];
        const met = new Set<string>();
        for (let offset = 0, total = Infinity; offset < total; offset += first) {
          const page = await readPage(
            ListingRecord,
            { filter: { kind: 'material' }, sort: { _id: 1 }, near: { point, km } },
            { first, ...after(offset) },
          );
          total = page.totalCount;
          for (const row of page.nodes) {
            met.add(row._id);
            read.push(distanceKm(pointOf(row), point));
          }
        }
        expect(met.size).toBe(read.length);
        expect(read.filter((away) => Math.abs(away - km) > 0.001)).toHaveLength(
          expected.filter((away) => away < km).length,
        );
        for (const [n, away] of read.entries()) expect(away).toBeGreaterThanOrEqual((read[n - 1] ?? 0) - 0.001);
      },
    ),
    { numRuns: 60 },
  );
});
