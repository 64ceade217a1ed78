import type { OperationVariables } from '@apollo/client/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { client } from './client.server.ts';
import { faultOf, type Fault } from './fault.ts';

type Outcome<Data> = { data: Data; fault?: undefined } | { data?: undefined; fault: Fault };

/** The gateway as this visitor sees it. */
export type Graph = {
  /** Reads for a page: a refusal becomes the page's own error, and a visitor without a session is sent to sign in. */
  query<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Data>;
  /** Reads where the page lives on without the answer. */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Outcome<Data>>;
  /** Writes; a form action goes through `submit` instead. */
  mutate<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Outcome<Data>>;
};

/** What the gateway needs to know of the request: who, for whom, in which language, under which id. */
const headersOf = ({ request, locals }: RequestEvent): Record<string, string> => ({
  cookie: request.headers.get('cookie') ?? '',
  'accept-language': locals.locale,
  'x-request-id': locals.requestId,
  'apollo-require-preflight': 'true',
  ...(locals.acting ? { 'x-acting-for': locals.acting } : {}),
});

export function graphFor(event: RequestEvent): Graph {
  const context = () => ({ headers: headersOf(event) });

  async function outcome<Data>(call: () => Promise<{ data?: unknown }>): Promise<Outcome<Data>> {
    try {
      return { data: (await call()).data as Data };
    } catch (thrown) {
      return { fault: faultOf(thrown) };
    }
  }

  const graph: Graph = {
    ask: (query, variables) =>
      outcome(() => client.query({ query, variables: variables as OperationVariables, context: context() })),
    mutate: (mutation, variables) =>
      outcome(() => client.mutate({ mutation, variables: variables as OperationVariables, context: context() })),
    async query(document, variables) {
      const { data, fault } = await graph.ask(document, variables);
      if (!fault) return data;
      if (fault.status === 401)
        redirect(303, `/connexion?suite=${encodeURIComponent(event.url.pathname + event.url.search)}`);
      error(fault.status, { message: fault.refusal.key, refusal: fault.refusal, id: event.locals.requestId });
    },
  };
  return graph;
}
