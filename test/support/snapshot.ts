import mongoose from 'mongoose';
import type { Document } from 'mongodb';

const hashes = async (): Promise<Record<string, string>> => {
  const { collections } = (await mongoose.connection.db!.command({ dbHash: 1 })) as unknown as {
    collections: Record<string, string>;
  };
  return Object.fromEntries(Object.entries(collections).filter(([name]) => !name.startsWith('system.')));
};

/** Remembers all that the database holds, and gives what puts it back: only what has changed is written again. */
export async function snapshot(): Promise<() => Promise<void>> {
  const db = mongoose.connection.db!;
  const before = await hashes();
  const rows = new Map<string, Document[]>();
  for (const name of Object.keys(before)) rows.set(name, await db.collection(name).find().toArray());
  return async () => {
    const now = await hashes();
    const changed = Object.keys(now).filter((name) => now[name] !== before[name]);
    for (const name of changed) {
      const kept = rows.get(name) ?? [];
      await db.collection(name).deleteMany({});
      if (kept.length > 0) await db.collection(name).insertMany(kept);
    }
  };
}
