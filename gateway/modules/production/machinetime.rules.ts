import type { Closure, WeeklyHours } from '../../platform/hours.ts';
import { openPeriods } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import { minutesOf, subtract } from '../../platform/intervals.ts';
import { officeHours } from './cascade.rules.ts';

/** One machine model of a workshop as planning sees it: when the house is open, and what takes each unit. */
export interface MachineCalendar {
  hours: WeeklyHours;
  closures: readonly Closure[];
  timeZone: string;
  /** Minutes that a booking blocks around itself. */
  prepareMinutes: number;
  cleanMinutes: number;
  units: readonly { id: string; taken: readonly Period[] }[];
}

export interface Plan {
  unitId: string;
  /** In order, disjoint, within opening hours; together as long as was asked. */
  periods: readonly Period[];
}

const minuteMs = 60_000;
/** Work begins on the quarter of an hour, and takes whole ones: nobody books a machine to the minute. */
const startStep = 15;
/** A shorter stretch is not worth setting up for, unless it is all that is left. */
const shortestMinutes = 30;
/** Most work is placed within a week, nearly all within a month: more of the calendar is opened only when it is not. */
const looksMs = [7 * 86_400_000, 30 * 86_400_000, Infinity];

const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * minuteMs);
const onQuarter = (instant: Date) =>
  new Date(Math.ceil(instant.getTime() / (startStep * minuteMs)) * startStep * minuteMs);

const hoursOf = ({ hours }: MachineCalendar) => (hours.length > 0 ? hours : officeHours);

/** Free time of one unit in which a booking with its buffers fits beside what is taken. */
function freeOf(calendar: MachineCalendar, taken: readonly Period[], within: Period): Period[] {
  const widened = taken.map(({ from, until }) => ({
    from: later(from, -calendar.cleanMinutes),
    until: later(until, calendar.prepareMinutes),
  }));
  return subtract(openPeriods(hoursOf(calendar), calendar.closures, calendar.timeZone, within), widened);
}

function planOn(calendar: MachineCalendar, unit: MachineCalendar['units'][number], minutes: number, within: Period) {
  const periods: Period[] = [];
  let left = minutes;
  let earliest = onQuarter(within.from);
  for (const free of freeOf(calendar, unit.taken, within)) {
    const start = onQuarter(free.from < earliest ? earliest : free.from);
    const room = minutesOf({ from: start, until: free.until });
    if (room < Math.min(left, shortestMinutes)) continue;
    const length = Math.min(left, room);
    periods.push({ from: start, until: later(start, length) });
    left -= length;
    if (left <= 0) return { unitId: unit.id, periods };
    earliest = later(start, length + calendar.cleanMinutes + calendar.prepareMinutes);
  }
  return undefined;
}

function firstDone(calendar: MachineCalendar, minutes: number, within: Period): Plan | undefined {
  let best: Plan | undefined;
  for (const unit of calendar.units) {
    const plan = planOn(calendar, unit, minutes, within);
    if (plan && (!best || plan.periods.at(-1)!.until < best.periods.at(-1)!.until)) best = plan;
  }
  return best;
}

/**
 * The earliest free stretches that add up to that many minutes, in whole quarters, on one unit, within opening hours (office hours for a
 * house that declares none). The unit that is done first is taken, by its place on the shelf when several are.
 * Undefined when no unit has that much free time in the period.
 */
export function planMachine(calendar: MachineCalendar, asked: number, within: Period): Plan | undefined {
  const minutes = Math.ceil(asked / startStep) * startStep;
  for (const look of looksMs) {
    const until = new Date(Math.min(within.from.getTime() + look, within.until.getTime()));
    const plan = firstDone(calendar, minutes, { from: within.from, until });
    if (plan || until >= within.until) return plan;
  }
  return undefined;
}

/** The free part, 0 to 1, of the units' open hours in the period; null when the house does not open in it. */
export function freeShareOf(calendar: MachineCalendar, within: Period): number | null {
  const open = openPeriods(hoursOf(calendar), calendar.closures, calendar.timeZone, within);
  const total = open.reduce((sum, each) => sum + minutesOf(each), 0) * calendar.units.length;
  if (total === 0) return null;
  const free = calendar.units.reduce(
    (sum, { taken }) => sum + subtract(open, taken).reduce((part, each) => part + minutesOf(each), 0),
    0,
  );
  return free / total;
}
