import { Binary } from 'mongodb';
import { fileLimits, filePurposes, type FilePurpose } from '../../../schema/files.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import type { Checker } from './check/checker.ts';
import { type Attachment, PieceRecord, type Upload, UploadRecord } from './file.entity.ts';
import { digest, type Doors, fileName, newTicket, subjectOf } from './file.rules.ts';
import type { FileService } from './file.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  doors: Doors;
  files: FileService;
  checker: Checker;
}

export interface Wanted {
  purpose: FilePurpose;
  subjectId: string;
  name: string;
  alt: string;
  bytes: number;
}

/**
 * Sending files. All that is known of an upload under way is in the database: any gateway goes on where another stopped,
 * and of two that write at the same place one is refused.
 */
export class UploadService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The right to send one file for a purpose: for whoever may add it, once, to be begun within a quarter of an hour. */
  async open(viewer: Viewer, { purpose, subjectId, name, alt, bytes }: Wanted) {
    const { clock, newId, doors, files } = this.#deps;
    const person = asVerified(viewer);
    const rule = filePurposes[purpose];
    await doors[purpose].add(viewer, subjectId);
    if (bytes < 1) throw new Refusal('files.refused', { fault: 'empty' });
    if (bytes > rule.bytes) throw new Refusal('files.tooLarge', { most: rule.bytes });
    if (rule.most > 1) await files.demandRoom(subjectOf(purpose, subjectId), rule.most);
    const under = await UploadRecord.countDocuments({ by: person.id, state: 'open', expiresAt: { $gt: clock() } });
    if (under >= fileLimits.uploadsPerPerson) throw new Refusal('platform.limited');
    const ticket = newTicket();
    const upload: Upload = {
      _id: newId(),
      purpose,
      subjectId,
      name: [...name].slice(0, fileLimits.nameLength * 2).join(''),
      alt: alt.trim().slice(0, limits.line),
      bytes,
      offset: 0,
      pieces: [],
      ticket: digest(ticket),
      by: person.id,
      state: 'open',
      expiresAt: this.#in(fileLimits.ticketMinutes),
    };
    await UploadRecord.create([upload]);
    return { id: upload._id, ticket, href: `/files/upload/${upload._id}`, expiresAt: upload.expiresAt };
  }

  /** The upload that a ticket was given for, to the very person to whom it was given. Used up, it is over. */
  async admit(viewer: Viewer, id: string, ticket: string): Promise<Upload> {
    const person = asVerified(viewer);
    const upload = await UploadRecord.findById(id).lean();
    if (!upload || upload.by !== person.id || upload.ticket !== digest(ticket)) throw notFound('upload');
    if (upload.expiresAt <= this.#deps.clock()) throw new Refusal('files.ticketOver');
    return upload;
  }

  async find(id: string): Promise<Upload | undefined> {
    return (await UploadRecord.findById(id).lean()) ?? undefined;
  }

  /** Adds bytes at the end; false when the end is no longer there. The first ones give the upload a day. */
  async append(id: string, offset: number, bytes: Buffer): Promise<boolean> {
    const pieceId = this.#deps.newId();
    const expiresAt = this.#in(fileLimits.uploadHours * 60);
    await PieceRecord.create([{ _id: pieceId, bytes: new Binary(bytes), expiresAt }]);
    const upload = await UploadRecord.findOneAndUpdate(
      { _id: id, state: 'open', offset },
      {
        $set: { offset: offset + bytes.length, ...(offset === 0 && { expiresAt }) },
        $push: { pieces: pieceId },
      },
    ).lean();
    if (!upload) await PieceRecord.deleteOne({ _id: pieceId });
    return upload !== null;
  }

  /** Forgets an upload under way. */
  async cancel(id: string): Promise<void> {
    const upload = await UploadRecord.findOneAndDelete({ _id: id, state: 'open' }).lean();
    if (upload) await PieceRecord.deleteMany({ _id: { $in: upload.pieces } });
  }

  /**
   * Judges a whole upload by its content and keeps it, once: again, and by another gateway, it gives the same answer.
   * Refuses with `files.refused` and says why.
   */
  async finish(viewer: Viewer, id: string): Promise<Attachment> {
    const { doors, files, checker } = this.#deps;
    const upload = await this.find(id);
    if (!upload || upload.offset < upload.bytes) throw notFound('upload');
    if (upload.state === 'refused') throw new Refusal('files.refused', { fault: upload.fault ?? 'broken' });
    if (upload.state === 'kept') return files.get(id);
    const { purpose, subjectId, alt, by } = upload;
    await doors[purpose].add(viewer, subjectId);
    const verdict = await checker.check(await this.#whole(upload), filePurposes[purpose].accepts);
    if (!verdict.ok) {
      await this.#end(upload, { state: 'refused', fault: verdict.fault });
      throw new Refusal('files.refused', { fault: verdict.fault });
    }
    const { kind, kept, cleaned, rowErrors, width = 0, height = 0 } = verdict;
    const facts = { _id: id, purpose, subjectId, alt, by, kind, cleaned, width, height };
    const name = fileName(upload.name, kind);
    const file = await files.keep({ ...facts, name, rowErrors: rowErrors.slice(0, 50) }, kept);
    await this.#end(upload, { state: 'kept' });
    return file;
  }

  async #whole({ pieces }: Upload): Promise<Buffer> {
    const rows = await PieceRecord.find({ _id: { $in: pieces } }).lean();
    const byId = new Map(rows.map(({ _id, bytes }) => [_id, bytes]));
    const parts = pieces.map((id) => byId.get(id));
    if (parts.some((part) => part === undefined)) throw new Refusal('files.ticketOver');
    return Buffer.concat(parts.map((part) => part!.buffer));
  }

  async #end({ _id, pieces }: Upload, change: Pick<Upload, 'state' | 'fault'>): Promise<void> {
    await UploadRecord.updateOne({ _id }, { $set: { ...change, pieces: [] } });
    await PieceRecord.deleteMany({ _id: { $in: pieces } });
  }

  #in = (minutes: number) => new Date(this.#deps.clock().getTime() + minutes * 60_000);
}
