import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../scripts/folders.mjs';
import { end, freePort, gone, isAlive } from '../../scripts/processes.mjs';
import { freshDatabase } from './database.ts';

export interface ProductOptions {
  /** A database of its own unless given: a product started again finds what the killed one left. */
  mongoUri?: string;
  /** Mails and secrets; a temporary folder, removed at the end, unless given. */
  dataDir?: string;
  port?: number;
  env?: NodeJS.ProcessEnv;
  /** Whether the demonstration network is there. */
  seeded?: boolean;
  /** What is waited for: that it is ready to work, or only that its port is open while its database is away. */
  until?: 'ready' | 'up';
  /** How long until it must answer: the seed takes the most of it. */
  readyMs?: number;
}

export interface Product extends AsyncDisposable {
  url: string;
  mongoUri: string;
  dataDir: string;
  port: number;
  pid: number;
  /** What it printed so far: its log. */
  printed: () => string;
  /** Ends it in good order. */
  stop: () => Promise<void>;
  /** `kill -9`, in the middle of whatever it does. */
  kill: () => Promise<void>;
}

/** The built product as people run it, on a free port. `await using` stops it. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const main = inRoot('build/gateway/main.mjs');
  if (!existsSync(main)) throw new Error('The product is not built: run `npm test`, or `npm run build` once.');
  const mongoUri = options.mongoUri ?? freshDatabase();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'maillage-product-'));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: {
      ...process.env,
      BASE_URL: url, // the test runner has one of its own, which is no address
      MONGODB_URI: mongoUri,
      MONGODB_DATABASE: /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(mongoUri)?.[1],
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      SEED_IF_EMPTY: options.seeded === false ? '0' : '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const pid = Number(child.pid);

  const leave = () => {
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  const until = performance.now() + (options.readyMs ?? 80_000);
  while (!(await answers(`${url}/${options.until === 'up' ? 'healthz' : 'readyz'}`))) {
    if (!isAlive(pid) || performance.now() > until) {
      await end(pid, 0);
      leave();
      throw new Error(`The product did not come up:\n${printed.slice(-4000)}`);
    }
    await sleep(50);
  }

  const stop = async () => {
    await end(pid, 10_000);
    leave();
  };
  return {
    url,
    mongoUri,
    dataDir,
    port,
    pid,
    printed: () => printed,
    stop,
    async kill() {
      process.kill(pid, 'SIGKILL');
      await gone(pid, 5000);
    },
    [Symbol.asyncDispose]: stop,
  };
}

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
