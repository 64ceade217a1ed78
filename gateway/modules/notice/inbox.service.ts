import type { NoticeType } from '../../../schema/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import { offsetOf, type Page, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import { type Notice, NoticeRecord } from './notice-row.entity.ts';
import type { NoticesArgs } from './notice.inputs.ts';

/** A bell shows no more than this. */
const mostUnread = 100;

/** What a person is told of in the product: read by them alone. */
export class InboxService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Newest first. */
  async page(viewer: Viewer, args: NoticesArgs): Promise<Page<Notice>> {
    const { id: personId } = asPerson(viewer);
    const filter = { personId, ...(args.type && { type: args.type }), ...(args.unread && { readAt: null }) };
    const offset = offsetOf(args);
    const rows = await NoticeRecord.find(filter).sort({ at: -1, _id: -1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await NoticeRecord.countDocuments(filter));
  }

  /** How many are not read yet, up to `mostUnread`; none for a visitor. */
  async unread(viewer: Viewer): Promise<number> {
    if (viewer.kind !== 'person') return 0;
    return NoticeRecord.countDocuments({ personId: viewer.id, readAt: null }, { limit: mostUnread });
  }

  async mark(viewer: Viewer, id: string, read: boolean): Promise<Notice> {
    const { id: personId } = asPerson(viewer);
    const notice = await NoticeRecord.findOneAndUpdate(
      { _id: id, personId },
      [{ $set: { readAt: read ? { $ifNull: ['$readAt', this.#clock()] } : null } }],
      { returnDocument: 'after', updatePipeline: true },
    ).lean();
    if (!notice) throw notFound('notice');
    return notice;
  }

  /** How many were marked as read: all of them, or all of one sort. */
  async markAll(viewer: Viewer, type?: NoticeType): Promise<number> {
    const { id: personId } = asPerson(viewer);
    const filter = { personId, readAt: null, ...(type && { type }) };
    const { modifiedCount } = await NoticeRecord.updateMany(filter, { $set: { readAt: this.#clock() } });
    return modifiedCount;
  }
}
