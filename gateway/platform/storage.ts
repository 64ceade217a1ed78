import type { Readable } from 'node:stream';
import { GridFSBucket } from 'mongodb';
import mongoose from 'mongoose';

/** Where files are kept. Names are made by us, never taken from an upload. */
export interface Storage {
  /** Keeps the bytes under the name; the same name again replaces them. */
  put(name: string, bytes: Buffer, contentType: string): Promise<void>;
  /** The file, or undefined. */
  open(name: string): Promise<{ stream: Readable; bytes: number; contentType: string } | undefined>;
  remove(name: string): Promise<void>;
}

/** Files in MongoDB itself: one thing to back up, and every gateway sees them. */
export class GridFsStorage implements Storage {
  get #bucket(): GridFSBucket {
    const { db } = mongoose.connection;
    if (!db) throw new Error('not connected');
    return new GridFSBucket(db, { bucketName: 'files' });
  }

  async put(name: string, bytes: Buffer, contentType: string): Promise<void> {
    const earlier = await this.#bucket.find({ filename: name }).toArray();
    await new Promise<void>((resolve, reject) => {
      const upload = this.#bucket.openUploadStream(name, { metadata: { contentType } });
      upload.once('finish', () => resolve());
      upload.once('error', reject);
      upload.end(bytes);
    });
    for (const { _id } of earlier) await this.#bucket.delete(_id);
  }

  async open(name: string) {
    const [file] = await this.#bucket.find({ filename: name }).sort({ uploadDate: -1 }).limit(1).toArray();
    if (!file) return undefined;
    const contentType =
      typeof file.metadata?.contentType === 'string' ? file.metadata.contentType : 'application/octet-stream';
    return { stream: this.#bucket.openDownloadStream(file._id), bytes: file.length, contentType };
  }

  async remove(name: string): Promise<void> {
    for (const { _id } of await this.#bucket.find({ filename: name }).toArray()) await this.#bucket.delete(_id);
  }
}
