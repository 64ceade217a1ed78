import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Db, Decimal128, Double, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readArchive, writeArchive } from '../../../gateway/platform/archive.ts';
import { freshDatabase } from '../../support/database.ts';

const now = new Date('2026-11-22T10:00:00Z');
const uri = freshDatabase();
let client: MongoClient;
let folder: string;
let db: Db;
let other: Db;

beforeAll(async () => {
  // As the product connects.
  client = await MongoClient.connect(uri, { readConcern: { level: 'local' } });
});
afterAll(() => client.close());

let n = 0;
beforeEach(() => {
  n += 1;
  folder = join(mkdtempSync(join(tmpdir(), 'maillage-archive-')), 'backup');
  db = client.db(`${client.options.dbName}_${n}`);
  other = client.db(`${client.options.dbName}_${n}_other`);
  return async () => {
    rmSync(join(folder, '..'), { recursive: true, force: true });
    await db.dropDatabase();
    await other.dropDatabase();
  };
});

const write = () => writeArchive({ client, db, folder, now, version: 'test' });
const rows = (base: Db, name: string) => base.collection(name).find().sort({ _id: 1 }).toArray();

test('a backup taken while transfers go on holds no half of one, and is what the restored database holds', async () => {
  const [left, right] = [
    db.collection<{ _id: string; n: number }>('left'),
    db.collection<{ _id: string; n: number }>('right'),
  ];
  await left.insertMany(Array.from({ length: 400 }, (_, k) => ({ _id: `l${k}`, n: 1 })));
  await right.insertMany(Array.from({ length: 400 }, (_, k) => ({ _id: `r${k}`, n: 1 })));
  // Read between the two, and long enough for many transfers.
  await db.collection('middle').insertMany(Array.from({ length: 150 }, () => ({ noise: randomBytes(100_000) })));
  let over = false;
  let moved = 0;
  const moving = (async () => {
    while (!over)
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await left.updateOne({ _id: `l${moved % 400}` }, { $inc: { n: -1 } }, { session });
          await right.updateOne({ _id: `r${(moved * 7) % 400}` }, { $inc: { n: 1 } }, { session });
          moved += 1;
        }),
      );
  })();
  for (const attempt of [1, 2]) {
    await writeArchive({ client, db, folder: `${folder}${attempt}`, now, version: 'test' });
    await readArchive({ db: other, folder: `${folder}${attempt}`, replace: true });
    const sum = [...(await rows(other, 'left')), ...(await rows(other, 'right'))].reduce(
      (total, row) => total + (row.n as number),
      0,
    );
    expect(sum).toBe(800);
  }
  over = true;
  await moving;
  expect(moved).toBeGreaterThan(4);
});

test('every kind of value comes back as it was, to the width of its number', async () => {
  await db.collection<{ _id: string }>('things').insertMany([
    {
      _id: 'a',
      double: new Double(5),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('12.30'),
    },
    {
      _id: 'b',
      date: now,
      bytes: Buffer.from([0, 255, 10]),
      pattern: /^été$/i,
      nothing: null,
      list: [1, [2, { a: 'é\u0000' }]],
    },
  ] as never);
  const before = await write();
  await readArchive({ db: other, folder, replace: false });
  const after = await writeArchive({ client, db: other, folder: `${folder}-again`, now, version: 'test' });
  expect(after.collections).toEqual(before.collections);
});

test('a database that holds documents is refused unless it is to be replaced, and then holds nothing else', async () => {
  await db.collection('a').insertOne({ n: 1 });
  await write();
  await other.collection('b').insertOne({ n: 2 });
  await expect(readArchive({ db: other, folder, replace: false })).rejects.toThrow('not empty');
  expect(await rows(other, 'a')).toEqual([]);
  await readArchive({ db: other, folder, replace: true });
  expect((await other.listCollections().toArray()).map(({ name }) => name)).toEqual(['a']);
});

test('a damaged file, a missing one and a folder without a manifest change nothing', async () => {
  await db.collection('a').insertMany(Array.from({ length: 50 }, (_, k) => ({ k })));
  await write();
  await other.collection('a').insertOne({ kept: true });
  const file = join(folder, 'a.bson.gz');
  const whole = readFileSync(file);
  const altered = Buffer.from(gunzipSync(whole));
  altered[20]! ^= 1;
  for (const damage of [gzipSync(altered), whole.subarray(0, whole.length - 9), Buffer.alloc(0)]) {
    writeFileSync(file, damage);
    await expect(readArchive({ db: other, folder, replace: true })).rejects.toThrow('a.bson.gz');
  }
  rmSync(file);
  await expect(readArchive({ db: other, folder, replace: true })).rejects.toThrow('a.bson.gz');
  rmSync(join(folder, 'manifest.json'));
  await expect(readArchive({ db: other, folder, replace: true })).rejects.toThrow('no backup');
  expect(await rows(other, 'a')).toEqual([expect.objectContaining({ kept: true })]);
});

test('a backup never writes over another, and leaves no half of one behind', async () => {
  await db.collection('a').insertOne({ n: 1 });
  await write();
  appendFileSync(join(folder, 'note.txt'), 'mine');
  await expect(write()).rejects.toThrow('not there yet');
  expect(existsSync(join(folder, 'note.txt'))).toBe(true);
  expect(existsSync(`${folder}.partial`)).toBe(false);
});
