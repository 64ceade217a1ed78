import type { Logger } from './log.ts';

export interface Poller {
  /** Resolves when the run under way, if any, is over. */
  stop(): Promise<void>;
}

/**
 * Runs `job` again `ms` after its last end, until stopped. A failed run is logged and the next one comes: the work to do
 * is in the database, so nothing is lost with the process.
 */
export function poll(name: string, ms: number, job: () => Promise<unknown>, log: Logger): Poller {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    try {
      await job();
    } catch (error) {
      log.error({ err: error, poller: name }, 'poller failed');
    }
    if (!stopped) timer = setTimeout(() => void (running = turn()), ms);
  };
  running = turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
