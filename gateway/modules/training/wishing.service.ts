import { covers, skillGiven } from '../../../schema/training.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingFollower } from '../sharing/listing-outcome.service.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { TrainingWishRecord } from './demand.entity.ts';

interface Deps {
  notices: NoticeService;
}

const MOST = 500;

/** Those who wish for a skill hear of each session that gives it in their region, when it opens. */
export class WishFollower implements ListingFollower {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the listing. */
  async changed(after: Listing, before: Listing | undefined): Promise<void> {
    const given = skillGiven(after.facts);
    if (!given || after.status !== 'open' || (before && before.status !== 'draft')) return;
    const networks = await NetworkRecord.find({ _id: { $in: after.networkIds } }, { departements: 1 }).lean();
    const departement = { $in: [after.departement, ...networks.flatMap(({ departements }) => departements)] };
    const wishes = await TrainingWishRecord.find({ departement, skill: given.skill })
      .sort({ at: 1 })
      .limit(MOST)
      .lean();
    const to = wishes
      .filter(({ skill, level, personId }) => covers(given, { skill, level }) && personId !== after.personId)
      .map(({ personId }) => ({ scope: 'person' as const, id: personId }));
    if (to.length === 0) return;
    const site = await WorkshopRecord.findById(after.workshopId, { name: 1, city: 1, timeZone: 1 }).lean();
    await this.#deps.notices.tell({
      topic: 'listing',
      subjectId: after._id,
      event: 'training.opened',
      to,
      params: {
        listing: after._id,
        name: after.name,
        workshop: site?.name ?? '',
        city: site?.city ?? '',
        from: after.from?.toISOString() ?? null,
        zone: site?.timeZone ?? 'Europe/Paris',
      },
    });
  }
}
