import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Context } from '../context.ts';
import { areKeepable, keepableText, maxBreadth, queryLimits, rowsAsked } from './limits.rules.ts';

/** The rules that every operation passes before it runs. `share` tightens them: the tests show how much room the web leaves. */
export function limitRules(share = 1) {
  const part = (limit: number) => Math.floor(limit * share);
  const { plugins, validationRules } = new ApolloArmor({
    maxTokens: { enabled: false },
    maxAliases: { n: part(queryLimits.aliases), allowList: [], exposeLimits: false },
    maxDirectives: { n: part(queryLimits.directives), exposeLimits: false },
    // A fragment is a way of writing, not a level.
    maxDepth: { n: part(queryLimits.depth), flattenFragments: true, exposeLimits: false },
    costLimit: { maxCost: part(queryLimits.cost), flattenFragments: true, exposeLimits: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const own: ValidationRule[] = [maxBreadth(part(queryLimits.breadth)), keepableText];
  return { plugins: plugins as ApolloServerPlugin<Context>[], validationRules: [...validationRules, ...own] };
}

/** What can be known only with the variables: the reason why an operation is not run, if there is one. */
export function refusedFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): GraphQLError | undefined {
  const refused = (message: string) =>
    new GraphQLError(message, { extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, http: { status: 400 } } });
  if (!areKeepable(variables)) return refused('A text is not readable.');
  if (rowsAsked(schema, document, variables) > queryLimits.rows) return refused('The query asks for too many rows.');
  return undefined;
}

export const variableLimits: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }) {
        const refused = refusedFor(schema, document, request.variables);
        if (refused) throw refused;
      },
    };
  },
};
