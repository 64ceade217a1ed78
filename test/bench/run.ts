import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { type App, createApp } from '../../gateway/app.ts';
import { createApollo } from '../../gateway/http/apollo.ts';
import { systemClock } from '../../gateway/platform/clock.ts';
import { readConfig } from '../../gateway/platform/config.ts';
import { buildIndexes, connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { demonstrationIn } from '../../seed/run.ts';
import { alone } from './alone.ts';
import { Visitor } from './client.ts';
import { agree, contest, contests } from './contests.ts';
import { startGateway } from './gateway.ts';
import type { BenchOptions, Ground, Served } from './ground.ts';
import { judge } from './judge.ts';
import { record } from './replay.ts';
import { machine, type Report } from './report.ts';
import { questionsFor } from './subjects.ts';
import { plant } from './world.ts';

const log = pino({ level: 'silent' });
/** The same replica set, and a database of this world's own. */
function placeOf(base: string, copies: number) {
  const url = new URL(base);
  url.pathname += `_${copies}`;
  const uri = url.href;
  url.searchParams.set('monitorCommands', 'true');
  return { uri, watched: url.href, database: url.pathname.slice(1) };
}

async function appOn(uri: string, dataDir: string): Promise<App> {
  const config = readConfig({ MONGODB_URI: uri, DATA_DIR: dataDir, NODE_ENV: 'test', PORT: '0', RATE_LIMITS: '0' });
  const mailer = { to: 'nobody', send: () => Promise.resolve() };
  return createApp({ config, clock: systemClock, newId, mailer, log });
}

async function prepare(copies: number, options: BenchOptions): Promise<Ground> {
  const { mongoUri, dataDir, workshops, say } = options;
  const { uri, watched, database } = placeOf(mongoUri, copies);
  await connectDatabase({ uri: watched, database, log });
  try {
    await mongoose.connection.dropDatabase();
    await buildIndexes();
    const app = await appOn(watched, dataDir);
    const since = performance.now();
    await demonstrationIn(app.deps, true);
    const world = await plant({ workshops, copies }, systemClock());
    // What a gateway does once, at its first start on a world, is none of what is measured.
    await app.services.searchWords.refresh();
    say(`${copies} × S planted in ${((performance.now() - since) / 1000).toFixed(0)} s`);
    const ground: Ground = {
      ...{ copies, world, uri, database, questions: await questionsFor(app) },
      ...{ tapes: new Map(), alone: [], waits: [] },
    };
    await taped(app, ground);
    await alone(app, ground, options);
    return ground;
  } finally {
    await disconnectDatabase();
  }
}

/** What each operation reads, as seen on its second run: what a process keeps is kept by then. */
async function taped(app: App, { questions, tapes }: Ground): Promise<void> {
  const { apollo } = await createApollo(app.schema, undefined, log);
  const client = mongoose.connection.getClient();
  const { searches, directoryNear, directoryWhole, availability, requests } = questions;
  for (const operation of [...searches, ...directoryNear, ...directoryWhole, ...availability, ...requests]) {
    const run = async () => {
      const { body } = await apollo.executeOperation(operation, {
        contextValue: await app.contextFor(new Headers(operation.headers)),
      });
      if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body).slice(0, 800));
    };
    await run();
    tapes.set(operation, await record(client, run));
  }
  await apollo.stop();
}

async function serve(ground: Ground, options: BenchOptions): Promise<Served> {
  const gateway = await startGateway(ground.uri, options.dataDir, options.gateway);
  const client = await MongoClient.connect(ground.uri, { maxPoolSize: 60 });
  return { ...ground, gateway, client, visitor: new Visitor(gateway.url) };
}

/** Plants the worlds, measures every subject wanted on each of them, and judges. */
export async function runBench(options: BenchOptions): Promise<Report> {
  const served: Served[] = [];
  const grounds: Ground[] = [];
  for (const copies of options.copies) grounds.push(await prepare(copies, options));
  try {
    for (const ground of grounds) served.push(await serve(ground, options));
    for (const ground of served) await agree(ground);
    const lines = grounds.flatMap((ground) => ground.alone);
    for (const each of contests) {
      if (!options.wants(each.subject) || (each.subject === 'rendered page' && !served[0]!.gateway.hasPages)) continue;
      options.say(`measuring: ${each.subject}`);
      lines.push(...(await contest(each, served, options)));
    }
    const { version } = (await served[0]!.client.db('admin').command({ buildInfo: 1 })) as { version: string };
    return {
      machine: machine(version),
      worlds: Object.fromEntries(grounds.map(({ copies, world }) => [copies, world])),
      lines,
      bars: judge(lines, served, options.crowd),
    };
  } finally {
    for (const { gateway, client, visitor } of served) {
      visitor.close();
      await client.close();
      await gateway.stop();
    }
  }
}
