/** `npm run dev`: the database, the gateway built again on every save, the pages by Vite, the types printed again. One Ctrl-C stops all. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dataDir, inRoot, root } from './folders.mjs';
import { printSchema } from './build.mjs';
import { checkPort, end } from './processes.mjs';
import { explain, say, step } from './say.mjs';
import { database, ensureInstalled } from './session.mjs';

const port = Number(process.env.PORT || 4000);
const host = process.env.HOST || '127.0.0.1';
const webPort = Number(process.env.WEB_PORT || 5173);
const pages = `http://localhost:${webPort}`;

/** @type {Set<number>} */
const children = new Set();
let stopDatabase = async () => {};
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...children].map((pid) => end(-pid, 3000)));
  await stopDatabase().catch(explain);
  process.exit(code);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop(0));

try {
  await ensureInstalled();
  const base = await database('dev');
  stopDatabase = base.stop;
  await checkPort(port, host);
  await checkPort(webPort, 'localhost', 'WEB_PORT');
  await step('Print the schema and the types', printSchema);
  const env = {
    MONGODB_URI: base.uri,
    PORT: String(port),
    HOST: host,
    DATA_DIR: dataDir(),
    WEB: '0',
    SEED_IF_EMPTY: process.env.SEED_IF_EMPTY ?? '1',
    GATEWAY_URL: `http://${host}:${port}`,
    BASE_URL: process.env.BASE_URL ?? pages,
  };
  // The pages talk to the gateway over HTTP here; the gateway's links lead to the pages.
  const gateway = relay({ ...env });
  const { build } = await import('tsdown');
  await build({ watch: true, logLevel: 'warn', onSuccess: gateway.replace });
  keep(inRoot('web'), env, inRoot('node_modules/vite/bin/vite.js'), 'dev', '--port', String(webPort), '--strictPort');
  // Later than the gateway's own restart, which a save is waiting for.
  onSave(['gateway', 'schema', 'web/src'], 1500, () =>
    step('Print the schema and the types', printSchema).catch(explain),
  );
  say(`Pages: ${pages}, reloaded on save. Ctrl-C stops everything.`);
} catch (error) {
  explain(error);
  await stop(1);
}

/** Starts a child with a group of its own, so that ending it ends what it started. @param {string} cwd @param {NodeJS.ProcessEnv} env @param {...string} args */
function keep(cwd, env, ...args) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  children.add(Number(child.pid));
  child.on('exit', (code) => void stop(code ?? 1));
}

/**
 * One gateway at work and one warm in waiting: a build takes the second in, and warms a third.
 * @param {NodeJS.ProcessEnv} env
 */
function relay(env) {
  const warm = () => {
    const child = spawn(process.execPath, ['--enable-source-maps', inRoot('scripts/warm.mjs')], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    children.add(Number(child.pid));
    child.on('exit', () => children.delete(Number(child.pid)));
    return child;
  };
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let waiting;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let working;
  return {
    async replace() {
      const next = waiting ?? warm();
      if (working) await end(-Number(working.pid), 500);
      working = next;
      next.send('go');
      // The next one warms up when this one has answered: both at once would keep a save waiting.
      waiting = undefined;
      next.once('message', function listening(/** @type {unknown} */ word) {
        if (word === 'warm') return void next.once('message', listening);
        waiting = warm();
      });
    },
  };
}

/** Calls once for a burst of saves, and never while a call is under way. @param {string[]} folders @param {number} afterMs @param {() => Promise<unknown>} work */
function onSave(folders, afterMs, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (busy) return soon();
      busy = true;
      await work();
      busy = false;
    }, afterMs);
  };
  for (const folder of folders)
    watch(inRoot(folder), { recursive: true }, (_, name) => {
      if (name && /\.(ts|svelte)$/.test(name) && !/generated|schema\.graphql/.test(name)) soon();
    });
}
