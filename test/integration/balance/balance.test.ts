import mongoose from 'mongoose';
import { beforeAll, expect, test } from 'vitest';
import type { PersonViewer, Viewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { handOver, loanSteps, takeBack } from '../../support/loans.ts';
import { sharingSteps } from '../../support/sharing.ts';
import { firm, laser, network, workshop } from '../../support/world.ts';

const world = useApp();
const { offer, claim, move } = sharingSteps(world);
const loans = loanSteps(world);

const BALANCE = `query B($workshopId: ID!, $from: String!, $until: String!) {
  balance(workshopId: $workshopId, from: $from, until: $until) { inCents outCents togetherCents savedKg unweighed
    given { ...L } taken { ...L } together { ...L } } }
  fragment L on BalanceLine { kind unit parts quantity amongWorkshops cents }`;

interface Line {
  kind: string;
  unit: string;
  parts: number;
  quantity: number;
  amongWorkshops: number;
  cents: number;
}
interface Seen {
  inCents: number;
  outCents: number;
  togetherCents: number;
  savedKg: number;
  given: Line[];
  taken: Line[];
  together: Line[];
}

const year = { from: '2026-01-01', until: '2026-12-31' };
const balanceOf = async (viewer: Viewer, { acting }: PersonViewer, days = year) =>
  (await world.get<{ balance: Seen }>(viewer, BALANCE, { workshopId: acting.id, ...days })).balance;

/** Asks, is given it, takes it away and brings it back. */
async function lend(lender: PersonViewer, borrower: PersonViewer, machineId: string, period: object): Promise<void> {
  const { id } = await loans.request(borrower, machineId, period);
  await loans.move(lender, id, 'accept');
  world.clock.set((period as { from: string }).from);
  await loans.move(lender, id, 'hand_over', { handOver: { ...handOver, present: [] } });
  world.clock.forward({ hours: 1 });
  await loans.move(lender, id, 'take_back', { takeBack: { ...takeBack, present: [] } });
}

let cast: Record<'blois' | 'tours' | 'orleans' | 'head', PersonViewer>;
beforeAll(async () => {
  const [blois, tours, orleans] = [await workshop('Blois'), await workshop('Tours'), await workshop('Orléans')];
  const { head } = await network([blois.workshop, tours.workshop, orleans.workshop]);
  const { member } = await firm();
  cast = { blois: blois.manager, tours: tours.manager, orleans: orleans.manager, head };
  const terms = {
    pricing: 'hourly',
    rateCents: 1_500,
    depositCents: 0,
    audience: 'everyone',
    automatic: false,
    noticeHours: 0,
    longestHours: 720,
    holdHours: 48,
    conditions: '',
  } as const;
  const [one, other] = [await laser(blois.workshop, { terms }), await laser(tours.workshop)];
  const onSite = { use: 'on_site', from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T11:30:00.000Z' };
  const away = { use: 'take_away', from: '2026-11-25T08:00:00.000Z', until: '2026-11-28T20:00:00.000Z' };
  await loans.request(orleans.manager, one._id, {
    ...away,
    from: '2026-12-20T08:00:00.000Z',
    until: '2026-12-21T08:00:00.000Z',
  });
  await lend(blois.manager, tours.manager, one._id, onSite);
  await lend(tours.manager, blois.manager, other._id, away);
  await lend(blois.manager, member, one._id, {
    ...onSite,
    from: '2026-11-26T08:00:00.000Z',
    until: '2026-11-26T10:00:00.000Z',
  });
  await play();
});

/** Materials, a session, a purchase and a job, each as far as it counts, with a part of each that does not. */
async function play(): Promise<void> {
  const { blois, tours, orleans } = cast;
  world.clock.set('2026-11-27T08:00:00.000Z');
  const lot = await offer(blois, 'material', {
    measure: 'kg',
    facts: [
      { name: 'material', text: 'plywood' },
      { name: 'form', text: 'offcut' },
      { name: 'origin', text: 'offcut' },
    ],
  });
  for (const [viewer, quantity] of [
    [tours, 2],
    [orleans, 3],
  ] as const) {
    const { id } = await claim(viewer, lot.id, quantity);
    await move(blois, id, 'accept');
    await move(blois, id, 'receive');
  }
  await claim(tours, lot.id, 1);
  const session = await offer(orleans, 'training', {
    from: '2026-12-01T08:00:00.000Z',
    until: '2026-12-01T12:00:00.000Z',
  });
  const seats = await claim(blois, session.id, 2);
  await move(orleans, seats.id, 'accept');
  const empty = await claim(tours, session.id, 1);
  await move(orleans, empty.id, 'accept');
  world.clock.set('2026-12-01T09:00:00.000Z');
  await move(orleans, seats.id, 'attend');
  await move(orleans, empty.id, 'miss');
  const purchase = await offer(tours, 'purchase');
  await claim(tours, purchase.id, 4);
  await claim(blois, purchase.id, 6);
  world.clock.set('2026-12-15T18:00:00.000Z');
  await world.app.services.sharingDeadlines.run();
}

const lineOf = (lines: readonly Line[], kind: string, unit: string) =>
  lines.find((line) => line.kind === kind && line.unit === unit);

test('says what a workshop lent, gave and taught, and what it had, in figures that can be counted by hand', async () => {
  const blois = await balanceOf(cast.blois, cast.blois);
  expect(blois.given).toEqual([
    // Three hours and a half for Tours, four of which are charged; two for a firm.
    { kind: 'equipment', unit: 'hour', parts: 2, quantity: 5.5, amongWorkshops: 3.5, cents: 9_000 },
    { kind: 'material', unit: 'kg', parts: 2, quantity: 5, amongWorkshops: 5, cents: 1_250 },
  ]);
  expect(blois.taken).toEqual([
    { kind: 'equipment', unit: 'day', parts: 1, quantity: 3.5, amongWorkshops: 3.5, cents: 0 },
    { kind: 'training', unit: 'seat', parts: 1, quantity: 2, amongWorkshops: 2, cents: 9_000 },
  ]);
  expect(blois.together).toEqual([
    { kind: 'purchase', unit: 'sheet', parts: 1, quantity: 6, amongWorkshops: 6, cents: 9_000 },
  ]);
  expect(blois).toMatchObject({ inCents: 10_250, outCents: 9_000, togetherCents: 9_000, savedKg: 5 });
});

test('adds up over a network: what is lent, given and taught among its workshops is what they had', async () => {
  const all = await Promise.all([cast.blois, cast.tours, cast.orleans].map((viewer) => balanceOf(cast.head, viewer)));
  const sums = (side: 'given' | 'taken', of: 'amongWorkshops' | 'quantity') => {
    const sum: Record<string, number> = {};
    for (const line of all.flatMap((balance) => balance[side]))
      sum[`${line.kind} ${line.unit}`] = (sum[`${line.kind} ${line.unit}`] ?? 0) + line[of];
    return sum;
  };
  expect(sums('given', 'amongWorkshops')).toEqual(sums('taken', 'quantity'));
  expect(Object.keys(sums('taken', 'quantity')).sort()).toEqual([
    'equipment day',
    'equipment hour',
    'material kg',
    'training seat',
  ]);
});

test('counts on the day of the hand-over and of the receipt, where the workshop is', async () => {
  const day = (date: string) => balanceOf(cast.blois, cast.blois, { from: date, until: date });
  expect((await day('2026-11-24')).given).toMatchObject([{ kind: 'equipment', parts: 1, quantity: 3.5 }]);
  expect((await day('2026-11-25')).given).toEqual([]);
  expect((await day('2026-11-27')).given).toMatchObject([{ kind: 'material', parts: 2 }]);
  const before = await balanceOf(cast.blois, cast.blois, { from: '2025-01-01', until: '2025-12-31' });
  expect(before).toMatchObject({ given: [], taken: [], together: [], inCents: 0, savedKg: 0 });
});

test('is refused with days that are none, or the wrong way round', async () => {
  const ask = (days: object) => world.run(cast.blois, BALANCE, { workshopId: cast.blois.acting.id, ...days });
  expect((await ask({ from: '2026-02-01', until: '2026-01-01' })).refusal).toBe('calendar.period');
  expect((await ask({ from: '2026-13-01', until: '2026-12-31' })).refusal).toBe('calendar.period');
});

test('reads every collection by an index', async () => {
  const db = mongoose.connection.db!;
  await db.command({ profile: 2 });
  await balanceOf(cast.blois, cast.blois);
  await db.command({ profile: 0 });
  const looked = await db
    .collection<{ ns: string; planSummary?: string }>('system.profile')
    .find({ ns: /\.(loans|claims|reuses|listings|resources)$/ })
    .toArray();
  expect(looked.length).toBeGreaterThan(5);
  for (const { ns, planSummary } of looked)
    expect([ns, planSummary]).toEqual([ns, expect.stringMatching(/IXSCAN|IDHACK/)]);
  expect(lineOf((await balanceOf(cast.tours, cast.tours)).taken, 'material', 'kg')?.quantity).toBe(2);
});
