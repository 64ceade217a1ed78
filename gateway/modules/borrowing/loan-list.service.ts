import type { PipelineStage } from 'mongoose';
import { loanHours, type LoanSide, type LoanStatus, loanStatuses, loanTurns } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { offsetOf, type Page, pageOf } from '../../platform/page.ts';
import { asPerson, type Party, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import type { MyLoansArgs } from './borrowing.inputs.ts';
import { isFinal } from './borrowing.rules.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';

const HOUR = 3_600_000;
const finals = loanStatuses.filter(isFinal);

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

/** Loans as their sides look for them: what waits for them first. */
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
    const lends = { $in: [person.acting.id, ['$workshopId', '$lent.personId']] };
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

  /** As oneself, also what one asked for on behalf of an organisation that one still belongs to. */
  #among(side: LoanSide, { id, acting, roles }: PersonViewer): object[] {
    if (side === 'lender') {
      if (acting.scope === 'workshop') return [{ workshopId: acting.id, 'lent.employed': { $ne: false } }];
      return acting.scope === 'person' ? [{ 'lent.personId': id }] : [];
    }
    const of = (party: Party) => ({ 'party.scope': party.scope, 'party.id': party.id });
    if (acting.scope !== 'person') return [of(acting)];
    return [of(acting), { personId: id, 'party.id': { $in: roles.map(({ scopeId }) => scopeId) } }];
  }
}
