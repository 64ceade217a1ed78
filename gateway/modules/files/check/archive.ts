import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Bad, caps, must } from './verdict.ts';

/** A zip begins with its first entry: bytes before it are another file for another reader. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));

const LOCAL_HEADER = 30;
const ENCRYPTED = 1;
const SYMLINK = 0o120000;

const opened = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (fault, zip) =>
      zip ? resolve(zip) : reject(fault ?? new Bad('broken')),
    );
  });

/** The directory at the end, entry by entry, never more of them than allowed. */
const entriesOf = (zip: ZipFile) =>
  new Promise<Entry[]>((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry) =>
  new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (fault, stream) => (stream ? resolve(stream) : reject(fault ?? new Bad('broken'))));
  });

const keyOf = (name: string) => name.normalize('NFC').toLowerCase().replace(/\/+$/, '');

/** What the directory says, before anything is unpacked: sizes, names, and entries that share no byte. */
function checkDirectory(entries: readonly Entry[], size: number): void {
  must(entries.length > 0);
  const names = new Set<string>();
  let unpacked = 0;
  for (const { fileName, uncompressedSize, compressedSize, generalPurposeBitFlag, externalFileAttributes } of entries) {
    const key = keyOf(fileName);
    const parts = key.split('/');
    must(key !== '' && !names.has(key), 'dangerous');
    must(!key.includes('\\') && !key.includes('\0') && !/^[a-z]:|^\//i.test(key), 'dangerous');
    must(!parts.includes('..') && !parts.includes('.'), 'dangerous');
    must((generalPurposeBitFlag & ENCRYPTED) === 0, 'dangerous');
    must(((externalFileAttributes >>> 16) & 0o170000) !== SYMLINK, 'dangerous');
    names.add(key);
    unpacked += uncompressedSize;
    must(unpacked <= caps.unzippedBytes, 'dangerous');
    if (uncompressedSize > caps.zipRatioFrom)
      must(uncompressedSize <= Math.max(1, compressedSize) * caps.zipRatio, 'dangerous');
  }
  const laid = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  must(laid[0]!.relativeOffsetOfLocalHeader === 0, 'dangerous');
  let free = 0;
  for (const { relativeOffsetOfLocalHeader: at, compressedSize, fileNameLength } of laid) {
    must(at >= free, 'dangerous');
    free = at + LOCAL_HEADER + fileNameLength + compressedSize;
    must(free <= size);
  }
}

/** Reads one entry to its end, counting: what the directory says may be a lie. */
async function unpack(zip: ZipFile, entry: Entry, keep: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await streamOf(zip, entry)) {
    bytes += (chunk as Buffer).length;
    must(bytes <= entry.uncompressedSize, 'dangerous');
    if (keep) chunks.push(chunk as Buffer);
  }
  must(bytes === entry.uncompressedSize);
  return Buffer.concat(chunks);
}

/** Every entry read whole under the caps; gives the content of the one wanted, when it is there. */
export async function readZip(bytes: Buffer, wanted?: (name: string) => boolean): Promise<Buffer | undefined> {
  const zip = await opened(bytes);
  must(zip.entryCount <= caps.zipEntries, 'tooComplex');
  const entries = await entriesOf(zip);
  checkDirectory(entries, bytes.length);
  let found: Buffer | undefined;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const keep = found === undefined && (wanted?.(entry.fileName) ?? false);
    const content = await unpack(zip, entry, keep);
    if (keep) found = content;
  }
  return found;
}

/** Whether the directory names the part that makes a zip a 3MF. */
export async function namesOf(bytes: Buffer): Promise<string[]> {
  const zip = await opened(bytes);
  must(zip.entryCount <= caps.zipEntries, 'tooComplex');
  return (await entriesOf(zip)).map(({ fileName }) => fileName);
}
