import { model, Schema } from 'mongoose';
import { type BookingPurpose, bookingPurposes, type BookingState, bookingStates } from '../../../schema/vocabulary.ts';
import { enumOf } from '../../platform/enum.ts';
import type { Point } from '../../platform/geo.ts';

export const BookingPurposeEnum = enumOf('BookingPurpose', bookingPurposes, 'Why time is taken.');

/**
 * Time taken on one unit, written by `reserve()` and its three companions only. Instants are UTC and half-open;
 * `blockFrom` and `blockUntil` are `from` and `until` widened by preparation, cleaning and transport.
 */
export interface Booking {
  _id: string;
  resourceId: string;
  unitId: string;
  workshopId: string;
  from: Date;
  until: Date;
  blockFrom: Date;
  blockUntil: Date;
  purpose: BookingPurpose;
  state: BookingState;
  /** True until released: what the unique index, the second wall, looks at. */
  blocking: boolean;
  /** The instant at which a held booking stops blocking; absent once confirmed. */
  holdUntil?: Date;
  /** The loan, offer or out-of-service note that it belongs to. */
  subjectId: string;
  /** Where it is spent, when that is not where the unit is at home: the road there and back is in the block. */
  place?: Point;
}

export const BookingRecord = model<Booking>(
  'Booking',
  new Schema<Booking>({
    _id: { type: String, required: true },
    resourceId: { type: String, required: true },
    unitId: { type: String, required: true },
    workshopId: { type: String, required: true },
    from: { type: Date, required: true },
    until: { type: Date, required: true },
    blockFrom: { type: Date, required: true },
    blockUntil: { type: Date, required: true },
    purpose: { type: String, enum: bookingPurposes, required: true },
    state: { type: String, enum: bookingStates, required: true },
    blocking: { type: Boolean, required: true },
    holdUntil: Date,
    subjectId: { type: String, required: true },
    place: new Schema<Point>({ lat: Number, lon: Number }, { _id: false }),
  })
    .index({ resourceId: 1, unitId: 1, blockFrom: 1 }, { unique: true, partialFilterExpression: { blocking: true } })
    .index({ resourceId: 1, blockUntil: 1, blockFrom: 1 })
    // Holds all that a search reads of bookings: see `busyOf`.
    .index({
      resourceId: 1,
      blocking: 1,
      blockUntil: 1,
      blockFrom: 1,
      unitId: 1,
      purpose: 1,
      state: 1,
      holdUntil: 1,
    })
    .index({ subjectId: 1 })
    .index({ state: 1, holdUntil: 1 }, { partialFilterExpression: { state: 'held' } })
    .index({ workshopId: 1, blockUntil: 1 }),
  'bookings',
);
