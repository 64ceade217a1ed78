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

/** @type {number[]} */
const children = [];
let stopDatabase = async () => {};
let stopping = false;

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map((pid) => end(-pid, 3000)));
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
  keep(
    root,
    env,
    inRoot('node_modules/tsdown/dist/run.mjs'),
    '--watch',
    '--logLevel',
    'warn',
    '--on-success',
    'node --enable-source-maps build/gateway/main.mjs',
  );
  keep(inRoot('web'), env, inRoot('node_modules/vite/bin/vite.js'), 'dev', '--port', String(webPort), '--strictPort');
  onSave(['gateway', 'schema', 'web/src'], () => step('Print the schema and the types', printSchema).catch(explain));
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
  children.push(Number(child.pid));
  child.on('exit', (code) => void stop(code ?? 1));
}

/** Calls once for a burst of saves, and never while a call is under way. @param {string[]} folders @param {() => Promise<unknown>} work */
function onSave(folders, work) {
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
    }, 150);
  };
  for (const folder of folders)
    watch(inRoot(folder), { recursive: true }, (_, name) => {
      if (name && /\.(ts|svelte)$/.test(name) && !/generated|schema\.graphql/.test(name)) soon();
    });
}
