/** A real MongoDB, a one-node replica set on a folder that lasts; or the one that MONGODB_URI names. Needs node_modules. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';
import { claim } from './claim.mjs';
import { findMongod } from './mongod.mjs';
import { commandLine, end, freePort, isAlive } from './processes.mjs';
import { Trouble } from './say.mjs';
import { dataSeries, rememberSeries, seriesOf } from './series.mjs';

/** @typedef {{ uri: string, pid: number, port: number, version: string, from: string, claimed: Awaited<ReturnType<typeof claim>>, revive: () => Promise<void>, stop: () => Promise<void> }} Mongo */

const readyMs = 30_000;

/**
 * Takes DATA_DIR and brings its database up: a server left by a killed start is adopted, another owner is refused.
 * @param {{ dataDir: string, name?: string, port?: number, binary?: import('./mongod.mjs').Mongod, patienceMs?: number }} options
 *   `patienceMs` is how long an owner that is just leaving is waited for
 * @returns {Promise<Mongo>}
 */
export async function startMongo({
  dataDir,
  name = 'start',
  port = Number(process.env.MONGO_PORT) || undefined,
  binary,
  patienceMs = 2500,
}) {
  const folder = resolve(dataDir);
  const claimed = await claim(folder, name, patienceMs);
  try {
    if (commandLine(claimed.left?.gateway).includes('build/gateway')) await end(Number(claimed.left?.gateway), 3000);
    let server = (await adopt(folder, port)) ?? (await launch(folder, port ?? (await freePort()), binary));
    const uri = `mongodb://127.0.0.1:${server.port}/maillage?replicaSet=rs0`;
    claimed.note({ uri, pid: server.pid, port: server.port });
    return {
      ...server,
      get pid() {
        return server.pid;
      },
      uri,
      claimed,
      async revive() {
        server = await launch(folder, server.port, binary);
        claimed.note({ uri, pid: server.pid, port: server.port });
      },
      async stop() {
        await end(server.pid, 3000);
        claimed.release();
      },
    };
  } catch (error) {
    claimed.release();
    throw error;
  }
}

/** @param {string} folder */
const dbPath = (folder) => join(folder, 'db');

/** The server of this folder that runs already, whoever started it: mongod keeps its pid in its own lock file. @param {string} folder */
export function runningServer(folder) {
  let pid;
  try {
    pid = Number(readFileSync(join(dbPath(folder), 'mongod.lock'), 'utf8'));
  } catch {
    return undefined;
  }
  const command = commandLine(pid);
  const port = Number(/--port (\d+)/.exec(command)?.[1]);
  return command.includes(`--dbpath ${dbPath(folder)} `) && port ? { pid, port } : undefined;
}

/** @param {string} folder @param {number | undefined} wanted a port that must be the one */
async function adopt(folder, wanted) {
  const server = runningServer(folder);
  if (!server) return undefined;
  if (!wanted || wanted === server.port) {
    try {
      const version = await makePrimary(server.port, 5000);
      return { ...server, version, from: 'the server that a killed start left running' };
    } catch {
      // It does not answer: end it, and start afresh on the same data.
    }
  }
  await end(server.pid, 10_000);
  return undefined;
}

/** @param {string} folder @param {number} port @param {import('./mongod.mjs').Mongod} [binary] */
async function launch(folder, port, binary) {
  const { path, version, from } = binary ?? (await findMongod({ series: dataSeries(folder) }));
  mkdirSync(dbPath(folder), { recursive: true });
  mkdirSync(join(folder, 'log'), { recursive: true });
  const log = join(folder, 'log', 'mongod.log');
  const words = openSync(join(folder, 'log', 'mongod.out'), 'w');
  // Detached: Ctrl-C in the terminal reaches the gateway first, and the database goes last.
  const child = spawn(path, serverArguments(folder, port, log), { detached: true, stdio: ['ignore', words, words] });
  closeSync(words);
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Trouble(`MongoDB did not start (code ${code}).`, startAdvice(folder, log, code))),
    );
  });
  failed.catch(() => {});
  child.unref();
  const pid = Number(child.pid);
  try {
    await Promise.race([makePrimary(port, readyMs), failed]);
  } catch (error) {
    await end(pid, 3000);
    throw error;
  }
  rememberSeries(folder, version);
  return { pid, port, version, from };
}

/**
 * The journal is flushed every 2 ms: a transaction takes 2.0 ms instead of 3.9 and promises the same. The oplog and the cache
 * are those of a workshop's machine, not of a cluster; a stop does not wait 15 s for clients that are gone.
 * @param {string} folder @param {number} port @param {string} log
 */
const serverArguments = (folder, port, log) => [
  ...[
    '--dbpath',
    dbPath(folder),
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--nounixsocket',
    '--replSet',
    'rs0',
  ],
  ...[
    '--logpath',
    log,
    '--logappend',
    '--wiredTigerCacheSizeGB',
    '0.5',
    '--journalCommitInterval',
    '2',
    '--oplogSize',
    '512',
  ],
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // What a killed gateway had begun holds its documents until the server ends it: not for a minute.
  ...['--setParameter', 'transactionLifetimeLimitSeconds=4'],
];

/** @param {string} folder @param {string} log @param {number | null} code */
const startAdvice = (folder, log, code) =>
  noSpaceLeft(log)
    ? `The disk of ${folder} is full: make room, and it goes on by itself.`
    : code === 100
      ? `Another server uses ${dbPath(folder)}, or the folder cannot be written. Its log: ${log}`
      : `Its log says why: ${log}`;

const LAST_WORDS = 64 * 1024;

/** Whether the last thing that the server wrote is that the disk is full, or it could not even write that. @param {string} log */
function noSpaceLeft(log) {
  if (!existsSync(log)) return false;
  const { bavail, bsize } = statfsSync(dirname(log));
  return bavail * bsize < 1024 * 1024 || readFileSync(log).subarray(-LAST_WORDS).includes('No space left on device');
}

/**
 * Makes the server of this port the primary of its own set, whatever port the set was written under. Gives its version.
 * @param {number} port @param {number} timeoutMs
 */
async function makePrimary(port, timeoutMs) {
  const until = performance.now() + timeoutMs;
  const late = () => performance.now() > until;
  while (!(await answers(port))) {
    if (late()) throw new Trouble(`MongoDB does not answer on port ${port}.`);
    await sleep(30);
  }
  const host = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: timeoutMs });
  try {
    const admin = client.db('admin');
    const config = await admin.command({ replSetGetConfig: 1 }).then(
      (answer) => answer.config,
      (error) => {
        if (!(error instanceof MongoServerError) || error.codeName !== 'NotYetInitialized') throw error;
      },
    );
    const members = [{ ...config?.members[0], _id: 0, host }];
    if (!config) await admin.command({ replSetInitiate: { _id: 'rs0', members } });
    else if (config.members[0].host !== host)
      await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (late()) throw new Trouble(`MongoDB on port ${port} does not become writable.`);
      await sleep(20);
    }
    return String((await admin.command({ buildInfo: 1 })).version);
  } finally {
    await client.close();
  }
}

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.once('connect', () => socket.destroy());
  });

/** A server that does not answer now, and may later. */
export class Away extends Trouble {}

/** Refuses a server that cannot do what the product needs: version 6.0 and transactions. @param {string} uri @param {number} [patienceMs] @returns {Promise<string>} its version */
export async function checkServer(uri, patienceMs = 5000) {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  try {
    const admin = client.db('admin');
    const { version } = await admin.command({ buildInfo: 1 });
    if (Number(seriesOf(version)) < 6)
      throw new Trouble(`MONGODB_URI is MongoDB ${version}.`, 'Maillage needs 6.0 or later; production: 8.');
    const hello = await admin.command({ hello: 1 });
    if (!hello.setName && hello.msg !== 'isdbgrid')
      throw new Trouble(
        'MONGODB_URI is a lone server, and transactions need a replica set.',
        'Start it with --replSet and run rs.initiate() once.',
      );
    return version;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Away(
      `MONGODB_URI does not answer: ${error instanceof Error ? error.message : String(error)}`,
      'Check the address, the account and that the server runs.',
    );
  } finally {
    await client.close();
  }
}

/** @param {Mongo} mongo */
export const serverLives = (mongo) => isAlive(mongo.pid);

/**
 * Starts a server that ended by itself again, on its port and its data, until `over` says that nobody wants it any more. The
 * gateway stays up meanwhile and answers that the database is away.
 * @param {Mongo} mongo
 * @param {{ over: () => boolean, say: (trouble: unknown) => void, everyMs?: number }} options each reason is said once
 */
export async function keepAlive(mongo, { over, say, everyMs = 1000 }) {
  let said = '';
  while (!over()) {
    await sleep(everyMs, undefined, { ref: false });
    if (over() || serverLives(mongo)) continue;
    if (!said) say(new Trouble('MongoDB ended by itself. It is started again as soon as it can be.'));
    try {
      await mongo.revive();
      said = '';
      say(new Trouble('MongoDB is back.'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) say(error);
      said = reason;
    }
  }
}
