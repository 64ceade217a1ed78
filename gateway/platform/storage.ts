import type { Readable } from 'node:stream';

/** Part of a file: the first and the last byte, both included, both inside it. */
export interface ByteRange {
  first: number;
  last: number;
}

/** A file to read. */
export interface OpenFile {
  /** The bytes asked for. */
  stream: Readable;
  /** Size of the whole file. */
  bytes: number;
  contentType: string;
}

export interface Listed {
  name: string;
  /** When it was written last. */
  at: Date;
}

/** Where files are kept. Names are made by us, never taken from an upload. */
export interface Storage {
  /** Keeps the bytes under the name; the same name again replaces them. */
  put(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The file, or the part of it, as it is read; undefined when it is not there. */
  open(name: string, range?: ByteRange): Promise<OpenFile | undefined>;
  /** Nothing happens when it is not there. */
  remove(name: string): Promise<void>;
  /** Everything kept under the names that begin so, in no order. */
  list(prefix: string): AsyncIterable<Listed>;
}
