/** DATA_DIR/running.json: who runs the product in this folder, and where. It is the lock as well. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from './processes.mjs';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Running
 * @property {string} name the command that runs: start, dev, import…
 * @property {number} owner its process
 * @property {string} command its command line: a pid alone may be somebody else's by now
 * @property {number} [gateway] the process that serves the pages
 * @property {string} [url] where it serves them
 * @property {string} [uri] its database
 * @property {number} [pid] the MongoDB server's process
 * @property {number} [port] and port
 */

/** @param {string} dataDir */
const place = (dataDir) => join(dataDir, 'running.json');

/** @param {string} dataDir @returns {Running | undefined} */
export function readRunning(dataDir) {
  try {
    return /** @type {Running} */ (JSON.parse(readFileSync(place(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote the record still runs. @param {Running | undefined} running */
export const ownerLives = (running) => running !== undefined && commandLine(running.owner) === running.command;

/**
 * Takes the folder for this process; what a killed owner left is handed over. Waits for an owner that is just leaving.
 * @param {string} dataDir
 * @param {string} name
 * @param {number} patienceMs
 * @returns {Promise<{ left: Running | undefined, note: (facts: Partial<Running>) => void, release: () => void }>}
 */
export async function claim(dataDir, name, patienceMs) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = place(dataDir);
  const until = performance.now() + patienceMs;
  /** @type {Running} */
  let mine = { name, owner: process.pid, command: commandLine(process.pid) };
  const draft = `${file}.${process.pid}`;
  const write = () => writeFileSync(draft, JSON.stringify(mine, null, 2), { mode: 0o600 });
  for (;;) {
    const left = readRunning(dataDir);
    if (ownerLives(left)) {
      if (performance.now() > until) throw new Trouble(taken(dataDir, /** @type {Running} */ (left)), takenAdvice);
      await sleep(100);
      continue;
    }
    rmSync(file, { force: true });
    write();
    try {
      linkSync(draft, file); // whole or not at all: a reader never sees half a record
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      continue;
    } finally {
      rmSync(draft, { force: true });
    }
    return {
      left,
      note(facts) {
        mine = { ...mine, ...facts };
        write();
        renameSync(draft, file);
      },
      release: () => rmSync(file, { force: true }),
    };
  }
}

/** @param {string} dataDir @param {Running} running */
const taken = (dataDir, { name, owner, url }) =>
  `\`npm ${name === 'start' ? 'start' : `run ${name}`}\` (process ${owner}) already uses ${dataDir}${url ? ` and serves ${url}` : ''}.`;

const takenAdvice = `Stop it first (Ctrl-C in its terminal), or give this one a folder and a port of its own:
  DATA_DIR=/another/folder PORT=4001 npm start`;
