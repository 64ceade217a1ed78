import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { OutwardError, outwardUrl, readOutside } from '../../platform/outward.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { aside, WorkFailed, WorkTimeout } from '../../platform/worker.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, demand, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { BusySync } from './busy-sync.service.ts';
import type { AddCalendarInput } from './agenda.inputs.ts';
import {
  type CalendarFault,
  type Collision,
  type ExternalCalendar,
  ExternalCalendarRecord,
} from './external.entity.ts';
import type { BusyRequest, BusyTimes } from './ics.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  config: Pick<Config, 'PRIVATE_CALENDARS'>;
  sync: BusySync;
  notices: NoticeService;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const HORIZON_DAYS = 365;
const MOST_TIMES = 1_000;
const READ_MS = 10_000;
const UNFOLD_MS = 5_000;
/** Between readings of an address; of one that failed; and of a file, whose year moves on. */
const every = { address: 30 * MINUTE, failed: 120 * MINUTE, file: DAY };
/** Longer than a reading lasts: a gateway that dies in the middle leaves the calendar to the next. */
const LEASE_MS = 5 * MINUTE;
const CALENDARS_PER_RUN = 20;

/** A calendar that cannot be read, and why. */
class Unread extends Error {
  readonly fault: CalendarFault;

  constructor(fault: CalendarFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Calendars that workshops keep elsewhere: read again and again, and kept as time taken on their machines. */
export class ExternalCalendarService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The calendars of a workshop, for its people. */
  async of(viewer: Viewer, workshopId: string): Promise<ExternalCalendar[]> {
    const party = { scope: 'workshop' as const, id: workshopId };
    demand(viewer, speaksFor(viewer, party) || leads(viewer, party));
    return ExternalCalendarRecord.find({ workshopId }, { text: 0 })
      .sort({ name: 1, _id: 1 })
      .lean<ExternalCalendar[]>();
  }

  /** Adds a calendar by its address or its text, once it has been read. Refuses what cannot be read, and says why. */
  async add(viewer: Viewer, input: AddCalendarInput): Promise<ExternalCalendar> {
    const by = asVerified(viewer).id;
    const { workshopId, resourceId, idempotencyKey: key } = input;
    demand(viewer, leads(viewer, { scope: 'workshop', id: workshopId }));
    const workshop = await this.#workshop(workshopId);
    if (resourceId && !(await ResourceRecord.exists({ _id: resourceId, workshopId }))) throw notFound('equipment');
    const source = await this.#tried(this.#source(input), workshop);
    const now = this.#deps.clock();
    const id = await once({ by, key, operation: 'addCalendar', arguments: input, at: now }, async () => {
      const most = limits.calendarsPerWorkshop;
      // Written first, so that two who add the last one collide.
      await WorkshopRecord.updateOne({ _id: workshopId }, { $inc: { revision: 1 } });
      if ((await ExternalCalendarRecord.countDocuments({ workshopId })) >= most)
        throw new Refusal('agenda.tooManyCalendars', { most });
      const _id = this.#deps.newId();
      const which = resourceId ? { resourceId } : {};
      const row = { _id, workshopId, ...which, name: input.name.trim(), ...source };
      await ExternalCalendarRecord.create([{ ...row, triedAt: now, nextAt: now, leaseUntil: now }]);
      return _id;
    });
    await this.#refresh(id);
    return this.#found(id);
  }

  /** Reads it again now. */
  async refresh(viewer: Viewer, id: string): Promise<ExternalCalendar> {
    await this.#managed(viewer, id);
    await this.#refresh(id);
    return this.#found(id);
  }

  /** Forgets it, and gives back the time that it took. */
  async remove(viewer: Viewer, id: string): Promise<boolean> {
    await this.#managed(viewer, id);
    await ExternalCalendarRecord.deleteOne({ _id: id });
    await this.#deps.sync.clear(id);
    return true;
  }

  /** Reads what is due: for the poller. */
  async run(): Promise<void> {
    for (let done = 0; done < CALENDARS_PER_RUN; done += 1) {
      const now = this.#deps.clock();
      const due = await ExternalCalendarRecord.findOne({ nextAt: { $lte: now } }, { _id: 1 })
        .sort({ nextAt: 1 })
        .lean();
      if (!due) return;
      await this.#refresh(due._id);
    }
  }

  #source({ url, text }: AddCalendarInput): { url?: string; text: string } {
    if (text?.trim()) return { text };
    try {
      return { url: outwardUrl(url ?? '').href, text: '' };
    } catch (error) {
      if (error instanceof OutwardError) throw new Refusal('agenda.address');
      throw error;
    }
  }

  /** The same with what is there now. Refuses what cannot be read, before anything is kept. */
  async #tried(source: { url?: string; text: string }, workshop: Workshop) {
    try {
      const read = await this.#fetch(source);
      const { unreadable } = await this.#unfold(read.text, workshop);
      if (unreadable && !source.url) throw new Unread('noEvents');
      return { ...source, ...read };
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      throw new Refusal(source.url ? 'agenda.unreachable' : 'agenda.unreadable', { reason: error.fault });
    }
  }

  async #found(id: string): Promise<ExternalCalendar> {
    const row = await ExternalCalendarRecord.findById(id).lean();
    if (!row) throw notFound('calendar');
    return row;
  }

  async #managed(viewer: Viewer, id: string): Promise<ExternalCalendar> {
    asVerified(viewer);
    const row = await this.#found(id);
    demand(viewer, leads(viewer, { scope: 'workshop', id: row.workshopId }));
    return row;
  }

  async #workshop(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findById(id).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  /** Reads and applies, unless somebody else is at it. */
  async #refresh(id: string): Promise<void> {
    const now = this.#deps.clock();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const row = await ExternalCalendarRecord.findOneAndUpdate(
      { _id: id, leaseUntil: { $lte: now } },
      { $set: { leaseUntil, nextAt: leaseUntil } },
      { returnDocument: 'after' },
    ).lean();
    if (!row) return;
    try {
      await this.#read(row);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      await this.#failed(row, error.fault);
    }
  }

  async #read(row: ExternalCalendar): Promise<void> {
    const workshop = await this.#workshop(row.workshopId);
    const { text, etag } = await this.#fetch(row);
    const { busy, events, skipped, cut } = await this.#unfold(text, workshop);
    const times = busy.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
    const applied = await this.#deps.sync.apply(row, times);
    const now = this.#deps.clock();
    const change = {
      text,
      triedAt: now,
      readAt: now,
      events,
      busy: times.length,
      leftOut: Object.entries(skipped).map(([reason, count]) => ({ reason, count })),
      cut: cut || applied.cut,
      collisions: applied.collisions,
      leaseUntil: now,
      nextAt: new Date(now.getTime() + (row.url ? every.address : every.file)),
      ...(etag && { etag }),
    };
    await transaction(async () => {
      const { matchedCount } = await ExternalCalendarRecord.updateOne(
        { _id: row._id },
        { $set: change, $unset: { fault: 1 } },
      );
      // Removed while it was read: what was just taken is given back.
      if (matchedCount === 0) return this.#deps.sync.clear(row._id);
      await this.#tellCollisions(row, workshop, applied.collisions);
    });
  }

  async #failed(row: ExternalCalendar, fault: CalendarFault): Promise<void> {
    const now = this.#deps.clock();
    await transaction(async () => {
      await ExternalCalendarRecord.updateOne(
        { _id: row._id },
        { $set: { triedAt: now, fault, leaseUntil: now, nextAt: new Date(now.getTime() + every.failed) } },
      );
      if (!row.fault) await this.#tell(row, 'agenda.unreadable', {});
    });
  }

  /** The text of a calendar: as sent, or as its address gives it now. */
  async #fetch({
    url,
    text,
    etag,
  }: Pick<ExternalCalendar, 'url' | 'text' | 'etag'>): Promise<{ text: string; etag?: string }> {
    if (!url) return { text };
    try {
      const answer = await readOutside(url, {
        timeoutMs: READ_MS,
        maxBytes: limits.calendarBytes,
        etag: text ? etag : undefined,
        allowPrivate: this.#deps.config.PRIVATE_CALENDARS,
      });
      return { text: answer.text ?? text, ...(answer.etag && { etag: answer.etag }) };
    } catch (error) {
      if (error instanceof OutwardError) throw new Unread(error.fault);
      throw error;
    }
  }

  async #unfold(text: string, { timeZone }: Workshop): Promise<BusyTimes> {
    const from = this.#deps.clock().getTime();
    const request: BusyRequest = { text, timeZone, from, until: from + HORIZON_DAYS * DAY, most: MOST_TIMES };
    try {
      const times = await aside<BusyTimes>('busyTimes', request, UNFOLD_MS);
      if (times.unreadable && times.unreadable !== 'noEvents') throw new Unread(times.unreadable);
      return times;
    } catch (error) {
      if (error instanceof WorkTimeout) throw new Unread('slow');
      if (error instanceof WorkFailed) throw new Unread('broken');
      throw error;
    }
  }

  /** Tells the workshop of what was not there at the last reading. */
  async #tellCollisions(row: ExternalCalendar, { timeZone }: Workshop, collisions: readonly Collision[]) {
    const key = ({ unitCode, from, code }: Collision) => `${unitCode} ${from.getTime()} ${code ?? ''}`;
    const known = new Set(row.collisions.map(key));
    const fresh = collisions.filter((collision) => !known.has(key(collision)));
    const [first] = fresh;
    if (!first) return;
    await this.#tell(row, 'agenda.collision', {
      machine: first.machine,
      unit: first.unitCode,
      from: first.from.toISOString(),
      until: first.until.toISOString(),
      zone: timeZone,
      others: fresh.length - 1,
    });
  }

  #tell(
    row: ExternalCalendar,
    event: 'agenda.collision' | 'agenda.unreadable',
    params: Record<string, string | number>,
  ) {
    return this.#deps.notices.tell({
      topic: 'calendar',
      subjectId: row.workshopId,
      event,
      to: [{ scope: 'workshop', id: row.workshopId }],
      params: { ...params, name: row.name, workshop: row.workshopId },
    });
  }
}
