import { expect, test } from 'vitest';
import { examine } from '../../gateway/doctor.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { MandateRecord } from '../../gateway/modules/identity/person.entity.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { lendingWorld, wish } from '../support/loans.ts';
import { laser, person } from '../support/world.ts';

const world = useApp();

const REQUEST = 'mutation R($input: RequestLoanInput!) { requestLoan(input: $input) { id code } }';
const MOVE = 'mutation M($id: ID!, $move: LoanMove!) { moveLoan(id: $id, move: $move) { status } }';

interface Reply {
  status: number;
  data: { requestLoan?: { id: string } | null; moveLoan?: { status: string } | null } | null;
  key: string | undefined;
}

/** Clients over HTTP, each with a session of their own, acting for the workshop that borrows. */
async function crowd(size: number, workshopId: string) {
  const { url } = served ?? (served = await world.serve());
  return Promise.all(
    Array.from({ length: size }, async () => {
      const one = await person('Une personne pressée');
      const role = { role: 'workshop_member' as const, scope: 'workshop' as const, scopeId: workshopId };
      await MandateRecord.create([
        { _id: newId(), personId: one.id, ...role, since: new Date('2026-01-05T09:00:00Z') },
      ]);
      const headers = {
        'content-type': 'application/json',
        'x-acting-for': `workshop:${workshopId}`,
        ...(await world.signedIn(one)),
      };
      return async (query: string, variables: object): Promise<Reply> => {
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await answer.json()) as {
          data: Reply['data'];
          errors?: { extensions: { key?: string } }[];
        };
        return { status: answer.status, data, key: errors?.[0]?.extensions.key };
      };
    }),
  );
}
let served: { url: string } | undefined;

const winners = (replies: readonly Reply[]) => replies.filter(({ data }) => data?.requestLoan);
const refused = (replies: readonly Reply[]) => replies.filter(({ key }) => key === 'calendar.taken');
const sound = async (replies: readonly Reply[]) => {
  expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  expect(winners(replies).length + refused(replies).length).toBe(replies.length);
  expect(await examine(world.clock.read())).toEqual([]);
};

test(
  'a hundred ask for one slot at once: one has it, ninety-nine hear that it is taken',
  { timeout: 60_000 },
  async () => {
    const { borrower, machine } = await lendingWorld();
    const clients = await crowd(100, borrower.acting.id);
    const replies = await Promise.all(clients.map((ask) => ask(REQUEST, { input: wish(machine._id) })));
    await sound(replies);
    expect(winners(replies)).toHaveLength(1);
  },
);

test('of three units, a hundred who ask at once get three', { timeout: 60_000 }, async () => {
  const units = ['A', 'B', 'C'].map((code) => ({ id: newId(), code: `${newId()}-${code}` }));
  const { borrower, machine } = await lendingWorld({ units });
  const clients = await crowd(100, borrower.acting.id);
  const replies = await Promise.all(clients.map((ask) => ask(REQUEST, { input: wish(machine._id) })));
  await sound(replies);
  expect(winners(replies)).toHaveLength(3);
});

test('slots of different lengths that overlap: whoever wins, no two overlap', { timeout: 60_000 }, async () => {
  const { borrower, machine } = await lendingWorld({
    buffers: { prepareMinutes: 10, cleanMinutes: 20, transportMinutes: 0 },
  });
  const clients = await crowd(60, borrower.acting.id);
  const hour = (minutes: number) => new Date(Date.parse('2026-11-24T08:00:00Z') + minutes * 60_000).toISOString();
  const replies = await Promise.all(
    clients.map((ask, index) => {
      const start = (index * 37) % 480;
      return ask(REQUEST, {
        input: wish(machine._id, { from: hour(start), until: hour(start + 30 + ((index * 53) % 240)) }),
      });
    }),
  );
  await sound(replies);
  const won = await LoanRecord.find({ resourceId: machine._id }).lean();
  expect(won).toHaveLength(winners(replies).length);
  expect(won.length).toBeGreaterThan(1);
});

test(
  'two machines taken together in opposite orders: nobody waits for ever, and each slot has one taker',
  { timeout: 60_000 },
  async () => {
    const { site, machine } = await lendingWorld();
    const other = await laser(site);
    const { calendar } = world.app.services;
    const period = { from: new Date('2026-11-25T08:00:00Z'), until: new Date('2026-11-25T12:00:00Z') };
    const take = (first: string, second: string) => {
      const subjectId = newId();
      const ask = (resourceId: string) => ({
        resourceId,
        period,
        purpose: 'production' as const,
        subjectId,
        away: false,
      });
      return calendar.reserve([ask(first), ask(second)]).then(
        () => 'won',
        (error: { key?: string }) => error.key,
      );
    };
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 ? take(machine._id, other._id) : take(other._id, machine._id),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'calendar.taken')).toHaveLength(39);
    expect(await BookingRecord.countDocuments({ resourceId: { $in: [machine._id, other._id] }, blocking: true })).toBe(
      2,
    );
  },
);

test('one intention sent twenty times at once is one loan', { timeout: 60_000 }, async () => {
  const { borrower, machine } = await lendingWorld();
  const [ask] = await crowd(1, borrower.acting.id);
  const input = wish(machine._id);
  const replies = await Promise.all(Array.from({ length: 20 }, () => ask!(REQUEST, { input })));
  expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  expect(winners(replies)).toHaveLength(20);
  expect(new Set(winners(replies).map(({ data }) => data!.requestLoan!.id)).size).toBe(1);
  const again = await ask!(REQUEST, { input });
  expect(again.data?.requestLoan?.id).toBe(winners(replies)[0]!.data!.requestLoan!.id);
  expect(await LoanRecord.countDocuments({ resourceId: machine._id })).toBe(1);
});

test(
  'accepting against the end of the hold, with others waiting for the slot: one of them has it',
  { timeout: 60_000 },
  async () => {
    const { lender, borrower, machine } = await lendingWorld();
    await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.holdHours': 1 } });
    const clients = await crowd(10, borrower.acting.id);
    const [accept] = await crowd(1, lender.acting.id);
    for (let round = 0; round < 8; round += 1) {
      const slot = { from: `2026-12-0${round + 1}T08:00:00.000Z`, until: `2026-12-0${round + 1}T12:00:00.000Z` };
      world.clock.set('2026-11-23T08:00:00Z');
      const first = await clients[0]!(REQUEST, { input: wish(machine._id, slot) });
      const id = first.data!.requestLoan!.id;
      world.clock.set(new Date(Date.parse('2026-11-23T09:00:00Z') - 1));
      const accepted = accept!(MOVE, { id, move: 'accept' });
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      world.clock.set('2026-11-23T09:00:00Z');
      const others = await Promise.all(clients.map((ask) => ask(REQUEST, { input: wish(machine._id, slot) })));
      const { data, key, status } = await accepted;
      expect(status).toBeLessThan(500);
      const took = data?.moveLoan ? 1 : 0;
      if (!took) expect(['borrowing.closedMove', 'calendar.taken']).toContain(key);
      expect(winners(others).length + took).toBe(1);
      await world.app.services.loanDeadlines.run();
      await sound(others);
    }
  },
);
