import type { AsyncLocalStorage } from 'node:async_hooks';
import type { TransactionOptions } from 'mongodb';
import mongoose, { type Model, type Schema } from 'mongoose';
import type { Logger } from './log.ts';
import { Refusal } from './refusal.ts';

mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', false);
mongoose.set('transactionAsyncLocalStorage', true);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false);

export interface DatabaseOptions {
  uri: string;
  database: string;
  log: Logger;
}

/** Connects; every write is on the majority of the replica set and in its journal before it is acknowledged. */
export async function connectDatabase({ uri, database, log }: DatabaseOptions): Promise<void> {
  mongoose.connection.on('disconnected', () => log.warn('database away'));
  mongoose.connection.on('reconnected', () => log.info('database back'));
  await mongoose.connect(uri, {
    dbName: database,
    writeConcern: { w: 'majority', j: true },
    readConcern: { level: 'local' },
    readPreference: 'primary',
    maxPoolSize: 60,
    serverSelectionTimeoutMS: 8_000,
    // A network that swallows what is sent is found out by the monitor within the sum of the two.
    connectTimeoutMS: 5_000,
    heartbeatFrequencyMS: 5_000,
    retryWrites: true,
    retryReads: true,
  });
}

export function disconnectDatabase(): Promise<void> {
  mongoose.connection.removeAllListeners('disconnected');
  mongoose.connection.removeAllListeners('reconnected');
  return mongoose.disconnect();
}

const modelsOfOurs = () => Object.values(mongoose.models) as Model<unknown>[];

/** Builds every collection and index that the models declare. Throws, naming the index, when one can't be built. */
export async function buildIndexes(): Promise<void> {
  const existing = new Set((await mongoose.connection.listCollections()).map(({ name }) => name));
  for (const model of modelsOfOurs()) {
    try {
      if (!existing.has(model.collection.collectionName)) await model.createCollection();
      await model.createIndexes();
    } catch (error) {
      throw new Error(
        `An index of "${model.collection.collectionName}" cannot be built: ${(error as Error).message}. ` +
          'Mend or remove the rows that it names, then start again.',
        { cause: error },
      );
    }
  }
}

const keyOf = (fields: Record<string, unknown>) =>
  Object.values(fields).includes('text') ? '_fts' : JSON.stringify(fields);

/** The declared indexes that the database lacks, as `collection: key`; none when all is well. */
export async function missingIndexes(): Promise<string[]> {
  const missing: string[] = [];
  for (const model of modelsOfOurs()) {
    const built = await model.listIndexes().catch(() => []);
    const keys = new Set(
      built.map(({ key }: { key: Record<string, unknown> }) => keyOf(key._fts ? { _fts: 'text' } : key)),
    );
    for (const [fields] of (model.schema as Schema).indexes())
      if (!keys.has(keyOf(fields))) missing.push(`${model.collection.collectionName}: ${JSON.stringify(fields)}`);
  }
  return missing;
}

/** Milliseconds that the database takes to answer; rejects when it is away. */
export async function pingDatabase(): Promise<number> {
  const start = performance.now();
  const db = mongoose.connection.db;
  if (!db) throw new Error('not connected');
  await db.admin().command({ ping: 1, maxTimeMS: 2_000 });
  return performance.now() - start;
}

const transactionOptions: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', j: true },
};

/** Past this the driver's retries stop: a caller who can retry with the same key is better off than one who waits. */
const LONGEST_MS = 10_000;

/** Whether the caller already stands in a transaction. */
export const isInTransaction = (): boolean => {
  const { transactionAsyncLocalStorage: calls } = mongoose as {
    transactionAsyncLocalStorage?: AsyncLocalStorage<{ session?: unknown }>;
  };
  return Boolean(calls?.getStore()?.session);
};

/**
 * Runs `work` in one transaction: snapshot reads, majority and journalled commit, retried by the driver on conflicts, so
 * `work` may run several times and does nothing but database calls, one after the other. Joins the caller's transaction
 * when there is one. The session follows the call: nobody passes it on. Refuses with `platform.unavailable` after ten
 * seconds of conflicts, as when a killed process left a transaction open that the server has not ended yet.
 */
export function transaction<T>(work: () => Promise<T>): Promise<T> {
  if (isInTransaction()) return work();
  const start = performance.now();
  const attempt = () => {
    if (performance.now() - start > LONGEST_MS) throw new Refusal('platform.unavailable');
    return work();
  };
  return mongoose.connection.transaction<T>(attempt, transactionOptions);
}

/** Whether the database refused a second row with the same unique key. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: number } | null)?.code === 11_000;

const AWAY_NAMES =
  /MongoServerSelection|MongoNetwork|MongoNotConnected|MongoOperationTimeout|PoolCleared|MongooseServerSelection/;

/** What a server says while it steps down, stops, recovers, or cannot reach the majority: from the driver's specification of retryable errors. */
const AWAY_CODES = new Set([6, 7, 64, 89, 91, 134, 189, 262, 9001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** A connection that breaks while it is written to: the driver hands the socket's own error on, or only its words. */
const AWAY_SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);
const AWAY_WORDS = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)\b|connection .*(?:closed|timed out|interrupted)/i;

/** The driver asks a socket's error at a commit for its labels, which such an error has not: the outcome is unknown. */
const AWAY_UNLABELLED = /\bhasErrorLabel is not a function$/;

/** Whether an error, or what caused it, says that the database is away for a while, and nothing about what was asked. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause, originalError } = error as { code?: unknown; cause?: unknown; originalError?: unknown };
  return (
    AWAY_NAMES.test(error.name) ||
    AWAY_CODES.has(code as number) ||
    AWAY_SOCKET.has(code as string) ||
    (error.name.startsWith('Mongo') && AWAY_WORDS.test(error.message)) ||
    (error instanceof TypeError && AWAY_UNLABELLED.test(error.message)) ||
    isAway(cause) ||
    isAway(originalError)
  );
}
