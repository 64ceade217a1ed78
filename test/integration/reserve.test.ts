import { expect, test } from 'vitest';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';
import { useApp } from '../support/app.ts';
import { laser, workshop } from '../support/world.ts';

const world = useApp();

const slot = (from: string, until: string) => ({
  from: new Date(`2026-11-26T${from}:00Z`),
  until: new Date(`2026-11-26T${until}:00Z`),
});
const ask = (resourceId: string, from: string, until: string, more = {}) => ({
  resourceId,
  period: slot(from, until),
  purpose: 'loan' as const,
  subjectId: newId(),
  away: false,
  ...more,
});
const refusalOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );

test('a booking that ends at noon leaves noon free', async () => {
  const { calendar } = world.app.services;
  const machine = await laser((await workshop()).workshop);
  await calendar.reserve([ask(machine._id, '10:00', '12:00')]);
  await calendar.reserve([ask(machine._id, '12:00', '13:00')]);
  const refusal = await refusalOf(calendar.reserve([ask(machine._id, '11:30', '12:30')]));
  expect(refusal?.key).toBe('calendar.taken');
  expect(refusal?.params.nextFrom).toBe('2026-11-26T13:00:00.000Z');
});

test('preparation and cleaning keep neighbours apart', async () => {
  const { calendar } = world.app.services;
  const buffers = { prepareMinutes: 15, cleanMinutes: 30, transportMinutes: 60 };
  const machine = await laser((await workshop()).workshop, { buffers });
  await calendar.reserve([ask(machine._id, '10:00', '12:00')]);
  expect((await refusalOf(calendar.reserve([ask(machine._id, '12:30', '13:00')])))?.key).toBe('calendar.taken');
  await calendar.reserve([ask(machine._id, '12:45', '13:00')]);
});

test('a hold stops blocking at its instant, and its taker leaves nothing overlapping', async () => {
  const { calendar } = world.app.services;
  const machine = await laser((await workshop()).workshop);
  const held = ask(machine._id, '10:00', '12:00', { holdUntil: new Date('2026-11-23T10:00:00Z') });
  await calendar.reserve([held]);
  expect((await refusalOf(calendar.reserve([ask(machine._id, '10:00', '12:00')])))?.key).toBe('calendar.taken');
  world.clock.set('2026-11-23T10:00:00Z');
  await calendar.reserve([ask(machine._id, '10:00', '12:00')]);
  expect((await refusalOf(calendar.confirm(held.subjectId)))?.key).toBe('calendar.taken');
  expect(await BookingRecord.countDocuments({ resourceId: machine._id, blocking: true })).toBe(1);
});

test('two interchangeable units take two bookings of one hour, not three', async () => {
  const { calendar } = world.app.services;
  const owner = (await workshop()).workshop;
  const units = [newId(), newId()].map((id, n) => ({ id, code: `U-${n}` }));
  const machine = await laser(owner, { units });
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => refusalOf(calendar.reserve([ask(machine._id, '10:00', '11:00')]))),
  );
  expect(outcomes.filter((refusal) => refusal === undefined)).toHaveLength(2);
});

test('several machines are taken together or not at all', async () => {
  const { calendar } = world.app.services;
  const owner = (await workshop()).workshop;
  const [a, b] = [await laser(owner), await laser(owner)];
  await calendar.reserve([ask(b._id, '10:00', '11:00')]);
  const refusal = await refusalOf(calendar.reserve([ask(a._id, '10:00', '11:00'), ask(b._id, '10:30', '11:30')]));
  expect(refusal?.key).toBe('calendar.taken');
  expect(await BookingRecord.countDocuments({ resourceId: a._id })).toBe(0);
});

test('a hundred who want overlapping hours in opposite orders never overlap and never wait for ever', async () => {
  const { calendar } = world.app.services;
  const owner = (await workshop()).workshop;
  const [a, b] = [await laser(owner), await laser(owner)];
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, n) => {
      const until = `1${1 + (n % 3)}:00`;
      const pair = n % 2 ? [a, b] : [b, a];
      return refusalOf(calendar.reserve(pair.map(({ _id }) => ask(_id, '10:00', until))));
    }),
  );
  expect(outcomes.filter((refusal) => refusal === undefined)).toHaveLength(1);
  expect(new Set(outcomes.filter(Boolean).map((refusal) => refusal!.key))).toEqual(new Set(['calendar.taken']));
});

test('a machine kept past its term is not free until it is back', async () => {
  const { calendar } = world.app.services;
  world.clock.set('2026-11-26T09:00:00Z');
  const machine = await laser((await workshop()).workshop);
  const loanId = newId();
  await calendar.openCustody({
    loanId,
    resourceId: machine._id,
    unitId: machine.units[0]!.id,
    dueAt: new Date('2026-11-26T08:00:00Z'),
  });
  expect((await refusalOf(calendar.reserve([ask(machine._id, '10:00', '11:00')])))?.key).toBe('calendar.taken');
  await calendar.closeCustody(loanId);
  await calendar.reserve([ask(machine._id, '10:00', '11:00')]);
});
