import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/** The address of a database that nobody else uses, on the replica set of this run: call it once per file. */
export function freshDatabase(): string {
  const name = `${inject('runPrefix')}_${randomBytes(5).toString('hex')}`;
  return inject('mongoUri').replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
