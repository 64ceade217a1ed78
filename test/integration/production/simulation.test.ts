import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { productionFaults } from '../../../gateway/modules/production/production.invariants.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { able, lab, openOffer, sent } from '../../support/exchange.ts';
import { firm, laser, workshop } from '../../support/world.ts';

const world = useApp();
afterEach(async () => expect(await productionFaults()).toEqual([]));

const answer = fc.constantFrom('accept', 'decline', 'silence', 'withdraw');

test('whatever the labs answer, every path ends: one winner, or a reason', { timeout: 90_000 }, async () => {
  const labs = [await lab('Blois'), await lab('Tours'), await lab('Orléans'), await lab('Chartres')];
  const managers = new Map(labs.map(({ site, manager }) => [site._id, manager]));
  const { member } = await firm('Blois');
  const { awards, cascade, offers, requests } = world.app.services;
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 6, maxLength: 6 }), async (answers) => {
      world.clock.set('2026-11-23T08:00:00Z');
      const request = await sent(world, member, { mustHaveBy: '2027-01-29' });
      for (const each of answers) {
        const offer = await openOffer(world, request._id);
        if (!offer) break;
        const manager = managers.get(offer.workshopId)!;
        if (each === 'accept') await awards.accept(manager, offer._id, { machineMinutes: [] });
        else if (each === 'decline') await cascade.decline(manager, offer._id, { reason: 'price', note: '' });
        else if (each === 'withdraw') await awards.move(member, request._id, 'cancel');
        else {
          world.clock.set(offer.expiresAt);
          await cascade.expire();
        }
      }
      const made = await offers.of([request._id]);
      const { state, stopReason } = await requests.byId(request._id);
      expect(made.length).toBeLessThanOrEqual(labs.length);
      expect(new Set(made.map(({ workshopId }) => workshopId)).size).toBe(made.length);
      expect(made.filter((offer) => offer.state === 'accepted').length).toBe(state === 'awarded' ? 1 : 0);
      expect(['awarded', 'cancelled', 'unroutable']).toContain(state);
      expect(stopReason === null).toBe(state !== 'unroutable');
      if (state === 'awarded') await awards.move(member, request._id, 'cancel');
    }),
    { numRuns: 25 },
  );
});

test('what a lab declares, moves or retires shows in the very next request', async () => {
  await OfferRecord.deleteMany({});
  await CapabilityRecord.deleteMany({});
  const { matching } = world.app.services;
  const need = {
    parts: [
      {
        id: 'p1',
        name: '',
        process: 'co2_cut' as const,
        material: null,
        thicknessMm: 3,
        sizeMm: null,
        quantity: 1,
        toleranceClass: null,
        finish: null,
      },
    ],
    mustHaveBy: null,
    near: { lat: 47.594, lon: 1.329 },
    maxKm: 30,
  };
  const names = async () => (await matching.find(need)).ranking.whole().map(({ lab: { workshopId } }) => workshopId);
  expect(await names()).toEqual([]);
  const { workshop: site } = await workshop('Blois');
  const machine = await laser(site);
  const row = await able(site, machine);
  expect(await names()).toEqual([site._id]);
  await CapabilityRecord.deleteOne({ _id: row._id });
  expect(await names()).toEqual([]);
  await able(site, machine, { _id: newId() });
  expect(await names()).toEqual([site._id]);
  const location = { type: 'Point' as const, coordinates: [-4.486, 48.39] as [number, number] };
  await WorkshopRecord.updateOne({ _id: site._id }, { $set: { location, updatedAt: world.clock.now } });
  expect(await names()).toEqual([]);
});

test('the twenty-four nearest are compared by their calendars; farther ones wait behind them, their date to confirm', async () => {
  await OfferRecord.deleteMany({});
  await CapabilityRecord.deleteMany({});
  const { workshop: site } = await workshop('Blois');
  const machine = await laser(site);
  const row = await able(site, machine, { resourceId: null });
  const site0 = await WorkshopRecord.findById(site._id).lean();
  const row0 = await CapabilityRecord.findById(row._id).lean();
  const others = Array.from({ length: 26 }, (_, n) => ({ id: newId(), lat: 47.594 + (n + 1) / 1_000 }));
  await WorkshopRecord.insertMany(
    others.map(({ id, lat }) => ({
      ...site0,
      _id: id,
      code: `X${id}`,
      slug: `blois-${id}`,
      location: { type: 'Point', coordinates: [1.329, lat] },
      updatedAt: world.clock.now,
    })),
  );
  await CapabilityRecord.insertMany(others.map(({ id }) => ({ ...row0, _id: newId(), workshopId: id })));
  const { ranking } = await world.app.services.matching.find({
    parts: [
      {
        id: 'p1',
        name: '',
        process: row0!.process,
        material: null,
        thicknessMm: null,
        sizeMm: null,
        quantity: 1,
        toleranceClass: null,
        finish: null,
      },
    ],
    mustHaveBy: new Date(world.clock.now.getTime() + 60 * 86_400_000),
    near: { lat: 47.594, lon: 1.329 },
    maxKm: 30,
  });
  const ranked = ranking.whole();
  expect(ranked.length).toBe(27);
  const km = ranked.map(({ lab }) => lab.distanceKm!);
  expect(km).toEqual([...km].sort((a, b) => a - b));
  const undated = ranked.filter(({ lab }) => lab.earliestFinish === null);
  expect(undated.map(({ lab }) => lab.workshopId)).toEqual(others.slice(-3).map(({ id }) => id));
  expect(undated.every(({ lab }) => lab.verdict === 'to_confirm')).toBe(true);
});
