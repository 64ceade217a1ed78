import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { workshop } from '../../support/world.ts';

const world = useApp();

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

test('what one gateway writes is heard by who listens to another, with the count of the bell', async () => {
  const port = await freePort();
  const { MONGODB_URI, MONGODB_DATABASE, AUTH_SECRET } = world.config;
  const second = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'gateway/main.ts'], {
    env: {
      ...process.env,
      MONGODB_URI,
      MONGODB_DATABASE,
      AUTH_SECRET,
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'maillage-second-')),
      BASE_URL: `http://127.0.0.1:${port}`,
      WEB: '0',
      RATE_LIMITS: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    const ready = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(ready, { timeout: 60_000, interval: 300 }).toBe(true);
    const { manager, workshop: site } = await workshop();
    const headers = await world.signedIn(manager);
    const heard: string[] = [];
    const client = createClient({ url: `${url}/graphql/stream`, headers, retryAttempts: 5 });
    client.subscribe<{ happened: { subjectId: string } }>(
      { query: 'subscription { happened { subjectId } }' },
      {
        next: ({ data }) => void (data && heard.push(data.happened.subjectId)),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    const subjects: string[] = [];
    const tell = async () => {
      const subjectId = newId();
      subjects.push(subjectId);
      await world.app.services.notices.tell({
        topic: 'invitation',
        subjectId,
        event: 'identity.joined',
        to: [{ scope: 'workshop', id: site._id }],
        params: { name: 'Samira', organisation: 'La Boîte à copeaux' },
      });
    };
    await expect
      .poll(
        async () => {
          await tell();
          return heard.length;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBeGreaterThan(0);
    expect(subjects).toEqual(expect.arrayContaining(heard));
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ unreadNotices }' }),
    });
    expect(await answer.json()).toEqual({ data: { unreadNotices: subjects.length } });
    client.dispose();
  } finally {
    const gone = second.exitCode === null ? once(second, 'exit') : undefined;
    second.kill('SIGKILL');
    await gone;
  }
}, 120_000);
