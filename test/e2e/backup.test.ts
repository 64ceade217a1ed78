import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../gateway/platform/archive.ts';
import { connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { inRoot } from '../../scripts/folders.mjs';
import { freshDatabase } from '../support/database.ts';
import { startProduct } from '../support/product.ts';
import { storm } from '../support/storm.ts';

const secret = 'a secret that only this test knows, of enough length';
const mongoUri = freshDatabase();
const otherUri = freshDatabase();
const nameOf = (uri: string) => new URL(uri).pathname.slice(1);
const folder = mkdtempSync(join(tmpdir(), 'maillage-backup-'));
const archive = join(folder, 'whole');

beforeAll(() => connectDatabase({ uri: mongoUri, database: nameOf(mongoUri), log: pino({ level: 'silent' }) }));
afterAll(async () => {
  await disconnectDatabase();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run NAME -- ARGS`, on the database of `uri`. */
const command = (uri: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [inRoot('build/gateway/cli.mjs'), ...args], {
    env: {
      ...process.env,
      MONGODB_URI: uri,
      MONGODB_DATABASE: nameOf(uri),
      DATA_DIR: folder,
      BASE_URL: 'http://127.0.0.1:4000',
    },
  });

/** Every document of a database, by collection and as text. */
async function contents(uri: string): Promise<Record<string, string[]>> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db();
    const found: Record<string, string[]> = {};
    for (const { name } of await db.listCollections().toArray()) {
      const rows = await db.collection(name).find().sort({ _id: 1 }).toArray();
      if (rows.length > 0) found[name] = rows.map((row) => JSON.stringify(row));
    }
    return found;
  } finally {
    await client.close();
  }
}

test('a backup taken while people work is restored into another database, where everything is in its place and the product serves', async () => {
  const product = await startProduct({ mongoUri, env: { AUTH_SECRET: secret } });
  const clients = await storm({ urls: [product.url], secret, clients: 8 });
  await sleep(2_000);
  const { stdout } = await command(mongoUri, 'backup', archive);
  const manifest = JSON.parse(readFileSync(join(archive, 'manifest.json'), 'utf8')) as Manifest;
  expect(stdout).toContain(`of ${manifest.collections.length} collections`);
  await sleep(1_000);
  await clients.end();
  await product.stop();

  // The doctor looks at what was restored: a loan without its hours, or hours without their loan, would be found.
  const restored = await command(otherUri, 'restore', archive);
  expect(restored.stderr).not.toContain('Broken');
  const [there, here] = [await contents(otherUri), await contents(mongoUri)];
  const counted = Object.fromEntries(
    manifest.collections.filter(({ documents }) => documents > 0).map(({ name, documents }) => [name, documents]),
  );
  expect(Object.fromEntries(Object.entries(there).map(([name, rows]) => [name, rows.length]))).toEqual(counted);
  // What nobody touched since is the same to the letter; loans made since the backup are not in it.
  for (const name of ['workshops', 'people', 'files.files'].filter((name) => name in there))
    expect(there[name], name).toEqual(here[name]?.filter((row) => there[name]!.includes(row)));
  expect(there.loans!.length).toBeGreaterThan(0);
  expect(there.loans!.length).toBeLessThanOrEqual(here.loans!.length);

  await using again = await startProduct({ mongoUri: otherUri, env: { AUTH_SECRET: secret }, seeded: false });
  expect((await fetch(`${again.url}/ateliers`)).status).toBe(200);
  await expect(command(otherUri, 'restore', archive)).rejects.toMatchObject({
    stderr: expect.stringContaining('not empty') as string,
  });
  await expect(command(mongoUri, 'backup', archive)).rejects.toMatchObject({
    stderr: expect.stringContaining('not there yet') as string,
  });
  expect(existsSync(`${archive}.partial`)).toBe(false);
}, 180_000);
