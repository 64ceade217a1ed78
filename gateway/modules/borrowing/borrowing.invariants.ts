import { loanLeads } from '../../../schema/loans.ts';
import { travelMinutes } from '../../platform/geo.ts';
import { type Booking, BookingRecord } from '../calendar/booking.entity.ts';
import { CustodyRecord } from '../calendar/custody.entity.ts';
import { loanOf } from './extension.rules.ts';
import { LoanRecord } from './loan.entity.ts';

/** A promise about the stored data, and the rows that break it: none when all is well. */
export interface Invariant {
  name: string;
  broken: (now: Date) => Promise<string[]>;
}

const stillBlocks = (now: Date) => ({
  blocking: true,
  $or: [{ state: 'confirmed' as const }, { holdUntil: { $gt: now } }],
});

type Row = Pick<Booking, 'blockFrom' | 'blockUntil' | 'from' | 'until' | 'place'>;

/** Two visits elsewhere share the road between them: it is long enough, or both cannot be. */
const collide = (before: Row, row: Row): boolean =>
  before.place && row.place
    ? row.from.getTime() - before.until.getTime() < travelMinutes(before.place, row.place) * 60_000
    : row.blockFrom < before.blockUntil;

/** Pairs of bookings of one unit that overlap; what prolongs a loan may overlap the loan that it prolongs. */
async function overlapping(now: Date): Promise<string[]> {
  const broken: string[] = [];
  let before: (Row & { unit: string; loan: string; _id: string }) | undefined;
  const order = { resourceId: 1, unitId: 1, blockFrom: 1, blockUntil: 1 } as const;
  for await (const row of BookingRecord.find(stillBlocks(now)).sort(order).lean().cursor()) {
    const [unit, loan] = [`${row.resourceId}/${row.unitId}`, loanOf(row.subjectId)];
    const isSame = before?.unit === unit;
    if (before && isSame && loan !== before.loan && collide(before, row)) broken.push(`${before._id} ${row._id}`);
    if (!before || !isSame || row.blockUntil > before.blockUntil) before = { ...row, unit, loan };
  }
  return broken;
}

async function twoCustodies(): Promise<string[]> {
  const rows = await CustodyRecord.aggregate<{ _id: string }>([
    { $match: { open: true } },
    { $group: { _id: '$unitId', count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
  ]);
  return rows.map(({ _id }) => _id);
}

const joins = { bookings: 'subjectId', custodies: 'loanId' } as const;

/** Codes of the loans in these statuses that have such a row elsewhere, or lack it. */
async function loansWith(has: boolean, status: object, from: keyof typeof joins, row: object): Promise<string[]> {
  const rows = has ? { $elemMatch: row } : { $not: { $elemMatch: row } };
  const found = await LoanRecord.aggregate<{ code: string }>([
    { $match: { status } },
    { $lookup: { from, localField: '_id', foreignField: joins[from], as: 'rows' } },
    { $match: { rows } },
    { $project: { code: 1 } },
  ]);
  return found.map(({ code }) => code);
}

/** Loans whose status is not where the steps of their journal lead. */
async function strayed(): Promise<string[]> {
  const broken: string[] = [];
  for await (const { code, status, history } of LoanRecord.find({}, { code: 1, status: 1, history: 1 })
    .lean()
    .cursor()) {
    const steps = history.map(({ event }) => loanLeads[event]).filter((to) => to !== undefined);
    if (steps.at(-1) !== status) broken.push(code);
  }
  return broken;
}

const given = ['declined', 'cancelled', 'lapsed', 'no_show'];

/** What must hold of loans, bookings and custodies, whatever happened. */
export const borrowingInvariants: Invariant[] = [
  { name: 'no two bookings of a unit overlap', broken: overlapping },
  { name: 'one open custody per unit', broken: twoCustodies },
  {
    name: 'an accepted loan has its confirmed time',
    broken: () => loansWith(false, { $eq: 'accepted' }, 'bookings', { blocking: true, state: 'confirmed' }),
  },
  {
    name: 'a loan that is out has an open custody',
    broken: () => loansWith(false, { $eq: 'out' }, 'custodies', { open: true }),
  },
  {
    name: 'only a loan that is out has an open custody',
    broken: () => loansWith(true, { $ne: 'out' }, 'custodies', { open: true }),
  },
  {
    name: 'a loan that came to nothing takes no time',
    broken: () => loansWith(true, { $in: given }, 'bookings', { blocking: true }),
  },
  { name: 'a loan stands where its journal leads', broken: strayed },
];
