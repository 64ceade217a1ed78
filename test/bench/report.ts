import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Measured } from './load.ts';
import type { World } from './world.ts';

/** One subject on one world: the product, the bare driver beside it, and how the two compare. */
export interface Line {
  subject: string;
  copies: number;
  product: Measured;
  bare?: Measured;
  /** Throughput of the product over that of the bare driver: the middle of the rounds. */
  ratio?: number;
}

export interface Bar {
  what: string;
  value: number;
  bar: number;
  unit: string;
  isMet: boolean;
}

export interface Report {
  machine: string;
  worlds: Record<number, World>;
  lines: Line[];
  bars: Bar[];
}

export const machine = (mongo: string): string =>
  [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    `MongoDB ${mongo}`,
  ].join(', ');

export const atLeast = (what: string, value: number, bar: number, unit = ''): Bar => ({
  ...{ what, value, bar, unit },
  isMet: value >= bar,
});
export const atMost = (what: string, value: number, bar: number, unit = ''): Bar => ({
  ...{ what, value, bar, unit },
  isMet: value <= bar,
});

const figure = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function table(head: string[], rows: string[][]): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

const sizeOf = ({ workshops, units, bookings, capabilities, listings, claims }: World) =>
  [
    `${workshops} workshops`,
    `${units} units`,
    `${bookings} bookings`,
    `${capabilities} capabilities`,
    `${listings} listings`,
    `${claims} parts`,
  ]
    .join(', ')
    .replace(/\d{4,}/g, (digits) => Number(digits).toLocaleString('en-GB'));

/** As Markdown, for the terminal and for the README alike. */
export function worded({ machine: on, worlds, lines, bars }: Report): string {
  const sizes = Object.entries(worlds).map(([copies, world]) => `${copies} × S: ${sizeOf(world)}.`);
  const measured = lines.map(({ subject, copies, product, bare, ratio }) => [
    subject,
    `${copies} × S`,
    ...[product.p50, product.p95, product.perSecond, bare?.p50, bare?.perSecond, ratio].map(figure),
  ]);
  const judged = bars.map(({ what, value, bar, unit, isMet }) => [
    what,
    `${figure(value)}${unit}`,
    `${figure(bar)}${unit}`,
    isMet ? 'met' : 'missed',
  ]);
  return [
    `${on}. ${sizes.join(' ')}`,
    table(['subject', 'world', 'p50 ms', 'p95 ms', 'per s', 'driver p50', 'driver per s', 'ratio'], measured),
    table(['bar', 'measured', 'asked', ''], judged),
  ].join('\n\n');
}
