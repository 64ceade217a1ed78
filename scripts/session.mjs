/** For every script but start: packages, database and build brought to where the work can begin. */
import { dataDir } from './folders.mjs';
import { ownerLives, readRunning } from './claim.mjs';
import { checkNode, install, isInstalled } from './install.mjs';
import { build, stale } from './build.mjs';
import { say, step, Trouble } from './say.mjs';
import { setTimeout as sleep } from 'node:timers/promises';

export async function ensureInstalled() {
  checkNode();
  if (!isInstalled()) await step('Install the packages', install);
}

/** @param {readonly import('./build.mjs').Part[]} [wanted] */
export async function ensureBuilt(wanted = ['gateway', 'web']) {
  const parts = stale().filter((part) => wanted.includes(part));
  if (parts.length) await step(`Build the ${parts.join(' and the ')}`, () => build(parts));
}

/** A command that ends by itself is waited for this long; one that serves is joined. */
const patienceMs = 600_000;

/**
 * The database for one command: MONGODB_URI's, else the one of the product that runs in DATA_DIR, else one brought up until `stop`.
 * @param {string} name the command
 * @returns {Promise<{ uri: string, stop: () => Promise<void> }>}
 */
export async function database(name) {
  const stop = async () => {};
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, stop };
  const joined = await runningProduct();
  if (joined) return { uri: joined, stop };
  const { startMongo } = await import('./mongo.mjs');
  if (ownerLives(readRunning(dataDir())))
    say(`Waiting for \`npm run ${readRunning(dataDir())?.name}\`, which uses ${dataDir()}…`);
  return step('Start MongoDB', () => startMongo({ dataDir: dataDir(), name, patienceMs }));
}

/** The database of the product that serves from DATA_DIR; waits while it is still starting. */
async function runningProduct() {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const running = readRunning(dataDir());
    if (!running || !['start', 'dev'].includes(running.name) || !ownerLives(running)) return undefined;
    if (running.uri) return running.uri;
    await sleep(200);
  }
  throw new Trouble(
    `The product in ${dataDir()} has been starting for a minute.`,
    'Look at its terminal, or stop it and try again.',
  );
}
