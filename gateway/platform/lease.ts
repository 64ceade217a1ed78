import { model, Schema } from 'mongoose';
import type { Clock } from './clock.ts';
import { isDuplicate } from './database.ts';

interface Lease {
  _id: string;
  until: Date;
}

const LeaseRecord = model<Lease>(
  'Lease',
  new Schema<Lease>({ _id: { type: String, required: true }, until: { type: Date, required: true } }),
  'leases',
);

/**
 * Runs `work` unless somebody, here or in another gateway, ran it less than `ms` ago. A gateway that dies in the middle
 * leaves the work to whoever comes after.
 */
export async function leased(name: string, ms: number, clock: Clock, work: () => Promise<unknown>): Promise<boolean> {
  const now = clock();
  try {
    const taken = await LeaseRecord.findOneAndUpdate(
      { _id: name, until: { $lte: now } },
      { $set: { until: new Date(now.getTime() + ms) } },
      { upsert: true, returnDocument: 'after' },
    ).lean();
    if (!taken) return false;
  } catch (error) {
    // The row is there and its time is not up: the upsert tried to make a second one.
    if (isDuplicate(error)) return false;
    throw error;
  }
  await work();
  return true;
}
