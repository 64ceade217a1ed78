import { Temporal } from 'temporal-polyfill';
import { isFoundBy } from '../../../schema/words.ts';
import { type WiderCircle, widerThan } from '../../platform/circle.ts';
import { minutesOf, type Period } from '../../platform/intervals.ts';
import type { Looked, SearchReader } from './search.look.ts';
import { type Candidate, mostCandidates } from './search.reads.ts';
import { fixedFilters, isTaken, ordered, type Seen, sieved } from './search.sieve.ts';
import type { Wanted } from './search.wanted.ts';

/** What to try when nothing answers, each with how many machines it would find. */
export interface Instead {
  /** Machines that would do, but are taken or closed then: the nearest ones. */
  taken: Seen[];
  dates: (Period & { count: number })[];
  wider: WiderCircle[];
  without: { word: string; count: number }[];
}

const shownTaken = 3;
const shownDates = 4;
const lookedAt = 300;
/** Days around those asked for, the nearest first; a week on is the same day again. */
const shifts = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 14] as const;
/** Longer stretches move by whole weeks only: the shifts of a day would say the same thing over and over. */
const longMinutes = 4 * 24 * 60;

/** The same local time so many days on. */
const shifted = (instant: Date, days: number, timeZone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).add({ days })
      .epochMilliseconds,
  );

/** Searches that failed, and what they miss: read from indexes, a few queries in all. */
export class InsteadService {
  readonly #reader: SearchReader;

  constructor({ reader }: { reader: SearchReader }) {
    this.#reader = reader;
  }

  async of(wanted: Wanted, looked: Looked, stopped: readonly Seen[]): Promise<Instead> {
    const would = stopped.filter(isTaken);
    const [dates, farther, without] = await Promise.all([
      this.#dates(wanted, looked, would),
      this.#wider(wanted),
      this.#without(wanted),
    ]);
    return {
      taken: ordered(would, wanted.near ? 'DISTANCE' : 'NAME').slice(0, shownTaken),
      dates,
      wider: farther,
      without,
    };
  }

  /** The same hours on the days around, for the machines that would do. */
  async #dates(wanted: Wanted, looked: Looked, would: readonly Candidate[]): Promise<Instead['dates']> {
    const { period, now, use } = wanted;
    if (!period || would.length === 0) return [];
    const days = shifts.filter((shift) => minutesOf(period) < longMinutes || shift % 7 === 0);
    const timeZone = looked.sites.get(would[0]!.workshopId)?.timeZone ?? 'UTC';
    const periods = days
      .map((shift) => ({ from: shifted(period.from, shift, timeZone), until: shifted(period.until, shift, timeZone) }))
      .filter(({ from }) => from > now);
    const inOrder = [...periods].sort((a, b) => a.from.getTime() - b.from.getTime());
    const free = await this.#reader.freeIn(looked, would.slice(0, lookedAt), inOrder);
    const counts = new Map(
      inOrder.map((each, n) => [
        each,
        free[n]!.filter(({ onSite, away }) =>
          use === 'on_site' ? onSite : use === 'take_away' ? away : onSite || away,
        ).length,
      ]),
    );
    return periods
      .map((each) => ({ ...each, count: counts.get(each) ?? 0 }))
      .filter(({ count }) => count > 0)
      .slice(0, shownDates)
      .sort((a, b) => a.from.getTime() - b.from.getTime());
  }

  /** The first two wider circles that hold more than the one before. */
  async #wider(wanted: Wanted): Promise<Instead['wider']> {
    const { radiusKm, near } = wanted;
    if (!near || !radiusKm) return [];
    const { words, networkId } = wanted;
    const beyond = await this.#reader.look({ words, near, beyondKm: radiusKm, ...(networkId && { networkId }) });
    const { kept } = sieved(await this.#reader.seen(beyond, wanted), wanted);
    return widerThan(radiusKm, (within) => kept.filter(({ km }) => (km ?? 0) <= within).length);
  }

  /** The same search with one word less. */
  async #without(wanted: Wanted): Promise<Instead['without']> {
    const { words, near, radiusKm, networkId } = wanted;
    if (words.length === 0) return [];
    const reach = { words, near, radiusKm, networkId, butOneWord: true };
    const looked = await this.#reader.look(defined(reach));
    const passes = Object.values(fixedFilters(wanted));
    const rows = looked.rows.filter((row) => passes.every((pass) => pass(row)));
    const { kept } = sieved(await this.#reader.seen({ ...looked, rows }, wanted), wanted);
    return words
      .map((word) => {
        const others = words.filter((other) => other !== word);
        const count = kept.filter(({ searchWords }) =>
          others.every((each) => isFoundBy(each, searchWords ?? [])),
        ).length;
        return { word, count: Math.min(count, mostCandidates) };
      })
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are undefined. */
const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
