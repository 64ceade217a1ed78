import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from 'better-auth/node';
import express, { type RequestHandler } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { App } from '../app.ts';
import type { Config } from '../platform/config.ts';
import { missingIndexes, pingDatabase } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import { version } from '../platform/version.ts';
import { createApollo } from './apollo.ts';
import { clientMarker } from './client.ts';
import { compress } from './compression.ts';
import type { Door } from './door.ts';
import { exportsRoute } from './exports.ts';
import { filesHandler, filesRoute } from './files.ts';
import { graphqlHandler } from './graphql.ts';
import { headersFor, isForeign } from './headers.ts';
import { icalRoute } from './ical.ts';
import { liveHandler } from './live.ts';
import { unsubscribeRoute } from './unsubscribe.ts';
import { playground, wantsPage } from './playground.ts';
import { printsRoute } from './prints.ts';

/** What the pages, which run in this very process, call instead of going through the network. */
interface Bridge {
  execute(
    request: { query: string; variables?: Record<string, unknown>; operationName?: string },
    headers: Headers,
  ): Promise<FormattedExecutionResult>;
  auth(request: Request): Promise<Response>;
  /** The plain routes of files: a photo sent by a form goes through it. */
  files(request: Request): Promise<Response>;
}

export interface Serving {
  bridge: Bridge;
  /** From now on the door leads here. */
  open(): void;
  close(): Promise<void>;
}

const DRAIN_MS = 2_500;
/** One port: GraphQL first, then health, accounts, live updates, files, and the pages last. */
export async function createServing(deps: {
  app: App;
  config: Config;
  log: Logger;
  door: Door;
}): Promise<Serving & { use(web: RequestHandler): void }> {
  const { app, config, log, door } = deps;
  const { server } = door;
  const mark = clientMarker(config.TRUSTED_PROXIES);
  const own = new URL(config.BASE_URL);
  const securityHeaders = headersFor(own.protocol === 'https:');
  const routes = express();
  routes.disable('x-powered-by');
  const { apollo, validationRules } = await createApollo(app.schema, server, log);
  const graphql = graphqlHandler(app, apollo);

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const start = performance.now();
    mark(request);
    const requestId = newId();
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    compress(request, response);
    const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
    response.once('finish', () =>
      log.debug(
        {
          requestId,
          method: request.method,
          // The address of a calendar is a secret of its owner.
          path: path.startsWith('/ical/') ? '/ical/' : path,
          status: response.statusCode,
          ms: Math.round(performance.now() - start),
        },
        'served',
      ),
    );
    if (request.method === 'TRACE') return void response.writeHead(405).end();
    if (isForeign(request, own.origin)) {
      log.warn({ requestId, event: 'foreign origin', path }, 'refused');
      return void response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        .end('Foreign origin.');
    }
    const page = request.method === 'GET' && wantsPage(request.headers.accept, search);
    if (path !== '/graphql' || page) return void routes(request, response);
    graphql(request, response).catch((error: unknown) => {
      log.error({ requestId, err: error }, 'graphql failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  }

  routes.get('/healthz', (_request, response) => void response.json({ status: 'up', version }));
  routes.get('/readyz', async (_request, response) => {
    try {
      const ms = Math.round(await pingDatabase());
      const missing = await missingIndexes();
      response
        .status(missing.length > 0 ? 503 : 200)
        .json({ status: missing.length > 0 ? 'indexes missing' : 'ready', version, databaseMs: ms, missing });
    } catch {
      response.status(503).set('retry-after', '5').json({ status: 'database away', version });
    }
  });
  routes.use(playground());
  routes.all('/graphql/stream', liveHandler(app, validationRules));
  const accounts = toNodeHandler(app.services.accounts);
  routes.all('/api/auth/*splat', (request, response, next) => accounts(request, response).catch(next));

  routes.use(unsubscribeRoute(app));
  routes.all('/ical/*splat', icalRoute(app));
  routes.all('/prints/*splat', printsRoute(app));

  const files = filesHandler(app);
  routes.all('/files/*splat', filesRoute(files));
  routes.get('/exports/:file', exportsRoute(app));

  const bridge: Bridge = {
    async execute(request, headers) {
      const answer = await apollo.executeOperation(request, { contextValue: await app.contextFor(headers) });
      return answer.body.kind === 'single' ? answer.body.singleResult : answer.body.initialResult;
    },
    auth: (request) => app.services.accounts.handler(request),
    files,
  };

  return {
    bridge,
    use: (web) => void routes.use(web),
    open: () => door.open(handle),
    async close() {
      setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
      await apollo.stop();
      await new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
    },
  };
}
