import { beforeEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { EntryRecord } from '../../../gateway/modules/sharing/ledger.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { thousandths } from '../../../schema/sharing.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';

const world = useApp();
const { offer, claim, move, listing, step } = sharingSteps(world);

beforeEach(() => world.clock.set('2026-11-23T08:00:00.000Z'));

const prices = [
  { for: 'everyone', cents: 2000 },
  { for: 'everyone', from: 10, cents: 1600 },
];
async function change(owner: PersonViewer, id: string, more: object) {
  const { kind: _k, workshopId: _w, idempotencyKey: _i, ...input } = sample('purchase', owner.acting.id, more);
  return world.run(owner, CHANGE, { id, input });
}

/** So many pledges more, each like this one. */
async function crowd({ id }: { id: string }, count: number): Promise<void> {
  const one = (await ClaimRecord.findById(id).lean())!;
  const entries = await EntryRecord.find({ claimId: id }).lean();
  const rows = Array.from({ length: count }, (_, n) => ({ ...one, _id: newId(), code: `${one.code}-${n}` }));
  await ClaimRecord.insertMany(rows, { lean: true });
  const lines = rows.flatMap(({ _id }) => entries.map((entry) => ({ ...entry, _id: newId(), claimId: _id })));
  await EntryRecord.insertMany(lines, { lean: true });
}

test('the price, the transport, the split and the supplier stand as long as somebody has pledged on them', async () => {
  const { owner, tours } = await sharingWorld();
  const purchase = await offer(owner, 'purchase');
  expect((await change(owner, purchase.id, {})).errors).toEqual([]);
  const pledge = await claim(tours, purchase.id, 4);
  const facts = (more: object[]) => ({
    facts: [{ name: 'supplier', text: 'Filaments du Val de Loire' }, { name: 'split', text: 'quantity' }, ...more],
  });
  const dearer = await change(owner, purchase.id, { prices });
  expect([dearer.refusal, dearer.params]).toEqual(['purchase.promised', { pledges: 1, terms: 'prices' }]);
  const carried = await change(owner, purchase.id, facts([{ name: 'transport', number: 9_000 }]));
  expect(carried.params).toEqual({ pledges: 1, terms: 'transport' });
  const split = [
    { name: 'supplier', text: 'Un autre' },
    { name: 'split', text: 'equal' },
  ];
  expect((await change(owner, purchase.id, { facts: split })).params).toEqual({ pledges: 1, terms: 'supplier,split' });
  // What binds nobody may be said better.
  expect((await change(owner, purchase.id, { description: 'Livré au fond de la cour.' })).errors).toEqual([]);
  await move(tours, pledge.id, 'cancel');
  expect((await change(owner, purchase.id, { prices })).errors).toEqual([]);
});

test('whoever wants other terms cancels the purchase: everyone is released and told', async () => {
  const { owner, tours } = await sharingWorld();
  const purchase = await offer(owner, 'purchase');
  await claim(tours, purchase.id, 4);
  await step(owner, purchase.id, 'cancel', 'Le fournisseur a changé ses prix.');
  await world.app.outbox.drain();
  expect(world.mails.filter(({ to }) => to === tours.email).at(-1)?.text).toContain('a changé ses prix');
});

test('400 pledges are ordered in one transaction, within its time, and their shares sum to the cost', async () => {
  const { owner, tours } = await sharingWorld();
  const purchase = await offer(owner, 'purchase', { threshold: 401, decideAt: '2026-12-15T17:00:00.000Z' });
  await crowd(await claim(tours, purchase.id, 1), 399);
  await claim(tours, purchase.id, 1);
  expect((await listing(owner, purchase.id)).status).toBe('confirmed');
  const ordered = await ClaimRecord.find({ listingId: purchase.id, status: 'ordered' }).lean();
  expect(ordered).toHaveLength(401);
  expect(ordered.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(401 * 1_500);
  expect(ordered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(401 * thousandths);
  expect(await examine(world.clock.read())).toEqual([]);
}, 60_000);

test('400 pledges lapse together, each is given back, and everyone hears', async () => {
  const { owner, tours } = await sharingWorld();
  const purchase = await offer(owner, 'purchase', { quantity: 500, threshold: 450 });
  await crowd(await claim(tours, purchase.id, 1), 399);
  world.clock.set('2026-12-15T18:00:00.000Z');
  await world.app.services.sharingDeadlines.run();
  expect(await listing(owner, purchase.id)).toMatchObject({ status: 'lapsed', left: 500, agreed: 0 });
  expect(await ClaimRecord.countDocuments({ listingId: purchase.id, status: 'called_off' })).toBe(400);
  expect(await HappeningRecord.countDocuments({ event: 'sharing.call_off' })).toBeGreaterThanOrEqual(400);
  expect(await examine(world.clock.read())).toEqual([]);
}, 60_000);
