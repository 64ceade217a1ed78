import { fileLimits, filePurposes, type FilePurpose } from '../../../schema/files.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { Refusal } from '../../platform/refusal.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import { type Attachment, DownloadTicketRecord, type FileDownload, FileDownloadRecord } from './file.entity.ts';
import { digest, newTicket, subjectOf } from './file.rules.ts';
import type { FileService } from './file.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  files: FileService;
}

/** Giving files back: what is not open to everyone leaves by a ticket of minutes, and each download is written down. */
export class DownloadService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Where the viewer downloads a file, for some minutes. */
  async open(viewer: Viewer, fileId: string): Promise<string> {
    const { files, clock } = this.#deps;
    const file = await files.readable(viewer, fileId);
    const path = `/files/documents/${file._id}`;
    if (filePurposes[file.purpose].open) return path;
    const person = asPerson(viewer);
    const ticket = newTicket();
    const expiresAt = new Date(clock().getTime() + fileLimits.downloadMinutes * 60_000);
    await DownloadTicketRecord.create([
      { _id: digest(ticket), fileId, by: person.id, party: person.acting, used: false, expiresAt },
    ]);
    return `${path}?ticket=${ticket}`;
  }

  /**
   * The file that a ticket opens, to the very person it was given to, if they may still read it. Its first use is the
   * download that is written down; the others, until it is over, are parts of the same.
   */
  async redeem(viewer: Viewer, fileId: string, ticket: string): Promise<Attachment> {
    const { files, clock, newId } = this.#deps;
    const file = await files.readable(viewer, fileId);
    if (filePurposes[file.purpose].open) return file;
    const held = await DownloadTicketRecord.findById(digest(ticket)).lean();
    const at = clock();
    if (!held || held.fileId !== fileId || held.by !== asPerson(viewer).id || held.expiresAt <= at)
      throw new Refusal('files.ticketOver');
    const first = await DownloadTicketRecord.updateOne({ _id: held._id, used: false }, { $set: { used: true } });
    if (first.modifiedCount === 1) {
      const { subject, name } = file;
      await FileDownloadRecord.create([{ _id: newId(), fileId, subject, name, at, by: held.by, party: held.party }]);
    }
    return file;
  }

  /** Who downloaded the files of a thing, the last first. Whoever calls has checked the right to know. */
  async logOf(purpose: FilePurpose, subjectId: string, args: PageArgs): Promise<Page<FileDownload>> {
    const filter = { subject: subjectOf(purpose, subjectId) };
    const offset = offsetOf(args);
    const rows = await FileDownloadRecord.find(filter).sort({ at: -1, _id: -1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await FileDownloadRecord.countDocuments(filter));
  }
}
