import { createServer } from 'node:http';
import { once } from 'node:events';
import type { lookup } from 'node:dns';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOutward, outwardUrl, readOutside } from '../../gateway/platform/outward.ts';

describe('addresses', () => {
  test.each(['8.8.8.8', '185.31.40.11', '2a01:e0a::1', '1.1.1.1'])('%s is outside', (address) =>
    expect(isOutward(address)).toBe(true),
  );
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%j is not', (address) => expect(isOutward(address)).toBe(false));

  test('a calendar is at http(s), webcal being https', () => {
    expect(outwardUrl('webcal://agenda.example/a.ics').href).toBe('https://agenda.example/a.ics');
    for (const text of [
      'ftp://a.example/x',
      'file:///etc/passwd',
      'javascript:1',
      'http://u:p@a.example/',
      'a.ics',
      '',
    ])
      expect(() => outwardUrl(text)).toThrow('address');
  });
});

/** A server of this machine, which only `allowPrivate` lets be read. */
describe('reading', () => {
  const calls: Record<string, string | undefined>[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://x');
    calls.push({ path: pathname, tag: request.headers['if-none-match'] });
    if (pathname === '/big') return void response.end('x'.repeat(5_000));
    if (pathname === '/flood') {
      response.write('x'.repeat(2_000));
      return void response.end('x'.repeat(2_000));
    }
    if (pathname === '/slow') return;
    if (pathname === '/loop') return void response.writeHead(302, { location: '/loop' }).end();
    if (pathname === '/inward') return void response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
    if (pathname === '/there') return void response.writeHead(301, { location: '/a.ics' }).end();
    if (pathname === '/file') return void response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    if (pathname === '/gone') return void response.writeHead(404).end();
    if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
    response.writeHead(200, { etag: '"1"' }).end('BEGIN:VCALENDAR');
  });
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => void server.closeAllConnections());
  afterAll(() => void server.close());

  const options = { timeoutMs: 400, maxBytes: 1_000, allowPrivate: true };
  const at = (path: string, more: object = {}) =>
    readOutside(`http://127.0.0.1:${port}${path}`, { ...options, ...more });

  test('gives the text with its tag, and nothing when nothing changed', async () => {
    expect(await at('/a.ics')).toEqual({ text: 'BEGIN:VCALENDAR', etag: '"1"' });
    expect(await at('/a.ics', { etag: '"1"' })).toEqual({ text: undefined, etag: '"1"' });
    expect(await at('/there')).toMatchObject({ text: 'BEGIN:VCALENDAR' });
  });

  test.each([
    ['/big', 'tooLarge'],
    ['/flood', 'tooLarge'],
    ['/slow', 'timeout'],
    ['/loop', 'redirects'],
    ['/file', 'address'],
    ['/gone', 'status'],
  ])('%s is refused: %s', (path, fault) => expect(at(path)).rejects.toMatchObject({ fault }));

  test('this machine is not read from outside, by its address or by a name that leads to it', async () => {
    calls.length = 0;
    const shut = { allowPrivate: false };
    await expect(at('/a.ics', shut)).rejects.toMatchObject({ fault: 'private' });
    for (const name of ['localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
      await expect(readOutside(`http://${name}:${port}/a.ics`, { ...options, ...shut })).rejects.toMatchObject({
        fault: 'private',
      });
    const rebound = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as unknown as typeof lookup;
    await expect(
      readOutside(`http://agenda.example:${port}/a.ics`, { ...options, ...shut, lookup: rebound }),
    ).rejects.toMatchObject({ fault: 'private' });
    expect(calls).toEqual([]);
  });

  test('a redirection is judged like the address that was typed', async () => {
    const outside = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as typeof lookup;
    // The guard lets this machine stand for one outside; where it sends to is judged by its own address.
    await expect(
      readOutside(`http://agenda.example:${port}/inward`, { ...options, lookup: outside }),
    ).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(
      readOutside(`http://127.0.0.1:${port}/inward`, { ...options, allowPrivate: false }),
    ).rejects.toMatchObject({ fault: 'private' });
  });
});
