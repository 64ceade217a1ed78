import { importedSlack } from '../../../schema/production.ts';
import type { Clock } from '../../platform/clock.ts';
import { localDays } from '../../platform/days.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import { minutesOf, type Period } from '../../platform/intervals.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import type { Block } from '../calendar/calendar.rules.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Capability } from './capability.entity.ts';
import { materialsUp, processesUp } from './equipment.rules.ts';
import type { Resource } from './resource.entity.ts';
import type { DayHalves, EquipmentHit } from './search.entity.ts';
import { firstStretch, halfDay, leastDoubts, type Shelf } from './search.rules.ts';
import type { Seen } from './search.sieve.ts';
import type { Wanted } from './search.wanted.ts';

interface Loading<T> {
  loadMany(ids: readonly string[]): Promise<(T | Error)[]>;
}

/** The loaders of the operation: what a page of hits has read, the fields of its machines find read. */
export interface PageReads {
  equipment: Loading<Resource | undefined>;
  equipmentWorkshop: Loading<Workshop | undefined>;
  capabilitiesOf: Loading<Capability[]>;
}

/** A machine of the page with all that is drawn of it. */
interface Drawing {
  raw: Seen;
  resource: Resource;
  workshop: Workshop;
  capabilities: Capability[];
}

const DAY = 86_400_000;
const lookAheadDays = 60;
/** Most machines are free within days: the months are read for the others only. */
const nearDays = 10;
const mostDays = 7;
const withoutDates = { days: 3, minutes: 60 } as const;
/** Where what was asked for is longer than the place ever opens, the next two hours say more than nothing. */
const shortest = 120;

const later = (from: Date, days: number) => new Date(from.getTime() + days * DAY);
const found = <T>(row: T | Error): row is T => !(row instanceof Error) && row !== undefined;

/** Draws the page of a search: each machine with its half-days, its next free time and what is left to confirm. */
export class HitService {
  readonly #clock: Clock;
  readonly #busy: BusyService;

  constructor({ clock, busy }: { clock: Clock; busy: BusyService }) {
    this.#clock = clock;
    this.#busy = busy;
  }

  async drawn(raws: readonly Seen[], wanted: Wanted, reads: PageReads): Promise<EquipmentHit[]> {
    if (raws.length === 0) return [];
    const now = this.#clock();
    const start = wanted.period && wanted.period.from > now ? wanted.period.from : now;
    const soon = { from: now, until: later(start, nearDays) };
    const ids = raws.map(({ _id }) => _id);
    const [drawings, blocks] = await Promise.all([this.#read(raws, reads), this.#busy.blocksOver(ids, soon)]);
    const next = await this.#nextFree(drawings, wanted.period, start, soon, blocks);
    return drawings.map(({ raw, resource, workshop, capabilities }) => {
      const nextFree = next.get(raw._id);
      return {
        id: raw._id,
        resource,
        ...(raw.km !== undefined && { distanceKm: Math.round(raw.km * 100) / 100 }),
        ...raw.free,
        ...(nextFree && { nextFree }),
        availability: daysOf(resource, workshop, blocks.get(raw._id) ?? [], wanted.period, now),
        toConfirm: doubts(capabilities, wanted),
      };
    });
  }

  async #read(raws: readonly Seen[], reads: PageReads): Promise<Drawing[]> {
    const ids = raws.map(({ _id }) => _id);
    const [resources, workshops, capabilities] = await Promise.all([
      reads.equipment.loadMany(ids),
      reads.equipmentWorkshop.loadMany(raws.map(({ workshopId }) => workshopId)),
      reads.capabilitiesOf.loadMany(ids),
    ]);
    return raws.flatMap((raw, n) => {
      const [resource, workshop, own] = [resources[n], workshops[n], capabilities[n]];
      if (!found(resource) || !found(workshop) || !resource || !workshop) return [];
      return [{ raw, resource, workshop, capabilities: own && found(own) ? own : [] }];
    });
  }

  /** When each machine is free next: within days from what was read, else within months. */
  async #nextFree(
    drawings: readonly Drawing[],
    period: Period | undefined,
    start: Date,
    soon: Period,
    blocks: ReadonlyMap<string, Block[]>,
  ): Promise<Map<string, Period>> {
    const next = new Map<string, Period>();
    const asked = period ? minutesOf(period) : withoutDates.minutes;
    const look = (
      rows: readonly Drawing[],
      until: Date,
      taken: ReadonlyMap<string, Block[]>,
      lengths: readonly number[],
    ) =>
      rows.filter(({ raw, resource, workshop }) => {
        const isFree = period !== undefined && (raw.free.onSite || raw.free.away);
        const stretch = isFree
          ? period
          : nextStretch(resource, workshop, taken.get(raw._id) ?? [], lengths, { from: start, until });
        if (stretch) next.set(raw._id, stretch);
        return !stretch;
      });
    const left = look(drawings, soon.until, blocks, [asked]);
    if (left.length === 0) return next;
    const until = later(start, lookAheadDays);
    const months = await this.#busy.blocksOver(
      left.map(({ raw }) => raw._id),
      { from: soon.from, until },
    );
    look(left, until, months, [asked, Math.min(asked, shortest)]);
    return next;
  }
}

function shelfOf(resource: Resource, workshop: Workshop, away: boolean): Shelf {
  const { openingHours, closures, timeZone } = workshop;
  const opening = { openingHours: openingHours as WeeklyHours, closures, timeZone };
  return { unitIds: resource.units.map(({ id }) => id), buffers: resource.buffers, away, opening };
}

function nextStretch(
  resource: Resource,
  workshop: Workshop,
  taken: readonly Block[],
  lengths: readonly number[],
  within: Period,
): Period | undefined {
  const ways = resource.use === 'both' ? [false, true] : [resource.use === 'take_away'];
  for (const minutes of lengths) {
    const stretches = ways
      .flatMap((away) => firstStretch(shelfOf(resource, workshop, away), taken, within, minutes) ?? [])
      .sort((a, b) => a.from.getTime() - b.from.getTime());
    if (stretches[0]) return stretches[0];
  }
  return undefined;
}

function daysOf(
  resource: Resource,
  workshop: Workshop,
  taken: readonly Block[],
  period: Period | undefined,
  now: Date,
): DayHalves[] {
  const shelf = shelfOf(resource, workshop, resource.use === 'take_away');
  const asked = period ?? { from: now, until: new Date(now.getTime() + (withoutDates.days - 1) * DAY + 1) };
  return localDays(workshop.timeZone, asked, mostDays).map(({ date, from, until, noon }) => ({
    date,
    morning: halfDay(shelf, taken, { from, until: noon }, now),
    afternoon: halfDay(shelf, taken, { from: noon, until }, now),
  }));
}

/** What is to be confirmed, over the capabilities that the search would keep. */
function doubts(own: readonly Capability[], { processes, materials, thicknessMm, sidesMm }: Wanted) {
  const kept = own.filter(
    (row) =>
      (processes.length === 0 || row.answersProcess.some((id) => processes.includes(id))) &&
      (materials.length === 0 || row.answersMaterial.some((id) => materials.includes(id))) &&
      (thicknessMm === undefined ||
        row.maxThicknessMm === null ||
        row.maxThicknessMm * (row.evidence === 'imported' ? importedSlack : 1) >= thicknessMm) &&
      (sidesMm === undefined || row.sidesMm.length === 0 || sidesMm.every((side, at) => row.sidesMm[at]! >= side)),
  );
  const rows = kept.map((row) => ({
    ...row,
    id: row._id,
    up: [...processesUp([row.process]), ...(row.material === null ? [] : materialsUp([row.material]))],
  }));
  return leastDoubts(rows, {
    processes,
    materials,
    ...(thicknessMm !== undefined && { thicknessMm }),
    ...(sidesMm && { sidesMm }),
  });
}
