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
  const [code] = await nextCodes(prefix, year, 1);
  return code!;
}

/** The next codes, in order and without a gap between them. */
export async function nextCodes(prefix: string, year: number, count: number): Promise<string[]> {
  const counter = await CounterRecord.findOneAndUpdate(
    { _id: `${prefix}-${year}` },
    { $inc: { last: count } },
    { upsert: true, returnDocument: 'after' },
  )
    .session(null)
    .lean();
  return Array.from(
    { length: count },
    (_, n) => `${prefix}-${year}-${String(counter.last - count + 1 + n).padStart(4, '0')}`,
  );
}
