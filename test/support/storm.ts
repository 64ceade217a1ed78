import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { sessionOf } from './session.ts';
import { laser, person, workshop } from './world.ts';

const HOUR = 3_600_000;
const REPLY_MS = 20_000;

const ask = `mutation ($input: RequestLoanInput!) { requestLoan(input: $input) { id can } }`;
const cancel = `mutation ($id: ID!) { moveLoan(id: $id, move: cancel, note: "Finalement non") { id status } }`;
const look = `query { searchEquipment(first: 5) { totalCount } }`;

interface Reply {
  data?: { requestLoan?: { id: string; can: string[] }; moveLoan?: { id: string } } | null;
  errors?: { extensions?: { code?: string; key?: string } }[];
}

/** What the clients of a storm were told, and how long they were ever left without an answer. */
export interface Storm {
  acknowledged: Set<string>;
  cancelled: Set<string>;
  /** Answers that are neither a success, nor a slot taken, nor a database away. */
  surprises: string[];
  /** The longest time, in milliseconds, that no client had an answer since the last `restartSilence`; one that lasts counts too. */
  silence(): number;
  restartSilence(): void;
  /** Lets the clients finish what they do. */
  end(): Promise<void>;
}

export interface StormOptions {
  /** Where the clients knock; a client that gets no answer tries the next one, with the same key. */
  urls: readonly string[];
  secret: string;
  clients: number;
  machines?: number;
}

/** Clients who ask for hours at random, look around and sometimes think again, until the storm is over. */
export async function storm({ urls, secret, clients, machines: count = 3 }: StormOptions): Promise<Storm> {
  const machines = await machinesFor(count);
  const day = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
  const state = { acknowledged: new Set<string>(), cancelled: new Set<string>(), surprises: [] as string[] };
  let over = false;
  let longest = 0;
  let last = performance.now();
  const heard = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };

  /** Asks until there is an answer that says something, of whichever gateway. */
  async function insist(cookie: string, body: string, first: number): Promise<Reply | undefined> {
    for (let turn = first; !over; turn++) {
      const reply = await fetch(`${urls[turn % urls.length]}/graphql`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(REPLY_MS),
      })
        .then((answer) => answer.json() as Promise<Reply>)
        .catch(() => undefined);
      const away = reply?.errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE');
      if (reply && !away) return reply;
      await sleep(50);
    }
    return undefined;
  }

  async function keepAsking(cookie: string, nth: number): Promise<void> {
    const say = (query: string, variables?: object) => insist(cookie, JSON.stringify({ query, variables }), nth);
    while (!over) {
      const from = day + Math.floor(Math.random() * 400) * HOUR;
      const reply = await say(ask, {
        input: {
          resourceId: machines[Math.floor(Math.random() * machines.length)]!._id,
          from: new Date(from).toISOString(),
          until: new Date(from + (1 + Math.floor(Math.random() * 3)) * HOUR).toISOString(),
          use: 'on_site',
          termsAccepted: true,
          idempotencyKey: randomUUID(),
        },
      });
      if (reply?.data) heard();
      note(reply);
      const mine = reply?.data?.requestLoan;
      if (mine?.can.includes('cancel') && Math.random() < 0.3) note(await say(cancel, { id: mine.id }));
      if (Math.random() < 0.2) note(await say(look));
    }
  }

  function note(reply: Reply | undefined): void {
    if (reply?.data?.requestLoan) state.acknowledged.add(reply.data.requestLoan.id);
    if (reply?.data?.moveLoan) state.cancelled.add(reply.data.moveLoan.id);
    for (const error of reply?.errors ?? [])
      if (!expected.has(error.extensions?.key ?? '')) state.surprises.push(JSON.stringify(error));
  }

  const cookies = await Promise.all(
    Array.from(
      { length: clients },
      async (_, n) => (await sessionOf((await person(`Cliente ${n}`)).id, secret, new Date())).cookie,
    ),
  );
  last = performance.now();
  const running = Promise.all(cookies.map(keepAsking));
  return {
    ...state,
    silence: () => Math.max(longest, performance.now() - last),
    restartSilence() {
      longest = 0;
      last = performance.now();
    },
    async end() {
      over = true;
      await running;
    },
  };
}

/** A slot that is taken, and a step taken already by a cancel whose answer was lost. */
const expected = new Set(['calendar.taken', 'borrowing.closedMove']);

async function machinesFor(count: number): Promise<Resource[]> {
  const owner = (await workshop()).workshop;
  const machines = [];
  for (let n = 0; n < count; n++) {
    const machine = await laser(owner);
    await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.automatic': true } });
    machines.push(machine);
  }
  return machines;
}

/**
 * After a storm: all that was acknowledged is stored, nothing overlaps, and each loan holds exactly its hours. `printed` is the
 * log of the gateways, which says why an answer was a surprise.
 */
export async function expectUnharmed({ acknowledged, cancelled, surprises }: Storm, printed: string): Promise<void> {
  const loans = await LoanRecord.find({}, { _id: 1, status: 1 }).lean();
  const stored = new Map(loans.map(({ _id, status }) => [_id, status]));
  const bookings = await BookingRecord.find({ blocking: true }).sort({ unitId: 1, blockFrom: 1 }).lean();
  const overlaps = bookings.filter((booking, n) => {
    const next = bookings[n + 1];
    return next?.unitId === booking.unitId && next.blockFrom < booking.blockUntil;
  });
  const told = surprises.map((surprise) => {
    const id = /"id":"([^"]+)"/.exec(surprise)?.[1];
    return [surprise, ...(id ? printed.split('\n').filter((line) => line.includes(id)) : [])].join('\n');
  });
  expect(told).toEqual([]);
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  expect([...cancelled].filter((id) => stored.get(id) !== 'cancelled')).toEqual([]);
  expect(overlaps).toEqual([]);
  expect(bookings).toHaveLength(loans.filter(({ status }) => status !== 'cancelled').length);
}
