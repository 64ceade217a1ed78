import { Readable } from 'node:stream';
import type { RequestHandler } from 'express';
import { filePurposes, photoWidths } from '../../schema/files.ts';
import type { App } from '../app.ts';
import type { Attachment } from '../modules/files/file.entity.ts';
import { attachmentHeader, rangeOf } from '../modules/files/file.rules.ts';
import { Refusal } from '../platform/refusal.ts';
import { json, refused } from './answers.ts';
import { receiveImport } from './imports.ts';
import { uploadsHandler } from './uploads.ts';

/** A file never changes under its id; one that not everybody may see is asked for again each time, and kept by nobody else. */
const cacheOf = ({ purpose }: Attachment): Record<string, string> =>
  filePurposes[purpose].open
    ? { 'cache-control': 'public, max-age=31536000, immutable' }
    : { 'cache-control': 'private, no-cache', vary: 'cookie' };

/** Whatever the bytes are, they run nothing and are taken for nothing else. */
const inert = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Files, by plain routes: `/files/upload/ID` takes one, `GET /files/photos/ID?w=800` shows a photo, and
 * `GET /files/documents/ID` gives a document as a download, with a ticket when it is not open to everyone.
 */
export function filesHandler(app: Pick<App, 'services' | 'contextFor'>) {
  const { files, downloads } = app.services;
  const upload = uploadsHandler(app);
  const viewerOf = async (request: Request) => (await app.contextFor(request.headers)).viewer;

  async function give(request: Request, file: Attachment, variant: string, headers: Record<string, string>) {
    const etag = `"${file._id}-${variant}"`;
    const common = { ...inert, ...cacheOf(file), ...headers, etag, 'accept-ranges': 'bytes' };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: common });
    const whole = await files.open(file, variant);
    if (!whole) return json(404, { code: 'NOT_FOUND', key: 'platform.notFound', params: { what: 'file' } });
    const fresh = [null, etag].includes(request.headers.get('if-range'));
    const range = fresh ? rangeOf(request.headers.get('range'), whole.bytes) : 'whole';
    if (range === 'whole' && request.method === 'GET') return sent(200, whole.stream, whole.bytes);
    whole.stream.destroy();
    if (range === 'outside') return json(416, {}, { ...common, 'content-range': `bytes */${whole.bytes}` });
    if (range === 'whole') return sent(200, null, whole.bytes);
    const { first, last } = range;
    const part = request.method === 'GET' ? await files.open(file, variant, range) : undefined;
    return sent(206, part?.stream ?? null, last - first + 1, {
      'content-range': `bytes ${first}-${last}/${whole.bytes}`,
    });

    function sent(status: number, stream: Readable | null, bytes: number, more: Record<string, string> = {}) {
      const body = stream && (Readable.toWeb(stream) as ReadableStream);
      const type = whole!.contentType;
      const all = { ...common, ...more, 'content-type': type, 'content-length': String(bytes) };
      return new Response(body, { status, headers: all });
    }
  }

  async function photo(request: Request, id: string, asked: string | null): Promise<Response> {
    const width = photoWidths.find((one) => String(one) === (asked ?? '800'));
    const file = await files.get(id);
    if (!width || file.kind !== 'photo') throw new Refusal('platform.notFound', { what: 'photo' });
    if (!filePurposes[file.purpose].open) await files.readable(await viewerOf(request), id);
    return give(request, file, String(width), { 'content-disposition': 'inline' });
  }

  async function document(request: Request, id: string, ticket: string): Promise<Response> {
    const file = await downloads.redeem(await viewerOf(request), id, ticket);
    const headers = { 'content-disposition': attachmentHeader(file.name), 'referrer-policy': 'no-referrer' };
    return give(request, file, file.variants.at(-1)!, headers);
  }

  async function route(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/files/imports' && request.method === 'POST')
      return receiveImport(app.services.importBatches, request, searchParams.get('ticket') ?? '');
    const [, family, id = ''] = /^\/files\/(upload|photos|documents)\/([0-9a-f]{24})$/.exec(pathname) ?? [];
    if (family === 'upload') return upload(request, id);
    if (!['GET', 'HEAD'].includes(request.method)) return json(405, {}, { allow: 'GET, HEAD' });
    if (family === 'photos') return photo(request, id, searchParams.get('w'));
    if (family === 'documents') return document(request, id, searchParams.get('ticket') ?? '');
    throw new Refusal('platform.notFound', { what: 'file' });
  }

  return (request: Request): Promise<Response> =>
    route(request).catch((error: unknown) => {
      if (error instanceof Refusal) return refused(error);
      throw error;
    });
}

/** The same, for express. */
export const filesRoute =
  (handle: (request: Request) => Promise<Response>): RequestHandler =>
  async (incoming, outgoing) => {
    const hasBody = incoming.method === 'PATCH' || incoming.method === 'POST';
    const request = new Request(new URL(incoming.originalUrl, 'http://localhost'), {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
    });
    const response = await handle(request);
    if (outgoing.destroyed) return void response.body?.cancel();
    // Answered before all of it had come: the rest would be taken for the next request.
    if (hasBody && !incoming.complete) outgoing.setHeader('connection', 'close');
    outgoing.status(response.status);
    response.headers.forEach((value, name) => outgoing.setHeader(name, value));
    if (!response.body) return void outgoing.end();
    const body = Readable.fromWeb(response.body as never);
    // Whoever reads may leave in the middle: the file is then read no further.
    outgoing.once('close', () => body.destroy());
    body.on('error', () => outgoing.destroy());
    body.pipe(outgoing);
  };
