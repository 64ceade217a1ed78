import { claimStatuses, claimStatusNames, thousandths } from '../../../schema/sharing.ts';
import { fromStored } from '../../platform/point.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { JobShare } from './week.entity.ts';
import type { PlacedShare } from './week.rules.ts';

const firm = claimStatusNames.filter((status) => claimStatuses[status] === 'firm');

export type StandingShare = JobShare & PlacedShare;

/** The shares that stand of jobs, each where its workshop is. */
export class WeekService {
  /** Of several jobs, in the order in which they were promised; two reads in all. */
  async sharesOfEach(listingIds: readonly string[]): Promise<Map<string, StandingShare[]>> {
    const claims = await ClaimRecord.find({ listingId: { $in: [...listingIds] }, status: { $in: firm } })
      .sort({ askedAt: 1, _id: 1 })
      .lean();
    const ids = claims.map(({ party }) => party.id);
    const sites = await WorkshopRecord.find({ _id: { $in: ids } }, { location: 1 }).lean();
    const points = new Map(sites.map(({ _id, location }) => [_id, fromStored(location)]));
    const found = new Map<string, StandingShare[]>();
    for (const claim of claims) {
      const point = points.get(claim.party.id);
      if (point) found.set(claim.listingId, [...(found.get(claim.listingId) ?? []), { ...shareOf(claim), point }]);
    }
    return found;
  }

  /** Of one job, as the caller's transaction sees it. */
  async sharesOf(listingId: string): Promise<StandingShare[]> {
    return (await this.sharesOfEach([listingId])).get(listingId) ?? [];
  }
}

const shareOf = ({ _id, party, quantity, days, season }: Claim): JobShare => ({
  claimId: _id,
  workshopId: party.id,
  percent: quantity / thousandths,
  days: days ?? [],
  ...(season && { season }),
});
