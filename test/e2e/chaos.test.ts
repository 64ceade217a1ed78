import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { type Faults, haveChaos, startChaos } from '../support/chaos.ts';
import { freshDatabase } from '../support/database.ts';
import { startProduct } from '../support/product.ts';
import { expectUnharmed, storm } from '../support/storm.ts';

const secret = 'a secret that only this test knows, of enough length';
const mongoUri = freshDatabase();
const { host, pathname } = new URL(mongoUri);
const database = pathname.slice(1);

beforeAll(() => connectDatabase({ uri: mongoUri, database, log: pino({ level: 'silent' }) }));
afterAll(disconnectDatabase);

/** Each for a while, and a quiet moment after each. */
const weather: [string, Faults, number][] = [
  ['slow', { latency: 60, jitter: 120 }, 4_000],
  ['answers lost', { cutReply: true }, 1_500],
  ['down', { down: true }, 3_000],
  ['connections cut short', { resetAfter: 20_000 }, 4_000],
  ['silent', { blackhole: true }, 6_000],
];

test.skipIf(!haveChaos)(
  'a network that is slow, silent, cut, or loses answers between gateway and database loses and doubles nothing (skipped where ../shared is absent)',
  async () => {
    await using chaos = await startChaos(host);
    const throughChaos = `mongodb://127.0.0.1:${chaos.port}/${database}?directConnection=true`;
    await using product = await startProduct({
      mongoUri: throughChaos,
      env: { AUTH_SECRET: secret, WEB: '0' },
      seeded: false,
    });
    const clients = await storm({ urls: [product.url], secret, clients: 12 });
    const counts: string[] = [];
    for (const [name, faults, ms] of weather) {
      await chaos.set(faults);
      await sleep(ms);
      await chaos.set({ killNow: true });
      await chaos.set({});
      const before = clients.acknowledged.size;
      for (let waited = 0; clients.acknowledged.size === before && waited < 30_000; waited += 100) await sleep(100);
      expect(clients.acknowledged.size, `nothing is acknowledged after "${name}"`).toBeGreaterThan(before);
      counts.push(`${name} ${clients.acknowledged.size}`);
    }
    await clients.end();
    console.log(`chaos: acknowledged by the end of ${counts.join(', ')}`);
    await expectUnharmed(clients, product.printed());
  },
  180_000,
);
