import { model, Schema } from 'mongoose';

interface Counter {
  _id: string;
  last: number;
}

const CounterRecord = model<Counter>(
  'Counter',
  new Schema<Counter>({ _id: { type: String, required: true }, last: { type: Number, required: true } }),
  'counters',
);

/**
 * The next code that people read aloud, `BP-2026-0147`. Counted outside the caller's transaction, so that two loans
 * asked for at once do not wait for each other; a refused one leaves a gap.
 */
export async function nextCode(prefix: string, year: number): Promise<string> {
  const counter = await CounterRecord.findOneAndUpdate(
    { _id: `${prefix}-${year}` },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  )
    .session(null)
    .lean();
  return `${prefix}-${year}-${String(counter.last).padStart(4, '0')}`;
}
