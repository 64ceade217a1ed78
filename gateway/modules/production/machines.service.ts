import type { Clock } from '../../platform/clock.ts';
import type { Period } from '../../platform/intervals.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { MachineShare } from './facts.rules.ts';
import type { House } from './labs.service.ts';
import { type MachineCalendar, type Plan, planMachine } from './machinetime.rules.ts';

type Machine = Pick<Resource, '_id' | 'name' | 'units' | 'buffers'>;

/** The calendars of some machines, as they stood when they were read. */
export interface Shelf {
  nameOf(resourceId: string): string;
  /** Undefined when the machine was not read, or is gone. */
  calendarOf(resourceId: string, house: House): MachineCalendar | undefined;
}

/** Time that an acceptance would take, or takes, on one machine. */
export interface MachinePlan extends Plan {
  resourceId: string;
  name: string;
}

const dayMs = 86_400_000;
/** How far past the date wanted a machine's calendar is read: so far can a later date be proposed. */
const lookBeyondDays = 60;

/** Reads the machines' own calendars, and finds their earliest free time. */
export class MachinesService {
  readonly #clock: Clock;
  readonly #busy: BusyService;

  constructor({ clock, busy }: { clock: Clock; busy: BusyService }) {
    this.#clock = clock;
    this.#busy = busy;
  }

  /** From now until two months past the date wanted. */
  horizon(mustHaveBy: Date | null): Period {
    const now = this.#clock();
    const base = mustHaveBy && mustHaveBy > now ? mustHaveBy : now;
    return { from: now, until: new Date(base.getTime() + lookBeyondDays * dayMs) };
  }

  async read(resourceIds: readonly string[], within: Period): Promise<Shelf> {
    const ids = [...new Set(resourceIds)];
    const [rows, blocks] = await Promise.all([
      ResourceRecord.find({ _id: { $in: ids }, status: 'published' }, { name: 1, units: 1, buffers: 1 }).lean<
        Machine[]
      >(),
      this.#busy.blocksOver(ids, within),
    ]);
    const machines = new Map(rows.map((row) => [row._id, row]));
    return {
      nameOf: (id) => machines.get(id)?.name ?? '',
      calendarOf(id, { hours, closures, timeZone }) {
        const machine = machines.get(id);
        if (!machine) return undefined;
        const { prepareMinutes, cleanMinutes } = machine.buffers;
        const taken = blocks.get(id) ?? [];
        const units = machine.units.map((unit) => ({
          id: unit.id,
          taken: taken.filter(({ unitId }) => unitId === unit.id),
        }));
        return { hours, closures, timeZone, prepareMinutes, cleanMinutes, units };
      },
    };
  }

  async namesOf(resourceIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await ResourceRecord.find({ _id: { $in: [...resourceIds] } }, { name: 1 }).lean();
    return new Map(rows.map(({ _id, name }) => [_id, name]));
  }

  /**
   * The earliest time on each machine for these shares, those of one machine added up. Shares of unknown length, and
   * machines that are gone, take nothing. `late`: machines without enough free time before `until`.
   */
  async plan(
    shares: readonly MachineShare[],
    house: House,
    until: Date,
  ): Promise<{ plans: MachinePlan[]; late: { resourceId: string; name: string }[] }> {
    const now = this.#clock();
    const known = shares.filter((share) => share.minutes !== null && share.minutes > 0);
    const shelf = await this.read(
      known.map(({ resourceId }) => resourceId),
      { from: now, until },
    );
    const plans: MachinePlan[] = [];
    const late: { resourceId: string; name: string }[] = [];
    for (const resourceId of new Set(known.map((share) => share.resourceId))) {
      const calendar = shelf.calendarOf(resourceId, house);
      if (!calendar) continue;
      const { minutes, leadDays } = addUp(known.filter((share) => share.resourceId === resourceId));
      const from = new Date(now.getTime() + leadDays * dayMs);
      const plan = planMachine(calendar, minutes, { from, until });
      if (plan) plans.push({ ...plan, resourceId, name: shelf.nameOf(resourceId) });
      else late.push({ resourceId, name: shelf.nameOf(resourceId) });
    }
    return { plans, late };
  }
}

/** Several parts on one machine: their minutes add up, and work begins when the slowest may. */
const addUp = (shares: readonly Pick<MachineShare, 'minutes' | 'leadDays'>[]) => ({
  minutes: shares.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  leadDays: Math.max(0, ...shares.map(({ leadDays }) => leadDays)),
});
