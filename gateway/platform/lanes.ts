/** How long a lane may stand still before those who wait in it go on without a turn. */
const PATIENCE_MS = 5_000;

const patience = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });

interface Lane {
  tail: Promise<void>;
  /** How many have left it. */
  left: number;
}

/** A turn in every lane asked for. */
export interface Turn {
  /** Whether somebody was before: what was read earlier may be old. */
  waited: boolean;
  leave: () => void;
}

/**
 * Queues in this process, one per key: those who would collide in the database go one after the other instead, first
 * come first served. A courtesy and no lock: another process does not see it, and nobody waits for one who is stuck.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** Enters the lanes in sorted order, so that two who want the same ones never wait for each other. */
  async enter(keys: readonly string[]): Promise<Turn> {
    const leaves: (() => void)[] = [];
    let waited = false;
    for (const key of [...new Set(keys)].sort()) {
      const before = this.#lanes.get(key);
      const tail = before?.tail;
      leaves.push(this.#queue(key, before));
      if (!before || !tail) continue;
      waited = true;
      await turnIn(before, tail);
    }
    return { waited, leave: () => leaves.forEach((leave) => leave()) };
  }

  #queue(key: string, before: Lane | undefined): () => void {
    let done!: () => void;
    const mine = new Promise<void>((resolve) => (done = resolve));
    const lane = before ?? { tail: Promise.resolve(), left: 0 };
    const tail = lane.tail.then(() => mine);
    lane.tail = tail;
    this.#lanes.set(key, lane);
    return () => {
      done();
      lane.left++;
      if (lane.tail === tail) this.#lanes.delete(key);
    };
  }
}

/** Until everyone before has left, or nobody has for a while: a long line that moves is no reason to push in. */
async function turnIn(lane: Lane, before: Promise<void>): Promise<void> {
  const turn = before.then(() => true);
  for (;;) {
    const { left } = lane;
    if ((await Promise.race([turn, patience()])) || lane.left === left) return;
  }
}
