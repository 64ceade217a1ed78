import type { PipelineStage } from 'mongoose';
import type { KindName } from '../../../schema/kinds.ts';
import type { LoanStatus, LoanUse } from '../../../schema/loans.ts';
import { dayPeriod } from '../../platform/day.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { LoanRecord } from '../borrowing/loan.entity.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { demand, leads, type Viewer } from '../identity/viewer.ts';
import { ReuseRecord } from '../material/reuse.entity.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { Balance, BalanceArgs, BalanceLine } from './balance.entity.ts';
import {
  type BalanceUnit,
  centsOf,
  countsOn,
  inUnit,
  kindsOf,
  type Line,
  linesOf,
  type Movement,
} from './balance.rules.ts';

/** Statuses of a loan whose machine went over the counter. */
const lent: readonly LoanStatus[] = ['out', 'returned', 'trouble', 'closed'];
const unitOf = { on_site: 'hour', take_away: 'day' } as const satisfies Record<LoanUse, BalanceUnit>;

type Side = 'owner' | 'party';
/** A workshop asks for its own part of what is shared with others: that is neither given nor taken. */
const sideOf = {
  owner: (id: string) => ({ workshopId: id, 'party.id': { $ne: id } }),
  party: (id: string) => ({ 'party.scope': 'workshop', 'party.id': id, workshopId: { $ne: id } }),
};
const within = ({ from, until }: Period) => ({ $gte: from, $lt: until });

/** What a workshop lent, gave and taught, and what it had of others, as sums that the database makes. */
export class BalanceService {
  /** For who leads the workshop or one of its networks. Refuses with `calendar.period` days that are none. */
  async of(viewer: Viewer, { workshopId, from, until }: BalanceArgs): Promise<Balance> {
    await this.demandReader(viewer, workshopId);
    const workshop = await WorkshopRecord.findById(workshopId, { timeZone: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const [first, last] = [dayPeriod(workshop.timeZone, from), dayPeriod(workshop.timeZone, until)];
    if (last.from < first.from) throw new Refusal('calendar.period');
    return this.over(workshopId, { from: first.from, until: last.until });
  }

  async demandReader(viewer: Viewer, workshopId: string): Promise<void> {
    const workshop = await WorkshopRecord.findById(workshopId, { networkIds: 1 }).lean();
    const networks = (workshop?.networkIds ?? []).map((id) => ({ scope: 'network' as const, id }));
    demand(
      viewer,
      [{ scope: 'workshop' as const, id: workshopId }, ...networks].some((party) => leads(viewer, party)),
    );
  }

  /** The same for whoever may read it. */
  async over(workshopId: string, period: Period): Promise<Balance> {
    const given = linesOf([
      ...(await loansOf(workshopId, 'owner', period)),
      ...(await partsOf(workshopId, 'owner', period)),
    ]);
    const taken = linesOf([
      ...(await loansOf(workshopId, 'party', period)),
      ...(await partsOf(workshopId, 'party', period)),
    ]);
    const together = linesOf([...(await purchasesOf(workshopId, period)), ...(await sharesOf(workshopId, period))]);
    return {
      given: given.map(told),
      taken: taken.map(told),
      together: together.map(told),
      inCents: centsOf(given),
      outCents: centsOf(taken),
      togetherCents: centsOf(together),
      ...(await savedOf(workshopId, period)),
    };
  }
}

const told = ({ kind, unit, parts, amount, amongWorkshops, cents }: Line): BalanceLine => ({
  kind,
  unit,
  parts,
  quantity: inUnit(unit, amount),
  amongWorkshops: inUnit(unit, amongWorkshops),
  cents,
});

interface Sum {
  parts: number;
  amount: number;
  cents: number;
}

/** Loans by the day of the hand-over, for as long as was agreed. */
async function loansOf(id: string, side: Side, period: Period): Promise<Movement[]> {
  type Row = Sum & { _id: { resourceId: string; use: LoanUse; scope: string } };
  const rows = await LoanRecord.aggregate<Row>([
    { $match: { ...sideOf[side](id), status: { $in: lent }, 'handOver.at': within(period) } },
    {
      $group: {
        _id: { resourceId: '$resourceId', use: '$use', scope: '$party.scope' },
        parts: { $sum: 1 },
        amount: { $sum: { $dateDiff: { startDate: '$from', endDate: '$until', unit: 'minute' } } },
        cents: { $sum: '$price.totalCents' },
      },
    },
  ]);
  const ids = rows.map(({ _id }) => _id.resourceId);
  const machines = await ResourceRecord.find({ _id: { $in: ids } }, { kind: 1 }).lean();
  const kindOf = new Map(machines.map(({ _id, kind }) => [_id, kind]));
  return rows.map(({ _id: { resourceId, use, scope }, ...sum }) => ({
    kind: kindOf.get(resourceId) ?? 'equipment',
    unit: unitOf[use],
    isWorkshop: scope === 'workshop',
    ...sum,
  }));
}

type Counted = keyof typeof countsOn;

/** Claims of some ways of sharing whose counting step was taken in the period. */
function counted(ways: readonly Counted[], match: object, period: Period): PipelineStage[] {
  const statuses = ways.flatMap((way) => [...countsOn[way].statuses]);
  const events = ways.map((way) => countsOn[way].event);
  const step = { $filter: { input: '$history', cond: { $in: ['$$this.event', events] } } };
  return [
    {
      $match: { ...match, status: { $in: statuses }, kind: { $in: kindsOf(...ways) }, askedAt: { $lt: period.until } },
    },
    { $set: { countedAt: { $max: { $map: { input: step, in: '$$this.at' } } } } },
    { $match: { countedAt: within(period) } },
  ];
}

const sums = { parts: { $sum: 1 }, amount: { $sum: '$quantity' }, cents: { $sum: '$totalCents' } };
type PartRow = Sum & { _id: { kind: KindName; unit: BalanceUnit; scope: string } };
/** Sums by listing, then by what each listing is counted in. */
const byMeasure: PipelineStage[] = [
  { $group: { _id: { kind: '$kind', listing: '$listingId', scope: '$party.scope' }, ...sums } },
  { $lookup: { from: 'listings', localField: '_id.listing', foreignField: '_id', as: 'listing' } },
  {
    $group: {
      _id: { kind: '$_id.kind', unit: { $first: '$listing.measure' }, scope: '$_id.scope' },
      parts: { $sum: '$parts' },
      amount: { $sum: '$amount' },
      cents: { $sum: '$cents' },
    },
  },
];

async function movementsOf(stages: PipelineStage[]): Promise<Movement[]> {
  const rows = await ClaimRecord.aggregate<PartRow>(stages);
  return rows.map(({ _id: { scope, ...of }, ...sum }) => ({ ...of, ...sum, isWorkshop: scope === 'workshop' }));
}

/** Materials by the day of receipt, seats by the day on which somebody sat on them. */
const partsOf = (id: string, side: Side, period: Period): Promise<Movement[]> =>
  movementsOf([...counted(['stock', 'seats'], sideOf[side](id), period), ...byMeasure]);

/** Its part of purchases, by the day on which they were ordered: its own purchases with those of others. */
const purchasesOf = (id: string, period: Period): Promise<Movement[]> =>
  movementsOf([...counted(['pledges'], { 'party.scope': 'workshop', 'party.id': id }, period), ...byMeasure]);

/** Its shares of jobs that somebody holds at the end of the period. */
const sharesOf = (id: string, { until }: Period): Promise<Movement[]> =>
  movementsOf([
    {
      $match: {
        'party.scope': 'workshop',
        'party.id': id,
        askedAt: { $lt: until },
        kind: { $in: kindsOf('shares') },
        status: 'agreed',
      },
    },
    { $lookup: { from: 'listings', localField: 'listingId', foreignField: '_id', as: 'job' } },
    { $match: { 'job.status': 'closed', 'job.history': { $elemMatch: { move: 'fill', at: { $lt: until } } } } },
    ...byMeasure,
  ]);

async function savedOf(workshopId: string, period: Period): Promise<{ savedKg: number; unweighed: number }> {
  const [sum] = await ReuseRecord.aggregate<{ grams: number; unweighed: number }>([
    { $match: { workshopId, at: within(period) } },
    {
      $group: {
        _id: null,
        grams: { $sum: '$grams' },
        unweighed: { $sum: { $cond: [{ $eq: ['$basis', 'unknown'] }, 1, 0] } },
      },
    },
  ]);
  return { savedKg: (sum?.grams ?? 0) / 1_000, unweighed: sum?.unweighed ?? 0 };
}
