import { afterEach, expect, test } from 'vitest';
import { examine } from '../../gateway/doctor.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import type { Viewer } from '../../gateway/modules/identity/viewer.ts';
import { visitor } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { handOver, lendingWorld, loanSteps, morning, MOVE, READ, REQUEST, takeBack, wish } from '../support/loans.ts';
import { person, workshop } from '../support/world.ts';

const world = useApp();
const { request, move, read, heard } = loanSteps(world);
const { from, until } = morning;

afterEach(async () => {
  expect(await examine(world.clock.read())).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

test('a machine is borrowed from asking to closed, each side seeing what it must do', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const asked = await request(borrower, machine._id);
  expect(asked).toMatchObject({
    status: 'asked',
    side: 'borrower',
    can: ['cancel'],
    turns: ['lender'],
    holdUntil: from,
  });
  expect(asked.code).toMatch(/^BP-2026-\d{4}$/);
  expect((await read(lender, asked.id)).can).toEqual(['accept', 'decline']);

  expect(await move(lender, asked.id, 'accept')).toMatchObject({ status: 'accepted', side: 'lender' });
  expect((await read(borrower, asked.id)).can).toEqual(['cancel']);

  world.clock.set('2026-11-24T07:55:00Z');
  const out = await move(lender, asked.id, 'hand_over', { handOver });
  expect(out).toMatchObject({
    status: 'out',
    can: ['take_back', 'undo_hand_over'],
    handOver: { receivedBy: 'Karim O.', missing: [] },
  });

  world.clock.set('2026-11-24T12:30:00Z');
  expect(await read(borrower, asked.id)).toMatchObject({ overdue: true, turns: ['lender', 'borrower'], can: [] });

  const back = await move(lender, asked.id, 'take_back', {
    takeBack: { ...takeBack, present: ['Câble'], missing: ['Mire'] },
  });
  expect(back).toMatchObject({
    status: 'returned',
    overdue: false,
    can: ['report_trouble', 'close', 'undo_take_back'],
  });
  const unsaid = await world.run(lender, MOVE, { id: asked.id, move: 'report_trouble' });
  expect(unsaid.refusal).toBe('borrowing.reason');
  await move(lender, asked.id, 'report_trouble', { note: 'La mire n’est pas revenue.' });
  expect(await move(lender, asked.id, 'close', { note: 'Remplacée.' })).toMatchObject({ status: 'closed', can: [] });
  const { history } = await read(borrower, asked.id);
  expect(history.map(({ event, by }) => `${by} ${event}`)).toEqual([
    'borrower ask',
    'lender accept',
    'lender hand_over',
    'lender take_back',
    'lender report_trouble',
    'lender close',
  ]);
});

test('where the owner accepts by itself, the machine is booked at once', async () => {
  const { borrower, machine } = await lendingWorld();
  await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.automatic': true } });
  expect(await request(borrower, machine._id)).toMatchObject({ status: 'accepted', holdUntil: null });
});

test('a retry with the same key gives the same loan; the same key for something else is refused', async () => {
  const { borrower, machine } = await lendingWorld();
  const idempotencyKey = newId();
  const first = await request(borrower, machine._id, { idempotencyKey });
  const again = await request(borrower, machine._id, { idempotencyKey });
  expect(again.id).toBe(first.id);
  const other = await world.run(borrower, REQUEST, {
    input: wish(machine._id, { idempotencyKey, until: '2026-11-24T13:00:00.000Z' }),
  });
  expect(other.refusal).toBe('platform.keyReused');
});

test('only the two sides see a loan: for others, signed in or not, it does not exist', async () => {
  const { borrower, machine } = await lendingWorld();
  const { id } = await request(borrower, machine._id);
  const stranger = await workshop('Brest');
  expect((await world.run(stranger.manager, READ, { id })).refusal).toBe('platform.notFound');
  expect((await world.run(visitor, READ, { id })).refusal).toBe('platform.signIn');
  expect((await world.run(stranger.manager, MOVE, { id, move: 'accept' })).refusal).toBe('platform.notFound');
  const admin = await person('Admin', { admin: true });
  expect(await read(admin, id)).toMatchObject({ side: null, can: [] });
});

test('each side takes only its own steps', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const { id } = await request(borrower, machine._id);
  expect((await world.run(borrower, MOVE, { id, move: 'accept' })).refusal).toBe('platform.forbidden');
  expect((await world.run(lender, MOVE, { id, move: 'cancel' })).refusal).toBe('platform.forbidden');
  expect((await world.run(lender, MOVE, { id, move: 'lapse' })).refusal).toBe('platform.forbidden');
});

test('what is asked for is held: the second is refused, with the next slot, until the first gives up', async () => {
  const { borrower, machine, lender } = await lendingWorld();
  const first = await request(borrower, machine._id);
  const second = await world.run(borrower, REQUEST, { input: wish(machine._id) });
  expect(second.refusal).toBe('calendar.taken');
  expect(second.params).toMatchObject({ nextFrom: until });
  await move(lender, first.id, 'decline', { note: 'Fermé ce jour-là' });
  await request(borrower, machine._id);
});

test('a hold that ran out blocks nobody, cannot be accepted, and both sides hear of it', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.holdHours': 1 } });
  const first = await request(borrower, machine._id);
  world.clock.forward({ hours: 1 });
  expect((await world.run(lender, MOVE, { id: first.id, move: 'accept' })).refusal).toBe('borrowing.closedMove');
  const second = await request(borrower, machine._id);
  await world.app.services.loanDeadlines.run();
  expect((await read(borrower, first.id)).status).toBe('lapsed');
  expect((await read(borrower, second.id)).status).toBe('asked');
  for (const side of [borrower, lender]) expect(await heard(side, first.id)).toContain('borrowing.lapse');
});

test('a hand-over wants the whole checklist, and may swap the unit for another that is free', async () => {
  const units = [
    { id: newId(), code: 'A-01' },
    { id: newId(), code: 'A-02' },
  ];
  const { borrower, lender, machine } = await lendingWorld({ units });
  const first = await request(borrower, machine._id);
  await move(lender, first.id, 'accept');
  world.clock.set('2026-11-24T07:00:00Z');
  const lazy = { ...handOver, present: ['Câble'] };
  const refused = await world.run(lender, MOVE, { id: first.id, move: 'hand_over', handOver: lazy });
  expect(refused).toMatchObject({ refusal: 'borrowing.checklist', params: { item: 'Mire' } });
  const out = await move(lender, first.id, 'hand_over', { handOver: { ...handOver, unitId: units[1]!.id } });
  expect(out.unit.id).toBe(units[1]!.id);

  const later = { from: '2026-11-24T13:00:00.000Z', until: '2026-11-24T15:00:00.000Z' };
  const second = await request(borrower, machine._id, later);
  await move(lender, second.id, 'accept');
  world.clock.set('2026-11-24T12:30:00Z');
  const swap = { ...handOver, unitId: units[1]!.id };
  expect((await world.run(lender, MOVE, { id: second.id, move: 'hand_over', handOver: swap })).refusal).toBe(
    'borrowing.unitOut',
  );
  expect((await read(lender, second.id)).unitChoices).toEqual([
    { free: true, unit: { id: units[0]!.id } },
    { free: false, unit: { id: units[1]!.id } },
  ]);
  await move(lender, second.id, 'hand_over', { handOver });
});

test('a hand-over is refused too early, with the hour at which it opens', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  const { id } = await request(borrower, machine._id);
  await move(lender, id, 'accept');
  const early = await world.run(lender, MOVE, { id, move: 'hand_over', handOver });
  expect(early).toMatchObject({ refusal: 'borrowing.notYet', params: { from: '2026-11-24T06:00:00.000Z' } });
});

test('an early return frees what is left of the time', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  const { id } = await request(borrower, machine._id);
  await move(lender, id, 'accept');
  world.clock.set('2026-11-24T08:00:00Z');
  await move(lender, id, 'hand_over', { handOver });
  world.clock.set('2026-11-24T09:00:00Z');
  await move(lender, id, 'take_back', { takeBack });
  await request(borrower, machine._id, { from: '2026-11-24T09:00:00.000Z' });
});

test('nobody came: the time is free again', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  const { id } = await request(borrower, machine._id);
  await move(lender, id, 'accept');
  world.clock.set('2026-11-24T09:00:00Z');
  expect(await move(lender, id, 'no_show')).toMatchObject({ status: 'no_show' });
  await request(borrower, machine._id, { from: '2026-11-24T09:30:00.000Z' });
});

test('lists: the loans that wait for me come first, and the desk has the day', async () => {
  const { borrower, lender, machine, site } = await lendingWorld();
  const calm = await request(borrower, machine._id, { from: '2026-11-27T08:00:00Z', until: '2026-11-27T10:00:00Z' });
  await move(lender, calm.id, 'accept');
  const waiting = await request(borrower, machine._id, { from: '2026-11-28T08:00:00Z', until: '2026-11-28T10:00:00Z' });
  const gone = await request(borrower, machine._id, { from: '2026-11-26T08:00:00Z', until: '2026-11-26T10:00:00Z' });
  await move(borrower, gone.id, 'cancel');
  const MINE = `query Q($side: LoanSideWish!, $status: [LoanStatus!]) { myLoans(side: $side, status: $status) { totalCount nodes { id } } }`;
  const mine = async (viewer: Viewer, variables: object) =>
    (await world.get<{ myLoans: { nodes: { id: string }[] } }>(viewer, MINE, variables as never)).myLoans.nodes.map(
      ({ id }) => id,
    );
  expect(await mine(lender, { side: 'lender' })).toEqual([waiting.id, calm.id, gone.id]);
  expect(await mine(borrower, { side: 'borrower' })).toEqual([calm.id, waiting.id, gone.id]);
  expect(await mine(borrower, { side: 'lender' })).toEqual([]);
  expect(await mine(borrower, { side: 'both', status: ['cancelled'] })).toEqual([gone.id]);

  const DESK = `query D($workshopId: ID!, $day: String) { desk(workshopId: $workshopId, day: $day) { day
    handOvers: section(name: hand_overs) { nodes { id } } returns: section(name: returns) { nodes { id } }
    late: section(name: late) { nodes { id } } requests: section(name: requests) { nodes { id } } } }`;
  const { desk } = await world.get<{ desk: Record<string, unknown> }>(lender, DESK, {
    workshopId: site._id,
    day: '2026-11-27',
  });
  expect(desk).toMatchObject({
    handOvers: { nodes: [{ id: calm.id }] },
    returns: { nodes: [] },
    late: { nodes: [] },
    requests: { nodes: [{ id: waiting.id }] },
  });
  expect((await world.run(borrower, DESK, { workshopId: site._id })).refusal).toBe('platform.forbidden');
  expect((await world.run(lender, DESK, { workshopId: site._id, day: '2026-99-99' })).refusal).toBe('calendar.period');
});
