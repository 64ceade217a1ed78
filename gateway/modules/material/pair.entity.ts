import { model, Schema } from 'mongoose';

/** A need and a lot that go together, and of which both sides were told: once, whatever happens to either later. */
export interface NeedPair {
  /** `need:listing`. */
  _id: string;
  needId: string;
  listingId: string;
  toldAt: Date;
}

export const pairId = (needId: string, listingId: string) => `${needId}:${listingId}`;

export const NeedPairRecord = model<NeedPair>(
  'NeedPair',
  new Schema<NeedPair>({
    _id: { type: String, required: true },
    needId: { type: String, required: true },
    listingId: { type: String, required: true },
    toldAt: { type: Date, required: true },
  }).index({ needId: 1, listingId: 1 }, { unique: true }),
  'needpairs',
);
