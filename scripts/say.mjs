/**
 * Progress for people: one line when a step begins, one with its time when it ends.
 * Runs before anything is installed, so it uses nothing but Node.
 */

/** A step that failed in a way the reader can act on: `advice` is what to do, in full sentences. */
export class Trouble extends Error {
  /** @param {string} message @param {string} [advice] */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** @type {NodeJS.WriteStream} */
let stream = process.stdout;

/** Sends all progress to standard error: standard output then belongs to the command's answer alone. */
export function keepStdoutClean() {
  stream = process.stderr;
}

/** @param {string} code @param {string} text */
const paint = (code, text) => (stream.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

/** @param {string} text */
export function say(text) {
  stream.write(`${text}\n`);
}

/** @param {number} since a `performance.now()` */
const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and tells how it went. What `work` returns is the detail shown beside the time when it is a string.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  say(`${paint('2', '…')} ${name}`);
  try {
    const result = await work();
    say(
      `${paint('32', '✓')} ${name}${typeof result === 'string' ? `: ${result}` : ''} ${paint('2', `(${took(since)})`)}`,
    );
    return result;
  } catch (error) {
    say(`${paint('31', '✗')} ${name} ${paint('2', `(${took(since)})`)}`);
    throw error;
  }
}

/** The one way out of a script that failed: what happened, what to do, and a non-zero code. @param {unknown} error */
export function explain(error) {
  const known = error instanceof Trouble;
  process.stderr.write(`\n${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  if (known && error.advice) process.stderr.write(`\n${error.advice}\n`);
}
