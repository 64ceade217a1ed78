import type { Invariant } from '../borrowing/borrowing.invariants.ts';
import { claimStatuses, claimStatusNames } from '../../../schema/sharing.ts';
import { EntryRecord } from './ledger.entity.ts';
import { ListingRecord } from './listing.entity.ts';

const ids = (rows: { _id: string }[]) => rows.map(({ _id }) => _id);
const firm = claimStatusNames.filter((status) => claimStatuses[status] === 'firm');

/** What must hold of what is counted. */
export const sharingInvariants: Invariant[] = [
  {
    name: 'no ledger of something with a ceiling is below zero',
    broken: async (now) =>
      ids(
        await EntryRecord.aggregate<{ _id: string }>([
          { $match: { effectiveAt: { $lte: now } } },
          { $group: { _id: '$listingId', left: { $sum: '$delta' } } },
          { $match: { left: { $lt: 0 } } },
          { $lookup: { from: 'listings', localField: '_id', foreignField: '_id', as: 'listing' } },
          { $match: { 'listing.quantity': { $ne: null } } },
        ]),
      ),
  },
  {
    name: 'what is left is what is offered less what is asked for',
    broken: async (now) =>
      ids(
        await ListingRecord.aggregate<{ _id: string }>([
          {
            $lookup: {
              from: 'entries',
              localField: '_id',
              foreignField: 'listingId',
              pipeline: [
                { $match: { effectiveAt: { $lte: now } } },
                { $group: { _id: null, sum: { $sum: '$delta' } } },
              ],
              as: 'left',
            },
          },
          {
            $lookup: {
              from: 'claims',
              localField: '_id',
              foreignField: 'listingId',
              pipeline: [
                {
                  $match: {
                    $or: [{ status: { $in: firm } }, { status: 'asked', holdUntil: { $gt: now } }],
                  },
                },
                { $group: { _id: null, sum: { $sum: '$quantity' } } },
              ],
              as: 'taken',
            },
          },
          {
            $match: {
              $expr: {
                $ne: [
                  { $subtract: [{ $ifNull: ['$quantity', 0] }, { $ifNull: [{ $first: '$taken.sum' }, 0] }] },
                  { $ifNull: [{ $first: '$left.sum' }, 0] },
                ],
              },
            },
          },
          { $project: { _id: 1 } },
        ]),
      ),
  },
];
