import { afterEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, MOVED, OFFER, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';

const world = useApp();
const { offer, claim, part } = sharingSteps(world);

const SHARES = `query S($listingId: ID!, $seats: Float!) { trainingShares(listingId: $listingId, seats: $seats) {
  costCents seats minimum joinCents mostCents shares { claimant { name } seats cents own } } }`;

interface Shares {
  seats: number;
  joinCents: number;
  mostCents: number;
  shares: { claimant: { name: string } | null; seats: number; cents: number; own: boolean }[];
}
const sharesFor = async (viewer: PersonViewer, listingId: string, seats: number) =>
  (await world.get<{ trainingShares: Shares }>(viewer, SHARES, { listingId, seats })).trainingShares;

const session = {
  automatic: true,
  prices: [],
  quantity: 10,
  threshold: 6,
  decideAt: '2026-11-29T08:00:00.000Z',
  facts: [
    { name: 'programme', text: 'Réglages, sécurité.' },
    { name: 'cost', number: 100_000 },
  ],
};

/** Each test begins on the same day: what the ledgers of all hold is looked at from the latest of them. */
let latest = new Date(0);
afterEach(async () => {
  latest = new Date(Math.max(latest.getTime(), world.clock.now.getTime()));
  expect(await examine(latest)).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

test('the cost is shared by seats to the cent: seen before, settled when it will take place, lower for all who join later', async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const { id } = await offer(owner, 'training', session);
  expect(await sharesFor(tours, id, 3)).toMatchObject({ seats: 0, joinCents: 100_000, mostCents: 50_000, shares: [] });
  const first = await claim(tours, id, 3);
  expect(first.totalCents).toBe(50_000);
  const lonely = await person('Camille Roux');
  await claim(lonely, id, 1);
  const seen = await sharesFor(orleans, id, 3);
  expect(seen).toMatchObject({ seats: 4, joinCents: 42_857, mostCents: 42_858 });
  expect(seen.shares).toMatchObject([
    { seats: 3, cents: 75_000, own: false },
    { claimant: null, seats: 1, cents: 25_000, own: false },
  ]);
  expect((await sharesFor(owner, id, 0)).shares[1]).toMatchObject({ claimant: { name: 'Camille Roux' } });
  const last = await claim(orleans, id, 3);
  const due = async () => [(await part(tours, first.id)).totalCents, (await part(orleans, last.id)).totalCents];
  expect(await due()).toEqual([42_857, 42_857]);
  await claim(owner, id, 1);
  expect(await due()).toEqual([37_500, 37_500]);
  const { shares } = await sharesFor(tours, id, 0);
  expect(shares.reduce((sum, { cents }) => sum + cents, 0)).toBe(100_000);
  expect(shares.find(({ own }) => own)).toMatchObject({ seats: 3, cents: 37_500 });
  expect((await world.run(tours, MOVED, { id: first.id, move: 'cancel' })).refusal).toBe('sharing.closedMove');
});

test('before it is settled one may leave; below its minimum it lapses and nobody owes anything', async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const { id } = await offer(owner, 'training', session);
  const first = await claim(tours, id, 3);
  const second = await claim(orleans, id, 2);
  await world.get(tours, MOVED, { id: first.id, move: 'cancel' });
  world.clock.set('2026-11-29T08:00:00Z');
  await world.app.services.sharingDeadlines.run();
  expect((await part(orleans, second.id)).status).toBe('called_off');
  expect((await sharesFor(orleans, id, 0)).shares).toEqual([]);
});

test('a cost wants a minimum and stands instead of prices; what has none has no shares', async () => {
  const { owner, site, tours } = await sharingWorld();
  const without = sample('training', site._id, { ...session, threshold: null });
  expect(await world.run(owner, OFFER, { input: without })).toMatchObject({
    refusal: 'sharing.incomplete',
    params: { field: 'threshold' },
  });
  const both = sample('training', site._id, { ...session, prices: [{ for: 'everyone', cents: 100 }] });
  expect(await world.run(owner, OFFER, { input: both })).toMatchObject({
    refusal: 'platform.invalid',
    params: { field: 'prices' },
  });
  const priced = await offer(owner, 'training');
  expect((await world.run(tours, SHARES, { listingId: priced.id, seats: 1 })).refusal).toBe('platform.notFound');
});

test('once somebody has a seat, the cost may fall and never rise, and the minimum never falls', async () => {
  const { owner, site, tours } = await sharingWorld();
  const { id } = await offer(owner, 'training', session);
  const { totalCents, id: seat } = await claim(tours, id, 6);
  expect(totalCents).toBe(100_000);
  const change = (cost: number | undefined, threshold: number) => {
    const facts = [session.facts[0]!, ...(cost === undefined ? [] : [{ name: 'cost', number: cost }])];
    const {
      kind: _k,
      workshopId: _w,
      idempotencyKey: _i,
      ...input
    } = sample('training', site._id, {
      ...session,
      threshold,
      facts,
    }) as Record<string, unknown>;
    return world.run(owner, CHANGE, { id, input });
  };
  for (const [cost, threshold, field] of [
    [100_001, 6, 'cost'],
    [undefined, 6, 'cost'],
    [100_000, 5, 'threshold'],
  ] as const)
    expect(await change(cost, threshold)).toMatchObject({ refusal: 'platform.invalid', params: { field } });
  expect((await change(90_000, 6)).errors).toEqual([]);
  expect((await part(tours, seat)).totalCents).toBe(90_000);
});
