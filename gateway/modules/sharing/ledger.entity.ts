import { model, Schema } from 'mongoose';
import { type EntryReason, entryReasons } from '../../../schema/sharing.ts';

/**
 * One line of the ledger of what is offered, written once and never changed. The sum of the lines in force is what is
 * left; for pledges without a ceiling it starts at nothing and goes below.
 */
export interface Entry {
  _id: string;
  listingId: string;
  /** The claim that took it or gave it back; none for what is offered. */
  claimId?: string;
  reason: EntryReason;
  /** Thousandths of the measure; below zero when taken. */
  delta: number;
  /** When it was written. */
  at: Date;
  /** From when it counts: later than `at` for what the end of a hold will give back. */
  effectiveAt: Date;
  /** Who caused it; none for what time does. */
  personId?: string;
}

export const EntryRecord = model<Entry>(
  'Entry',
  new Schema<Entry>({
    _id: { type: String, required: true },
    listingId: { type: String, required: true },
    claimId: String,
    reason: { type: String, enum: entryReasons, required: true },
    delta: { type: Number, required: true },
    at: { type: Date, required: true },
    effectiveAt: { type: Date, required: true },
    personId: String,
  })
    // Holds all that a balance reads.
    .index({ listingId: 1, effectiveAt: 1, delta: 1 })
    .index({ claimId: 1, at: 1 }),
  'entries',
);
