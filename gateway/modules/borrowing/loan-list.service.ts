import type { PipelineStage } from 'mongoose';
import { loanHours, type LoanSide, type LoanStatus, loanStatuses, loanTurns } from '../../../schema/loans.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf, dayPeriod } from '../../platform/day.ts';
import { offsetOf, type Page, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import {
  asPerson,
  demand,
  isAdmin,
  type Party,
  type PersonViewer,
  speaksFor,
  type Viewer,
} from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { MyLoansArgs } from './borrowing.inputs.ts';
import { isFinal } from './borrowing.rules.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';

const HOUR = 3_600_000;
const finals = loanStatuses.filter(isFinal);

/** One day at the counter of a workshop, each list in the order of its hours. */
export interface Desk {
  workshopId: string;
  day: string;
  timeZone: string;
  handOvers: Loan[];
  returns: Loan[];
  late: Loan[];
  requests: Loan[];
  extensions: Loan[];
  toClose: Loan[];
}

/** The same table as `turnsOf`, for the database to sort by: whether a loan waits for this side. */
function waitsFor(side: LoanSide, now: Date): object[] {
  const later = new Date(now.getTime() + loanHours.reminder * HOUR);
  const reached: Record<string, object> = {
    always: {},
    day_before_start: { $lte: ['$from', later] },
    day_before_end: { $lte: ['$until', later] },
    end: { $lte: ['$until', now] },
  };
  const rows = (Object.entries(loanTurns) as [LoanStatus, Partial<Record<LoanSide, string>>][]).flatMap(
    ([status, turn]) => {
      const when = turn[side];
      const is = { $eq: ['$status', status] };
      return when === undefined ? [] : [when === 'always' ? is : { $and: [is, reached[when]!] }];
    },
  );
  const asked = { $and: [{ $eq: ['$extension.state', 'asked'] }, { $in: ['$status', ['accepted', 'out']] }] };
  return side === 'lender' ? [...rows, asked] : rows;
}

/** Loans as their sides look for them: what waits first, and the day at the counter. */
export class LoanListService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /**
   * The loans of whom the viewer acts for: as oneself, all that one asked for; what waits for that side first, then what
   * is under way by date, then what is over, newest first.
   */
  async mine(viewer: Viewer, args: MyLoansArgs): Promise<Page<Loan>> {
    const person = asPerson(viewer);
    const now = this.#clock();
    const sides: LoanSide[] = args.side === 'both' ? ['lender', 'borrower'] : [args.side];
    const among = sides.flatMap((side) => this.#among(side, person));
    const filter = {
      ...(among.length > 0 ? { $or: among } : { _id: { $in: [] } }),
      ...(args.status?.length && { status: { $in: args.status } }),
    };
    const offset = offsetOf(args);
    const lends = { $eq: ['$workshopId', person.acting.id] };
    const stages: PipelineStage[] = [
      { $match: filter },
      {
        $addFields: {
          waits: {
            $cond: [
              {
                $or: [
                  { $and: [lends, { $or: waitsFor('lender', now) }] },
                  { $and: [{ $not: [lends] }, { $or: waitsFor('borrower', now) }] },
                ],
              },
              0,
              1,
            ],
          },
          over: { $cond: [{ $in: ['$status', finals] }, 1, 0] },
        },
      },
      {
        $addFields: {
          rank: { $cond: [{ $eq: ['$over', 1] }, { $multiply: [{ $toLong: '$until' }, -1] }, { $toLong: '$from' }] },
        },
      },
      { $sort: { waits: 1, over: 1, rank: 1, _id: 1 } },
      { $skip: offset },
      { $limit: args.first },
      { $unset: ['waits', 'over', 'rank'] },
    ];
    const rows = await LoanRecord.aggregate<Loan>(stages);
    return pageOf(rows, offset, await LoanRecord.countDocuments(filter));
  }

  /** One local day at the counter, today unless said, for the people of the workshop. What was due before and is still to do comes with it. */
  async desk(viewer: Viewer, workshopId: string, wanted?: string): Promise<Desk> {
    demand(viewer, speaksFor(viewer, { scope: 'workshop', id: workshopId }) || isAdmin(viewer));
    const workshop = await WorkshopRecord.findById(workshopId, { timeZone: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const now = this.#clock();
    const { timeZone } = workshop;
    const day = wanted ?? dayOf(timeZone, now);
    const today = dayPeriod(timeZone, day);
    const within = { $gte: today.from, $lt: today.until };
    const list = (filter: object, order: 'from' | 'until') =>
      LoanRecord.find({ workshopId, ...filter })
        .sort({ [order]: 1, _id: 1 })
        .limit(limits.pageSize)
        .lean();
    const [handOvers, returns, late, requests, extensions, toClose] = await Promise.all([
      list({ $or: [{ status: 'accepted', from: { $lt: today.until } }, { 'handOver.at': within }] }, 'from'),
      list(
        {
          $or: [
            { status: 'out', until: { ...within, $gte: now > today.from ? now : today.from } },
            { 'takeBack.at': within },
          ],
        },
        'until',
      ),
      list({ status: 'out', until: { $lt: now } }, 'until'),
      list({ status: 'asked', holdUntil: { $gt: now } }, 'from'),
      list(
        { status: { $in: ['accepted', 'out'] }, 'extension.state': 'asked', 'extension.holdUntil': { $gt: now } },
        'until',
      ),
      list({ status: { $in: ['returned', 'trouble'] } }, 'until'),
    ]);
    return { workshopId, day, timeZone, handOvers, returns, late, requests, extensions, toClose };
  }

  /** As oneself, also what one asked for on behalf of an organisation that one still belongs to. */
  #among(side: LoanSide, { id, acting, roles }: PersonViewer): object[] {
    if (side === 'lender') return acting.scope === 'workshop' ? [{ workshopId: acting.id }] : [];
    const of = (party: Party) => ({ 'party.scope': party.scope, 'party.id': party.id });
    if (acting.scope !== 'person') return [of(acting)];
    return [of(acting), { personId: id, 'party.id': { $in: roles.map(({ scopeId }) => scopeId) } }];
  }
}
