import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client/core';
import { print, type FormattedExecutionResult } from 'graphql';
import { bridge, gatewayUrl, type Bridge } from './bridge.server.ts';

const inProcess = (gateway: Bridge) =>
  new ApolloLink(
    (operation) =>
      new Observable<FormattedExecutionResult>((observer) => {
        const { headers } = operation.getContext() as { headers: Record<string, string> };
        const request = {
          query: print(operation.query),
          variables: operation.variables,
          ...(operation.operationName ? { operationName: operation.operationName } : {}),
        };
        gateway.execute(request, new Headers(headers)).then(
          (result) => {
            // Resolvers answer with live objects (Date, class instances); a page must see what the wire would carry.
            observer.next(JSON.parse(JSON.stringify(result)) as FormattedExecutionResult);
            observer.complete();
          },
          (fault: unknown) => observer.error(fault),
        );
      }),
  );

const overHttp = new HttpLink({ uri: () => `${gatewayUrl()}/graphql` });

/**
 * One client for every request. It caches nothing and merges nothing: with deduplication, two visitors who ask
 * the same at the same time would share one answer.
 */
export const client = new ApolloClient({
  ssrMode: true,
  cache: new InMemoryCache(),
  queryDeduplication: false,
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  devtools: { enabled: false },
  link: new ApolloLink((operation, forward) => {
    const gateway = bridge();
    return (gateway ? inProcess(gateway) : overHttp).request(operation, forward);
  }),
});
