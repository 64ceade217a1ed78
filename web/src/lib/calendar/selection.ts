import type { Day } from './days.server.ts';
import type { SegmentKind } from './segments.ts';

/** Minutes that one cell of the grid lasts. */
const CELL_MINUTES = 30;
const DAY_MINUTES = 1440;
const MINUTE = 60_000;

/** A place in the grid: a local day, and minutes since its midnight on the clock of the place. */
export interface At {
  date: string;
  minutes: number;
}
export interface Cell extends At {
  kind: SegmentKind;
}

/** The hardest thing that stands in a cell, in this order: a cell is free only when all of it is. */
const hardness: readonly SegmentKind[] = [
  'late',
  'maintenance',
  'booked',
  'held',
  'preparation',
  'cleaning',
  'past',
  'closed',
  'free',
  'chosen',
];

/** The cells of a day between two hours. */
export function cellsOf({ date, slots }: Day, hours: { from: number; to: number }): Cell[] {
  const count = ((hours.to - hours.from) * 60) / CELL_MINUTES;
  return Array.from({ length: count }, (_, n) => {
    const minutes = hours.from * 60 + n * CELL_MINUTES;
    const [start, end] = [minutes / 60, (minutes + CELL_MINUTES) / 60];
    const within = new Set(slots.filter((slot) => slot.start < end && slot.end > start).map(({ kind }) => kind));
    return { date, minutes, kind: hardness.find((kind) => within.has(kind)) ?? 'closed' };
  });
}

/** Where one may begin or end. */
export const isOpen = ({ kind }: Cell): boolean => kind === 'free' || kind === 'chosen';

/** A local date and time as one number, to compare and to count with. */
const stamp = ({ date, minutes }: At): number => Date.parse(`${date}T00:00Z`) + minutes * MINUTE;
const local = (at: number): string => new Date(at).toISOString().slice(0, 16);

export const isSame = (a: At, b: At): boolean => a.date === b.date && a.minutes === b.minutes;

/** From the first cell to the end of the last, whichever was chosen first, as a form writes it. */
export function periodOf(a: At, b: At): { from: string; until: string } {
  const [first, last] = [stamp(a), stamp(b)].sort((x, y) => x - y);
  return { from: local(first!), until: local(last! + CELL_MINUTES * MINUTE) };
}

export const isBetween = (cell: At, a: At, b: At): boolean => {
  const [first, last] = [stamp(a), stamp(b)].sort((x, y) => x - y);
  return first! <= stamp(cell) && stamp(cell) <= last!;
};

const arrows: Record<string, readonly [days: number, cells: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The cell that a key leads to: arrows by a slot or a day, Home and End to the ends of the day. Undefined for another
 * key; the same cell at an edge of the grid.
 */
export function stepFrom(days: readonly (readonly Cell[])[], from: At, key: string): Cell | undefined {
  const day = Math.max(
    0,
    days.findIndex((cells) => cells[0]?.date === from.date),
  );
  const slot = Math.max(0, days[day]?.findIndex(({ minutes }) => minutes === from.minutes) ?? 0);
  const last = (days[day]?.length ?? 1) - 1;
  if (key === 'Home') return days[day]?.[0];
  if (key === 'End') return days[day]?.[last];
  const arrow = arrows[key];
  if (!arrow) return undefined;
  const within = (at: number, most: number) => Math.min(Math.max(at, 0), most);
  return days[within(day + arrow[0], days.length - 1)]?.[within(slot + arrow[1], last)];
}

/** Minutes between two local times on the same clock. */
export const minutesBetween = ({ from, until }: { from: string; until: string }): number =>
  (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / MINUTE;

/** What a choice would cost, before the gateway says it: every hour or day begun counts whole. */
export const estimate = (minutes: number, { pricing, rateCents }: { pricing: string; rateCents: number }): number =>
  pricing === 'free' ? 0 : Math.ceil(minutes / (pricing === 'hourly' ? 60 : DAY_MINUTES)) * rateCents;
