import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gunzip } from 'node:zlib';
import { BSON, type ClientSession, type Db, type Document, type MongoClient } from 'mongodb';

/** One collection as its file holds it. The digest is of the documents, not of their compression. */
interface ArchivedCollection {
  name: string;
  documents: number;
  bytes: number;
  sha256: string;
}

/** What an archive says of itself, in `manifest.json`: written last, so that a folder without one is half a backup. */
export interface Manifest {
  format: 1;
  database: string;
  takenAt: string;
  /** The version of the product that wrote it. */
  version: string;
  collections: ArchivedCollection[];
}

/** An archive that cannot be written or read; its message says what to do. */
export class ArchiveFault extends Error {}

const manifestOf = (folder: string) => join(folder, 'manifest.json');
const fileOf = (folder: string, name: string) => join(folder, `${name}.bson.gz`);
/** The documents of a file. A fault of the file reaches whoever reads the stream: `pipe` would keep it to itself. */
function unzipped(file: string): Gunzip {
  const stream = createGunzip();
  pipeline(createReadStream(file), stream).catch(() => undefined);
  return stream;
}

const staged = (name: string) => `restoring.${name}`;

/** Collections of ours, by name; the server's own and those of a restore that died are left out. */
async function collectionsOf(db: Db): Promise<string[]> {
  const all = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.') && !name.startsWith(staged('')))
    .sort();
}

/**
 * Writes every collection of `db` into a new folder, as `NAME.bson.gz` (which `mongorestore --gzip` reads too), all as they stood
 * at one instant: the product may serve meanwhile. The server keeps that instant for five minutes
 * (`minSnapshotHistoryWindowInSeconds`); a longer backup fails and leaves nothing.
 */
export async function writeArchive(options: {
  client: MongoClient;
  db: Db;
  folder: string;
  now: Date;
  version: string;
}): Promise<Manifest> {
  const { client, db, folder, now, version } = options;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const session = client.startSession({ snapshot: true });
  try {
    const collections: ArchivedCollection[] = [];
    for (const name of await collectionsOf(db)) collections.push(await writeCollection(db, name, partial, session));
    if (collections.length > 0 && !(session as { snapshotTime?: unknown }).snapshotTime)
      throw new ArchiveFault('The server gives no instant to read at: a backup needs a replica set.');
    const manifest: Manifest = {
      format: 1,
      database: db.databaseName,
      takenAt: now.toISOString(),
      version,
      collections,
    };
    await writeFile(manifestOf(partial), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(partial, folder).catch((error: unknown) => {
      throw new ArchiveFault(
        `${folder} cannot be written: ${(error as Error).message}. Name a folder that is not there yet.`,
      );
    });
    return manifest;
  } finally {
    await session.endSession();
    await rm(partial, { recursive: true, force: true });
  }
}

async function writeCollection(
  db: Db,
  name: string,
  folder: string,
  session: ClientSession,
): Promise<ArchivedCollection> {
  const hash = createHash('sha256');
  let documents = 0;
  let bytes = 0;
  const measure = new Transform({
    writableObjectMode: true,
    transform(document: Buffer, _encoding, done) {
      documents += 1;
      bytes += document.length;
      hash.update(document);
      done(null, document);
    },
  });
  const rows = db
    .collection(name)
    // Said again here: the client's own read concern would win over the session's, without a word.
    .find({}, { session, readConcern: { level: 'snapshot' }, raw: true, batchSize: 500, sort: { _id: 1 } })
    .stream();
  await pipeline(rows, measure, createGzip(), createWriteStream(fileOf(folder, name)));
  return { name, documents, bytes, sha256: hash.digest('hex') };
}

/** Reads what an archive says of itself, and proves that every file holds what it says. */
async function verifyArchive(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(manifestOf(folder), 'utf8')) as Manifest;
  } catch (error) {
    throw new ArchiveFault(`${folder} is no backup, or half of one: ${(error as Error).message}`);
  }
  if (manifest.format !== 1) throw new ArchiveFault(`${folder} is in a format that this version does not read.`);
  for (const { name, sha256 } of manifest.collections) {
    const hash = createHash('sha256');
    try {
      for await (const chunk of unzipped(fileOf(folder, name))) hash.update(chunk as Buffer);
    } catch (error) {
      throw new ArchiveFault(`${fileOf(folder, name)} cannot be read: ${(error as Error).message}`);
    }
    if (hash.digest('hex') !== sha256)
      throw new ArchiveFault(`${fileOf(folder, name)} is not what was written: take another backup.`);
  }
  return manifest;
}

/**
 * Puts an archive in the place of what `db` holds. Every file is proved first and loaded beside; only then do the collections
 * change places, so that a fault before that changes nothing. Refuses a database that holds documents unless `replace`.
 * Indexes are built again by the caller.
 */
export async function readArchive({
  db,
  folder,
  replace,
}: {
  db: Db;
  folder: string;
  replace: boolean;
}): Promise<Manifest> {
  const manifest = await verifyArchive(folder);
  const present = await collectionsOf(db);
  if (!replace)
    for (const name of present)
      if (await db.collection(name).findOne({}, { projection: { _id: 1 } }))
        throw new ArchiveFault(
          `The database "${db.databaseName}" is not empty ("${name}" holds documents). Restore into another one, or add --replace.`,
        );
  try {
    for (const { name } of manifest.collections) await loadCollection(db, name, folder);
    for (const { name } of manifest.collections) await db.renameCollection(staged(name), name, { dropTarget: true });
  } catch (error) {
    for (const { name } of manifest.collections) await db.dropCollection(staged(name)).catch(() => undefined);
    throw error;
  }
  const kept = new Set(manifest.collections.map(({ name }) => name));
  for (const name of present) if (!kept.has(name)) await db.dropCollection(name);
  return manifest;
}

const BATCH_DOCUMENTS = 500;
const BATCH_BYTES = 8 * 1024 * 1024;

async function loadCollection(db: Db, name: string, folder: string): Promise<void> {
  await db.dropCollection(staged(name)).catch(() => undefined);
  const target = await db.createCollection(staged(name));
  let batch: Document[] = [];
  let size = 0;
  const flush = async () => {
    if (batch.length > 0) await target.insertMany(batch, { writeConcern: { w: 'majority', j: true } });
    batch = [];
    size = 0;
  };
  for await (const document of documentsOf(fileOf(folder, name))) {
    // Numbers keep the width that they had: 5 stored as a double stays a double.
    batch.push(BSON.deserialize(document, { promoteValues: false, bsonRegExp: true }));
    size += document.length;
    if (batch.length >= BATCH_DOCUMENTS || size >= BATCH_BYTES) await flush();
  }
  await flush();
}

/** Cuts a file of documents at their lengths: each begins with its own, as a little-endian int32. */
async function* documentsOf(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of unzipped(file)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new ArchiveFault(`${file} ends in the middle of a document.`);
}
