import { fileLimits, filePurposes, type FilePurpose } from '../../../schema/files.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { ByteRange, Storage } from '../../platform/storage.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Kept } from './check/verdict.ts';
import { type Attachment, FileRecord, ShelfRecord } from './file.entity.ts';
import { type Doors, ownerOf, storedName, subjectOf } from './file.rules.ts';

interface Deps {
  clock: Clock;
  storage: Storage;
  doors: Doors;
}

type Facts = Omit<Attachment, 'subject' | 'bytes' | 'variants' | 'at'>;

const SWEEP_BATCH = 200;

/** The files that are kept: their records, and their bytes in the storage. */
export class FileService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async get(id: string): Promise<Attachment> {
    const file = await FileRecord.findById(id).lean();
    if (!file) throw notFound('file');
    return file;
  }

  /** A file, for whoever may read it now. Refuses others as if it did not exist. */
  async readable(viewer: Viewer, id: string): Promise<Attachment> {
    const file = await this.get(id);
    if (!filePurposes[file.purpose].open) await this.#deps.doors[file.purpose].see(viewer, file);
    return file;
  }

  /** The files of several things, the oldest first. */
  ofSubjects(subjects: readonly string[]): Promise<Attachment[]> {
    return FileRecord.find({ subject: { $in: [...subjects] } })
      .sort({ at: 1, _id: 1 })
      .lean();
  }

  of(purpose: FilePurpose, subjectId: string): Promise<Attachment[]> {
    return this.ofSubjects([subjectOf(purpose, subjectId)]);
  }

  /** Refuses with `files.tooMany` when a thing has all the files that it may have. */
  async demandRoom(subject: string, most: number): Promise<void> {
    if ((await FileRecord.countDocuments({ subject })) >= most) throw new Refusal('files.tooMany', { most });
  }

  /** Keeps a judged file: its bytes first, then its record, so that no record is without its bytes. */
  async keep(facts: Facts, kept: readonly Kept[]): Promise<Attachment> {
    const { storage, clock } = this.#deps;
    for (const { variant, bytes, type } of kept) await storage.put(storedName(facts._id, variant), bytes, type);
    const subject = subjectOf(facts.purpose, facts.subjectId);
    const largest = kept.at(-1)!.bytes.byteLength;
    const variants = kept.map(({ variant }) => variant);
    const file: Attachment = { ...facts, subject, bytes: largest, variants, at: clock() };
    const { most } = filePurposes[facts.purpose];
    const replaced = await transaction(async () => {
      await ShelfRecord.updateOne({ _id: subject }, { $inc: { revision: 1 } }, { upsert: true });
      if (await FileRecord.exists({ _id: file._id })) return [];
      // A thing with one photo shows the last one sent.
      const earlier = most === 1 ? await FileRecord.find({ subject }).lean() : [];
      await FileRecord.deleteMany({ _id: { $in: earlier.map(({ _id }) => _id) } });
      await this.demandRoom(subject, most);
      await FileRecord.create([file]);
      return earlier;
    });
    for (const one of replaced) await this.#drop(one);
    return this.get(file._id);
  }

  /** Removes a file, by whoever may. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    const file = await this.get(id);
    await this.#deps.doors[file.purpose].remove(viewer, file);
    await FileRecord.deleteOne({ _id: id });
    await this.#drop(file);
  }

  /** The bytes of a file in one variant. */
  open({ _id }: Attachment, variant: string, range?: ByteRange) {
    return this.#deps.storage.open(storedName(_id, variant), range);
  }

  /** Removes from the storage what no record has owned for a day; says how many. */
  async sweep(): Promise<number> {
    const { storage, clock } = this.#deps;
    const before = clock().getTime() - fileLimits.orphanHours * 3_600_000;
    let swept = 0;
    let batch: string[] = [];
    const flush = async () => {
      const ids = [...new Set(batch.map((name) => ownerOf(name) ?? ''))];
      const owned = new Set((await FileRecord.find({ _id: { $in: ids } }, { _id: 1 }).lean()).map(({ _id }) => _id));
      for (const name of batch.filter((one) => !owned.has(ownerOf(one) ?? ''))) {
        await storage.remove(name);
        swept += 1;
      }
      batch = [];
    };
    for await (const { name, at } of storage.list('files/')) {
      if (at.getTime() > before) continue;
      if (batch.push(name) >= SWEEP_BATCH) await flush();
    }
    await flush();
    return swept;
  }

  async #drop({ _id, variants }: Attachment): Promise<void> {
    for (const variant of variants) await this.#deps.storage.remove(storedName(_id, variant));
  }
}
