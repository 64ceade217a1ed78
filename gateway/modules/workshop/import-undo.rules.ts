import type { KeptReason } from './import-batch.entity.ts';
import type { JournalEntry } from './import.journal.ts';

/** The record as it stands now, as far as undoing looks at it. */
export interface Standing {
  confirmed: boolean;
  updatedAt: Date;
  source?: { digest: string };
  networkIds: readonly string[];
}

/** What depends on a workshop, by counts. */
export interface Dependants {
  people: number;
  equipment: number;
  exchanges: number;
  /** Ties with networks, beside the one that the import made. */
  otherTies: number;
}

/** Whether somebody has written the record since: its people, or another import. */
const isChanged = (entry: Pick<JournalEntry, 'at' | 'digest'>, now: Standing) =>
  now.updatedAt.getTime() !== entry.at.getTime() || (entry.digest !== undefined && now.source?.digest !== entry.digest);

/** Why a workshop that the import made must stay; undefined when nothing holds it. */
export function whyNotRemoved(
  entry: Pick<JournalEntry, 'at' | 'digest'>,
  now: Standing,
  dependants: Dependants,
): KeptReason | undefined {
  if (now.confirmed) return 'confirmed';
  if (dependants.people > 0) return 'people';
  if (dependants.equipment > 0) return 'equipment';
  if (dependants.exchanges > 0) return 'exchanges';
  if (dependants.otherTies > 0) return 'membership';
  return isChanged(entry, now) ? 'changed' : undefined;
}

/** Why the facts that the import replaced must stay; undefined when they can be put back. */
export function whyNotRestored(entry: Pick<JournalEntry, 'at' | 'digest'>, now: Standing): KeptReason | undefined {
  if (now.confirmed) return 'confirmed';
  return isChanged(entry, now) ? 'changed' : undefined;
}
