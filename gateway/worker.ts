import { parentPort } from 'node:worker_threads';
import { busyTimes } from './modules/agenda/ics.rules.ts';
import { drawPdf } from './platform/pdf.ts';

/** What the side thread can do; `platform/worker.ts` calls it by name. */
const tasks: Record<string, (payload: never) => unknown> = { busyTimes, drawPdf };

parentPort?.on('message', ({ task, payload }: { task: string; payload: never }) => {
  void (async () => {
    try {
      parentPort?.postMessage({ result: await tasks[task]!(payload) });
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  })();
});

parentPort?.postMessage({ up: true });
