import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../gateway/platform/config.ts';
import { connectDatabase, disconnectDatabase } from '../../../gateway/platform/database.ts';
import { leased } from '../../../gateway/platform/lease.ts';
import { createStorage } from '../../../gateway/platform/storage.make.ts';
import { s3Options } from '../../../gateway/platform/storage.s3.ts';
import type { Storage } from '../../../gateway/platform/storage.ts';
import { freshDatabase } from '../../support/database.ts';

interface S3rver {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const S3rverClass = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver;
const s3 = new S3rverClass({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: mkdtempSync(join(tmpdir(), 'maillage-s3-')),
  configureBuckets: [{ name: 'maillage' }],
});
const storages: Record<string, Storage> = {};

beforeAll(async () => {
  const uri = freshDatabase();
  await connectDatabase({ uri, database: new URL(uri).pathname.slice(1), log: pino({ level: 'silent' }) });
  const { port } = await s3.run();
  storages.GridFS = createStorage({});
  storages.S3 = createStorage({
    STORAGE_URL: `s3://maillage/ici?endpoint=http://127.0.0.1:${port}`,
    STORAGE_KEY: 'S3RVER',
    STORAGE_SECRET: 'S3RVER',
  });
});
afterAll(async () => {
  await s3.close();
  await disconnectDatabase();
});

const read = async (file: Awaited<ReturnType<Storage['open']>>) =>
  Buffer.concat((await file!.stream.toArray()) as Buffer[]);
const names = async (storage: Storage, prefix: string) => {
  const found: string[] = [];
  for await (const { name, at } of storage.list(prefix)) {
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
    found.push(name);
  }
  return found.sort();
};

describe.each(['GridFS', 'S3'])('files in %s', (which) => {
  test('come back whole and in part, with their type', async () => {
    const storage = storages[which]!;
    const bytes = randomBytes(900_000);
    await storage.put('files/a/été 1+1.bin', bytes, 'model/stl');
    const whole = await storage.open('files/a/été 1+1.bin');
    expect([whole!.bytes, whole!.contentType]).toEqual([bytes.length, 'model/stl']);
    expect((await read(whole)).equals(bytes)).toBe(true);
    for (const [first, last] of [
      [0, 1],
      [10, 300_000],
      [899_999, 899_999],
    ] as const) {
      const part = await storage.open('files/a/été 1+1.bin', { first, last });
      expect(part!.bytes).toBe(bytes.length);
      expect((await read(part)).equals(bytes.subarray(first, last + 1))).toBe(true);
    }
    expect(await storage.open('files/a/nothing')).toBeUndefined();
  });

  test('are replaced under the same name, and removed, twice if need be', async () => {
    const storage = storages[which]!;
    await storage.put('files/b/320', Buffer.from('first'), 'image/webp');
    await storage.put('files/b/320', Buffer.from('second'), 'image/webp');
    expect((await read(await storage.open('files/b/320'))).toString()).toBe('second');
    expect(await names(storage, 'files/b/')).toEqual(['files/b/320']);
    await storage.remove('files/b/320');
    await storage.remove('files/b/320');
    expect(await storage.open('files/b/320')).toBeUndefined();
  });

  test('are listed by the beginning of their names, taken literally', async () => {
    const storage = storages[which]!;
    for (const name of ['files/c.1/320', 'files/c.1/800', 'files/cx1/320', 'other/c.1/320'])
      await storage.put(name, Buffer.from(name), 'image/webp');
    expect(await names(storage, 'files/c.1/')).toEqual(['files/c.1/320', 'files/c.1/800']);
    expect((await names(storage, 'files/')).includes('other/c.1/320')).toBe(false);
  });
});

test('a service that refuses is a fault, not an empty answer', async () => {
  const { port } = (s3 as unknown as { httpServer: { address(): { port: number } } }).httpServer.address();
  const wrong = createStorage({
    STORAGE_URL: `s3://nowhere?endpoint=http://127.0.0.1:${port}`,
    STORAGE_KEY: 'S3RVER',
    STORAGE_SECRET: 'wrong',
  });
  await expect(wrong.put('files/a', Buffer.from('x'), 'text/plain')).rejects.toThrow('storage');
});

test('the address of a service is read whole, and asks for its keys', () => {
  const keys = { accessKeyId: 'k', secretAccessKey: 's' };
  expect(s3Options('s3://photos?region=eu-west-3', keys)).toMatchObject({
    bucket: 'photos',
    prefix: '',
    endpoint: 'https://s3.eu-west-3.amazonaws.com',
  });
  expect(s3Options('s3://photos/ici/la/?endpoint=https://s3.example/', keys)).toMatchObject({
    prefix: 'ici/la/',
    endpoint: 'https://s3.example',
  });
  const MONGODB_URI = 'mongodb://127.0.0.1/x';
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'maillage-config-'));
  for (const STORAGE_URL of ['s3://photos', 'https://photos', 's3://'])
    expect(() => readConfig({ MONGODB_URI, DATA_DIR, STORAGE_URL })).toThrow(ConfigError);
});

test('of two gateways one does the work, and the other after its time', async () => {
  let now = new Date('2026-11-23T08:00:00Z');
  let done = 0;
  const work = () =>
    leased(
      'sweep',
      60_000,
      () => now,
      () => Promise.resolve(done++),
    );
  expect((await Promise.all([work(), work(), work()])).filter(Boolean)).toHaveLength(1);
  now = new Date('2026-11-23T08:00:59Z');
  expect(await work()).toBe(false);
  now = new Date('2026-11-23T08:01:00Z');
  expect(await work()).toBe(true);
  expect(done).toBe(2);
});
