import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inRoot } from '../../../scripts/folders.mjs';
import { findMongod } from '../../../scripts/mongod.mjs';
import { checkServer, runningServer, startMongo } from '../../../scripts/mongo.mjs';
import { ownerLives, readRunning } from '../../../scripts/claim.mjs';
import { commandLine, end, freePort, gone } from '../../../scripts/processes.mjs';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'maillage-ground-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const left = runningServer(dataDir);
  if (left) await end(left.pid, 5000);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A start in a process of its own, so that it can be killed: tells its pid and the server's once the server is up. */
async function startElsewhere() {
  const program = `import { startMongo } from ${JSON.stringify(inRoot('scripts/mongo.mjs'))};
    const mongo = await startMongo({ dataDir: ${JSON.stringify(dataDir)} });
    process.send({ pid: mongo.pid, uri: mongo.uri });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ pid: number; uri: string }];
  return { owner: Number(child.pid), ...message, child };
}

async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const write = (uri: string, name: string) =>
  withClient(
    uri,
    async (client) =>
      void (await client
        .db()
        .collection('kept')
        .insertOne({ name }, { writeConcern: { w: 'majority', j: true } })),
  );

const names = (uri: string) =>
  withClient(uri, async (client) =>
    (await client.db().collection('kept').find().sort({ _id: 1 }).toArray()).map((one) => one.name as string),
  );

test('what was written is there after a stop, on another port as well', async () => {
  const first = await startMongo({ dataDir });
  await write(first.uri, 'before');
  await first.stop();
  expect(commandLine(first.pid)).toBe('');
  const port = await freePort();
  const second = await startMongo({ dataDir, port });
  expect(second.port).toBe(port);
  expect(await names(second.uri)).toEqual(['before']);
  await second.stop();
});

test('a server left by a killed start is adopted, and nothing is lost', async () => {
  const killed = await startElsewhere();
  await write(killed.uri, 'acknowledged');
  process.kill(killed.owner, 'SIGKILL');
  await gone(killed.owner, 5000);
  const mongo = await startMongo({ dataDir });
  expect(mongo.pid).toBe(killed.pid);
  expect(await names(mongo.uri)).toEqual(['acknowledged']);
  await mongo.stop();
});

test('when the server was killed too, the next start finds every acknowledged write', async () => {
  const killed = await startElsewhere();
  await write(killed.uri, 'acknowledged');
  process.kill(killed.pid, 'SIGKILL');
  process.kill(killed.owner, 'SIGKILL');
  await gone(killed.owner, 5000);
  const mongo = await startMongo({ dataDir });
  expect(mongo.pid).not.toBe(killed.pid);
  expect(await names(mongo.uri)).toEqual(['acknowledged']);
  await mongo.stop();
});

test('a second start on one folder is refused, says who has it, and harms nobody', async () => {
  const first = await startMongo({ dataDir });
  await expect(startMongo({ dataDir, patienceMs: 200 })).rejects.toThrow(
    `(process ${process.pid}) already uses ${dataDir}`,
  );
  await write(first.uri, 'still writable');
  expect(readRunning(dataDir)).toMatchObject({ owner: process.pid, pid: first.pid, uri: first.uri });
  await first.stop();
  expect(readRunning(dataDir)).toBeUndefined();
});

test('an owner that leaves while it is waited for hands the folder over', async () => {
  const first = await startElsewhere();
  setTimeout(() => first.child.kill('SIGKILL'), 300);
  const second = await startMongo({ dataDir, patienceMs: 10_000 });
  expect(ownerLives(readRunning(dataDir))).toBe(true);
  await second.stop();
});

test('MONGODB_URI is checked: a replica set is taken, a silent or a lone server is refused', async () => {
  const mongo = await startMongo({ dataDir });
  expect(await checkServer(mongo.uri)).toBe(mongo.version);
  await mongo.stop();
  await expect(checkServer(mongo.uri, 300)).rejects.toThrow('MONGODB_URI does not answer');

  const lone = mkdtempSync(join(tmpdir(), 'maillage-lone-'));
  const { path } = await findMongod();
  const args = ['--dbpath', lone, '--port', String(mongo.port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const server = spawn(path, args, { stdio: 'ignore' });
  children.push(server);
  await expect(checkServer(`mongodb://127.0.0.1:${mongo.port}/`, 10_000)).rejects.toThrow(
    'transactions need a replica set',
  );
  server.kill('SIGKILL');
  await once(server, 'exit');
  rmSync(lone, { recursive: true, force: true });
});
