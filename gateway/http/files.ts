import { Readable } from 'node:stream';
import type { RequestHandler } from 'express';
import { limits } from '../../schema/vocabulary.ts';
import type { App } from '../app.ts';
import { photoWidths } from '../modules/catalogue/photo.entity.ts';
import { Refusal } from '../platform/refusal.ts';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

const statusOf = {
  NOT_FOUND: 404,
  EXPIRED: 410,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  LIMITED: 429,
  CONFLICT: 409,
  INVALID: 422,
  UNAVAILABLE: 503,
};

/** The body, or undefined as soon as it is larger than a photo may be. */
async function bytesOf(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.photoBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limits.photoBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Files, by plain routes: `POST /files/photos?ticket=…` takes one photo as the body, `GET /files/photos/ID?w=800` gives it
 * back. A photo never changes under its id, so that it is kept for ever by whoever fetched it.
 */
export function filesHandler({ services: { photos } }: Pick<App, 'services'>) {
  async function receive(request: Request, ticket: string): Promise<Response> {
    const bytes = await bytesOf(request);
    if (!bytes) return json(413, { code: 'INVALID', key: 'catalogue.photo', params: {} });
    try {
      const { _id, width, height } = await photos.receive(ticket, bytes);
      return json(201, { id: _id, width, height });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return json(statusOf[error.code], { code: error.code, key: error.key, params: error.params });
    }
  }

  async function give(request: Request, id: string, asked: string | null): Promise<Response> {
    const width = photoWidths.find((one) => String(one) === (asked ?? '800'));
    const etag = `"${id}-${width ?? ''}"`;
    const headers = {
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    };
    if (width && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    const file = width && (await photos.open(id, width));
    if (!file) return json(404, { code: 'NOT_FOUND', key: 'platform.notFound', params: { what: 'photo' } });
    const body = request.method === 'HEAD' ? null : (Readable.toWeb(file.stream) as ReadableStream);
    if (!body) file.stream.destroy();
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': file.contentType,
        'content-length': String(file.bytes),
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  }

  return (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const id = /^\/files\/photos\/([0-9a-f]{24})$/.exec(pathname)?.[1];
    if (id && (request.method === 'GET' || request.method === 'HEAD')) return give(request, id, searchParams.get('w'));
    if (pathname === '/files/photos' && request.method === 'POST')
      return receive(request, searchParams.get('ticket') ?? '');
    return Promise.resolve(json(404, { code: 'NOT_FOUND', key: 'platform.notFound', params: { what: 'file' } }));
  };
}

/** The same, for express. */
export const filesRoute =
  (handle: (request: Request) => Promise<Response>): RequestHandler =>
  async (incoming, outgoing) => {
    const hasBody = incoming.method === 'POST';
    const request = new Request(new URL(incoming.originalUrl, 'http://localhost'), {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
    });
    const response = await handle(request);
    outgoing.status(response.status);
    response.headers.forEach((value, name) => outgoing.setHeader(name, value));
    if (!response.body) return void outgoing.end();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) outgoing.write(chunk);
    outgoing.end();
  };
