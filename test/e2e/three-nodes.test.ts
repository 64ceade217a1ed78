import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { type Product, startProduct } from '../support/product.ts';
import { expectUnharmed, storm } from '../support/storm.ts';
import { startTrio } from '../support/trio.ts';

const secret = 'a secret that only this test knows, of enough length';
const env = { AUTH_SECRET: secret, WEB: '0' };
const BETWEEN_MS = 10_000;
const LONGEST_SILENCE_MS = 15_000;

/** A gateway on its port and with its folder, killed and started again. */
async function killed(product: Product): Promise<Product> {
  const { mongoUri, port, dataDir } = product;
  await product.kill();
  return startProduct({ mongoUri, env, seeded: false, port, dataDir });
}

test('two gateways on three servers lose nothing and overlap nothing while primaries step down and processes are killed', async () => {
  await using trio = await startTrio();
  const mongoUri = trio.uri('storm');
  const start = () => startProduct({ mongoUri, env, seeded: false });
  await using first = await start();
  let second = await start();
  await connectDatabase({ uri: mongoUri, database: 'storm', log: pino({ level: 'silent' }) });
  const silences: string[] = [];
  try {
    const blows: [string, () => Promise<unknown>][] = [
      ['step-down', () => trio.stepDown()],
      ['step-down', () => trio.stepDown()],
      ['kill -9 of a gateway', async () => (second = await killed(second))],
      ['step-down', () => trio.stepDown()],
      ['kill -9 of the primary', async () => void (await sleep(2_000).then(await trio.killPrimary()))],
    ];
    const clients = await storm({ urls: [first.url, second.url], secret, clients: 16 });
    for (const [name, blow] of blows) {
      clients.restartSilence();
      await Promise.all([blow(), sleep(BETWEEN_MS)]);
      silences.push(`${name} ${(clients.silence() / 1000).toFixed(1)} s`);
      expect(clients.silence(), name).toBeLessThan(LONGEST_SILENCE_MS);
    }
    await clients.end();
    console.log(
      `three nodes: ${clients.acknowledged.size} loans and visits and ${clients.claimed.size} parts acknowledged, ${clients.cancelled.size} and ${clients.givenUp.size} taken back; silences: ${silences.join(', ')}`,
    );
    await expectUnharmed(clients, first.printed() + second.printed());
    expect(clients.acknowledged.size).toBeGreaterThan(50);
  } finally {
    await disconnectDatabase();
    await second.stop();
  }
}, 180_000);
