import type { Invariant } from '../borrowing/borrowing.invariants.ts';
import { ReuseRecord } from './reuse.entity.ts';

const ids = (rows: { _id: string }[]) => rows.map(({ _id }) => _id);

/** What must hold of what is kept out of the bin. */
export const materialInvariants: Invariant[] = [
  {
    name: 'what is counted as kept out of the bin was received',
    broken: async () =>
      ids(
        await ReuseRecord.aggregate<{ _id: string }>([
          { $lookup: { from: 'claims', localField: '_id', foreignField: '_id', as: 'part' } },
          { $match: { 'part.status': { $ne: 'received' } } },
          { $project: { _id: 1 } },
        ]),
      ),
  },
];
