import { randomUUID } from 'node:crypto';
import type { MongoClient } from 'mongodb';
import { thousandths } from '../../schema/sharing.ts';

/** What is taken at a time: one seat, one sheet, one piece. */
export const partOf = (listingId: string) => ({ listingId, claimId: randomUUID(), quantity: thousandths });

/** The transaction that taking a part cannot do without: the listing's revision, what is left, the line of its ledger. */
export async function takeByDriver(client: MongoClient, database: string, listingId: string, now: Date): Promise<void> {
  const db = client.db(database);
  const entries = db.collection<{ _id: string; delta: number } & Record<string, unknown>>('entries');
  const { claimId, quantity } = partOf(listingId);
  await client.withSession((session) =>
    session.withTransaction(
      async () => {
        await db
          .collection<{ _id: string; revision: number }>('listings')
          .findOneAndUpdate({ _id: listingId }, { $inc: { revision: 1 } }, { session });
        const [sum] = await entries
          .aggregate<{ left: number }>(
            [
              { $match: { listingId, effectiveAt: { $lte: now } } },
              { $group: { _id: null, left: { $sum: '$delta' } } },
            ],
            { session },
          )
          .toArray();
        if ((sum?.left ?? 0) < quantity) throw new Error('The listing of a bench is used up.');
        await entries.insertOne(
          {
            ...{ _id: randomUUID(), listingId, claimId, reason: 'taken', delta: -quantity },
            ...{ at: now, effectiveAt: now, __v: 0 },
          },
          { session },
        );
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
    ),
  );
}
