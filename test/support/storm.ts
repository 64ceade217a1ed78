import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { examine } from '../../gateway/doctor.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { ClaimRecord } from '../../gateway/modules/sharing/claim.entity.ts';
import { sessionOf } from './session.ts';
import { machinesFor, sharedFor, someHalves } from './storm-world.ts';
import { person } from './world.ts';

const HOUR = 3_600_000;
const REPLY_MS = 20_000;

const ask = `mutation ($input: RequestLoanInput!) { requestLoan(input: $input) { id can } }`;
const cancel = `mutation ($id: ID!) { moveLoan(id: $id, move: cancel, note: "Finalement non") { id status } }`;
const claim = `mutation ($input: RequestClaim!) { requestClaim(input: $input) { id can } }`;
const giveUp = `mutation ($id: ID!) { moveClaim(id: $id, move: cancel) { id status } }`;
const look = `query { searchEquipment(first: 5) { totalCount } }`;

interface Reply {
  data?: {
    requestLoan?: { id: string; can: string[] };
    moveLoan?: { id: string };
    requestClaim?: { id: string; can: string[] };
    moveClaim?: { id: string };
  } | null;
  errors?: { extensions?: { code?: string; key?: string } }[];
}

interface Client {
  cookie: string;
  isWorkshop: boolean;
}

/** What the clients of a storm were told, and how long they were ever left without an answer. */
export interface Storm {
  acknowledged: Set<string>;
  cancelled: Set<string>;
  /** The same of parts of what is counted: seats, stock, pledges, days of a job. */
  claimed: Set<string>;
  givenUp: Set<string>;
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

/**
 * Clients who ask for hours, for visits and for parts of all that is counted at random, look around and sometimes think
 * again, until the storm is over. Every other one is a workshop: they alone promise half-days of a job and have a trainer come.
 */
export async function storm({ urls, secret, clients, machines: count = 3 }: StormOptions): Promise<Storm> {
  const machines = await machinesFor(count);
  const { trainer, job, listings, workshops } = await sharedFor(Math.ceil(clients / 2));
  const day = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
  const state = {
    acknowledged: new Set<string>(),
    cancelled: new Set<string>(),
    claimed: new Set<string>(),
    givenUp: new Set<string>(),
    surprises: [] as string[],
  };
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

  async function keepAsking({ cookie, isWorkshop }: Client, nth: number): Promise<void> {
    const say = (query: string, variables?: object) => insist(cookie, JSON.stringify({ query, variables }), nth);
    while (!over) {
      const comes = isWorkshop && Math.random() < 0.3;
      const from = day + Math.floor(Math.random() * 400) * HOUR;
      const reply = await say(ask, {
        input: {
          resourceId: comes ? trainer : oneOf(machines)._id,
          from: new Date(from).toISOString(),
          until: new Date(from + (1 + Math.floor(Math.random() * 3)) * HOUR).toISOString(),
          use: comes ? 'take_away' : 'on_site',
          termsAccepted: true,
          idempotencyKey: randomUUID(),
        },
      });
      if (reply?.data) heard();
      note(reply);
      const mine = reply?.data?.requestLoan;
      if (mine?.can.includes('cancel') && Math.random() < 0.3) note(await say(cancel, { id: mine.id }));
      if (Math.random() < 0.4)
        await askForPart(say, { listingId: oneOf(listings), quantity: 1 + Math.floor(Math.random() * 2) });
      if (isWorkshop && Math.random() < 0.4) await askForPart(say, { listingId: job, ...someHalves() });
      if (Math.random() < 0.2) note(await say(look));
    }
  }

  async function askForPart(
    say: (query: string, variables: object) => Promise<Reply | undefined>,
    part: object,
  ): Promise<void> {
    const reply = await say(claim, { input: { ...part, idempotencyKey: randomUUID() } });
    if (reply?.data) heard();
    note(reply);
    const mine = reply?.data?.requestClaim;
    if (mine?.can.includes('cancel') && Math.random() < 0.3) note(await say(giveUp, { id: mine.id }));
  }

  function note(reply: Reply | undefined): void {
    if (reply?.data?.requestLoan) state.acknowledged.add(reply.data.requestLoan.id);
    if (reply?.data?.moveLoan) state.cancelled.add(reply.data.moveLoan.id);
    if (reply?.data?.requestClaim) state.claimed.add(reply.data.requestClaim.id);
    if (reply?.data?.moveClaim) state.givenUp.add(reply.data.moveClaim.id);
    for (const error of reply?.errors ?? [])
      if (!expected.has(error.extensions?.key ?? '')) state.surprises.push(JSON.stringify(error));
  }

  const asking = await Promise.all(
    Array.from({ length: clients }, async (_, n): Promise<Client> => {
      const isWorkshop = n % 2 === 1;
      const { id } = isWorkshop ? workshops[(n - 1) / 2]! : await person(`Cliente ${n}`);
      return { cookie: (await sessionOf(id, secret, new Date())).cookie, isWorkshop };
    }),
  );
  last = performance.now();
  const running = Promise.all(asking.map(keepAsking));
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

/** What is taken, and a step taken already by a cancel whose answer was lost. */
const expected = new Set(['calendar.taken', 'borrowing.closedMove', 'sharing.tooMuch', 'sharing.closedMove']);

const oneOf = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;

/**
 * After a storm: all that was acknowledged is stored, nothing overlaps, and each loan holds exactly its hours. `printed` is the
 * log of the gateways, which says why an answer was a surprise.
 */
export async function expectUnharmed(clients: Storm, printed: string): Promise<void> {
  const { acknowledged, cancelled, claimed, givenUp, surprises } = clients;
  const loans = await LoanRecord.find({}, { _id: 1, status: 1 }).lean();
  const stored = new Map(loans.map(({ _id, status }) => [_id, status]));
  const bookings = await BookingRecord.find({ blocking: true }).sort({ unitId: 1, blockFrom: 1 }).lean();
  // Of two visits the roads may be one and the same: whether there is time for it is for the invariants to say.
  const machines = new Set((await ResourceRecord.find({ kind: 'equipment' }, { _id: 1 }).lean()).map(({ _id }) => _id));
  const overlaps = bookings.filter((booking, n) => {
    const next = bookings[n + 1];
    return machines.has(booking.resourceId) && next?.unitId === booking.unitId && next.blockFrom < booking.blockUntil;
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
  const parts = await ClaimRecord.find({}, { _id: 1, kind: 1, status: 1 }).lean();
  const standing = new Map(parts.map(({ _id, status }) => [_id, status]));
  expect([...claimed].filter((id) => !standing.has(id))).toEqual([]);
  expect([...givenUp].filter((id) => standing.get(id) !== 'cancelled')).toEqual([]);
  const firm = parts.filter(({ status }) => status !== 'cancelled');
  expect([...new Set(firm.map(({ kind }) => kind))].sort()).toEqual(['job', 'material', 'purchase', 'training']);
  expect(bookings.filter(({ resourceId }) => !machines.has(resourceId)).length).toBeGreaterThan(0);
  expect(await examine(new Date())).toEqual([]);
}
