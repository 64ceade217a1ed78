import { model, Schema } from 'mongoose';

/** A unit in somebody's hands, from hand-over to return. One open custody per unit: the database refuses a second. */
export interface Custody {
  _id: string;
  unitId: string;
  resourceId: string;
  loanId: string;
  open: boolean;
  outAt: Date;
  dueAt: Date;
  backAt?: Date;
  /** Set when the hand-over was a mistake and was undone. */
  annulledAt?: Date;
}

export const CustodyRecord = model<Custody>(
  'Custody',
  new Schema<Custody>({
    _id: { type: String, required: true },
    unitId: { type: String, required: true },
    resourceId: { type: String, required: true },
    loanId: { type: String, required: true },
    open: { type: Boolean, required: true },
    outAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    backAt: Date,
    annulledAt: Date,
  })
    .index({ unitId: 1 }, { unique: true, partialFilterExpression: { open: true } })
    .index({ resourceId: 1, open: 1 })
    .index({ loanId: 1 })
    .index({ open: 1, dueAt: 1, resourceId: 1, unitId: 1 }),
  'custodies',
);
