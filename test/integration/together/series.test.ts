import { expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { type Viewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { lendingWorld, loanSteps, morning } from '../../support/loans.ts';
import { laser, person, workshop } from '../../support/world.ts';

const world = useApp();
const steps = loanSteps(world);

const PREVIEW = `query P($first: LoanWishInput!, $recurrence: RecurrenceInput!) {
  previewSeries(first: $first, recurrence: $recurrence) { from until state quote { possible conditions { condition met next { from until } } } } }`;
const ASK = `mutation S($input: RequestSeriesInput!) { requestSeries(input: $input) { id kind can loans { id from status } } }`;
const MOVE = `mutation M($groupId: ID!, $move: GroupMove!, $fromLoanId: ID, $note: String) {
  moveLoans(groupId: $groupId, move: $move, fromLoanId: $fromLoanId, note: $note) { can loans { id from status } } }`;

interface Time {
  from: string;
  until: string;
  state: string;
  quote: { conditions: { condition: string; met: boolean; next: { from: string; until: string } | null }[] };
}
interface Series {
  id: string;
  can: string[];
  loans: { id: string; from: string; status: string }[];
}

const weeks = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    from: new Date(Date.parse(morning.from) + n * 7 * 86_400_000).toISOString(),
    until: new Date(Date.parse(morning.until) + n * 7 * 86_400_000).toISOString(),
  }));
const preview = async (viewer: Viewer, resourceId: string, recurrence: object, more: object = {}) =>
  (
    await world.get<{ previewSeries: Time[] }>(viewer, PREVIEW, {
      first: { resourceId, ...morning, use: 'on_site', ...more },
      recurrence,
    })
  ).previewSeries;
const ask = (viewer: Viewer, resourceId: string, occurrences: object[], more: object = {}) =>
  world.run<{ requestSeries: Series }>(viewer, ASK, {
    input: {
      resourceId,
      use: 'on_site',
      occurrences,
      skipTaken: false,
      termsAccepted: true,
      idempotencyKey: newId(),
      ...more,
    },
  });
const move = async (viewer: Viewer, groupId: string, name: string, more: object = {}) =>
  (await world.get<{ moveLoans: Series }>(viewer, MOVE, { groupId, move: name, ...more })).moveLoans;

test('what collides is shown before it is asked for, with what else would do', async () => {
  const { borrower, machine } = await lendingWorld();
  const second = weeks(2)[1]!;
  await steps.request(await person(), machine._id, second);
  const times = await preview(visitor, machine._id, { every: 'week', times: 4 });
  expect(times.map(({ state }) => state)).toEqual(['free', 'taken', 'free', 'free']);
  const next = times[1]!.quote.conditions.find(({ condition }) => condition === 'free')?.next;
  expect(next).toEqual({ from: second.until, until: '2026-12-01T16:00:00.000Z' });

  expect((await ask(borrower, machine._id, weeks(4))).refusal).toBe('calendar.taken');
  expect(await LoanRecord.countDocuments({ personId: borrower.id })).toBe(0);
  const kept = [...weeks(4).filter(({ from }) => from !== second.from), next!];
  const moved = await ask(borrower, machine._id, kept);
  expect(moved.data.requestSeries.loans.map(({ from }) => from)).toEqual(kept.map(({ from }) => from).sort());
});

test('without the colliding ones, the rest is asked for; when none is free, nothing is', async () => {
  const { borrower, machine } = await lendingWorld();
  await steps.request(await person(), machine._id, weeks(2)[1]);
  const { data } = await ask(borrower, machine._id, weeks(3), { skipTaken: true });
  expect(data.requestSeries.loans.map(({ from }) => from)).toEqual([weeks(3)[0]!.from, weeks(3)[2]!.from]);
  expect((await ask(await person(), machine._id, weeks(3), { skipTaken: true })).refusal).toBe('calendar.taken');
});

test('a series is one transaction and one intention: fifty-two at once, told of once, and a retry changes nothing', async () => {
  const { borrower, machine, lender } = await lendingWorld();
  const idempotencyKey = newId();
  const start = performance.now();
  const { data } = await ask(borrower, machine._id, weeks(52), { idempotencyKey });
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(data.requestSeries.loans).toHaveLength(52);
  const again = await ask(borrower, machine._id, weeks(52), { idempotencyKey });
  expect(again.data.requestSeries.id).toBe(data.requestSeries.id);
  const { happenings } = await world.get<{ happenings: { nodes: { event: string }[] } }>(
    lender,
    '{ happenings(first: 50) { nodes { event } } }',
  );
  expect(happenings.nodes.map(({ event }) => event)).toEqual(['borrowing.ask_series']);
  expect((await ask(borrower, machine._id, weeks(53))).errors).toHaveLength(1);
});

test('the lender accepts in one go or one by one; cancelled: one, this and those after, or all', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  const { id, loans } = (await ask(borrower, machine._id, weeks(5))).data.requestSeries;
  await steps.move(lender, loans[0]!.id, 'accept');
  const accepted = await move(lender, id, 'accept');
  expect(accepted.loans.map(({ status }) => status)).toEqual(Array(5).fill('accepted'));
  expect(await steps.heard(borrower, loans[1]!.id)).toContain('borrowing.accept_series');
  await steps.move(borrower, loans[1]!.id, 'cancel');
  const after = await move(borrower, id, 'cancel', { fromLoanId: loans[3]!.id });
  expect(after.loans.map(({ status }) => status)).toEqual([
    'accepted',
    'cancelled',
    'accepted',
    'cancelled',
    'cancelled',
  ]);
  expect((await world.run(borrower, MOVE, { groupId: id, move: 'accept' })).refusal).toBe('platform.forbidden');
  expect((await world.run(await person(), MOVE, { groupId: id, move: 'cancel' })).refusal).toBe('platform.notFound');
  const none = await move(borrower, id, 'cancel');
  expect(none.can).toEqual([]);
  expect(await BookingRecord.countDocuments({ resourceId: machine._id, blocking: true })).toBe(0);
});

test('declined in one go with one reason; unanswered, it lapses and both sides hear of it once', async () => {
  const { borrower, lender, machine } = await lendingWorld();
  const first = (await ask(borrower, machine._id, weeks(3))).data.requestSeries;
  expect((await world.run(lender, MOVE, { groupId: first.id, move: 'decline' })).refusal).toBe('borrowing.reason');
  const declined = await move(lender, first.id, 'decline', { note: 'Révision' });
  expect(declined.loans.map(({ status }) => status)).toEqual(['declined', 'declined', 'declined']);
  const later = weeks(4).slice(1);
  const second = (await ask(borrower, machine._id, later)).data.requestSeries;
  world.clock.forward({ days: 3 });
  await world.app.services.loanDeadlines.run();
  const heard = await Promise.all(second.loans.map((loan) => steps.heard(borrower, loan.id)));
  expect(heard.flat().filter((event) => event === 'borrowing.lapse')).toHaveLength(1);
  world.clock.forward({ days: -3 });
  expect(await examine(world.clock.read())).toEqual([]);
});

test('thirty ask for crossing series at once: each has all of its dates or none', { timeout: 90_000 }, async () => {
  const { machine } = await lendingWorld();
  const people = await Promise.all(Array.from({ length: 30 }, () => person()));
  const answers = await Promise.all(
    people.map((one, n) => {
      const mine = weeks(12).filter((_, week) => week % (1 + (n % 3)) === 0);
      return ask(one, machine._id, n % 2 ? mine : [...mine].reverse());
    }),
  );
  expect(answers.filter(({ refusal }) => refusal && refusal !== 'calendar.taken')).toEqual([]);
  for (const [n, { refusal, data }] of answers.entries()) {
    const had = await LoanRecord.countDocuments({ personId: people[n]!.id });
    expect(had).toBe(refusal ? 0 : data.requestSeries.loans.length);
  }
  expect(await examine(world.clock.read())).toEqual([]);
});

const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day: day as 1, from: '09:00', to: '18:00' }));

test('on the island the hours are the island’s: open at nine there, closed days are seen, the wall clock is kept', async () => {
  const { workshop: site } = await workshop('Saint-Denis', {
    openingHours: weekdays,
    closures: [{ from: '2026-12-01', to: '2026-12-02', reason: 'Inventaire' }],
  });
  const machine = await laser(site);
  const nine = { from: '2026-11-24T05:00:00Z', until: '2026-11-24T07:00:00Z' };
  const times = await preview(visitor, machine._id, { every: 'week', weekdays: [2, 6], until: '2026-12-08' }, nine);
  expect(times.map(({ from, state }) => [from, state])).toEqual([
    ['2026-11-24T05:00:00.000Z', 'free'],
    ['2026-11-28T05:00:00.000Z', 'closed'],
    ['2026-12-01T05:00:00.000Z', 'closed'],
    ['2026-12-05T05:00:00.000Z', 'closed'],
    ['2026-12-08T05:00:00.000Z', 'free'],
  ]);
  expect(
    (
      await ask(
        await person(),
        machine._id,
        [times[2]!].map(({ from, until }) => ({ from, until })),
      )
    ).refusal,
  ).toBe('calendar.closed');
});

test('a machine taken away over a closure is lent with a warning; handed over or returned on one, it is not', async () => {
  const { workshop: site } = await workshop('Blois', {
    openingHours: weekdays,
    closures: [{ from: '2026-12-24', to: '2027-01-01', reason: 'Fêtes' }],
  });
  const machine = await laser(site);
  const QUOTE = `query Q($wish: LoanWishInput!) { quoteLoan(wish: $wish) { closures { from to reason } conditions { condition met } } }`;
  const quote = async (from: string, until: string, use: string) => {
    const wish = { resourceId: machine._id, from, until, use };
    const { quoteLoan } = await world.get<{
      quoteLoan: { closures: object[]; conditions: { condition: string; met: boolean }[] };
    }>(visitor, QUOTE, { wish });
    return {
      closures: quoteLoan.closures,
      open: quoteLoan.conditions.find(({ condition }) => condition === 'hours')!.met,
    };
  };
  const closure = { from: '2026-12-24', to: '2027-01-01', reason: 'Fêtes' };
  expect(await quote('2026-12-22T09:00:00Z', '2027-01-04T09:00:00Z', 'take_away')).toEqual({
    closures: [closure],
    open: true,
  });
  expect(await quote('2026-12-22T09:00:00Z', '2027-01-04T09:00:00Z', 'on_site')).toEqual({
    closures: [closure],
    open: false,
  });
  expect(await quote('2026-12-22T09:00:00Z', '2026-12-28T09:00:00Z', 'take_away')).toEqual({
    closures: [closure],
    open: false,
  });
  expect(await quote('2026-12-22T09:00:00Z', '2026-12-22T12:00:00Z', 'on_site')).toEqual({ closures: [], open: true });
});
