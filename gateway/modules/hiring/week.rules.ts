import { type ClashReason, dayOf, jobLimits, type WeekDay, type WeekHalf, weekHalves } from '../../../schema/jobs.ts';
import { distanceKm, type Point } from '../../platform/geo.ts';
import { daysOfSeason, type Season } from '../sharing/share.rules.ts';

/** What one workshop promises of a job, and where it stands. */
export interface PlacedShare {
  workshopId: string;
  point: Point;
  percent: number;
  days: readonly WeekHalf[];
  season?: Season | undefined;
}

/** A half-day given for another, for one week or from then on. */
export interface AgreedSwap {
  askerId: string;
  otherId: string;
  give: WeekHalf;
  take: WeekHalf;
}

export interface Clash {
  reason: ClashReason;
  half?: WeekHalf;
  day?: WeekDay;
  workshopIds: [string, string];
  /** Between the two, as the crow flies. */
  km: number;
}

/** Who has each half-day of the week; usually one workshop, none where nobody named it. */
export const weekOf = (shares: readonly Pick<PlacedShare, 'workshopId' | 'days'>[]) =>
  weekHalves.map((half) => ({
    half,
    workshopIds: [...new Set(shares.filter(({ days }) => days.includes(half)).map(({ workshopId }) => workshopId))],
  }));

const without = (days: readonly WeekHalf[], half: WeekHalf) => days.filter((one) => one !== half);

/** Whether a swap can be made: each side has the half-day it parts with, and lacks the one it gets. */
export function canSwap(shares: readonly Pick<PlacedShare, 'workshopId' | 'days'>[], swap: AgreedSwap): boolean {
  const { askerId, otherId, give, take } = swap;
  const has = (workshopId: string, half: WeekHalf) =>
    shares.some((share) => share.workshopId === workshopId && share.days.includes(half));
  return askerId !== otherId && has(askerId, give) && has(otherId, take) && !has(askerId, take) && !has(otherId, give);
}

/** The shares after a swap: each side has as many half-days as before. What cannot be made changes nothing. */
export function swapped<S extends Pick<PlacedShare, 'workshopId' | 'days'>>(
  shares: readonly S[],
  swap: AgreedSwap,
): S[] {
  if (!canSwap(shares, swap)) return [...shares];
  const { askerId, otherId, give, take } = swap;
  return shares.map((share) => {
    if (share.workshopId === askerId && share.days.includes(give))
      return { ...share, days: [...without(share.days, give), take] };
    if (share.workshopId === otherId && share.days.includes(take))
      return { ...share, days: [...without(share.days, take), give] };
    return share;
  });
}

const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, n) => all.slice(n + 1).map((b): [T, T] => [a, b]));

const overlap = (a: Season, b: Season): boolean => a.from <= b.until && b.from <= a.until;
/** How full the weeks of a season are, in percent. */
const fullness = (percent: number, season: Season): number => (percent * 365) / daysOfSeason(season);

/**
 * What does not sit well in a week, for people to settle: two workshops on one half-day, two on one day that are farther
 * apart than an hour of road, two seasons that together ask for more than whole weeks. Nothing is refused for it.
 */
export function clashesOf(shares: readonly PlacedShare[]): Clash[] {
  const found: Clash[] = [];
  const seen = new Set<string>();
  const add = (clash: Clash) => {
    const key = [clash.reason, clash.half ?? clash.day ?? '', ...[...clash.workshopIds].sort()].join(' ');
    if (!seen.has(key)) found.push(clash);
    seen.add(key);
  };
  for (const [a, b] of pairs(shares)) {
    if (a.workshopId === b.workshopId) continue;
    const km = Math.round(distanceKm(a.point, b.point));
    const between = { workshopIds: [a.workshopId, b.workshopId] as [string, string], km };
    const same = weekHalves.filter((half) => a.days.includes(half) && b.days.includes(half));
    for (const half of same) add({ reason: 'same_half', half, ...between });
    const days = new Set(a.days.map(dayOf));
    if (km > jobLimits.dayKm)
      for (const day of new Set(b.days.map(dayOf))) if (days.has(day)) add({ reason: 'far', day, ...between });
    if (a.season && b.season && overlap(a.season, b.season))
      if (fullness(a.percent, a.season) + fullness(b.percent, b.season) > 101) add({ reason: 'season', ...between });
  }
  return found;
}

/** Whether a date (YYYY-MM-DD) is a Monday. */
export const isMonday = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
