import { importedSlack } from '../../../schema/production.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WeeklyHours } from '../../platform/hours.ts';
import { minutesOf, type Period } from '../../platform/intervals.ts';
import { localDays } from '../../platform/days.ts';
import type { Block } from '../calendar/calendar.rules.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Capability } from './capability.entity.ts';
import type { CapabilityService } from './capability.service.ts';
import type { CatalogueService } from './catalogue.service.ts';
import { materialsUp, processesUp } from './equipment.rules.ts';
import type { Resource } from './resource.entity.ts';
import type { DayHalves, EquipmentHit } from './search.entity.ts';
import { firstStretch, halfDay, leastDoubts, type Shelf } from './search.rules.ts';
import type { Wanted } from './search.wanted.ts';

export interface RawHit {
  _id: string;
  km?: number;
  onSite: boolean;
  away: boolean;
  freeUnits: number;
}

interface Deps {
  clock: Clock;
  calendar: CalendarService;
  catalogue: CatalogueService;
  capabilities: CapabilityService;
}

const DAY = 86_400_000;
const lookAheadDays = 60;
const mostDays = 7;
const withoutDates = { days: 3, minutes: 60 } as const;
/** Where what was asked for is longer than the place ever opens, the next two hours say more than nothing. */
const shortest = 120;

/** Draws the page of a search: each machine with its half-days, its next free time and what is left to confirm. */
export class HitService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async drawn(raws: readonly RawHit[], wanted: Wanted): Promise<EquipmentHit[]> {
    const ids = raws.map(({ _id }) => _id);
    const now = this.#deps.clock();
    const start = wanted.period && wanted.period.from > now ? wanted.period.from : now;
    const ahead = { from: now, until: new Date(start.getTime() + lookAheadDays * DAY) };
    const [resources, blocks, capabilities] = await Promise.all([
      this.#deps.catalogue.byIds(ids),
      this.#deps.calendar.blocksIn(ids, ahead),
      this.#deps.capabilities.ofResources(ids),
    ]);
    const workshops = await this.#deps.catalogue.workshopsByIds([
      ...new Set(resources.map(({ workshopId }) => workshopId)),
    ]);
    return raws.flatMap((raw) => {
      const resource = resources.find(({ _id }) => _id === raw._id);
      const workshop = workshops.find(({ _id }) => _id === resource?.workshopId);
      if (!resource || !workshop) return [];
      const taken = blocks.get(raw._id) ?? [];
      const own = capabilities.filter(({ resourceId }) => resourceId === raw._id);
      const nextFree = this.#nextFree(raw, resource, workshop, taken, wanted.period, {
        from: start,
        until: ahead.until,
      });
      return [
        {
          id: raw._id,
          resource,
          ...(raw.km !== undefined && { distanceKm: Math.round(raw.km * 100) / 100 }),
          onSite: raw.onSite,
          away: raw.away,
          freeUnits: raw.freeUnits,
          ...(nextFree && { nextFree }),
          availability: this.#days(resource, workshop, taken, wanted.period),
          toConfirm: doubts(own, wanted),
        },
      ];
    });
  }

  #shelf(resource: Resource, workshop: Workshop, away: boolean): Shelf {
    const { openingHours, closures, timeZone } = workshop;
    const opening = { openingHours: openingHours as WeeklyHours, closures, timeZone };
    return { unitIds: resource.units.map(({ id }) => id), buffers: resource.buffers, away, opening };
  }

  #nextFree(
    raw: RawHit,
    resource: Resource,
    workshop: Workshop,
    taken: readonly Block[],
    period: Period | undefined,
    within: Period,
  ): Period | undefined {
    if (period && (raw.onSite || raw.away)) return period;
    const ways = resource.use === 'both' ? [false, true] : [resource.use === 'take_away'];
    const asked = period ? minutesOf(period) : withoutDates.minutes;
    for (const minutes of new Set([asked, Math.min(asked, shortest)])) {
      const found = ways
        .flatMap((away) => firstStretch(this.#shelf(resource, workshop, away), taken, within, minutes) ?? [])
        .sort((a, b) => a.from.getTime() - b.from.getTime());
      if (found[0]) return found[0];
    }
    return undefined;
  }

  #days(resource: Resource, workshop: Workshop, taken: readonly Block[], period: Period | undefined): DayHalves[] {
    const now = this.#deps.clock();
    const shelf = this.#shelf(resource, workshop, resource.use === 'take_away');
    const asked = period ?? { from: now, until: new Date(now.getTime() + (withoutDates.days - 1) * DAY + 1) };
    return localDays(workshop.timeZone, asked, mostDays).map(({ date, from, until, noon }) => ({
      date,
      morning: halfDay(shelf, taken, { from, until: noon }, now),
      afternoon: halfDay(shelf, taken, { from: noon, until }, now),
    }));
  }
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
