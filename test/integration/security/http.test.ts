import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApp } from '../../support/app.ts';
import { person } from '../../support/world.ts';

const world = useApp();
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

/** A path exactly as written: `fetch` would tidy the dots away. */
const raw = (path: string, method = 'GET') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });

const paths = [
  '/graphql?query={__typename}',
  '/graphql',
  '/healthz',
  '/readyz',
  '/api/auth/ok',
  '/files/photos/x',
  '/nowhere',
];

describe('every answer', () => {
  test.each(paths)('%s carries the headers of security, and says its character set', async (path) => {
    for (const accept of ['application/json', 'text/html']) {
      const { headers } = await fetch(url + path, { headers: { accept, 'apollo-require-preflight': '1' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      expect(headers.get('content-security-policy')).toMatch(/default-src '(self|none)'/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const type = headers.get('content-type') ?? '';
      if (/^text|json/.test(type)) expect(type).toMatch(/charset=utf-8|^application\/(graphql-response\+)?json/);
    }
  });

  test('to a page of another site lets nothing be read: no header of CORS, whatever is asked', async () => {
    for (const path of ['/graphql', '/api/auth/get-session', '/files/photos/x']) {
      const answer = await fetch(url + path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('with what belongs to a person is kept nowhere', async () => {
    const cookie = await world.signedIn(await person());
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...cookie },
      body: JSON.stringify({ query: '{ me { email } }' }),
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

test('GraphiQL has a policy of its own, that lets no script in but those of here', async () => {
  const answer = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
  expect(await answer.text()).not.toMatch(/<script>[^<]/);
});

test.each([
  '/files/photos/../../../../etc/passwd',
  '/files/..%2f..%2f..%2fetc%2fpasswd',
  '/files/%2e%2e/%2e%2e/etc/passwd',
  '/files/photos/%00',
  '/files/..\\..\\etc\\passwd',
  '/graphql/assets/../../../package.json',
  '/graphql/assets/..%2f..%2fpackage.json',
  '/.git/config',
  '/.env',
  '/package.json',
  '/%c0%ae%c0%ae/etc/passwd',
  '/%',
])('%s leads to no file', async (path) => {
  const { status, text } = await raw(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toMatch(/root:|"dependencies"|\[core\]|node_modules|at \w+ \(/);
});

test.each(['TRACE', 'CONNECTX', 'PROPFIND', 'DELETE'])('%s is no method of ours', async (method) => {
  const { status } = await raw('/graphql', method).catch(() => ({ status: 400 }));
  expect(status).toBeGreaterThanOrEqual(400);
});

test('a request whose length is said twice is not understood', async () => {
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`,
      ),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
  expect(answer).not.toContain('"up"');
});

test('what was unforeseen is shown by an id alone', async () => {
  const { app } = world;
  const { places } = app.services;
  const kept = places.search.bind(places);
  places.search = () => {
    throw new Error('secret of /srv/maillage at mongodb://root:pw@db');
  };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ places(search: "Blois") { name } }' }),
  });
  places.search = kept;
  const text = await answer.text();
  expect(text).toContain('INTERNAL_SERVER_ERROR');
  expect(text).not.toMatch(/secret|srv|mongodb|stack/);
});
