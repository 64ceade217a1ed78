import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { ReuseRecord } from '../../../gateway/modules/material/reuse.entity.ts';
import { EntryRecord } from '../../../gateway/modules/sharing/ledger.entity.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { useApp } from '../../support/app.ts';
import { needSteps, sheets } from '../../support/needs.ts';
import { CHANGE, CLAIMED, sample, sharingWorld } from '../../support/sharing.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { network, person, workshop } from '../../support/world.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });
const { offer, claim, move, listing } = needSteps(world);

/** Each test begins at the same instant: what an earlier one wrote for later would be in its future. */
beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00Z');
  await Promise.all([
    ListingRecord.deleteMany({}),
    ClaimRecord.deleteMany({}),
    EntryRecord.deleteMany({}),
    ReuseRecord.deleteMany({}),
  ]);
});

describe('a part of a lot', () => {
  test('is the minimum and whole steps above it; the refusal says which', async () => {
    const { owner, tours } = await sharingWorld();
    const lot = await offer(owner, 'material', { measure: 'kg', quantity: 20, minimum: 2, step: 0.5 });
    const ask = async (quantity: number) =>
      world.run(tours, CLAIMED, { input: { listingId: lot.id, quantity, idempotencyKey: newId() } });
    for (const quantity of [1.5, 2.25, 2.7]) {
      const { refusal, params } = await ask(quantity);
      expect([refusal, params]).toMatchObject(['sharing.step', { minimum: 2, step: 0.5, measure: 'kg' }]);
    }
    expect((await ask(2.5)).refusal).toBeUndefined();
    expect((await listing(tours, lot.id)).left).toBe(17.5);
    const { refusal, params } = await ask(18);
    expect([refusal, params]).toMatchObject(['sharing.tooMuch', { left: 17.5, asked: 18 }]);
  });

  test('that is refused goes back by a line of its own: no line is ever changed', async () => {
    const { owner, tours } = await sharingWorld();
    const lot = await offer(owner, 'material');
    const part = await claim(tours, lot.id, 6);
    const before = await EntryRecord.find({ listingId: lot.id }).sort({ _id: 1 }).lean();
    world.clock.forward({ hours: 1 });
    await move(owner, part.id, 'decline', 'Déjà promis.');
    const after = await EntryRecord.find({ listingId: lot.id }).sort({ _id: 1 }).lean();
    for (const line of before) expect(after).toContainEqual(line);
    const added = after.filter(({ _id }) => !before.some((line) => line._id === _id));
    expect(added.map(({ reason, delta }) => [reason, delta]).sort()).toEqual([
      ['given_back', 6000],
      ['kept', -6000],
    ]);
    expect((await listing(tours, lot.id)).left).toBe(10);
    world.clock.forward({ days: 10 });
    expect((await listing(tours, lot.id)).left).toBe(10);
    expect(await examine(world.clock.read())).toEqual([]);
  });

  test('stays set aside from the answer to the receipt, however long that takes', async () => {
    const { owner, tours } = await sharingWorld();
    const lot = await offer(owner, 'material');
    const part = await claim(tours, lot.id, 6);
    await move(owner, part.id, 'accept');
    world.clock.forward({ days: 60 });
    await world.app.services.sharingDeadlines.run();
    expect((await listing(tours, lot.id)).left).toBe(4);
    await move(tours, part.id, 'receive');
    expect((await listing(tours, lot.id)).left).toBe(4);
    expect(await examine(world.clock.read())).toEqual([]);
  });

  test('bounds how far the quantity offered may fall', async () => {
    const { owner, site, tours } = await sharingWorld();
    const lot = await offer(owner, 'material');
    const part = await claim(tours, lot.id, 6);
    await move(owner, part.id, 'accept');
    const change = (quantity: number) => {
      const { kind: _k, workshopId: _w, idempotencyKey: _i, ...input } = sample('material', site._id, { quantity });
      return world.run(owner, CHANGE, { id: lot.id, input });
    };
    const { refusal, params } = await change(5);
    expect([refusal, params]).toMatchObject(['sharing.tooMuch', { left: 4, asked: 5 }]);
    expect((await change(6)).refusal).toBeUndefined();
    expect((await listing(owner, lot.id)).left).toBe(0);
    expect(await examine(world.clock.read())).toEqual([]);
  });
});

describe('kilograms kept out of the bin', () => {
  const REUSE = `query R($scope: Scope!, $id: ID!, $from: DateTimeISO, $until: DateTimeISO) {
    materialReuse(scope: $scope, id: $id, from: $from, until: $until) { kg estimatedKg parts unweighed
      materials { materialId kg estimatedKg parts unweighed source } } }`;
  interface Seen {
    materialReuse: { kg: number; estimatedKg: number; parts: number; unweighed: number; materials: object[] };
  }
  const scene = async () => {
    const owner = await workshop('Blois');
    const other = await workshop('Tours');
    const { network: net, head } = await network([owner.workshop, other.workshop]);
    const given = async (measure: string, quantity: number, facts: Record<string, string | number>) => {
      const said = { minimum: 0.5, step: 0.5, automatic: true, measure, quantity: 100 };
      const whole = measure === 'spool' || measure === 'sheet';
      const lot = await offer(owner.manager, 'material', {
        ...sheets({}, said),
        ...(whole && { minimum: 1, step: 1 }),
        facts: Object.entries({ form: 'other', ...facts }).map(([name, value]) =>
          typeof value === 'number' ? { name, number: value } : { name, text: value },
        ),
      });
      const part = await claim(other.manager, lot.id, quantity);
      return move(other.manager, part.id, 'receive');
    };
    return { owner: owner.manager, other: other.manager, net, head, given };
  };

  test('count what was received, by material, estimated apart, what cannot be weighed not at all', async () => {
    const { owner, head, net, given } = await scene();
    await given('kg', 2.5, { material: 'pla', origin: 'recycled' });
    await given('spool', 2, { material: 'pla', origin: 'surplus', weight: 0.75 });
    await given('sheet', 10, { material: 'plywood_birch', origin: 'offcut', thickness: 3, width: 1000, length: 600 });
    await given('spool', 1, { material: 'abs', origin: 'surplus' });
    await given('kg', 50, { material: 'steel', origin: 'new' });
    const seen = async (viewer: typeof owner, scope: string, id: string, more: object = {}) =>
      (await world.get<Seen>(viewer, REUSE, { scope, id, ...more })).materialReuse;
    const ours = await seen(owner, 'workshop', owner.acting.id);
    expect(ours).toMatchObject({ kg: 16.6, estimatedKg: 12.6, parts: 4, unweighed: 1 });
    expect(ours.materials).toEqual([
      {
        materialId: 'plywood_birch',
        kg: 12.6,
        estimatedKg: 12.6,
        parts: 1,
        unweighed: 0,
        source: 'en1991',
      },
      { materialId: 'pla', kg: 4, estimatedKg: 0, parts: 2, unweighed: 0, source: null },
      { materialId: 'abs', kg: 0, estimatedKg: 0, parts: 1, unweighed: 1, source: null },
    ]);
    expect(await seen(head, 'network', net._id)).toEqual(ours);
    const later = { from: '2026-11-23T08:00:01.000Z' };
    expect(await seen(owner, 'workshop', owner.acting.id, later)).toMatchObject({ kg: 0, parts: 0, materials: [] });
    const refused = await world.run(await person(), REUSE, { scope: 'network', id: net._id });
    expect(refused.refusal).toBe('platform.forbidden');
  });

  test('are those of the day of receipt: what is said of the lot later changes nothing', async () => {
    const { given } = await scene();
    const part = await given('kg', 2, { material: 'pla', origin: 'recycled' });
    expect(await ReuseRecord.findById(part.id).lean()).toMatchObject({
      grams: 2000,
      basis: 'measured',
      origin: 'recycled',
      at: world.clock.read(),
    });
  });

  test('go out as a table, each part with how its weight is known', async () => {
    const { owner, given } = await scene();
    await given('sheet', 2, { material: 'mdf', origin: 'offcut', thickness: 10, width: 1000, length: 500 });
    const { url } = await world.serve();
    const answer = await fetch(`${url}/exports/reuse.csv?for=workshop:${owner.acting.id}`, {
      headers: { ...(await world.signedIn(owner)), 'accept-language': 'fr' },
    });
    expect(answer.status).toBe(200);
    const [row] = parse<Record<string, string>>(await answer.text(), { delimiter: ';', columns: true, bom: true });
    expect(row).toMatchObject({
      Matière: 'MDF',
      Origine: 'chute',
      Quantité: '2',
      Unité: 'feuille',
      Kilogrammes: '8',
      Poids: 'estimé (EN 1991-1-1, annexe A)',
    });
  });
});

test(
  'a hundred who ask at once for a lot of ten: ten get one, nothing is below zero',
  { timeout: 90_000 },
  async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const lot = await offer(owner, 'material', { automatic: true });
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        world.run(n % 2 ? tours : orleans, CLAIMED, {
          input: { listingId: lot.id, quantity: 1, idempotencyKey: newId() },
        }),
      ),
    );
    expect(all.filter(({ refusal }) => refusal === undefined)).toHaveLength(10);
    expect(new Set(all.map(({ refusal }) => refusal))).toEqual(new Set([undefined, 'sharing.tooMuch']));
    expect((await listing(owner, lot.id)).left).toBe(0);
    expect(await examine(world.clock.read())).toEqual([]);
  },
);
