import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Context } from '../context.ts';
import type { Logger } from '../platform/log.ts';
import { formatError } from './errors.ts';
import { limitRules, variableLimits } from './limits.ts';
import { queryLimits } from './limits.rules.ts';

/** What an answer tells depends on who asks: no cache keeps it. */
const keptNowhere: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        response.http.headers.set('cache-control', 'no-store');
      },
    };
  },
};

/** GraphQL over HTTP: a client that only accepts `application/json` gets 200 for a request that was understood as a query. */
const legacyStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '';
        const body = response.body;
        const withoutData = body.kind === 'single' && body.singleResult.data === undefined;
        if (response.http.status === 400 && request.query && withoutData && !accept.includes('graphql-response+json'))
          response.http.status = 200;
      },
    };
  },
};

export interface Guarded {
  apollo: ApolloServer<Context>;
  validationRules: readonly ValidationRule[];
}

export async function createApollo(
  schema: GraphQLSchema,
  httpServer: Server | undefined,
  log: Logger,
): Promise<Guarded> {
  const { plugins, validationRules } = limitRules();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    validationRules,
    plugins: [
      ...plugins,
      variableLimits,
      legacyStatus,
      keptNowhere,
      ApolloServerPluginLandingPageDisabled(),
      // Its own counting of how long an answer may be kept costs something for each field of each row.
      ApolloServerPluginCacheControlDisabled(),
      ...(httpServer ? [ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 2_000 })] : []),
    ],
    parseOptions: { maxTokens: queryLimits.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    formatError: formatError(log),
    logger: { debug() {}, info() {}, warn: (m) => log.warn(m), error: (m) => log.error(m) },
  });
  await apollo.start();
  return { apollo, validationRules };
}
