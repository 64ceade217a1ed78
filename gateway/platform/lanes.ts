/** How long somebody waits for their turn before they go without one. */
const PATIENCE_MS = 5_000;

const patience = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });

/** A turn in every lane asked for. */
export interface Turn {
  /** Whether somebody was before: what was read earlier may be old. */
  waited: boolean;
  leave: () => void;
}

/**
 * Queues in this process, one per key: those who would collide in the database go one after the other instead, first
 * come first served. A courtesy and no lock: another process does not see it, and who waits too long goes on without.
 */
export class Lanes {
  readonly #tails = new Map<string, Promise<void>>();

  /** Enters the lanes in sorted order, so that two who want the same ones never wait for each other. */
  async enter(keys: readonly string[]): Promise<Turn> {
    const leaves: (() => void)[] = [];
    let waited = false;
    for (const key of [...new Set(keys)].sort()) {
      const before = this.#tails.get(key);
      leaves.push(this.#queue(key, before));
      if (!before) continue;
      waited = true;
      await Promise.race([before, patience()]);
    }
    return { waited, leave: () => leaves.forEach((leave) => leave()) };
  }

  #queue(key: string, before: Promise<void> | undefined): () => void {
    let done!: () => void;
    const mine = new Promise<void>((resolve) => (done = resolve));
    const tail = before ? before.then(() => mine) : mine;
    this.#tails.set(key, tail);
    return () => {
      done();
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    };
  }
}
