import { setMaxListeners } from 'node:events';
import { createPubSub } from '@graphql-yoga/subscription';
import type { ChangeStream, ChangeStreamInsertDocument } from 'mongodb';
import type { Logger } from '../../platform/log.ts';
import { type Happening, HappeningRecord } from './notice.entity.ts';

/** As many as there are pages open: Node would take more than ten for a leak. */
const eventTarget = new EventTarget();
setMaxListeners(0, eventTarget);

/** Within this process; `LiveUpdates` feeds it with what happens in every process. */
export const pubSub = createPubSub<{ HAPPENING: [Happening] }>({ eventTarget });

const RETRY_MS = 1_000;

/** Follows the happenings of all gateways by change stream, from where it stood after an interruption. */
export class LiveUpdates {
  readonly #log: Logger;
  #stream: ChangeStream | undefined;
  #stopped = false;

  constructor({ log }: { log: Logger }) {
    this.#log = log;
  }

  start(resumeAfter?: unknown): void {
    const stream = HappeningRecord.collection.watch<Happening>([{ $match: { operationType: 'insert' } }], {
      readConcern: { level: 'majority' },
      ...(resumeAfter ? { startAfter: resumeAfter } : {}),
    });
    this.#stream = stream;
    stream.on('change', (change) =>
      pubSub.publish('HAPPENING', (change as ChangeStreamInsertDocument<Happening>).fullDocument),
    );
    stream.on('error', (error) => {
      if (this.#stopped) return;
      this.#log.warn({ reason: error.message }, 'live updates interrupted');
      const lost = (error as { code?: number }).code === 286;
      setTimeout(() => !this.#stopped && this.start(lost ? undefined : stream.resumeToken), RETRY_MS).unref();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#stream?.close();
  }
}
