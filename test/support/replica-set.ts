import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../scripts/mongod.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The replica set of this run, without a database name. */
    mongoUri: string;
    /** What every database of this run begins with. */
    runPrefix: string;
  }
}

interface Shared {
  uri: string;
  prefix: string;
  users: number;
  stop: () => Promise<void>;
}

const slot = Symbol.for('maillage.test.replicaSet');
const world = globalThis as { [slot]?: Promise<Shared> };

/** One replica set for the whole run, however many projects ask for it: MONGODB_URI's, else a fresh one in a temporary folder. */
async function open(): Promise<Shared> {
  const prefix = `test_${randomBytes(3).toString('hex')}`;
  if (process.env.MONGODB_URI) {
    const uri = process.env.MONGODB_URI;
    return { uri, prefix, users: 0, stop: () => dropAll(uri, prefix) };
  }
  const { path: systemBinary, version } = await findMongod();
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary, version },
    replSet: {
      count: 1,
      name: 'rs0',
      storageEngine: 'wiredTiger',
      args: [
        ...['--wiredTigerCacheSizeGB', '0.5', '--journalCommitInterval', '2', '--oplogSize', '256'],
        ...['--setParameter', 'transactionLifetimeLimitSeconds=4'],
        // What a file of tests leaves behind is dropped with it; kept for longer, a fast run meets the limit of open files.
        ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=30'],
      ],
    },
  });
  return {
    uri: set.getUri(),
    prefix,
    users: 0,
    stop: async () => void (await set.stop({ doCleanup: true, force: true })),
  };
}

async function dropAll(uri: string, prefix: string) {
  const client = new MongoClient(uri);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  await client.close();
}

export default async function setup(project: TestProject) {
  const shared = await (world[slot] ??= open());
  shared.users += 1;
  project.provide('mongoUri', shared.uri);
  project.provide('runPrefix', shared.prefix);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete world[slot];
    await shared.stop();
  };
}
