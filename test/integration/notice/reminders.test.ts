import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, createApp } from '../../../gateway/app.ts';
import { NoticeRecord } from '../../../gateway/modules/notice/notice-row.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { handOver, lendingWorld, loanSteps } from '../../support/loans.ts';

const world = useApp();
const { request, move } = loanSteps(world);
let other: App;

/** Nine to one on Friday; it is Monday. */
const friday = { from: '2026-11-27T08:00:00.000Z', until: '2026-11-27T12:00:00.000Z' };

/** Both gateways look at the clock at the same time, twice. */
async function bothLook(now: string) {
  world.clock.set(now);
  for (let turn = 0; turn < 2; turn++)
    await Promise.all([world.app, other].map(({ services }) => services.loanDeadlines.run()));
}

const settle = (viewer: PersonViewer, remindBefore: number, remindOnDay: boolean) =>
  world.get(viewer, 'mutation S($input: NoticePreferencesInput!) { settleNotices(input: $input) { timeZone } }', {
    input: { channels: [], timeZone: 'Europe/Paris', remindBefore, remindOnDay },
  });
const reminded = async ({ id }: PersonViewer) =>
  (await NoticeRecord.find({ personId: id, type: 'reminders' }).sort({ at: 1 }).lean()).map(
    ({ event, at }) => `${at.toISOString().slice(8, 16)} ${event.replace('borrowing.', '')}`,
  );

beforeEach(async () => {
  other = await createApp(world.app.deps);
});
afterEach(() => world.clock.set('2026-11-23T08:00:00Z'));

test('each person is reminded once at the lead that they chose, and on the day, whichever gateway looks first', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  await settle(lender, 48, false);
  await settle(borrower, 2, true);
  const { id } = await request(borrower, machine._id, friday);
  await move(lender, id, 'accept');
  for (const now of ['25T07:59', '25T08:00', '26T08:00', '27T05:59', '27T06:00', '27T06:01', '27T07:59'])
    await bothLook(`2026-11-${now}:00Z`);
  expect(await reminded(lender)).toEqual(['25T08:00 hand_over_soon']);
  expect(await reminded(borrower)).toEqual(['27T06:00 hand_over_today', '27T06:00 hand_over_soon'].sort());
  await world.app.outbox.drain();
  expect(world.mails.filter(({ to }) => to === lender.email && true).map(({ subject }) => subject)).toHaveLength(2);
});

test('nobody who wants none is reminded, and nothing happens for them', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  for (const side of [lender, borrower]) await settle(side, 0, false);
  const { id } = await request(borrower, machine._id, friday);
  await move(lender, id, 'accept');
  for (const now of ['25T08:00', '26T08:00', '27T06:30']) await bothLook(`2026-11-${now}:00Z`);
  expect([await reminded(lender), await reminded(borrower)]).toEqual([[], []]);
});

test('a return is reminded to who has the machine; a loan of one morning is not reminded as it leaves', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const long = await request(borrower, machine._id, { from: '2026-11-24T08:00:00.000Z', until: friday.until });
  await move(lender, long.id, 'accept');
  world.clock.set('2026-11-24T08:00:00Z');
  await move(lender, long.id, 'hand_over', { handOver });
  for (const now of ['24T09:00', '26T11:59', '26T12:00', '27T06:00', '27T11:00']) await bothLook(`2026-11-${now}:00Z`);
  expect((await reminded(borrower)).filter((line) => line.includes('return'))).toEqual([
    '26T12:00 return_soon',
    '27T06:00 return_today',
  ]);
  expect((await reminded(lender)).filter((line) => line.includes('return'))).toEqual([]);

  world.clock.set('2026-11-23T08:00:00Z');
  const short = await lendingWorld();
  const loan = await request(short.borrower, short.machine._id);
  await move(short.lender, loan.id, 'accept');
  world.clock.set('2026-11-24T08:00:00Z');
  await move(short.lender, loan.id, 'hand_over', { handOver });
  await bothLook('2026-11-24T08:10:00Z');
  expect((await reminded(short.borrower)).filter((line) => line.includes('return'))).toEqual([]);
});
