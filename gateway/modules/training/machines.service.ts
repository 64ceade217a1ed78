import { type ListingStatus } from '../../../schema/sharing.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingFollower } from '../sharing/listing-outcome.service.ts';
import { machineIds } from './session.rules.ts';

interface Deps {
  calendar: CalendarService;
}

type Machine = Pick<Resource, '_id' | 'name'>;

/** While it stands so, what it needs is taken in the calendar. */
const takes: ReadonlySet<ListingStatus> = new Set(['open', 'confirmed', 'closed']);

const takenBy = ({ status, facts, from, until }: Listing): string =>
  takes.has(status) ? JSON.stringify([machineIds(facts), from, until]) : '';

/** Machines and rooms of a session: taken with it, moved with it, given back with it. */
export class SessionMachinesService implements ListingFollower {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the listing. Refuses with `training.machine` what is not its workshop's, `training.taken`. */
  async changed(after: Listing, before: Listing | undefined): Promise<void> {
    const ids = machineIds(after.facts);
    const machines = ids.length > 0 ? await this.#known(after, ids) : [];
    if (takenBy(after) === (before ? takenBy(before) : '')) return;
    if (before && takenBy(before)) await this.#deps.calendar.release(after._id);
    if (machines.length === 0 || !takes.has(after.status) || !after.from || !after.until) return;
    await this.#take(after, { from: after.from, until: after.until }, machines);
  }

  async #known({ workshopId }: Listing, ids: readonly string[]): Promise<Machine[]> {
    const machines = await ResourceRecord.find({ _id: { $in: [...ids] }, workshopId }, { name: 1 }).lean();
    const stranger = ids.find((id) => !machines.some((one) => one._id === id));
    if (stranger) throw new Refusal('training.machine', { resourceId: stranger });
    return machines;
  }

  async #take(listing: Listing, period: { from: Date; until: Date }, machines: readonly Machine[]): Promise<void> {
    const ask = { period, purpose: 'training' as const, subjectId: listing._id, away: false };
    try {
      await this.#deps.calendar.reserve(machines.map(({ _id }) => ({ ...ask, resourceId: _id })));
    } catch (error) {
      if (!(error instanceof Refusal) || !error.key.startsWith('calendar.')) throw error;
      const machine = machines.find(({ _id }) => _id === error.params.resourceId)?.name ?? null;
      throw new Refusal('training.taken', { ...error.params, machine });
    }
  }
}
