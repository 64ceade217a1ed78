import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { freshDatabase } from '../support/database.ts';
import { startProduct } from '../support/product.ts';
import { sessionOf } from '../support/session.ts';
import { laser, person, workshop } from '../support/world.ts';

const secret = 'a secret that only this test knows, of enough length';
const mongoUri = freshDatabase();
const env = { AUTH_SECRET: secret, WEB: '0' };

beforeAll(() =>
  connectDatabase({ uri: mongoUri, database: new URL(mongoUri).pathname.slice(1), log: pino({ level: 'silent' }) }),
);
afterAll(disconnectDatabase);

const HOUR = 3_600_000;
const CLIENTS = 24;
const KILLS = 3;
const ROUND_MS = 2_500;

const document = `mutation ($input: RequestLoanInput!) { requestLoan(input: $input) { id } }`;

interface Reply {
  data?: { requestLoan: { id: string } } | null;
  errors?: { extensions?: { code?: string; key?: string } }[];
}

test('a gateway killed in a storm of requests loses nothing that it acknowledged, and nothing overlaps', async () => {
  let product = await startProduct({ mongoUri, env, seeded: false });
  const { port } = product;
  const owner = (await workshop()).workshop;
  const machines: Resource[] = [];
  for (let n = 0; n < 3; n++) {
    const machine = await laser(owner);
    await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.automatic': true } });
    machines.push(machine);
  }
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, n) => sessionOf((await person(`Cliente ${n}`)).id, secret, new Date())),
  );

  const day = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
  const acknowledged = new Set<string>();
  const surprises: string[] = [];
  let over = false;

  /** Asks for hours at random; a reply that was lost is asked for again with the same key until it comes. */
  async function keepAsking(headers: { cookie: string }): Promise<void> {
    while (!over) {
      const from = day + Math.floor(Math.random() * 300) * HOUR;
      const input = {
        resourceId: machines[Math.floor(Math.random() * machines.length)]!._id,
        from: new Date(from).toISOString(),
        until: new Date(from + (1 + Math.floor(Math.random() * 3)) * HOUR).toISOString(),
        use: 'on_site',
        termsAccepted: true,
        idempotencyKey: randomUUID(),
      };
      const body = JSON.stringify({ query: document, variables: { input } });
      let reply: Reply | undefined;
      while (!reply && !over)
        reply = await fetch(`http://127.0.0.1:${port}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        })
          .then((answer) => answer.json() as Promise<Reply>)
          .catch(() => sleep(50).then(() => undefined));
      if (reply?.data) acknowledged.add(reply.data.requestLoan.id);
      else
        for (const error of reply?.errors ?? [])
          if (error.extensions?.key !== 'calendar.taken') surprises.push(JSON.stringify(error));
    }
  }

  const storm = Promise.all(clients.map(keepAsking));
  for (let n = 0; n < KILLS; n++) {
    await sleep(ROUND_MS);
    await product.kill();
    product = await startProduct({ mongoUri, env, seeded: false, port, dataDir: product.dataDir });
  }
  await sleep(ROUND_MS);
  over = true;
  await storm;
  await product.stop();

  const loans = await LoanRecord.find({}, { _id: 1, status: 1 }).lean();
  const lost = [...acknowledged].filter((id) => !loans.some(({ _id }) => _id === id));
  const bookings = await BookingRecord.find({ blocking: true }).sort({ unitId: 1, blockFrom: 1 }).lean();
  const overlaps = bookings.filter((booking, n) => {
    const next = bookings[n + 1];
    return next?.unitId === booking.unitId && next.blockFrom < booking.blockUntil;
  });
  console.log(`storm: ${acknowledged.size} acknowledged, ${loans.length} stored, ${KILLS} kills`);
  expect(surprises).toEqual([]);
  expect(lost).toEqual([]);
  expect(overlaps).toEqual([]);
  expect(bookings).toHaveLength(loans.length);
  expect(acknowledged.size).toBeGreaterThan(50);
}, 90_000);
