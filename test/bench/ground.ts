import type { MongoClient } from 'mongodb';
import type { Visitor } from './client.ts';
import type { Gateway } from './gateway.ts';
import type { Tape } from './replay.ts';
import type { Line } from './report.ts';
import type { Operation, Questions } from './subjects.ts';
import type { World } from './world.ts';

export interface BenchOptions {
  /** A replica set of the bench's own, with the name that its databases begin with. */
  mongoUri: string;
  dataDir: string;
  /** Workshops on one map. */
  workshops: number;
  /** How many maps each world has. */
  copies: number[];
  rounds: number;
  roundMs: number;
  lanes: number;
  crowd: number;
  gateway: 'build' | 'sources';
  /** Whether a subject is measured. */
  wants: (subject: string) => boolean;
  say: (text: string) => void;
}

/** One planted world, with what is asked of it and what these questions read. */
export interface Ground {
  copies: number;
  world: World;
  uri: string;
  database: string;
  questions: Questions;
  tapes: Map<Operation, Tape>;
  alone: Line[];
  /** Milliseconds that contenders for one slot waited. */
  waits: number[];
}

/** A ground that serves, with both ways to its rows. */
export interface Served extends Ground {
  gateway: Gateway;
  visitor: Visitor;
  client: MongoClient;
}
