import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../scripts/folders.mjs';
import { end, freePort, isAlive } from '../../scripts/processes.mjs';

export interface Gateway {
  url: string;
  /** Whether it renders pages. */
  hasPages: boolean;
  /** Megabytes of memory that the process holds now. */
  residentMb(): number;
  stop(): Promise<void>;
}

const readyMs = 60_000;
const built = inRoot('build/gateway/main.mjs');

/** The product in a process of its own, on a world that is already there: as built, or from its sources. */
export async function startGateway(mongoUri: string, dataDir: string, from: 'build' | 'sources'): Promise<Gateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = from === 'build' ? [built] : ['--import', '@oxc-node/core/register', inRoot('gateway/main.ts')];
  const child = spawn(process.execPath, program, {
    cwd: inRoot('.'),
    env: {
      ...process.env,
      MONGODB_URI: mongoUri,
      MONGODB_DATABASE: new URL(mongoUri).pathname.slice(1),
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: url,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      SEED_IF_EMPTY: '0',
      RATE_LIMITS: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4_000)));
  const pid = Number(child.pid);
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const since = performance.now(); !(await isReady()); await sleep(50))
    if (!isAlive(pid) || performance.now() - since > readyMs) {
      await end(pid, 0);
      throw new Error(`The gateway did not come up:\n${printed}`);
    }
  return {
    url,
    hasPages: from === 'build' && existsSync(inRoot('build/web/handler.js')),
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: () => end(pid, 5_000),
  };
}
