import { expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { useApp } from '../../support/app.ts';
import {
  CHANGE,
  CLAIMED,
  forgetShared,
  MOVED,
  sample,
  sharingSteps,
  sharingWorld,
  STEP,
} from '../../support/sharing.ts';
import { newId } from '../../../gateway/platform/ids.ts';

const world = useApp();
const { offer, claim, move, step, listing, part } = sharingSteps(world);
/** A world of its own: the clock goes back, so what an earlier test counted at a later hour goes too. */
const fresh = async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  await forgetShared();
  return sharingWorld();
};
const sound = async () => expect(await examine(world.clock.read())).toEqual([]);
const time = async (at: string) => {
  world.clock.set(at);
  while ((await world.app.services.sharingDeadlines.run()) > 0);
};
const change = (kind: 'training' | 'material' | 'purchase', workshopId: string, more: object) => {
  const { kind: _, workshopId: __, idempotencyKey: ___, ...input } = sample(kind, workshopId, more);
  return input;
};

test('who cancels a seat of a full session lets the first who waits in', async () => {
  const { owner, tours, orleans } = await fresh();
  const session = await offer(owner, 'training', { quantity: 2, automatic: true });
  const seat = await claim(tours, session.id, 2);
  const first = await claim(orleans, session.id, 1, { wait: true });
  const second = await claim(owner, session.id, 1, { wait: true });
  expect([seat.status, first.status, second.status]).toEqual(['agreed', 'waiting', 'waiting']);
  world.clock.forward({ minutes: 1 });
  expect((await move(tours, seat.id, 'cancel')).status).toBe('cancelled');
  expect((await part(orleans, first.id)).status).toBe('agreed');
  expect((await part(owner, second.id)).status).toBe('agreed');
  await sound();
});

test('whoever waits comes before who asks in the moment between the end of a hold and its sweep', async () => {
  const { owner, tours, orleans } = await fresh();
  const session = await offer(owner, 'training', { quantity: 1, holdHours: 1 });
  await claim(tours, session.id, 1);
  const waiting = await claim(orleans, session.id, 1, { wait: true });
  world.clock.forward({ hours: 1 });
  const late = await world.run(owner, CLAIMED, {
    input: { listingId: session.id, quantity: 1, idempotencyKey: newId() },
  });
  expect(late.refusal).toBe('sharing.tooMuch');
  await time(world.clock.read().toISOString());
  expect((await part(orleans, waiting.id)).status).toBe('agreed');
  await sound();
});

test('more seats let in those who wait; a lower threshold that is reached confirms', async () => {
  const { owner, site, tours, orleans } = await fresh();
  const decided = { threshold: 3, decideAt: '2026-11-28T08:00:00.000Z' };
  const session = await offer(owner, 'training', { quantity: 3, automatic: true, ...decided });
  await claim(tours, session.id, 2);
  const waits = await claim(orleans, session.id, 2, { wait: true });
  expect(waits.status).toBe('waiting');
  await world.get(owner, CHANGE, {
    id: session.id,
    input: change('training', site._id, { quantity: 5, automatic: true, ...decided }),
  });
  expect((await part(orleans, waits.id)).status).toBe('agreed');
  expect((await listing(owner, session.id)).status).toBe('confirmed');
  const other = await offer(owner, 'training', { quantity: 4, automatic: true, ...decided });
  await claim(tours, other.id, 2);
  const input = change('training', site._id, { quantity: 4, automatic: true, ...decided, threshold: 2 });
  await world.get(owner, CHANGE, { id: other.id, input });
  expect((await listing(owner, other.id)).status).toBe('confirmed');
  await time('2026-11-28T08:00:00.000Z');
  expect((await listing(owner, other.id)).status).toBe('confirmed');
  // Confirmed, it can still be corrected after the date on which it was decided.
  const { errors } = await world.run(owner, CHANGE, { id: other.id, input: { ...input, description: 'Salle 2.' } });
  expect(errors).toEqual([]);
  await sound();
});

test('a session that begins lets nobody in any more: who waits or was not answered hears it, and it closes at its end', async () => {
  const { owner, tours, orleans } = await fresh();
  world.clock.set('2026-12-01T07:00:00.000Z');
  const session = await offer(owner, 'training', { quantity: 1, holdHours: 72 });
  const asked = await claim(tours, session.id, 1);
  const waiting = await claim(orleans, session.id, 1, { wait: true });
  await time('2026-12-01T08:00:00.000Z');
  expect((await part(tours, asked.id)).status).toBe('lapsed');
  expect((await part(orleans, waiting.id)).status).toBe('called_off');
  expect((await listing(owner, session.id)).left).toBe(1);
  await world.app.outbox.drain();
  expect(world.mails.findLast(({ to }) => to === orleans.email)?.subject).toContain('N’aura pas lieu');
  await time('2026-12-01T16:00:00.000Z');
  expect((await listing(owner, session.id)).status).toBe('closed');
  await sound();
});

test('at the very instant at which a session begins, an answer comes too late', async () => {
  const { owner, tours } = await fresh();
  const session = await offer(owner, 'training', { holdHours: 720 });
  const asked = await claim(tours, session.id, 1);
  world.clock.set('2026-12-01T08:00:00.000Z');
  expect((await world.run(owner, MOVED, { id: asked.id, move: 'accept' })).refusal).toBe('sharing.closedMove');
  expect((await part(owner, asked.id)).turn).toBeNull();
});

test('a lot closes at the end of its offer, and one that is closed calls off nobody who was agreed', async () => {
  const { owner, tours, orleans } = await fresh();
  const lot = await offer(owner, 'material', { until: '2026-11-24T08:00:00.000Z' });
  const agreed = await claim(tours, lot.id, 2);
  await move(owner, agreed.id, 'accept');
  const asked = await claim(orleans, lot.id, 3);
  await time('2026-11-24T08:00:00.000Z');
  expect(await listing(owner, lot.id)).toMatchObject({ status: 'closed', left: 5 });
  expect((await part(orleans, asked.id)).can).toContain('cancel');
  expect((await move(owner, agreed.id, 'receive')).status).toBe('received');
  await sound();
});

test('closing a session ends the wait; one that is not decided yet cannot be closed', async () => {
  const { owner, tours, orleans } = await fresh();
  const session = await offer(owner, 'training', { quantity: 1, automatic: true });
  await claim(tours, session.id, 1);
  const waiting = await claim(orleans, session.id, 1, { wait: true });
  await step(owner, session.id, 'close');
  expect((await part(orleans, waiting.id)).status).toBe('called_off');
  const open = await offer(owner, 'training', { threshold: 3, decideAt: '2026-11-28T08:00:00.000Z' });
  expect(open.can).not.toContain('close');
  expect((await world.run(owner, STEP, { id: open.id, move: 'close' })).refusal).toBe('sharing.closedMove');
  await sound();
});

test('on its date a purchase below its threshold takes no more pledges, and one put off meanwhile does not lapse', async () => {
  const { owner, site, tours } = await fresh();
  const purchase = await offer(owner, 'purchase');
  await claim(tours, purchase.id, 4);
  world.clock.set('2026-12-15T17:00:00.000Z');
  expect((await listing(owner, purchase.id)).claimable).toBe(false);
  const late = { listingId: purchase.id, quantity: 6, idempotencyKey: newId() };
  expect((await world.run(tours, CLAIMED, { input: late })).refusal).toBe('sharing.over');
  const later = change('purchase', site._id, { decideAt: '2026-12-20T17:00:00.000Z' });
  await world.get(owner, CHANGE, { id: purchase.id, input: later });
  await time('2026-12-15T17:00:01.000Z');
  expect((await listing(owner, purchase.id)).status).toBe('open');
  await time('2026-12-20T17:00:00.000Z');
  expect((await listing(owner, purchase.id)).status).toBe('lapsed');
  await sound();
});

test('what has ended cannot be changed any more, and less than what is taken cannot be offered', async () => {
  const { owner, site, tours } = await fresh();
  const lot = await offer(owner, 'material', { automatic: true });
  await claim(tours, lot.id, 6);
  const less = { id: lot.id, input: change('material', site._id, { quantity: 5 }) };
  expect((await world.run(owner, CHANGE, less)).refusal).toBe('sharing.tooMuch');
  await world.get(owner, CHANGE, { id: lot.id, input: change('material', site._id, { quantity: 6 }) });
  expect((await listing(owner, lot.id)).left).toBe(0);
  await step(owner, lot.id, 'cancel', 'Le lot est parti.');
  const after = await world.run(owner, CHANGE, { id: lot.id, input: change('material', site._id, {}) });
  expect(after.refusal).toBe('sharing.over');
  await sound();
});
