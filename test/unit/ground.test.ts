import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { checkPort, commandLine, freePort, isAlive, run } from '../../scripts/processes.mjs';
import { seriesOf } from '../../scripts/series.mjs';
import { welcome } from '../../scripts/welcome.mjs';

test('a port that somebody listens on is refused with another one to try', async () => {
  const port = await freePort();
  await checkPort(port, '127.0.0.1');
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(checkPort(port, '127.0.0.1')).rejects.toMatchObject({
    advice: expect.stringContaining(`PORT=${port + 1}`) as string,
  });
  server.close();
});

test('a program that fails carries the end of what it printed', async () => {
  await expect(run(process.execPath, ['-e', 'console.error("the reason"); process.exit(3)'])).rejects.toThrow(
    /code 3:\nthe reason/,
  );
  expect(await run(process.execPath, ['-e', 'console.log("fine")'])).toBe('fine\n');
});

test('a process is known by its words, and nobody by a pid alone', () => {
  expect(commandLine(process.pid)).toContain('node');
  expect(isAlive(undefined)).toBe(false);
  expect(commandLine(2 ** 30)).toBe('');
});

test('the data belongs to a series, not to a patch', () => expect(seriesOf('6.0.15')).toBe('6.0'));

test('the welcome names the address, the mails and every demonstration account', () => {
  const accounts = [{ name: 'Ada', email: 'ada@exemple.fr', role: 'tête de réseau' }];
  const text = welcome({ address: 'http://127.0.0.1:4000', mailTo: '/data/mail', accounts, password: 'secret-12' });
  for (const word of ['http://127.0.0.1:4000', '/data/mail', 'ada@exemple.fr', 'tête de réseau', 'secret-12'])
    expect(text).toContain(word);
  expect(welcome({ address: 'http://x', mailTo: 'smtp' })).not.toContain('account');
});
