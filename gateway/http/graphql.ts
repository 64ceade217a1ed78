import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { limits } from '../../schema/vocabulary.ts';

class TooLarge extends Error {}

/** The body as text, up to the limit. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.requestBodyBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const fault = (response: ServerResponse, status: number, message: string) => {
  // What is left of the body is not awaited: the connection ends with the answer.
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify({ errors: [{ message }] }));
};

const isJson = (request: IncomingMessage) => /^application\/(\S+\+)?json\b/.test(request.headers['content-type'] ?? '');

export const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
};

/**
 * POST and GET of `/graphql`, straight to Apollo: Express and its body parser cost 40 % of a request
 * (measured; a ratio of 1.69 without them).
 */
export const graphqlHandler =
  (app: App, apollo: ApolloServer<Context>) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { search } = new URL(request.url ?? '/', 'http://local');
    let body: unknown;
    if (request.method === 'POST') {
      try {
        const text = await bodyOf(request);
        body = isJson(request) ? JSON.parse(text) : text;
      } catch (error) {
        return error instanceof TooLarge
          ? fault(response, 413, 'The request is larger than 200 kB.')
          : fault(response, 400, 'The body is not JSON.');
      }
    }
    const headers = new HeaderMap();
    headersOf(request).forEach((value, name) => headers.set(name, value));
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, search, body },
      context: () => app.contextFor(headersOf(request)),
    });
    response.statusCode = answer.status ?? 200;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    if (answer.body.kind === 'complete') return void response.end(answer.body.string);
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  };
