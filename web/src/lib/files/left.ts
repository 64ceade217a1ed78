import type { FilePurpose } from '$schema/files.ts';

/** An upload that was begun in this browser and has not come to its end. */
export interface Left {
  purpose: FilePurpose;
  subjectId: string;
  name: string;
  size: number;
  modified: number;
  href: string;
  ticket: string;
  /** When it was begun, in milliseconds: the gateway forgets it after a day. */
  at: number;
}

const key = 'maillage.envois';
const DAY = 86_400_000;

/** What was left, the stale dropped; nothing when the browser keeps nothing. */
export function leftOver(now: number): Left[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as Left[];
    return kept.filter(({ at }) => now - at < DAY);
  } catch {
    return [];
  }
}

function write(all: readonly Left[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(all.slice(-40)));
  } catch {
    // Full, or forbidden: the upload goes on, it only cannot be taken up after a reload.
  }
}

export const keepLeft = (one: Left, now: number): void =>
  write([...leftOver(now).filter(({ href }) => href !== one.href), one]);

export const forgetLeft = (href: string, now: number): void => write(leftOver(now).filter((one) => one.href !== href));

/** Whether this is the very file whose upload was left. */
export const isSame = (left: Left, file: Pick<File, 'name' | 'size' | 'lastModified'>): boolean =>
  left.name === file.name && left.size === file.size && left.modified === file.lastModified;
