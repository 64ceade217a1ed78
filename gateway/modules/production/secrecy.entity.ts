import { model, Schema } from 'mongoose';

/** That a lab promised to keep the files of an offer to itself: who said so, and in which wording. */
export interface Secrecy {
  /** The offer. */
  _id: string;
  workshopId: string;
  personId: string;
  version: number;
  at: Date;
}

export const SecrecyRecord = model<Secrecy>(
  'Secrecy',
  new Schema<Secrecy>({
    _id: { type: String, required: true },
    workshopId: { type: String, required: true },
    personId: { type: String, required: true },
    version: { type: Number, required: true },
    at: { type: Date, required: true },
  }),
  'secrecies',
);
