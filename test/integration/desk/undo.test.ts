import { afterEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { CustodyRecord } from '../../../gateway/modules/calendar/custody.entity.ts';
import { useApp } from '../../support/app.ts';
import { handOver, lendingWorld, loanSteps, MOVE, morning, REQUEST, takeBack, wish } from '../../support/loans.ts';

const world = useApp();
const { request, move, read, heard } = loanSteps(world);

/** A loan of Tuesday morning, accepted on Monday. */
async function agreed() {
  const sides = await lendingWorld();
  const { id } = await request(sides.borrower, sides.machine._id);
  await move(sides.lender, id, 'accept');
  return { ...sides, id };
}

async function out() {
  const sides = await agreed();
  world.clock.set('2026-11-24T08:00:00Z');
  await move(sides.lender, sides.id, 'hand_over', { handOver });
  return sides;
}

afterEach(async () => {
  expect(await examine(world.clock.read())).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

test('an acceptance undone is a request that holds its time again, and both sides hear of it', async () => {
  const { lender, borrower, id } = await agreed();
  world.clock.forward({ minutes: 4 });
  const back = await move(lender, id, 'undo_accept');
  expect(back).toMatchObject({ status: 'asked', can: ['accept', 'decline'] });
  expect(await BookingRecord.find({ subjectId: id, blocking: true }).lean()).toMatchObject([
    { state: 'held', holdUntil: new Date(back.holdUntil!) },
  ]);
  for (const side of [lender, borrower]) expect(await heard(side, id)).toContain('borrowing.undo_accept');
  await move(lender, id, 'accept');
  expect((await read(borrower, id)).status).toBe('accepted');
});

test('a refusal undone holds the time again, and not when somebody has taken it since', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const first = await request(borrower, machine._id);
  await move(lender, first.id, 'decline', { note: 'En panne.' });
  await move(lender, first.id, 'undo_decline');
  expect((await world.run(borrower, REQUEST, { input: wish(machine._id) })).refusal).toBe('calendar.taken');
  await move(lender, first.id, 'decline', { note: 'En panne.' });
  await request(borrower, machine._id);
  const late = await world.run(lender, MOVE, { id: first.id, move: 'undo_decline' });
  expect(late.refusal).toBe('calendar.taken');
  expect((await read(lender, first.id)).status).toBe('declined');
});

test('a hand-over undone annuls its document, which stays with who annulled it and when; the machine can leave again', async () => {
  const { lender, borrower, id } = await out();
  world.clock.forward({ minutes: 2 });
  const back = await move(lender, id, 'undo_hand_over');
  expect(back).toMatchObject({ status: 'accepted', handOver: null });
  const row = await LoanRecord.findById(id).lean();
  expect(row?.annulled).toMatchObject([
    { at: world.clock.read(), personId: lender.id, handOver: { receivedBy: 'Karim O.', condition: 'Propre' } },
  ]);
  expect(await CustodyRecord.find({ loanId: id }).lean()).toMatchObject([
    { open: false, annulledAt: world.clock.read() },
  ]);
  expect(await heard(borrower, id)).toContain('borrowing.undo_hand_over');
  expect((await move(lender, id, 'hand_over', { handOver })).status).toBe('out');
});

test('a return undone gives the unit back to its borrower until the end agreed', async () => {
  const { lender, borrower, machine, id } = await out();
  world.clock.set('2026-11-24T10:00:00Z');
  await move(lender, id, 'take_back', { takeBack });
  world.clock.forward({ minutes: 1 });
  expect(await move(lender, id, 'undo_take_back')).toMatchObject({ status: 'out', takeBack: null });
  const afternoon = { from: '2026-11-24T10:30:00.000Z', until: '2026-11-24T11:30:00.000Z' };
  const taken = await world.run(borrower, REQUEST, { input: wish(machine._id, afternoon) });
  expect(taken.refusal).toBe('calendar.taken');
  expect(await CustodyRecord.find({ loanId: id, open: true }).lean()).toMatchObject([
    { dueAt: new Date(morning.until) },
  ]);
});

test('a return is not undone over the time that somebody asked for since', async () => {
  const { lender, borrower, machine, id } = await out();
  world.clock.set('2026-11-24T10:00:00Z');
  await move(lender, id, 'take_back', { takeBack });
  const soon = { from: '2026-11-24T10:30:00.000Z', until: '2026-11-24T11:30:00.000Z' };
  await request(borrower, machine._id, soon);
  const refused = await world.run(lender, MOVE, { id, move: 'undo_take_back' });
  expect(refused.refusal).toBe('calendar.taken');
  expect((await read(lender, id)).status).toBe('returned');
});

test('an absence noted too soon, and a loan closed too soon, come back as they were', async () => {
  const { lender, id } = await agreed();
  world.clock.set('2026-11-24T08:10:00Z');
  await move(lender, id, 'no_show');
  expect((await move(lender, id, 'undo_no_show')).status).toBe('accepted');
  await move(lender, id, 'hand_over', { handOver });
  world.clock.set('2026-11-24T11:55:00Z');
  await move(lender, id, 'take_back', { takeBack });
  await move(lender, id, 'close');
  expect((await move(lender, id, 'undo_close')).status).toBe('returned');
});

test('after five minutes, after another step, or by the other side, nothing is undone', async () => {
  const { lender, borrower, id } = await agreed();
  expect((await world.run(borrower, MOVE, { id, move: 'undo_accept' })).refusal).toBe('platform.forbidden');
  world.clock.forward({ minutes: 5 });
  expect((await world.run(lender, MOVE, { id, move: 'undo_accept' })).refusal).toBe('borrowing.closedMove');
  world.clock.set('2026-11-24T08:00:00Z');
  await move(lender, id, 'hand_over', { handOver });
  expect((await world.run(lender, MOVE, { id, move: 'undo_accept' })).refusal).toBe('borrowing.closedMove');
});

test('of an undo and the next step taken at the same time one wins, and of two undos one is written', async () => {
  const { lender, id } = await out();
  const outcomes = await Promise.all([
    world.run(lender, MOVE, { id, move: 'undo_hand_over' }),
    world.run(lender, MOVE, { id, move: 'take_back', takeBack }),
    world.run(lender, MOVE, { id, move: 'undo_hand_over' }),
  ]);
  expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const { history, status } = await read(lender, id);
  expect(history).toHaveLength(4);
  expect(['accepted', 'returned']).toContain(status);
});

test('the desk lists what can still be undone, and each of its sections walks an index', async () => {
  const { lender, borrower, machine, site, id } = await out();
  const waiting = await request(borrower, machine._id, { from: '2026-11-26T08:00:00Z', until: '2026-11-26T10:00:00Z' });
  const DESK = `query D($workshopId: ID!) { desk(workshopId: $workshopId) { day undoable { id undo { move until } }
    handed: section(name: handed_over, first: 1) { totalCount nodes { id } } requests: section(name: requests) { nodes { id } }
    returns: section(name: returns) { nodes { id } } } }`;
  const { desk } = await world.get<{ desk: unknown }>(lender, DESK, { workshopId: site._id });
  expect(desk).toMatchObject({
    day: '2026-11-24',
    undoable: [{ id, undo: { move: 'undo_hand_over', until: '2026-11-24T08:05:00.000Z' } }],
    handed: { totalCount: 1, nodes: [{ id }] },
    requests: { nodes: [{ id: waiting.id }] },
    returns: { nodes: [{ id }] },
  });
  world.clock.forward({ minutes: 5 });
  const later = await world.get<{ desk: unknown }>(lender, DESK, { workshopId: site._id });
  expect(later.desk).toMatchObject({ undoable: [] });
  const { sectionOf, deskSections } = await import('../../../gateway/modules/borrowing/desk.rules.ts');
  const day = await world.app.services.desks.open(lender, site._id);
  for (const section of deskSections) {
    const { filter, order } = sectionOf(section, day);
    const plan = await LoanRecord.find({ workshopId: site._id, ...filter })
      .sort({ [order]: 1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan), section).not.toContain('COLLSCAN');
  }
  expect((await world.run(borrower, DESK, { workshopId: site._id })).refusal).toBe('platform.forbidden');
});
