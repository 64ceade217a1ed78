import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import type { RequestParams } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/express';
import { limits } from '../../schema/vocabulary.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { headersOf } from './graphql.ts';
import { refusedFor } from './limits.ts';

/**
 * Executes each event with fresh loaders: graphql-js keeps one context for a whole subscription, whose loaders would
 * serve the rows of the first event for ever. A hand-written iterator, because a generator queues `return()` behind a
 * pending `next()` and would keep the source open.
 */
const subscribeWith =
  (app: App) =>
  async (args: ExecutionArgs): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> => {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    const events = source[Symbol.asyncIterator]();
    const shown = async ({ done, value }: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> =>
      done
        ? { done: true, value: undefined }
        : {
            done: false,
            value: await execute({ ...args, rootValue: value, contextValue: app.again(args.contextValue as Context) }),
          };
    const stream: AsyncIterableIterator<ExecutionResult> = {
      next: async () => shown(await events.next()),
      return: async () => {
        await events.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  };

/** A request as graphql-sse hands it on: Node's own, and the answer that is being written. */
interface Incoming {
  raw: IncomingMessage;
  context: { res: ServerResponse };
}

/** Subscriptions over server-sent events, under the same validation rules as queries; a few at once for each person. */
export function liveHandler(app: App, rules: readonly ValidationRule[]): RequestHandler {
  const open = new Map<string, number>();
  const keyOf = ({ viewer }: Context) => (viewer.kind === 'person' ? viewer.id : viewer.kind);
  const handler = createHandler({
    schema: app.schema,
    subscribe: subscribeWith(app) as never,
    onSubscribe: (async (request: Incoming, params: RequestParams) => {
      const context = await app.contextFor(headersOf(request.raw));
      const key = keyOf(context);
      if ((open.get(key) ?? 0) >= limits.subscriptionsPerViewer)
        return { data: null, errors: [new GraphQLError('platform.limited')] };
      const document = parse(params.query, { maxTokens: 200 });
      const errors = validate(app.schema, document, [...specifiedRules, ...rules]);
      if (errors.length > 0) return { data: null, errors };
      const refused = refusedFor(app.schema, document, params.variables ?? {});
      if (refused) return { data: null, errors: [refused] };
      // Whoever left meanwhile listens no more, and its `close` has been told already.
      if (request.context.res.closed) return { data: null };
      open.set(key, (open.get(key) ?? 0) + 1);
      request.context.res.once('close', () => open.set(key, (open.get(key) ?? 1) - 1));
      return {
        schema: app.schema,
        document,
        operationName: params.operationName,
        variableValues: params.variables,
        contextValue: context,
      };
    }) as never,
  });
  return (request, response, next) => handler(request, response).catch(next);
}
