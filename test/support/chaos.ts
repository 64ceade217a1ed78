import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../../scripts/folders.mjs';
import { end, freePort } from '../../scripts/processes.mjs';

const program = inRoot('../shared/corpora/concurrency/tcp-chaos.mjs');

/** Whether the proxy of faults is there to run: it is shared, not committed. */
export const haveChaos = existsSync(program);

/** What the network between two programs does wrong; left out, nothing. */
export interface Faults {
  latency?: number;
  jitter?: number;
  /** Refuses and ends every connection. */
  down?: boolean;
  /** Swallows what is sent, both ways. */
  blackhole?: boolean;
  /** Lets the question through and swallows the answer. */
  cutReply?: boolean;
  /** Ends the connections that are open now. */
  killNow?: boolean;
  /** Ends a connection after that many bytes. */
  resetAfter?: number;
}

export interface Chaos extends AsyncDisposable {
  port: number;
  /** Replaces the faults in force. */
  set(faults: Faults): Promise<void>;
}

/** A proxy on loopback in front of `target` (`host:port`). */
export async function startChaos(target: string): Promise<Chaos> {
  const port = await freePort();
  const control = await freePort();
  const child = spawn(process.execPath, [program, String(port), target, String(control)], { stdio: 'ignore' });
  const set = async (faults: Faults) => {
    for (let turn = 0; ; turn++)
      try {
        await fetch(`http://127.0.0.1:${control}`, { method: 'PUT', body: JSON.stringify(faults) });
        return;
      } catch (error) {
        if (turn > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
  };
  await set({});
  return { port, set, [Symbol.asyncDispose]: () => end(Number(child.pid), 1_000) };
}
