import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { freshDatabase } from '../support/database.ts';
import { startProduct } from '../support/product.ts';
import { expectUnharmed, storm } from '../support/storm.ts';

const secret = 'a secret that only this test knows, of enough length';
const mongoUri = freshDatabase();
const env = { AUTH_SECRET: secret, WEB: '0' };

beforeAll(() =>
  connectDatabase({ uri: mongoUri, database: new URL(mongoUri).pathname.slice(1), log: pino({ level: 'silent' }) }),
);
afterAll(disconnectDatabase);

const KILLS = 3;
const ROUND_MS = 2_500;

test('a gateway killed in a storm of requests loses nothing that it acknowledged, and nothing overlaps', async () => {
  let product = await startProduct({ mongoUri, env, seeded: false });
  const { port, url, dataDir } = product;
  const clients = await storm({ urls: [url], secret, clients: 24 });
  for (let n = 0; n < KILLS; n++) {
    await sleep(ROUND_MS);
    await product.kill();
    product = await startProduct({ mongoUri, env, seeded: false, port, dataDir });
  }
  await sleep(ROUND_MS);
  await clients.end();
  await product.stop();

  console.log(
    `storm: ${clients.acknowledged.size} loans and visits and ${clients.claimed.size} parts acknowledged, ${KILLS} kills`,
  );
  await expectUnharmed(clients, product.printed());
  expect(clients.acknowledged.size).toBeGreaterThan(25);
}, 90_000);
