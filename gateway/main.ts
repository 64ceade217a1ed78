import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';
import { limits } from '../schema/vocabulary.ts';
import { demonstrationIn } from '../seed/run.ts';
import { createApp } from './app.ts';
import { PROTOCOL_HEADER } from './http/client.ts';
import { createDoor } from './http/door.ts';
import { createServing } from './http/server.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, ConfigError, readConfig } from './platform/config.ts';
import { buildIndexes, connectDatabase, disconnectDatabase, isAway } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { createLog, type Logger } from './platform/log.ts';
import { createMailer } from './platform/mailer.ts';
import { growSlowly } from './platform/memory.ts';
import { version } from './platform/version.ts';

const RETRY_MS = 1_000;

growSlowly();

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

/** The pages' handler, as built; absent while the pages are served by the development server. */
async function pages(config: Config): Promise<RequestHandler | undefined> {
  const file = resolve(import.meta.dirname, '../web/handler.js');
  if (!config.WEB || !existsSync(file)) return undefined;
  process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
  process.env.HOST_HEADER = 'host';
  process.env.BODY_SIZE_LIMIT = String(limits.formBytes);
  return ((await import(pathToFileURL(file).href)) as { handler: RequestHandler }).handler;
}

/** The database with its indexes, as soon as there is one: one that is away is asked again, anything else is a fault. */
async function reachDatabase(config: Config, log: Logger): Promise<void> {
  for (;;) {
    try {
      await connectDatabase({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
      return await buildIndexes();
    } catch (error) {
      if (!isAway(error)) throw error;
      log.warn({ reason: (error as Error).message }, 'database away: asking again');
      await disconnectDatabase();
      await sleep(RETRY_MS);
    }
  }
}

async function run(config: Config, log: Logger): Promise<void> {
  const door = createDoor();
  const port = await door.listen(config.PORT, config.HOST);
  const undo: (() => Promise<unknown>)[] = [];
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void (async () => {
        for (const one of undo.reverse()) await one();
        process.exit(0);
      })();
    });

  await reachDatabase(config, log);
  undo.push(disconnectDatabase);
  const mailer = createMailer(config);
  const deps = { config, clock: systemClock, newId, mailer, log };
  const app = await createApp(deps);
  const demonstration = await demonstrationIn(deps, config.SEED_IF_EMPTY);
  const serving = await createServing({ app, config, log, door });
  (globalThis as Record<symbol, unknown>)[Symbol.for('maillage.gateway')] = serving.bridge;
  const web = await pages(config);
  if (web) serving.use(web);
  const jobs = app.startJobs();
  undo.push(() => jobs.stop());
  undo.push(() => serving.close());
  serving.open();
  log.info({ port, web: Boolean(web), mailTo: mailer.to, version }, 'listening');
  process.send?.({ listening: port, address: config.BASE_URL, mailTo: mailer.to, ...demonstration });
}

const config = configOrExit();
const log = createLog(config.LOG_LEVEL);
run(config, log).catch((error: unknown) => {
  log.fatal({ err: error }, 'not started');
  console.error((error as Error).message);
  process.exit(1);
});
