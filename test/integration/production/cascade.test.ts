import { afterEach, beforeEach, expect, test } from 'vitest';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { productionFaults } from '../../../gateway/modules/production/production.invariants.ts';
import { RequestRecord } from '../../../gateway/modules/production/request.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { Refusal } from '../../../gateway/platform/refusal.ts';
import { useApp } from '../../support/app.ts';
import { able, lab, officeWeek, openOffer, plates, sent } from '../../support/exchange.ts';
import { firm, laser, workshop } from '../../support/world.ts';

const world = useApp();
const refusalOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
const stateOf = async (id: string) => (await world.app.services.requests.byId(id)).state;

beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00Z');
  await Promise.all([CapabilityRecord.deleteMany({}), OfferRecord.deleteMany({}), RequestRecord.deleteMany({})]);
});
afterEach(async () => expect(await productionFaults()).toEqual([]));

test('the nearest capable lab is asked first, accepts, and its machine hours are booked within its hours', async () => {
  const { awards, offers } = world.app.services;
  const near = await lab('Blois');
  await lab('Tours');
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  const offer = (await openOffer(world, request._id))!;
  expect([offer.workshopId, offer.rank]).toEqual([near.site._id, 1]);
  expect(offer.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);

  await awards.accept(near.manager, offer._id, { machineMinutes: [] });
  expect(await stateOf(request._id)).toBe('awarded');
  const bookings = await BookingRecord.find({ subjectId: offer._id }).lean();
  // 20 pieces at 10 an hour with half an hour to set up, from Monday at nine in Paris.
  expect(bookings.map(({ from, until, purpose }) => [from.toISOString(), until.toISOString(), purpose])).toEqual([
    ['2026-11-23T08:00:00.000Z', '2026-11-23T10:30:00.000Z', 'production'],
  ]);
  expect((await offers.get(near.manager, offer._id)).answerMinutes).toBe(0);
});

test('passing puts the request to the next lab at once, and both sides are told', async () => {
  const { cascade } = world.app.services;
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  const first = (await openOffer(world, request._id))!;
  await cascade.decline(near.manager, first._id, { reason: 'no_capacity', note: 'Machine en panne.' });
  const second = (await openOffer(world, request._id))!;
  expect([second.workshopId, second.rank]).toEqual([next.site._id, 2]);
  const told = await HappeningRecord.find({ subjectId: { $in: [request._id, first._id, second._id] } })
    .sort({ _id: 1 })
    .lean();
  expect(told.map(({ event }) => event)).toEqual([
    'production.offered',
    'production.sent',
    'production.offered',
    'production.declined',
  ]);
  expect(told.at(-1)?.params).toMatchObject({ lab: near.site.name, next: next.site.name });
  const again = await cascade.decline(near.manager, first._id, { reason: 'price', note: '' });
  expect(again.declineReason).toBe('no_capacity');
});

test('an offer made on Friday afternoon lapses on Monday, after eight hours of the lab, and survives a restart', async () => {
  const { awards, cascade } = world.app.services;
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member } = await firm('Blois');
  world.clock.set('2026-11-27T15:00:00Z');
  const request = await sent(world, member);
  const first = (await openOffer(world, request._id))!;
  // Two hours on Friday, six on Monday.
  expect(first.expiresAt.toISOString()).toBe('2026-11-30T14:00:00.000Z');
  world.clock.set('2026-11-29T12:00:00Z');
  expect(await cascade.expire()).toBe(0);
  world.clock.set('2026-11-30T14:00:00Z');
  const late = await refusalOf(awards.accept(near.manager, first._id, { machineMinutes: [] }));
  expect([late?.key, late?.params.expiredAt]).toEqual(['production.offerOver', '2026-11-30T14:00:00.000Z']);
  // A gateway that starts after the instant has passed finds it in the database.
  const jobs = world.app.startJobs();
  await expect.poll(async () => (await openOffer(world, request._id))?.workshopId).toBe(next.site._id);
  await jobs.stop();
  expect((await OfferRecord.findById(first._id).lean())?.state).toBe('expired');
  expect(await cascade.expire()).toBe(0);
});

test('when everybody has passed the request says so, and a later date asks again who lacked time', async () => {
  const { cascade } = world.app.services;
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  for (const [{ manager }, reason] of [
    [near, 'no_capacity'],
    [next, 'not_our_kind'],
  ] as const)
    await cascade.decline(manager, (await openOffer(world, request._id))!._id, { reason, note: '' });
  expect(await world.app.services.requests.byId(request._id)).toMatchObject({
    state: 'unroutable',
    stopReason: 'all_asked',
  });
  const again = await cascade.postpone(member, request._id, '2026-12-18');
  expect(again).toMatchObject({ state: 'routing', round: 2 });
  expect((await openOffer(world, request._id))?.workshopId).toBe(near.site._id);
  await cascade.decline(near.manager, (await openOffer(world, request._id))!._id, { reason: 'price', note: '' });
  expect(await stateOf(request._id)).toBe('unroutable');
});

test('nobody capable: which requirement removed whom, and the near misses', async () => {
  const { matching, requests } = world.app.services;
  await lab('Blois', { can: { maxThicknessMm: 3 } });
  await lab('Tours', { can: { process: 'fff', material: 'pla' } });
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  expect(request).toMatchObject({ state: 'unroutable', stopReason: 'nobody_capable' });
  const { requestMatches } = await world.get<{
    requestMatches: {
      capable: number;
      sieve: { requirement: string; removed: number; nearest: { city: string }[] }[];
      nearMisses: { lab: { city: string }; asked: { numbers: number[] }; offered: { numbers: number[] } }[];
      excludedBy: { totalCount: number; nodes: { city: string }[] };
    };
  }>(
    member,
    `query ($id: ID!) { requestMatches(id: $id) { capable
      sieve { requirement removed nearest { city } }
      nearMisses { lab { city } asked { numbers } offered { numbers } }
      excludedBy(requirement: thickness) { totalCount nodes { city } } } }`,
    { id: request._id },
  );
  expect(requestMatches.capable).toBe(0);
  const thickness = requestMatches.sieve.find(({ requirement }) => requirement === 'thickness');
  expect(thickness).toMatchObject({ removed: 1, nearest: [{ city: 'Blois' }] });
  expect(requestMatches.nearMisses).toEqual([
    { lab: { city: 'Blois' }, asked: { numbers: [5] }, offered: { numbers: [3] } },
  ]);
  expect(requestMatches.excludedBy).toEqual({ totalCount: 1, nodes: [{ city: 'Blois' }] });
  expect((await matching.find({ ...(await needOf(request._id)), mustHaveBy: null })).ranking.length).toBe(0);
  async function needOf(id: string) {
    const { parts } = await requests.byId(id);
    return {
      parts: parts.map((part) => ({ ...part, process: part.process!, quantity: part.quantity! })),
      mustHaveBy: null,
      near: null,
      maxKm: null,
    };
  }
});

test('a capable lab with nobody here is ranked and never asked', async () => {
  const { workshop: site } = await workshop('Blois', { openingHours: officeWeek });
  const { MandateRecord } = await import('../../../gateway/modules/identity/person.entity.ts');
  await MandateRecord.deleteMany({ scopeId: site._id });
  await able(site, await laser(site));
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  expect(request).toMatchObject({ state: 'unroutable', stopReason: 'nobody_here' });
});

test('two parts on one machine are made one after the other: late together, the lab falls with the date it can hold', async () => {
  const { member } = await firm('Blois');
  const { machine, manager } = await lab('Blois', { can: { ratePerHour: 1, setupMinutes: 0 } });
  const one = plates().parts[0]!;
  const parts = [
    { ...one, quantity: 27 },
    { ...one, quantity: 27 },
  ];
  // Each takes three open days; the week has five.
  const request = await sent(world, member, { parts, mustHaveBy: '2026-11-27' });
  expect(request.state).toBe('unroutable');
  const { requestMatches } = await world.get<{
    requestMatches: { nearMisses: { requirement: string; offered: { at: string } }[] };
  }>(member, `query ($id: ID!) { requestMatches(id: $id) { nearMisses { requirement offered { at } } } }`, {
    id: request._id,
  });
  expect(requestMatches.nearMisses).toEqual([{ requirement: 'deadline', offered: { at: '2026-11-30T17:00:00.000Z' } }]);
  const again = await world.app.services.cascade.postpone(member, request._id, '2026-11-30');
  const offer = (await openOffer(world, again._id))!;
  await world.app.services.awards.accept(manager, offer._id, { machineMinutes: [] });
  const bookings = await BookingRecord.find({ resourceId: machine._id, subjectId: offer._id }).lean();
  expect(bookings.reduce((sum, { from, until }) => sum + until.getTime() - from.getTime(), 0) / 3_600_000).toBe(54);
});

test('without machine time before the date the lab is told which machine, and when it could', async () => {
  const { awards, calendar } = world.app.services;
  const { machine, manager } = await lab('Blois');
  const { member } = await firm('Blois');
  const request = await sent(world, member, { mustHaveBy: '2026-11-25' });
  const offer = (await openOffer(world, request._id))!;
  const period = { from: new Date('2026-11-23T08:00:00Z'), until: new Date('2026-11-25T17:00:00Z') };
  await calendar.reserve([{ resourceId: machine._id, period, purpose: 'loan', subjectId: newId(), away: false }]);
  const refusal = await refusalOf(awards.accept(manager, offer._id, { machineMinutes: [] }));
  expect(refusal?.key).toBe('production.noMachineTime');
  expect(refusal?.params).toEqual({ machine: machine.name, earliest: '2026-11-26T10:30:00.000Z' });
  expect(await stateOf(request._id)).toBe('routing');
  const { machineTime } = (
    await world.get<{ offer: { machineTime: unknown } }>(
      manager,
      `query ($id: ID!) { offer(id: $id) { machineTime { booked slots { from } lacking { machine earliest } } } }`,
      { id: offer._id },
    )
  ).offer;
  expect(machineTime).toMatchObject({ booked: false, slots: [], lacking: { machine: machine.name } });
});

test('a lab that knows its machine better says its minutes, and nothing is booked for a bench', async () => {
  const { awards } = world.app.services;
  const { machine, manager } = await lab('Blois', { can: { ratePerHour: null } });
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  const offer = (await openOffer(world, request._id))!;
  expect(offer.machines).toMatchObject([{ resourceId: machine._id, minutes: null }]);
  await awards.accept(manager, offer._id, { machineMinutes: [{ partId: 'p1', minutes: 90 }] });
  expect(await BookingRecord.countDocuments({ subjectId: offer._id })).toBe(1);

  await CapabilityRecord.deleteMany({});
  const bench = await workshop('Tours', { openingHours: officeWeek });
  await able(bench.workshop, null);
  const other = await sent(world, member);
  const second = (await openOffer(world, other._id))!;
  await awards.accept(bench.manager, second._id, { machineMinutes: [] });
  expect(await BookingRecord.countDocuments({ subjectId: second._id })).toBe(0);
});

test('withdrawing takes the offer back, and gives back the machine hours of a won one', async () => {
  const { awards } = world.app.services;
  const { manager, machine } = await lab('Blois');
  const { member } = await firm('Blois');
  const first = await sent(world, member);
  await awards.move(member, first._id, 'cancel');
  expect(await openOffer(world, first._id)).toBeUndefined();

  const second = await sent(world, member);
  const offer = (await openOffer(world, second._id))!;
  await awards.accept(manager, offer._id, { machineMinutes: [] });
  await awards.move(member, second._id, 'cancel');
  expect(await BookingRecord.countDocuments({ resourceId: machine._id, blocking: true })).toBe(0);
  expect((await refusalOf(awards.move(manager, second._id, 'start')))?.key).toBe('production.closedMove');
});

test('from won to received, each step by its own side', async () => {
  const { awards } = world.app.services;
  const { manager } = await lab('Blois');
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  await awards.accept(manager, (await openOffer(world, request._id))!._id, { machineMinutes: [] });
  expect((await refusalOf(awards.move(member, request._id, 'start')))?.key).toBe('production.closedMove');
  for (const [who, move, state] of [
    [manager, 'start', 'in_production'],
    [manager, 'deliver', 'delivered'],
    [member, 'receive', 'done'],
  ] as const)
    expect((await awards.move(who, request._id, move)).state).toBe(state);
});

test('an incomplete draft is refused with its fields, and a date gone by with what to do', async () => {
  const { cascade, requests } = world.app.services;
  const { member } = await firm('Blois');
  const draft = await requests.create(member, plates({ title: '', deliverTo: null }));
  const refusal = await refusalOf(cascade.submit(member, draft._id));
  expect([refusal?.key, refusal?.params.fields]).toEqual(['production.draftIncomplete', 'title delivery']);
  const past = await requests.create(member, plates({ mustHaveBy: '2026-11-20' }));
  expect((await refusalOf(cascade.submit(member, past._id)))?.key).toBe('production.deadlinePast');
});

test('a lab reads note and commune while it is asked, who it is for once it has won, and nothing when it is over', async () => {
  const { awards, cascade } = world.app.services;
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member } = await firm('Blois');
  const request = await sent(world, member);
  const read = `query ($id: ID!) { offer(id: $id) { request { title note deliverTo parts { id } askedBy { name email } } } }`;
  type Seen = {
    offer: { request: { note: string; deliverTo: string | null; parts: object[]; askedBy: object | null } };
  };
  const first = (await openOffer(world, request._id))!;
  const asked = (await world.get<Seen>(near.manager, read, { id: first._id })).offer.request;
  expect(asked).toMatchObject({ note: 'Sans fumée sur la face visible.', deliverTo: 'Blois (41)', askedBy: null });
  expect((await world.run(next.manager, read, { id: first._id })).refusal).toBe('platform.notFound');
  expect(
    (await world.run(near.manager, `query ($id: ID!) { request(id: $id) { id } }`, { id: request._id })).refusal,
  ).toBe('platform.notFound');
  await cascade.decline(near.manager, first._id, { reason: 'price', note: '' });
  const after = (await world.get<Seen>(near.manager, read, { id: first._id })).offer.request;
  expect(after).toMatchObject({ note: '', deliverTo: null, parts: [], askedBy: null });
  const second = (await openOffer(world, request._id))!;
  await awards.accept(next.manager, second._id, { machineMinutes: [] });
  const won = (await world.get<Seen>(next.manager, read, { id: second._id })).offer.request;
  expect(won.askedBy).toEqual({ name: 'Cycles Ferrandon', email: member.email });
});

test('silence costs a lab its place among equals, lack of capacity does not', async () => {
  const { cascade, history } = world.app.services;
  const [a, b] = [await lab('Tours'), await lab('Orléans')];
  const { member } = await firm('Blois');
  const first = await sent(world, member);
  const asked = (await openOffer(world, first._id))!;
  await cascade.decline(asked.workshopId === a.site._id ? a.manager : b.manager, asked._id, {
    reason: 'no_capacity',
    note: '',
  });
  const silent = (await openOffer(world, first._id))!;
  world.clock.set(silent.expiresAt);
  await cascade.expire();
  const past = await history.of([asked.workshopId, silent.workshopId], world.clock.now);
  expect(past.get(asked.workshopId)).toMatchObject({ offersAnswerable: 0, offersAccepted: 0 });
  expect(past.get(silent.workshopId)).toMatchObject({ offersAnswerable: 1, offersAccepted: 0 });
});
