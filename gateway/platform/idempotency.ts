import { createHash } from 'node:crypto';
import { model, Schema } from 'mongoose';
import { isDuplicate, transaction } from './database.ts';
import { Refusal } from './refusal.ts';

interface Intent {
  _id: string;
  arguments: string;
  result: string;
  at: Date;
}

const TWO_DAYS = 48 * 3600;

const IntentRecord = model<Intent>(
  'Intent',
  new Schema<Intent>({
    _id: { type: String, required: true },
    arguments: { type: String, required: true },
    result: { type: String, required: true },
    at: { type: Date, required: true },
  }).index({ at: 1 }, { expireAfterSeconds: TWO_DAYS }),
  'intents',
);

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

export interface IntentKey {
  /** Who intends it: a key belongs to one person. */
  by: string;
  /** Made by the client once per intention, a form opened for instance. */
  key: string;
  operation: string;
  arguments: unknown;
  at: Date;
}

/**
 * Runs `work` once for an intention and remembers the id that it returns, in the transaction of its effect: a retry after
 * a lost reply gets the first id again, even while the first is still under way. The same key with other arguments is
 * refused with `platform.keyReused`. `around` runs the transaction when its turn comes, or refuses before there is one.
 */
export async function once(
  intent: IntentKey,
  work: () => Promise<string>,
  around: (run: () => Promise<string>) => Promise<string> = (run) => run(),
): Promise<string> {
  const _id = `${intent.by}:${intent.operation}:${intent.key}`;
  const fingerprint = digest(intent.arguments);
  try {
    return await around(() =>
      transaction(async () => {
        const earlier = await IntentRecord.findById(_id).lean();
        if (earlier && earlier.arguments !== fingerprint) throw new Refusal('platform.keyReused');
        if (earlier) return earlier.result;
        const result = await work();
        await IntentRecord.create([{ _id, arguments: fingerprint, result, at: intent.at }]);
        return result;
      }),
    );
  } catch (error) {
    // Refused for what its own twin has just done: the twin's answer is the answer.
    const refused = error instanceof Refusal || isDuplicate(error);
    const twin = refused ? await IntentRecord.findById(_id).session(null).lean() : null;
    if (!twin) throw error;
    if (twin.arguments !== fingerprint) throw new Refusal('platform.keyReused');
    return twin.result;
  }
}
