import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { afterAll, expect, test } from 'vitest';
import { keepAlive, startMongo } from '../../scripts/mongo.mjs';
import { end, freePort, isAlive } from '../../scripts/processes.mjs';
import { startProduct } from '../support/product.ts';

type Mongo = Awaited<ReturnType<typeof startMongo>>;

const AWAY_MS = 30_000;
const root = mkdtempSync(join(tmpdir(), 'maillage-away-'));
afterAll(() => {
  if (disk) execFileSync('umount', ['-l', disk]);
  rmSync(root, { recursive: true, force: true });
});

const html = { accept: 'text/html', 'accept-language': 'fr' };
const page = async (url: string) => {
  const answer = await fetch(url, { headers: html });
  return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get('retry-after') };
};
const me = (url: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ workshops { totalCount } }' }),
  }).then((answer) => answer.json() as Promise<{ data?: object; errors?: { extensions: { code: string } }[] }>);

/** Milliseconds until the page is served again. */
async function untilBack(url: string): Promise<number> {
  const start = performance.now();
  while ((await page(url)).status !== 200) {
    if (performance.now() - start > 40_000) throw new Error('the page does not come back');
    await sleep(200);
  }
  return Math.round(performance.now() - start);
}

test('a gateway that starts before its database says so in plain words, and opens by itself when it is there', async () => {
  const mongoPort = await freePort();
  const mongoUri = `mongodb://127.0.0.1:${mongoPort}/maillage?replicaSet=rs0`;
  await using product = await startProduct({ mongoUri, seeded: false, until: 'up' });
  const early = await page(product.url);
  expect(early).toMatchObject({ status: 503, retryAfter: '5' });
  expect(early.text).toContain('La base de données ne répond pas encore');
  expect((await fetch(`${product.url}/readyz`)).status).toBe(503);
  expect((await me(product.url)).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');

  const mongo = await startMongo({ dataDir: join(root, 'late'), port: mongoPort });
  try {
    await untilBack(product.url);
    expect((await me(product.url)).data).toEqual({ workshops: { totalCount: 0 } });

    // Away for half a minute: whoever looks meanwhile reads why, and the same process goes on afterwards.
    await end(mongo.pid, 0);
    const gone = performance.now();
    const during = await page(product.url);
    expect(during.status).toBe(503);
    expect(during.text).toContain('Réessayez dans une minute');
    expect((await me(product.url)).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    await sleep(Math.max(0, AWAY_MS - (performance.now() - gone)));
    await mongo.revive();
    const ms = await untilBack(product.url);
    console.log(`database away for ${AWAY_MS / 1000} s: the page is back ${ms} ms after it`);
    expect((await me(product.url)).data).toEqual({ workshops: { totalCount: 0 } });
    expect(isAlive(product.pid)).toBe(true);
  } finally {
    await mongo.stop();
  }
}, 150_000);

/** A disk of its own, which can be filled; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = join(root, 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'maillage', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return folder;
}
const disk = smallDisk();

test.skipIf(!disk)(
  'a full disk ends the database with clear words, and room made on it brings everything back without a restart (skipped where nothing may be mounted)',
  async () => {
    const mongo: Mongo = await startMongo({ dataDir: join(disk!, 'data') });
    let over = false;
    const said: string[] = [];
    void keepAlive(mongo, {
      over: () => over,
      say: (trouble) => said.push(`${(trouble as Error).message} ${(trouble as { advice?: string }).advice ?? ''}`),
      everyMs: 300,
    });
    await using product = await startProduct({ mongoUri: mongo.uri, seeded: false });
    const client = new MongoClient(mongo.uri, { serverSelectionTimeoutMS: 1_000 });
    const filler = join(disk!, 'filler');
    try {
      await client
        .db('maillage')
        .collection<{ _id: string }>('kept')
        .insertOne({ _id: 'acknowledged' }, { writeConcern: { w: 'majority', j: true } });
      fill(filler);
      // The server sees the full disk when it must write: at the latest at its next checkpoint, which this asks for.
      for (const until = performance.now() + 60_000; said.length === 0 && performance.now() < until;)
        await client
          .db('maillage')
          .collection('noise')
          .insertMany(Array.from({ length: 20 }, () => ({ noise: 'x'.repeat(50_000) })))
          .then(() => client.db('admin').command({ fsync: 1 }))
          .catch(() => sleep(50));
      expect(said.join('\n')).toContain('MongoDB ended by itself');
      const during = await page(product.url);
      expect(during.status).toBe(503);
      expect(during.text).toContain('Réessayez dans une minute');
      while (!said.some((words) => words.includes('is full'))) await sleep(100);

      rmSync(filler);
      await untilBack(product.url);
      expect(await client.db('maillage').collection<{ _id: string }>('kept').findOne()).toEqual({
        _id: 'acknowledged',
      });
      expect(isAlive(product.pid)).toBe(true);
    } finally {
      over = true;
      await client.close();
      await mongo.stop();
    }
  },
  120_000,
);

/** Writes until nothing more goes in. */
function fill(file: string): void {
  const chunk = Buffer.alloc(1024 * 1024);
  for (const size of [chunk.length, 4096, 1])
    try {
      for (;;) writeFileSync(file, chunk.subarray(0, size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}
