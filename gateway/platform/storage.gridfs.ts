import { GridFSBucket } from 'mongodb';
import mongoose from 'mongoose';
import type { ByteRange, Listed, OpenFile, Storage } from './storage.ts';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Files in MongoDB itself: one thing to back up, and every gateway sees them. */
export class GridFsStorage implements Storage {
  get #bucket(): GridFSBucket {
    const { db } = mongoose.connection;
    if (!db) throw new Error('not connected');
    return new GridFSBucket(db, { bucketName: 'files' });
  }

  async put(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const earlier = await this.#bucket.find({ filename: name }).toArray();
    await new Promise<void>((resolve, reject) => {
      const upload = this.#bucket.openUploadStream(name, { metadata: { contentType } });
      upload.once('finish', () => resolve());
      upload.once('error', reject);
      upload.end(bytes);
    });
    for (const { _id } of earlier) await this.#bucket.delete(_id);
  }

  async open(name: string, range?: ByteRange): Promise<OpenFile | undefined> {
    const [file] = await this.#bucket.find({ filename: name }).sort({ uploadDate: -1 }).limit(1).toArray();
    if (!file) return undefined;
    const contentType =
      typeof file.metadata?.contentType === 'string' ? file.metadata.contentType : 'application/octet-stream';
    const part = range ? { start: range.first, end: range.last + 1 } : {};
    return { stream: this.#bucket.openDownloadStream(file._id, part), bytes: file.length, contentType };
  }

  async remove(name: string): Promise<void> {
    for (const { _id } of await this.#bucket.find({ filename: name }).toArray()) await this.#bucket.delete(_id);
  }

  async *list(prefix: string): AsyncIterable<Listed> {
    const files = this.#bucket.find({ filename: { $regex: `^${literally(prefix)}` } });
    for await (const { filename, uploadDate } of files) yield { name: filename, at: uploadDate };
  }
}
