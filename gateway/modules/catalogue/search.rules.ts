import { type Closure, openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import { intersect, minutesOf, type Period, subtract } from '../../platform/intervals.ts';
import type { Block, BufferMinutes } from '../calendar/calendar.rules.ts';
import type { Capability } from './capability.rules.ts';

const MINUTE = 60_000;

export const halfStates = ['free', 'taken', 'closed'] as const;
export type HalfState = (typeof halfStates)[number];

/** Opening hours of the place where a machine stands. */
interface Opening {
  openingHours: WeeklyHours;
  closures: readonly Closure[];
  timeZone: string;
}

/** A machine as its free time is read. */
export interface Shelf {
  unitIds: readonly string[];
  buffers: BufferMinutes;
  away: boolean;
  opening: Opening;
}

/** When it may be used: opening hours, or any time where none are declared. */
const openIn = ({ openingHours, closures, timeZone }: Opening, period: Period): Period[] =>
  openingHours.length === 0 ? [period] : openPeriods(openingHours, closures, timeZone, period);

const around = ({ buffers, away }: Shelf) => {
  const transport = away ? buffers.transportMinutes : 0;
  return { before: (buffers.prepareMinutes + transport) * MINUTE, after: (buffers.cleanMinutes + transport) * MINUTE };
};

/** The time in which a booking may lie on one unit: what stands in the way, and the buffers that it needs beside it. */
function roomOn(unitId: string, shelf: Shelf, blocks: readonly Block[], within: Period): Period[] {
  const { before, after } = around(shelf);
  return subtract(
    [within],
    blocks
      .filter((block) => block.unitId === unitId)
      .map(({ from, until }) => ({
        from: new Date(from.getTime() - after),
        until: new Date(until.getTime() + before),
      })),
  );
}

/**
 * The first stretch of that many minutes from `within.from` on that a request could take: a unit has the room, and the
 * place is open all along, or at both ends for what is taken away. Undefined when there is none within.
 */
export function firstStretch(
  shelf: Shelf,
  blocks: readonly Block[],
  within: Period,
  minutes: number,
): Period | undefined {
  const length = minutes * MINUTE;
  const open = openIn(shelf.opening, within);
  const isOpenAt = (instant: number) =>
    open.some(({ from, until }) => from.getTime() <= instant && instant < until.getTime());
  const found = shelf.unitIds.flatMap((unitId) => {
    const room = roomOn(unitId, shelf, blocks, within);
    const places = shelf.away ? room : intersect(room, open);
    const starts = places.flatMap(({ from, until }) =>
      [from, ...open.map((span) => span.from), ...open.map((span) => new Date(span.until.getTime() - length))]
        .map((start) => start.getTime())
        .filter((start) => start >= from.getTime() && start + length <= until.getTime())
        .filter((start) => !shelf.away || (isOpenAt(start) && isOpenAt(start + length - 1))),
    );
    return starts.length > 0 ? [Math.min(...starts)] : [];
  });
  if (found.length === 0) return undefined;
  const from = Math.min(...found);
  return { from: new Date(from), until: new Date(from + length) };
}

/** A half-day counts as free from this long on, or when all that is open of it is free. */
const enoughMinutes = 120;

/** How a half-day looks: `closed` when the place does not open, `free` when two hours in a row, or all of it, can be had. */
export function halfDay(shelf: Shelf, blocks: readonly Block[], half: Period, now: Date): HalfState {
  const left = { from: half.from < now ? now : half.from, until: half.until };
  const open = left.from < left.until ? openIn(shelf.opening, left) : [];
  if (open.length === 0) return 'closed';
  const needed = Math.min(enoughMinutes, ...open.map(minutesOf).filter((minutes) => minutes >= 30));
  const longest = Math.max(
    0,
    ...shelf.unitIds.flatMap((unitId) => intersect(roomOn(unitId, shelf, blocks, half), open).map(minutesOf)),
  );
  return longest >= needed ? 'free' : 'taken';
}

/** The sides of a piece, longest first; those not given are 0. */
export const sidesAsked = ({
  x,
  y,
  z,
}: {
  x: number;
  y?: number | null;
  z?: number | null;
}): [number, number, number] => [x, y ?? 0, z ?? 0].sort((a, b) => b - a) as [number, number, number];

export const doubtNames = ['process', 'material', 'thickness', 'size'] as const;
export type Doubt = (typeof doubtNames)[number];

export interface Fit {
  processes: readonly string[];
  materials: readonly string[];
  thicknessMm?: number;
  sidesMm?: readonly number[];
}

/** What is left to confirm with the lab about one capability that the search kept. */
function doubtsOf(
  capability: Capability & { up: readonly string[] },
  { processes, materials, thicknessMm, sidesMm }: Fit,
): Doubt[] {
  const { up, maxThicknessMm, envelopeMm } = capability;
  const known = (asked: readonly string[]) => asked.length === 0 || asked.some((id) => up.includes(id));
  return doubtNames.filter((doubt) => {
    if (doubt === 'process') return !known(processes);
    if (doubt === 'material') return !known(materials);
    if (doubt === 'thickness')
      return thicknessMm !== undefined && (maxThicknessMm === null || maxThicknessMm < thicknessMm);
    return sidesMm !== undefined && (envelopeMm === null || envelopeMm.y === null);
  });
}

/** The least that must be confirmed for the machine to do it, over the capabilities that the search kept. */
export function leastDoubts(capabilities: readonly (Capability & { up: readonly string[] })[], fit: Fit): Doubt[] {
  const all = capabilities.map((capability) => doubtsOf(capability, fit));
  return all.sort((a, b) => a.length - b.length)[0] ?? [];
}
