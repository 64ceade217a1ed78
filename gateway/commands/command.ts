import type { App } from '../app.ts';
import type { Clock } from '../platform/clock.ts';

/** What a command works with: the wired application on a connected database, and two ways to speak. */
export interface Kit {
  app: App;
  clock: Clock;
  /** Results, on standard output. */
  print: (text: string) => void;
  /** Progress and faults, on standard error. */
  say: (text: string) => void;
}

export interface Command {
  /** One line: what is typed after `npm run NAME --`. */
  usage: string;
  /** Resolves to the exit code: 0 done, 1 done in part or found something, 2 asked wrongly. */
  run(args: readonly string[], kit: Kit): Promise<number>;
}

/** A command asked for wrongly: its message says what to type. */
export class Usage extends Error {}
