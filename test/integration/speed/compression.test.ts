import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress } from '../../../gateway/http/compression.ts';

const page = '<p>Découpeuse laser, libre mardi</p>'.repeat(400);
const bytes = Buffer.from(page);

/** Every way in which an answer is written by what stands behind the one port. */
const server = createServer((request, response) => {
  compress(request, response);
  const ways: Record<string, () => void> = {
    '/whole': () => void response.setHeader('content-type', 'text/html').setHeader('etag', '"abc"').end(page),
    '/pieces': () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000));
      response.write(bytes.subarray(1000, 5000), () => response.end(bytes.subarray(5000)));
    },
    '/short': () => void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
    '/picture': () => void response.writeHead(200, ['content-type', 'image/webp']).end(bytes),
    '/done': () => void response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'br' }).end(bytes),
    '/events': () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      response.write('event: next\n\n');
    },
    '/empty': () => void response.writeHead(304, { 'content-type': 'text/html' }).end(),
  };
  ways[request.url!]!();
});
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The answer as it came over the wire: `fetch` would undo its encoding. */
async function raw(path: string, accept: string) {
  const { get } = await import('node:http');
  return new Promise<{ body: Buffer; headers: Record<string, unknown>; status: number | undefined }>((resolve) => {
    get(`${origin}${path}`, { headers: { 'accept-encoding': accept } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ body: Buffer.concat(chunks), headers: answer.headers, status: answer.statusCode }),
      );
    });
  });
}

test.each(['/whole', '/pieces'])('%s leaves smaller, and is the same once unfolded', async (path) => {
  const small = await raw(path, 'gzip, deflate, br');
  expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(small.body.length).toBeLessThan(bytes.length / 10);
  expect(small.headers['content-length']).toBe(String(small.body.length));
  expect(brotliDecompressSync(small.body).toString()).toBe(page);
  const zipped = await raw(path, 'gzip;q=1.0, br;q=0');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body).toString()).toBe(page);
});

test('a name for other bytes is a weak name', async () => {
  expect((await raw('/whole', 'br')).headers.etag).toBe('W/"abc"');
  expect((await raw('/whole', 'identity')).headers.etag).toBe('"abc"');
});

test.each([
  ['/whole', 'identity'],
  ['/whole', 'br;q=0, gzip;q=0.0'],
  ['/picture', 'br'],
])('%s for a client that says %s leaves as it was written', async (path, accept) => {
  const plain = await raw(path, accept);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.equals(bytes)).toBe(true);
});

test('what is short, already small or without a body is left alone', async () => {
  expect(await raw('/short', 'br')).toMatchObject({ status: 200, body: Buffer.from('ok') });
  expect((await raw('/done', 'br')).body.equals(bytes)).toBe(true);
  expect(await raw('/empty', 'br')).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test('an event reaches its listener while the answer goes on', async () => {
  const stream = await fetch(`${origin}/events`, { headers: { 'accept-encoding': 'br' } });
  expect(stream.headers.get('content-encoding')).toBeNull();
  const first = await stream.body!.getReader().read();
  expect(new TextDecoder().decode(first.value)).toBe('event: next\n\n');
});
