import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormattedExecutionResult } from 'graphql';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import { type App, createApp } from '../../gateway/app.ts';
import { createLoaders } from '../../gateway/context.ts';
import { createApollo } from '../../gateway/http/apollo.ts';
import { createDoor } from '../../gateway/http/door.ts';
import { createServing, type Serving } from '../../gateway/http/server.ts';
import type { PersonViewer, Viewer } from '../../gateway/modules/identity/viewer.ts';
import { type Config, readConfig } from '../../gateway/platform/config.ts';
import { buildIndexes, connectDatabase, disconnectDatabase } from '../../gateway/platform/database.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { Mail } from '../../gateway/platform/mailer.ts';
import { freshDatabase } from './database.ts';
import { sessionOf } from './session.ts';

/** A clock that stands still until told otherwise. */
class HandClock {
  now: Date;

  constructor(now: string) {
    this.now = new Date(now);
  }

  read = () => new Date(this.now);

  set(now: string | Date) {
    this.now = new Date(now);
  }

  forward({ minutes = 0, hours = 0, days = 0 }: { minutes?: number; hours?: number; days?: number }) {
    this.now = new Date(this.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }
}

interface Answer<T> {
  data: T;
  errors: NonNullable<FormattedExecutionResult['errors']>;
  /** The refusal's key, when there is one. */
  refusal: string | undefined;
  params: Record<string, unknown> | undefined;
}

export interface TestApp {
  app: App;
  clock: HandClock;
  config: Config;
  /** Mails that left, in order, since the file began. */
  mails: Mail[];
  /** Runs a document as this viewer, through Apollo, its limits and its error format. */
  run<T = Record<string, never>>(
    viewer: Viewer,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<T>>;
  /** The same, and fails the test on any error. */
  get<T>(viewer: Viewer, document: string, variables?: Record<string, unknown>): Promise<T>;
  /** Serves over HTTP on a free port, for races and audits; closed at the end of the file. */
  serve(): Promise<{ url: string; serving: Serving }>;
  /** Headers of a request of this person, with a real session. */
  signedIn(viewer: PersonViewer): Promise<Record<string, string>>;
}

/** The real application on a database of this file's own, with a clock and a mailbox in the test's hands. */
export function useApp({ now = '2026-11-23T08:00:00Z', rateLimits = false } = {}): TestApp {
  const state = { clock: new HandClock(now), mails: [] as Mail[] } as unknown as TestApp;
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const uri = freshDatabase();
    const config = readConfig({
      MONGODB_URI: uri,
      MONGODB_DATABASE: new URL(uri).pathname.slice(1),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'maillage-test-')),
      NODE_ENV: 'test',
      PORT: '0',
      RATE_LIMITS: rateLimits ? '1' : '0',
    });
    await connectDatabase({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
    await buildIndexes();
    const mailer = { to: 'the test', send: (mail: Mail) => Promise.resolve(void state.mails.push(mail)) };
    const app = await createApp({ config, clock: state.clock.read, newId, mailer, log });
    const { apollo } = await createApollo(app.schema, undefined, log);
    closers.push(() => apollo.stop());
    const run: TestApp['run'] = async (viewer, query, variables = {}) => {
      const contextValue = {
        viewer,
        services: app.services,
        loaders: createLoaders(app.services),
        locale: 'fr' as const,
        requestId: newId(),
      };
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
      const result = JSON.parse(
        JSON.stringify(body.kind === 'single' ? body.singleResult : {}),
      ) as FormattedExecutionResult;
      const { key, params } = (result.errors?.[0]?.extensions ?? {}) as {
        key?: string;
        params?: Record<string, unknown>;
      };
      return { data: result.data as never, errors: result.errors ?? [], refusal: key, params };
    };
    Object.assign(state, {
      app,
      config,
      run,
      async get<T>(viewer: Viewer, document: string, variables?: Record<string, unknown>) {
        const { data, errors } = await run<T>(viewer, document, variables);
        expect(errors, JSON.stringify(errors)).toEqual([]);
        return data;
      },
      async serve() {
        const door = createDoor();
        const serving = await createServing({ app, config, log, door });
        closers.push(() => serving.close());
        serving.open();
        return { url: `http://127.0.0.1:${await door.listen(config.PORT, config.HOST)}`, serving };
      },
      signedIn: ({ id }: PersonViewer) => sessionOf(id, config.AUTH_SECRET, new Date()),
    } satisfies Partial<TestApp>);
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    // A server keeps every file of every database open: hundreds of them for each file of tests, and thousands are its end.
    await mongoose.connection.dropDatabase();
    await disconnectDatabase();
  });
  return state;
}
