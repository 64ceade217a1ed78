import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id parameters for a server that has other things to do: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes at once at most: sign-ins queue here instead of starving every other request of its core. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, COST));
export const verifyPassword = ({ hash: kept, password }: { hash: string; password: string }) =>
  inTurn(() => verify(kept, password));
