import { halfPercent, type WeekHalf } from '../../../schema/jobs.ts';
import { kinds, type KindName } from '../../../schema/kinds.ts';
import { thousandths } from '../../../schema/sharing.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Party } from '../identity/viewer.ts';

/** A stretch of the year, from its first day to its last (YYYY-MM-DD). */
export interface Season {
  from: string;
  until: string;
}

/** When a share of a job is spent: on these half-days each week, in this season of each year, or as is agreed later. */
export interface Share {
  days: WeekHalf[];
  season?: Season;
}

interface SaidShare {
  days?: readonly WeekHalf[] | undefined;
  season?: Season | undefined;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));

/** Days of a season, its first and last included. */
export const daysOfSeason = ({ from, until }: Season): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;

/** The most that a season can hold of a year, in thousandths of a percent; at least one percent. */
export const mostOfSeason = (season: Season): number =>
  Math.max(1, Math.ceil((100 * daysOfSeason(season)) / YEAR_DAYS)) * thousandths;

/**
 * When the share that a party asks for is spent. Refuses with `jobs.workshopOnly` who is no workshop, with `jobs.halves` a
 * quantity that is not that of its half-days, with `jobs.season` more than a season holds, and what is no share at all.
 */
export function checkedShare(kind: KindName, party: Party, quantity: number, { days = [], season }: SaidShare): Share {
  const isShare = kinds[kind].sharing === 'shares';
  if (!isShare && (days.length > 0 || season)) throw new Refusal('platform.invalid', { field: 'days' });
  if (!isShare) return { days: [] };
  if (party.scope !== 'workshop') throw new Refusal('jobs.workshopOnly');
  const halves = [...new Set(days)];
  if (halves.length > 0 && season) throw new Refusal('platform.invalid', { field: 'season' });
  if (halves.length > 0 && quantity !== halves.length * halfPercent * thousandths)
    throw new Refusal('jobs.halves', { halves: halves.length, percent: halves.length * halfPercent });
  if (!season) return { days: halves };
  if (!isDay(season.from) || !isDay(season.until) || season.until < season.from || daysOfSeason(season) > YEAR_DAYS)
    throw new Refusal('platform.invalid', { field: 'season' });
  if (quantity > mostOfSeason(season)) throw new Refusal('jobs.season', { most: mostOfSeason(season) / thousandths });
  return { days: [], season: { from: season.from, until: season.until } };
}
