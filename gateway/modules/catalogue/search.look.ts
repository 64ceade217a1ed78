import { isOpenAt, type WeeklyHours } from '../../platform/hours.ts';
import type { Period } from '../../platform/intervals.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import type { Block } from '../calendar/calendar.rules.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { ResourceRecord } from './resource.entity.ts';
import { type Free, freeFor, offeredFor, type Open, openFor, widest } from './search.free.rules.ts';
import { type Candidate, candidates, mostCandidates, type Reach, type Site, siteFields } from './search.reads.ts';
import { fixedFilters, type Seen } from './search.sieve.ts';
import type { Wanted } from './search.wanted.ts';

/** The machines within reach, with the places where they stand. */
export interface Looked {
  rows: Candidate[];
  sites: ReadonlyMap<string, Site>;
  /** More stand within reach than a search looks at. */
  isPartial: boolean;
}

const none: Free = { onSite: false, away: false, freeUnits: 0 };

/** Reads what a search decides on: one indexed read for the machines, one for their places, one for their calendars. */
export class SearchReader {
  readonly #busy: BusyService;

  constructor({ busy }: { busy: BusyService }) {
    this.#busy = busy;
  }

  async look(reach: Reach): Promise<Looked> {
    const found = await ResourceRecord.aggregate<Candidate>(candidates(reach));
    const rows = found.slice(0, mostCandidates);
    const ids = [...new Set(rows.map(({ workshopId }) => workshopId))];
    const sites = ids.length === 0 ? [] : await WorkshopRecord.find({ _id: { $in: ids } }, siteFields).lean<Site[]>();
    return { rows, sites: new Map(sites.map((site) => [site._id, site])), isPartial: found.length > mostCandidates };
  }

  /** The machines as they are at the time asked for. Those that two filters stop already are not looked up. */
  async seen({ rows, sites }: Looked, wanted: Wanted): Promise<Seen[]> {
    const filters = Object.values(fixedFilters(wanted));
    const hopeful = rows.filter((row) => filters.filter((passes) => !passes(row)).length < 2);
    const blocks = wanted.period ? await this.#blocksOver(hopeful, wanted.period) : undefined;
    const places = new Map(
      [...sites].map(([id, site]) => [
        id,
        {
          site,
          open: wanted.period && openFor(site, wanted.period),
          isOpenNow: isOpenAt(site.openingHours as WeeklyHours, site.closures, site.timeZone, wanted.now),
        },
      ]),
    );
    return hopeful.flatMap((row) => {
      const place = places.get(row.workshopId);
      if (!place) return [];
      const free = place.open ? freeThen(row, wanted.period!, place.open, blocks) : offeredFor(row);
      const { archetype } = place.site;
      return [Object.assign(row, { free, isOpenNow: place.isOpenNow }, archetype && { archetype })];
    });
  }

  /** How many of the machines are free in each of the periods, from one read of their calendars. */
  async freeIn({ sites }: Looked, rows: readonly Candidate[], periods: readonly Period[]): Promise<Free[][]> {
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last) return [];
    const blocks = await this.#blocksOver(rows, { from: first.from, until: last.until });
    return periods.map((period) => {
      const open = new Map([...sites].map(([id, site]) => [id, openFor(site, period)]));
      return rows.map((row) => {
        const place = open.get(row.workshopId);
        return place ? freeThen(row, period, place, blocks) : none;
      });
    });
  }

  #blocksOver(rows: readonly Candidate[], period: Period): Promise<Map<string, Block[]>> {
    const ids = rows.map(({ _id }) => _id);
    return this.#busy.blocksOver(ids, widest(period, rows));
  }
}

const freeThen = (
  row: Candidate,
  period: Period,
  open: Open,
  blocks: ReadonlyMap<string, Block[]> | undefined,
): Free => (open.atEnds ? freeFor(row, period, blocks?.get(row._id) ?? [], open) : none);
