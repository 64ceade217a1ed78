import type { PipelineStage } from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import type { Period } from '../../platform/intervals.ts';
import { type Booking, BookingRecord } from './booking.entity.ts';
import { type Block, blocksOf } from './calendar.rules.ts';
import { type Custody, CustodyRecord } from './custody.entity.ts';

type Taken = Pick<Booking, 'resourceId' | 'unitId' | 'blockFrom' | 'blockUntil' | 'purpose' | 'state' | 'holdUntil'>;
type Absent = Pick<Custody, 'resourceId' | 'unitId' | 'dueAt'>;

/** The index that holds all that `busyOf` reads: no booking is fetched. */
export const busyIndex = {
  resourceId: 1,
  blocking: 1,
  blockUntil: 1,
  blockFrom: 1,
  unitId: 1,
  purpose: 1,
  state: 1,
  holdUntil: 1,
} as const;

/** What stands in the way of many machines, as an index alone answers it. */
export const busyOf = (resourceIds: readonly string[], { from, until }: Period): PipelineStage[] => [
  {
    $match: {
      resourceId: { $in: [...resourceIds] },
      blocking: true,
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
    },
  },
  {
    $project: {
      _id: 0,
      resourceId: 1,
      unitId: 1,
      blockFrom: 1,
      blockUntil: 1,
      purpose: 1,
      state: 1,
      holdUntil: 1,
    },
  },
];

/** The units that have not come back in time, all machines together: few, and an index alone answers. */
export const lateAt = (now: Date): PipelineStage[] => [
  { $match: { open: true, dueAt: { $lt: now } } },
  { $project: { _id: 0, resourceId: 1, unitId: 1, dueAt: 1 } },
];

/** Busy time of many machines at once, for whoever looks: the same truth as `reserve()` reads, from covering indexes. */
export class BusyService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** By machine, what stands in the way within a period; machines with nothing in the way are absent. */
  async blocksOver(resourceIds: readonly string[], period: Period): Promise<Map<string, Block[]>> {
    if (resourceIds.length === 0) return new Map();
    const now = this.#clock();
    const [taken, absent] = await Promise.all([
      BookingRecord.aggregate<Taken>(busyOf(resourceIds, period), { hint: busyIndex }),
      CustodyRecord.aggregate<Absent>(lateAt(now)),
    ]);
    const wanted = new Set(resourceIds);
    const rows = new Map<string, { taken: Taken[]; absent: Absent[] }>();
    const rowsOf = (id: string) => {
      const known = rows.get(id) ?? { taken: [], absent: [] };
      rows.set(id, known);
      return known;
    };
    for (const booking of taken) rowsOf(booking.resourceId).taken.push(booking);
    for (const custody of absent) if (wanted.has(custody.resourceId)) rowsOf(custody.resourceId).absent.push(custody);
    const standsIn = ({ from, until }: Block) => from < period.until && until > period.from;
    return new Map([...rows].map(([id, row]) => [id, blocksOf(row.taken, row.absent, now).filter(standsIn)]));
  }
}
