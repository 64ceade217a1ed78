import { createHash, randomBytes } from 'node:crypto';
import { type FileKind, fileKinds, fileLimits, type FilePurpose } from '../../../schema/files.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Attachment } from './file.entity.ts';

/** Who may add, read and remove the files of one purpose: kept by the module whose things they belong to. */
export interface Door {
  /** Refuses whoever may not add a file to this thing now. */
  add(viewer: Viewer, subjectId: string): Promise<unknown>;
  /** Refuses whoever may not read this file now. Not asked for what is open to everyone. */
  see(viewer: Viewer, file: Attachment): Promise<unknown>;
  remove(viewer: Viewer, file: Attachment): Promise<unknown>;
}

export type Doors = Record<FilePurpose, Door>;

export const subjectOf = (purpose: FilePurpose, subjectId: string) => `${purpose}:${subjectId}`;

/** Where a variant of a file is kept. */
export const storedName = (fileId: string, variant: string) => `files/${fileId}/${variant}`;

/** The file that a stored name belongs to. */
export const ownerOf = (name: string): string | undefined => /^files\/([^/]+)\/[^/]+$/.exec(name)?.[1];

/** Who reads the database cannot use what it keeps of a ticket. */
export const digest = (ticket: string) => createHash('sha256').update(ticket).digest('hex');

export const newTicket = () => randomBytes(24).toString('base64url');

/** Control, bidirectional and reserved characters, and everything before the last separator. */
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}"*:<>?|]/gu;

/** The name under which a file is downloaded: as it was sent, without its path, ended by what it really is. */
export function fileName(sent: string, kind: FileKind): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(unfit, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[.\s]+/, '')
    .trim();
  return `${[...stem].slice(0, fileLimits.nameLength - 8).join('') || 'fichier'}.${fileKinds[kind].extension}`;
}

/** Both forms of RFC 6266: plain for old readers, encoded for the name as it is. */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export type RangeAsked = { first: number; last: number } | 'whole' | 'outside';

/** Reads one range of bytes; several at once, or what cannot be read, give the whole. */
export function rangeOf(header: string | null, bytes: number): RangeAsked {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first >= bytes || (from === '' && Number(to) === 0)) return 'outside';
  return last < first ? 'whole' : { first, last };
}
