import { model, Schema } from 'mongoose';
import { storedWords } from '../../../schema/words.ts';
import type { CapabilityService } from '../catalogue/capability.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';

/** Raise it when what a search reads of a record is derived another way: every record is then written again, once. */
const current = 1;

const UpkeepRecord = model<{ _id: string; version: number }>(
  'Upkeep',
  new Schema({ _id: { type: String, required: true }, version: { type: Number, required: true } }),
  'upkeep',
);

const batch = 200;

/** Writes again what searches read of the records that an earlier version wrote. */
export class SearchUpkeepService {
  readonly #capabilities: CapabilityService;

  constructor({ capabilities }: { capabilities: CapabilityService }) {
    this.#capabilities = capabilities;
  }

  /** How many records were written again; nothing once it is done. */
  async refresh(): Promise<number> {
    const done = await UpkeepRecord.findById('search').lean();
    if (done && done.version >= current) return 0;
    const written = (await this.#machines()) + (await this.#workshops());
    await UpkeepRecord.updateOne({ _id: 'search' }, { $set: { version: current } }, { upsert: true });
    return written;
  }

  async #machines(): Promise<number> {
    let written = 0;
    for (let after = ''; ;) {
      const rows = await ResourceRecord.find({ _id: { $gt: after } }, { searchWords: 1 })
        .sort({ _id: 1 })
        .limit(batch)
        .lean();
      if (rows.length === 0) return written;
      const abilities = await this.#capabilities.abilitiesOf(rows.map(({ _id }) => _id));
      await ResourceRecord.bulkWrite(
        rows.map(({ _id, searchWords }) => ({
          updateOne: {
            filter: { _id },
            update: {
              $addToSet: {
                searchWords: { $each: storedWords(searchWords.filter((word) => !word.startsWith('=')).join(' ')) },
              },
              $set: { abilities: abilities.get(_id) ?? [] },
            },
          },
        })),
      );
      written += rows.length;
      after = rows.at(-1)!._id;
    }
  }

  async #workshops(): Promise<number> {
    let written = 0;
    for (let after = ''; ;) {
      const rows = await WorkshopRecord.find({ _id: { $gt: after } }, { searchWords: 1 })
        .sort({ _id: 1 })
        .limit(batch)
        .lean();
      if (rows.length === 0) return written;
      await WorkshopRecord.bulkWrite(
        rows.map(({ _id, searchWords }) => ({
          updateOne: {
            filter: { _id },
            update: {
              $addToSet: {
                searchWords: { $each: storedWords(searchWords.filter((word) => !word.startsWith('=')).join(' ')) },
              },
            },
          },
        })),
      );
      written += rows.length;
      after = rows.at(-1)!._id;
    }
  }
}
