import { Worker } from 'node:worker_threads';

/** Where the thread's own file is: beside this one in the built product, in the source folder otherwise. */
const isSource = import.meta.url.endsWith('.ts');
const file = new URL(isSource ? '../worker.ts' : './worker.mjs', import.meta.url);
const execArgv = isSource ? ['--import', '@oxc-node/core/register'] : [];

/** Heap of the thread: a hostile file ends the thread and not the product. */
const HEAP_MB = 256;
/** What a thread may take to come up, on a machine that does ten other things. */
const START_MS = 30_000;

export class WorkTimeout extends Error {}
/** What the thread said when its task threw. */
export class WorkFailed extends Error {}

interface Job {
  task: string;
  payload: unknown;
  timeoutMs: number;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The thread says that it is up, then what came of each job. */
type Reply = { up: true } | { result: unknown } | { error: string };

/**
 * One thread beside the event loop, for work that would hold it: drawing a PDF, unfolding a calendar somebody sent. Jobs
 * run one after the other; one that outlives its time is ended with its thread, and the next gets a new one.
 */
class SideThread {
  readonly #waiting: Job[] = [];
  #worker: Worker | undefined;
  #isUp = false;
  #running: Job | undefined;
  #timer: NodeJS.Timeout | undefined;

  run(task: string, payload: unknown, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, payload, timeoutMs, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    const job = this.#waiting.shift();
    if (!job) return void this.#worker?.unref();
    this.#running = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    if (this.#isUp) return this.#send(job);
    this.#timer = setTimeout(() => this.#end(new WorkFailed('the thread does not come up')), START_MS);
  }

  #send({ task, payload, timeoutMs }: Job): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(new WorkTimeout(`${task} took too long`)), timeoutMs);
    this.#worker?.postMessage({ task, payload });
  }

  #start(): Worker {
    const worker = new Worker(file, { execArgv, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.on('message', (reply: Reply) => {
      if (worker !== this.#worker) return;
      if ('up' in reply) {
        this.#isUp = true;
        if (this.#running) this.#send(this.#running);
        return;
      }
      const job = this.#done();
      if ('error' in reply) job?.reject(new WorkFailed(reply.error));
      else job?.resolve(reply.result);
      this.#next();
    });
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#end(new WorkFailed(error.message));
    });
    return worker;
  }

  #done(): Job | undefined {
    clearTimeout(this.#timer);
    const job = this.#running;
    this.#running = undefined;
    return job;
  }

  #end(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isUp = false;
    void worker?.terminate();
    this.#done()?.reject(error);
    this.#next();
  }
}

const thread = new SideThread();

/** Runs a task of `gateway/worker.ts` in the side thread. Throws `WorkTimeout`, or `WorkFailed` with its words. */
export const aside = <Result>(task: string, payload: unknown, timeoutMs: number): Promise<Result> =>
  thread.run(task, payload, timeoutMs) as Promise<Result>;
