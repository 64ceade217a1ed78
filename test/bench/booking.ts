import { randomUUID } from 'node:crypto';
import type { MongoClient } from 'mongodb';
import type { App } from '../../gateway/app.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';

interface Counted {
  _id: string;
  revision: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Beyond every booking of the world, so that each slot is free once. */
const firstFreeDay = 90;

/** A slot of two hours that nobody has, another one for each `nth`. */
export function freeSlot(now: Date, nth: number) {
  const from = new Date(Math.floor(now.getTime() / DAY) * DAY + firstFreeDay * DAY + nth * 3 * HOUR);
  return { from, until: new Date(from.getTime() + 2 * HOUR) };
}

export interface Machine {
  _id: string;
  workshopId: string;
  unitId: string;
}

export const askFor = ({ _id }: Machine, period: { from: Date; until: Date }) => ({
  resourceId: _id,
  period,
  purpose: 'loan' as const,
  subjectId: randomUUID(),
  away: false,
});

/** The transaction that a booking cannot do without: the machine's revision, what overlaps, the row. */
export async function bookByDriver(
  client: MongoClient,
  database: string,
  machine: Machine,
  now: Date,
  nth: number,
): Promise<void> {
  const db = client.db(database);
  const bookings = db.collection<{ _id: string } & Record<string, unknown>>('bookings');
  const { from, until } = freeSlot(now, nth);
  await client.withSession((session) =>
    session.withTransaction(
      async () => {
        await db
          .collection<Counted>('resources')
          .findOneAndUpdate(
            { _id: machine._id },
            { $inc: { revision: 1 } },
            { session, projection: { units: 1, buffers: 1 } },
          );
        const inTheWay = await bookings
          .find(
            { resourceId: machine._id, blocking: true, blockUntil: { $gt: from }, blockFrom: { $lt: until } },
            { session },
          )
          .toArray();
        if (inTheWay.length > 0) throw new Error('The slot of a bench is taken.');
        await bookings.insertOne(
          {
            _id: randomUUID(),
            ...{ resourceId: machine._id, unitId: machine.unitId, workshopId: machine.workshopId },
            ...{ from, until, blockFrom: from, blockUntil: until, purpose: 'loan', state: 'confirmed', blocking: true },
            subjectId: randomUUID(),
            __v: 0,
          },
          { session },
        );
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
    ),
  );
}

/** Milliseconds that each of `crowd` waited for its answer on one slot; exactly one of them gets it. */
export async function contend(
  { services, deps }: App,
  machine: Machine,
  nth: number,
  crowd: number,
): Promise<number[]> {
  const period = freeSlot(deps.clock(), nth);
  const waits = await Promise.all(
    Array.from({ length: crowd }, async () => {
      const since = performance.now();
      const won = await services.calendar.reserve([askFor(machine, period)]).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        },
      );
      return { won, ms: performance.now() - since };
    }),
  );
  const winners = waits.filter(({ won }) => won).length;
  if (winners !== 1) throw new Error(`${winners} of ${crowd} got the same slot.`);
  return waits.map(({ ms }) => ms);
}
