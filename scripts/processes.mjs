/** Child processes and strangers' processes, with nothing but Node. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './say.mjs';

/**
 * Runs a program to its end and gives what it printed; a failure carries the last lines of it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice?: string, timeoutMs?: number }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, env, advice, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let printed = '';
    child.stdout.on('data', (chunk) => (printed += chunk));
    child.stderr.on('data', (chunk) => (printed += chunk));
    child.on('error', (error) => reject(new Trouble(`${command}: ${error.message}`, advice)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(printed);
      const end = printed.trimEnd().split('\n').slice(-40).join('\n');
      reject(new Trouble(`${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}:\n${end}`, advice));
    });
  });
}

/**
 * Runs a Node program in the foreground: it owns the terminal, and the code it ends with is the answer.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, program?: string }} [options] program: another Node than this one
 * @returns {Promise<number>}
 */
export function foreground(args, { cwd, env, program = process.execPath } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    // The terminal sends Ctrl-C to the whole group; whoever signals this process alone means the child too.
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** @param {number | undefined} pid */
export function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return !readStat(pid).includes(') Z ');
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** A killed child of a container's first process may stay as a zombie: it is dead, though it has a pid. @param {number} pid */
function readStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @returns {number | undefined} unknown where there is no /proc */
export const parentOf = (pid) => Number(/\) \S (\d+) /.exec(readStat(pid))?.[1]) || undefined;

/** The words a process was started with, or '' when there is none: pids are reused, command lines tell who it is. @param {number | undefined} pid */
export function commandLine(pid) {
  if (!isAlive(pid)) return '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    // Not Linux: ask ps.
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** @param {number} pid @param {number} timeoutMs @returns {Promise<boolean>} whether it is gone */
export async function gone(pid, timeoutMs) {
  const until = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Asks a process to end, and after `patienceMs` ends it. @param {number} pid @param {number} patienceMs */
export async function end(pid, patienceMs) {
  for (const [signal, wait] of /** @type {const} */ ([
    ['SIGTERM', patienceMs],
    ['SIGKILL', 2000],
  ])) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, wait)) return;
  }
}

/** A port of this machine that nothing listens on now. @returns {Promise<number>} */
export const freePort = () => listenOnce(0, '127.0.0.1');

/** Refuses early, before minutes of work, when the port asked for is somebody else's. @param {number} port @param {string} host @param {string} [name] the variable that chooses it */
export async function checkPort(port, host, name = 'PORT') {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Trouble(
      `Cannot listen on ${host}:${port} (${code}).`,
      code === 'EADDRINUSE'
        ? `Another program uses that port. End it, or choose another one: ${name}=${port + 1}`
        : `Choose another one: ${name}=4001, HOST=127.0.0.1`,
    );
  }
}

/** @param {number} port @param {string} host @returns {Promise<number>} */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}
