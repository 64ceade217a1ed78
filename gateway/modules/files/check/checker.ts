import { Worker } from 'node:worker_threads';
import type { FileKind } from '../../../../schema/files.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Verdict } from './verdict.ts';

const LONGEST_MS = 20_000;
const AT_ONCE = 2;
const WAITING = 24;

// Built, the thread is a program of its own beside the gateway's; from source it is compiled as it is read.
const fromSource = import.meta.url.endsWith('.ts');
const program = new URL(fromSource ? './worker.ts' : './checker.mjs', import.meta.url);
const execArgv = fromSource ? ['--import', '@oxc-node/core/register'] : [];
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Runs one check apart; a thread that takes too long or too much is ended, and its file refused. */
function apart(bytes: Uint8Array, accepts: readonly FileKind[], longestMs: number): Promise<Verdict> {
  return new Promise((resolve) => {
    const thread = new Worker(program, { execArgv, resourceLimits, env: {} });
    const end = (verdict: Verdict) => {
      clearTimeout(timer);
      resolve(verdict);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, fault: 'tooComplex' }), longestMs);
    thread.once('message', end);
    thread.once('error', () => end({ ok: false, fault: 'tooComplex' }));
    thread.once('exit', () => end({ ok: false, fault: 'tooComplex' }));
    thread.postMessage({ bytes, accepts });
  });
}

/** Judges files off the event loop, two at a time; beyond a short queue it says to come back. */
export class Checker {
  readonly #longestMs: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(longestMs = LONGEST_MS) {
    this.#longestMs = longestMs;
  }

  /** The verdict on a file for a purpose that takes these kinds. */
  async check(bytes: Uint8Array, accepts: readonly FileKind[]): Promise<Verdict> {
    if (this.#waiting.length >= WAITING) throw new Refusal('platform.unavailable');
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await apart(bytes, accepts, this.#longestMs);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
