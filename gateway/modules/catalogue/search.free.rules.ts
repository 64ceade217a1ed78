import { openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import { overlaps, type Period } from '../../platform/intervals.ts';
import { type Block, type BufferMinutes, widen } from '../calendar/calendar.rules.ts';
import type { Candidate, Site } from './search.reads.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** When somebody is there: at both ends of a period, for what is taken away; all along, for what is used on site. */
export interface Open {
  atEnds: boolean;
  throughout: boolean;
}

/** Hours that nobody declared refuse nothing. */
export function openFor({ openingHours, closures, timeZone }: Site, { from, until }: Period): Open {
  if (openingHours.length === 0) return { atEnds: true, throughout: true };
  const hours = openingHours as WeeklyHours;
  const open = (span: Period) => openPeriods(hours, closures, timeZone, span);
  const isAll = (span: Period) => {
    const [first, second] = open(span);
    return second === undefined && first !== undefined && first.from <= span.from && first.until >= span.until;
  };
  const [afterStart, beforeEnd] = [new Date(from.getTime() + MINUTE), new Date(until.getTime() - MINUTE)];
  if (until.getTime() - from.getTime() <= DAY) {
    const spans = open({ from, until });
    const [first, last] = [spans[0], spans.at(-1)];
    const atEnds = first !== undefined && first.from <= from && first.until >= afterStart && last!.from <= beforeEnd;
    return { atEnds: atEnds && last!.until >= until, throughout: atEnds && spans.length === 1 && first.until >= until };
  }
  if (!isAll({ from, until: afterStart }) || !isAll({ from: beforeEnd, until }))
    return { atEnds: false, throughout: false };
  // Day by day: a place that shuts at night answers on the first one.
  for (let at = from; at < until; at = new Date(at.getTime() + DAY)) {
    const next = new Date(at.getTime() + DAY);
    if (!isAll({ from: at, until: next < until ? next : until })) return { atEnds: true, throughout: false };
  }
  return { atEnds: true, throughout: true };
}

/** How a machine can be had at the time asked for, with how many units. */
export interface Free {
  onSite: boolean;
  away: boolean;
  freeUnits: number;
}

const unitsFree = (candidate: Candidate, blocks: readonly Block[], wanted: Period): number =>
  blocks.length === 0
    ? candidate.unitIds.length
    : candidate.unitIds.filter((unitId) => !blocks.some((block) => block.unitId === unitId && overlaps(block, wanted)))
        .length;

const allows = (candidate: Candidate, use: 'on_site' | 'take_away') =>
  candidate.use === use || candidate.use === 'both';

/** As the calendar would decide it, without times: what it is offered for. */
export const offeredFor = (candidate: Candidate): Free => ({
  onSite: allows(candidate, 'on_site'),
  away: allows(candidate, 'take_away'),
  freeUnits: candidate.unitIds.length,
});

/** As `reserve()` would decide it: units, buffers and opening hours. */
export function freeFor(candidate: Candidate, period: Period, blocks: readonly Block[], open: Open): Free {
  const units = (away: boolean) => unitsFree(candidate, blocks, widen(period, candidate.buffers, 'loan', away));
  const onUnits = open.throughout && allows(candidate, 'on_site') ? units(false) : 0;
  const awayUnits = open.atEnds && allows(candidate, 'take_away') ? units(true) : 0;
  return { onSite: onUnits > 0, away: awayUnits > 0, freeUnits: Math.max(onUnits, awayUnits) };
}

/** The time in which a booking could stand in the way of any of these machines. */
export function widest(period: Period, machines: readonly { buffers: BufferMinutes }[]): Period {
  const most = { prepareMinutes: 0, cleanMinutes: 0, transportMinutes: 0 };
  for (const { buffers } of machines)
    for (const name of ['prepareMinutes', 'cleanMinutes', 'transportMinutes'] as const)
      most[name] = Math.max(most[name], buffers[name]);
  return widen(period, most, 'loan', true);
}
