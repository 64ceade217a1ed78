import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import type { Logger } from '../platform/log.ts';
import { formatError } from './errors.ts';

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

const MAX_TOKENS = 1_500;

/** Limits that a page of ours never meets, measured by the tests on every document of the web. */
const armor = () =>
  new ApolloArmor({
    maxTokens: { enabled: false },
    maxAliases: { n: 15, allowList: [], exposeLimits: false },
    maxDirectives: { n: 8, exposeLimits: false },
    maxDepth: { n: 12, exposeLimits: false },
    costLimit: { maxCost: 8_000, exposeLimits: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();

export interface Guarded {
  apollo: ApolloServer<Context>;
  validationRules: ReturnType<ReturnType<typeof armor>['validationRules']['slice']>;
}

export async function createApollo(
  schema: GraphQLSchema,
  httpServer: Server | undefined,
  log: Logger,
): Promise<Guarded> {
  const { plugins, validationRules } = armor();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    validationRules,
    plugins: [
      ...(plugins as ApolloServerPlugin<Context>[]),
      legacyStatus,
      ApolloServerPluginLandingPageDisabled(),
      ...(httpServer ? [ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 2_000 })] : []),
    ],
    parseOptions: { maxTokens: MAX_TOKENS },
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
