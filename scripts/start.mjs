/** `npm start`: from whatever state the checkout is in to a page, and back to nothing running on Ctrl-C. */
import { spawn } from 'node:child_process';
import { checkNode, install, isInstalled } from './install.mjs';
import { build, stale } from './build.mjs';
import { dataDir, inRoot, root } from './folders.mjs';
import { findMongod } from './mongod.mjs';
import { checkPort, end, parentOf } from './processes.mjs';
import { explain, say, step } from './say.mjs';
import { dataSeries } from './series.mjs';
import { welcome } from './welcome.mjs';

const port = Number(process.env.PORT || 4000);
const host = process.env.HOST || '127.0.0.1';
const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;

/** What to undo, last first. @type {(() => Promise<unknown>)[]} */
const undo = [];
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const one of undo.reverse()) await one().catch(explain);
  process.exit(code);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => {
    if (!stopping) say('\nStopping…');
    void stop(0);
  });
watchNpm();

try {
  checkNode();
  const database = await prepare();
  const child = serve(database.uri);
  database.note({ gateway: child.pid, url });
} catch (error) {
  explain(error);
  await stop(1);
}

/** Everything before the gateway itself. What does not wait for another goes beside it. */
async function prepare() {
  const installed = isInstalled() ? Promise.resolve() : step('Install the packages', install);
  installed.catch(() => {});
  const binary = process.env.MONGODB_URI ? undefined : find(installed);
  binary?.catch(() => {});
  await installed;
  const parts = stale();
  const built = parts.length ? step(`Build the ${parts.join(' and the ')}`, () => build(parts)) : Promise.resolve();
  built.catch(() => {});
  const database = await connect(binary);
  await built;
  return database;
}

/** @param {Promise<unknown>} installed */
function find(installed) {
  return step('Find a MongoDB server', () => findMongod({ series: dataSeries(dataDir()), installed }));
}

/** @param {Promise<import('./mongod.mjs').Mongod> | undefined} binary */
async function connect(binary) {
  const { Away, checkServer, keepAlive, startMongo } = await import('./mongo.mjs');
  const given = process.env.MONGODB_URI;
  if (given) {
    await checkPort(port, host);
    try {
      await step('Reach MONGODB_URI', async () => `MongoDB ${await checkServer(given)}`);
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      explain(error);
      say(`  Going on: ${url} says that the database is away, and opens as soon as it answers.`);
    }
    return { uri: given, note: () => {} };
  }
  const found = await binary;
  const mongo = await step('Start MongoDB', () => startMongo({ dataDir: dataDir(), binary: found }));
  undo.push(mongo.stop);
  say(`  MongoDB ${mongo.version} from ${mongo.from}; the data is in ${dataDir()}`);
  await checkPort(port, host); // after a gateway left by a killed start has gone
  void keepAlive(mongo, { over: () => stopping, say: explain });
  return { uri: mongo.uri, note: mongo.claimed.note };
}

/** @param {string} uri */
function serve(uri) {
  const leash = new URL('leash.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, inRoot('build/gateway/main.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      MONGODB_URI: uri,
      PORT: String(port),
      HOST: host,
      DATA_DIR: dataDir(),
      NODE_ENV: 'production',
      SEED_IF_EMPTY: process.env.SEED_IF_EMPTY ?? '1',
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Its own group: Ctrl-C comes to this process, which ends the gateway and then the database.
    detached: true,
  });
  undo.push(() => end(Number(child.pid), 3000));
  child.on('message', (/** @type {import('./welcome.mjs').Listening} */ message) => say(welcome(message)));
  child.on('exit', (code, signal) => {
    if (!stopping) say(`The gateway ended (${signal ?? `code ${code}`}).`);
    void stop(code ?? 1);
  });
  return child;
}

/** npm itself may be killed and leave us: then nobody could stop us from that terminal any more. */
function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parents = () => `${process.ppid} ${parentOf(process.ppid)}`; // npm, and the shell between
  const born = parents();
  const watch = setInterval(() => {
    if (parents() !== born) void stop(1);
  }, 250);
  watch.unref();
}
