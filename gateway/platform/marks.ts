import { randomInt } from 'node:crypto';
import type { UpdateResult } from 'mongodb';
import { model, type Query, Schema } from 'mongoose';
import { newId } from './ids.ts';

interface Mark {
  _id: string;
  mark: string;
}

const MarkRecord = model<Mark>(
  'Mark',
  new Schema<Mark>({ _id: { type: String, required: true }, mark: { type: String, required: true } }),
  'marks',
);

/** Several for one collection: two transactions at once seldom write the same one, and then one of them is tried again. */
const slots = 16;
const slotsOf = (name: string) => Array.from({ length: slots }, (_, slot) => `${name} ${slot}`);

const leave = async (name: string): Promise<void> => {
  await MarkRecord.updateOne({ _id: slotsOf(name)[randomInt(slots)] }, { $set: { mark: newId() } }, { upsert: true });
};

/** The fields that an update names; undefined when it replaces the record or works it out. */
function fieldsOf(update: unknown): string[] | undefined {
  if (typeof update !== 'object' || update === null || Array.isArray(update)) return undefined;
  const operators = Object.entries(update as Record<string, unknown>);
  if (operators.some(([name]) => !name.startsWith('$'))) return undefined;
  return operators.flatMap(([, fields]) => Object.keys(fields as object).map((path) => path.split('.')[0]!));
}

/**
 * A plug-in of a schema: whatever adds, removes or changes one of these fields of a record leaves a fresh mark in the
 * same transaction, so that the marks change exactly when the change is seen by others, whatever the clocks say and in
 * whichever order transactions end. Writes past the model (`collection`) leave none.
 */
export function marked(name: string, watched: readonly string[]) {
  const touches = (update: unknown) => fieldsOf(update)?.some((field) => watched.includes(field)) ?? true;
  const left = () => leave(name);
  return (schema: Schema): void => {
    schema.post('save', left).post('insertMany', left).post('bulkWrite', left);
    schema.post('deleteOne', left).post(['deleteMany', 'findOneAndDelete'], left);
    schema.post(['replaceOne', 'findOneAndReplace'], left);
    schema.post(
      ['updateOne', 'updateMany'],
      async function (this: Query<UpdateResult, unknown>, written: UpdateResult) {
        const changed = written.modifiedCount + written.upsertedCount > 0;
        if (changed && touches(this.getUpdate())) await left();
      },
    );
    schema.post('findOneAndUpdate', async function (this: Query<unknown, unknown>) {
      if (touches(this.getUpdate())) await left();
    });
  };
}

/** Stays the same until one of the watched fields changes anywhere. Read it before the records, never after. */
export async function marksOf(name: string): Promise<string> {
  const rows = await MarkRecord.find({ _id: { $in: slotsOf(name) } })
    .sort({ _id: 1 })
    .lean();
  return rows.map(({ _id, mark }) => `${_id}=${mark}`).join(' ');
}
