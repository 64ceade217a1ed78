import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { findMongod } from '../../scripts/mongod.mjs';
import { end, freePort, gone } from '../../scripts/processes.mjs';

interface Node {
  port: number;
  folder: string;
  child: ChildProcess;
}

/** Three servers of one replica set on loopback, which a test may unseat and kill. `await using` ends them. */
export interface Trio extends AsyncDisposable {
  uri(database: string): string;
  /** Makes the primary step down; another is elected. */
  stepDown(): Promise<void>;
  /** `kill -9` of the primary; gives what starts it again. */
  killPrimary(): Promise<() => Promise<void>>;
}

/** Votes again after 5 s without a primary, as hosted clusters do; a set of one's own waits 10 s unless told. */
const ELECTION_MS = 5_000;

export async function startTrio(): Promise<Trio> {
  const { path } = await findMongod();
  const root = mkdtempSync(join(tmpdir(), 'maillage-trio-'));
  const launch = async (port: number, folder: string): Promise<Node> => {
    mkdirSync(folder, { recursive: true });
    const child = spawn(
      path,
      [
        ...[
          '--dbpath',
          folder,
          '--port',
          String(port),
          '--bind_ip',
          '127.0.0.1',
          '--nounixsocket',
          '--replSet',
          'trio',
        ],
        ...['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '128', '--journalCommitInterval', '2'],
        ...[
          '--setParameter',
          'transactionLifetimeLimitSeconds=4',
          '--setParameter',
          'diagnosticDataCollectionEnabled=false',
        ],
      ],
      { stdio: 'ignore' },
    );
    await until(() => direct(port, (client) => client.db('admin').command({ ping: 1 })));
    return { port, folder, child };
  };
  const nodes = await Promise.all(['a', 'b', 'c'].map(async (name) => launch(await freePort(), join(root, name))));
  await direct(nodes[0]!.port, (client) =>
    client.db('admin').command({
      replSetInitiate: {
        _id: 'trio',
        members: nodes.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` })),
        settings: { electionTimeoutMillis: ELECTION_MS },
      },
    }),
  );
  const primary = async (): Promise<Node> => {
    for (;;) {
      for (const node of nodes) {
        const hello = await direct(node.port, (client) => client.db('admin').command({ hello: 1 })).catch(
          () => undefined,
        );
        if (hello?.isWritablePrimary) return node;
      }
      await sleep(50);
    }
  };
  await primary();

  return {
    uri: (database) =>
      `mongodb://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${database}?replicaSet=trio`,
    async stepDown() {
      const { port } = await primary();
      // The server closes the connection that asked, or answers: both mean that it was heard.
      await direct(port, (client) =>
        client.db('admin').command({ replSetStepDown: 8, secondaryCatchUpPeriodSecs: 2 }),
      ).catch(() => undefined);
    },
    async killPrimary() {
      const node = await primary();
      const pid = Number(node.child.pid);
      process.kill(pid, 'SIGKILL');
      await gone(pid, 5_000);
      return async () => {
        Object.assign(node, await launch(node.port, node.folder));
      };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(nodes.map(({ child }) => end(Number(child.pid), 5_000)));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** One question to one server, whatever its place in the set. */
async function direct<T>(port: number, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

async function until(work: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; ; turn++)
    try {
      return void (await work());
    } catch (error) {
      if (turn >= 20) throw error;
      await sleep(100);
    }
}
