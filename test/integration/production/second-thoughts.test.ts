import { afterEach, beforeEach, expect, test } from 'vitest';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { productionFaults } from '../../../gateway/modules/production/production.invariants.ts';
import { RequestRecord } from '../../../gateway/modules/production/request.entity.ts';
import { useApp } from '../../support/app.ts';
import { lab, openOffer, sent } from '../../support/exchange.ts';
import { firm } from '../../support/world.ts';

const world = useApp();
const UNDO = 'mutation U($id: ID!) { undoOfferAnswer(id: $id) { state undoUntil can } }';
const GIVE_UP =
  'mutation G($id: ID!) { giveUpOffer(id: $id, input: { reason: no_capacity, note: "Tube laser grillé." }) { state } }';
const eventsOf = async (subjectId: string) =>
  (await HappeningRecord.find({ subjectId }).sort({ at: 1, _id: 1 }).lean()).map(({ event }) => event);
const requestOf = (id: string) => world.app.services.requests.byId(id);
const blocking = (id: string) => BookingRecord.countDocuments({ subjectId: id, blocking: true });

/** Blois is asked first; Tours would be next. */
async function asked() {
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  const offer = (await openOffer(world, request._id))!;
  expect(offer.workshopId).toBe(near.site._id);
  return { near, next, member, request, offer };
}

beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00Z');
  await Promise.all([CapabilityRecord.deleteMany({}), OfferRecord.deleteMany({}), RequestRecord.deleteMany({})]);
});
afterEach(async () => expect(await productionFaults()).toEqual([]));

test('the firm sees at once that its request is being looked at, and no mail leaves for it', async () => {
  const { near, request, offer } = await asked();
  await world.app.outbox.drain();
  const before = world.mails.length;
  const VIEW = 'mutation V($id: ID!) { viewOffer(id: $id) { state } }';
  await world.get(near.manager, VIEW, { id: offer._id });
  await world.get(near.manager, VIEW, { id: offer._id });
  expect((await eventsOf(request._id)).filter((event) => event === 'production.viewed')).toHaveLength(1);
  await world.app.outbox.drain();
  expect(world.mails).toHaveLength(before);
});

test('a yes taken back gives the machine time back, and the offer waits again', async () => {
  const { near, request, offer } = await asked();
  await world.app.services.awards.accept(near.manager, offer._id, { machineMinutes: [] });
  world.clock.forward({ minutes: 4 });
  expect(await blocking(offer._id)).toBeGreaterThan(0);
  expect(await world.get(near.manager, UNDO, { id: offer._id })).toMatchObject({
    undoOfferAnswer: { state: 'viewed', undoUntil: null, can: ['accept', 'decline'] },
  });
  expect(await requestOf(request._id)).toMatchObject({ state: 'routing', workshopId: null, offerId: null });
  expect(await blocking(offer._id)).toBe(0);
  expect(await eventsOf(request._id)).toContain('production.resumed');
  expect(await eventsOf(offer._id)).toContain('production.reopened');
  await world.app.services.awards.accept(near.manager, offer._id, { machineMinutes: [] });
  expect((await requestOf(request._id)).state).toBe('awarded');
});

test('a no taken back calls the next lab’s offer back, which may be asked again later', async () => {
  const { near, next, request, offer } = await asked();
  const { cascade } = world.app.services;
  await cascade.decline(near.manager, offer._id, { reason: 'price', note: '' });
  const second = (await openOffer(world, request._id))!;
  expect(second.workshopId).toBe(next.site._id);
  await world.get(near.manager, UNDO, { id: offer._id });
  expect((await openOffer(world, request._id))?._id).toBe(offer._id);
  expect(await eventsOf(second._id)).toContain('production.recalled');
  await cascade.decline(near.manager, offer._id, { reason: 'price', note: '' });
  expect(await openOffer(world, request._id)).toMatchObject({ workshopId: next.site._id, state: 'proposed' });
});

test('a no is not taken back once the next lab looks, nor after five minutes', async () => {
  const { near, next, request, offer } = await asked();
  const { cascade, offerMoves } = world.app.services;
  await cascade.decline(near.manager, offer._id, { reason: 'price', note: '' });
  world.clock.forward({ minutes: 1 });
  await offerMoves.view(next.manager, (await openOffer(world, request._id))!._id);
  expect((await world.run(near.manager, UNDO, { id: offer._id })).refusal).toBe('production.closedMove');
  const other = await sent(world, (await firm('Blois')).member);
  const third = (await openOffer(world, other._id))!;
  await cascade.decline(near.manager, third._id, { reason: 'price', note: '' });
  world.clock.forward({ minutes: 5 });
  expect((await world.run(near.manager, UNDO, { id: third._id })).refusal).toBe('production.closedMove');
});

test('the last lab’s no taken back brings a request back that had found nobody', async () => {
  const { near, next, request, offer } = await asked();
  const { cascade } = world.app.services;
  await cascade.decline(near.manager, offer._id, { reason: 'price', note: '' });
  const second = (await openOffer(world, request._id))!;
  world.clock.forward({ minutes: 1 });
  await cascade.decline(next.manager, second._id, { reason: 'material', note: '' });
  expect((await requestOf(request._id)).state).toBe('unroutable');
  await world.get(next.manager, UNDO, { id: second._id });
  expect(await requestOf(request._id)).toMatchObject({ state: 'routing', stopReason: null });
});

test('of a yes taken back and a firm that withdraws at the same time, the request ends in one state with no time booked twice', async () => {
  const { near, member, request, offer } = await asked();
  const { awards } = world.app.services;
  await awards.accept(near.manager, offer._id, { machineMinutes: [] });
  await Promise.allSettled([
    world.run(near.manager, UNDO, { id: offer._id }),
    awards.move(member, request._id, 'cancel'),
    world.run(near.manager, UNDO, { id: offer._id }),
  ]);
  const { state } = await requestOf(request._id);
  expect(['routing', 'cancelled']).toContain(state);
  expect(await blocking(offer._id)).toBe(0);
});

test('a lab hands an accepted run back with its reason: the firm is told, the time is free, the next lab is asked', async () => {
  const { near, next, request, offer } = await asked();
  const { awards } = world.app.services;
  await awards.accept(near.manager, offer._id, { machineMinutes: [] });
  await awards.move(near.manager, request._id, 'start');
  world.clock.forward({ hours: 3 });
  expect(await world.get(near.manager, GIVE_UP, { id: offer._id })).toEqual({ giveUpOffer: { state: 'given_up' } });
  expect(await blocking(offer._id)).toBe(0);
  expect(await openOffer(world, request._id)).toMatchObject({ workshopId: next.site._id });
  const [told] = await HappeningRecord.find({ subjectId: request._id, event: 'production.given_up' }).lean();
  expect(told?.params).toMatchObject({ note: 'Tube laser grillé.', next: next.site.name });
  await awards.accept(next.manager, (await openOffer(world, request._id))!._id, { machineMinutes: [] });
  expect(await requestOf(request._id)).toMatchObject({ state: 'awarded', workshopId: next.site._id });
});

test('what is delivered is not handed back', async () => {
  const { near, request, offer } = await asked();
  const { awards } = world.app.services;
  await awards.accept(near.manager, offer._id, { machineMinutes: [] });
  await awards.move(near.manager, request._id, 'start');
  await awards.move(near.manager, request._id, 'deliver');
  expect((await world.run(near.manager, GIVE_UP, { id: offer._id })).refusal).toBe('production.closedMove');
});

test('an offer half through its time is recalled to its lab once, whichever gateway looks first', async () => {
  const { near, offer } = await asked();
  const { offerMoves } = world.app.services;
  expect(await offerMoves.remind()).toBe(0);
  // 480 open minutes from nine: half of them are gone at one in the afternoon.
  world.clock.set('2026-11-23T11:59:00Z');
  expect(await offerMoves.remind()).toBe(0);
  world.clock.set('2026-11-23T12:00:00Z');
  await Promise.all([offerMoves.remind(), offerMoves.remind(), offerMoves.remind()]);
  expect((await eventsOf(offer._id)).filter((event) => event === 'production.reminded')).toHaveLength(1);
  await world.app.services.cascade.decline(near.manager, offer._id, { reason: 'price', note: '' });
  expect(await offerMoves.remind()).toBe(0);
});
