import type { HappeningKey } from '../../../schema/events.ts';
import { standingApplications } from '../../../schema/jobs.ts';
import { kinds } from '../../../schema/kinds.ts';
import { thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lenderOf } from '../identity/sides.ts';
import { type Party, partyKey } from '../identity/viewer.ts';
import type { MailParams } from '../notice/mails.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingFollower } from '../sharing/listing-outcome.service.ts';
import { offererOf } from '../sharing/offerer.service.ts';
import { type Application, ApplicationRecord } from './application.entity.ts';
import { deletedAt } from './application.rules.ts';
import type { WeekService } from './week.service.ts';

interface Deps {
  clock: Clock;
  notices: NoticeService;
  weeks: WeekService;
}

const WHOLE = 100 * thousandths;
/** What says who offers a job. */
export type Job = Pick<Listing, '_id' | 'workshopId' | 'networkId'>;
const workshop = (id: string): Party => ({ scope: 'workshop', id });

/** What becomes of a shared job, for its workshops and its candidates: everyone hears, and every candidate is answered. */
export class HiringFollower implements ListingFollower {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the listing. Refuses with `platform.invalid` a job that is not one whole week of work. */
  async changed(after: Listing, before: Listing | undefined): Promise<void> {
    if (kinds[after.kind].sharing !== 'shares') return;
    demandJob(after);
    if (!before || before.status === after.status) return;
    if (after.status === 'confirmed') await this.#turned(after, 'jobs.published', 'jobs.resumed');
    if (before.status === 'confirmed' && after.status === 'open')
      await this.#turned(after, 'jobs.short', 'jobs.suspended');
    if (after.status === 'closed' || after.status === 'cancelled' || after.status === 'lapsed')
      await this.#answerAll(after, after.status);
  }

  /** Who reads the applications for a job and answers them: whoever offers it, and the workshops that share it. */
  async employersOf(listing: Job): Promise<Party[]> {
    const shares = await this.#deps.weeks.sharesOf(listing._id);
    const parties = [lenderOf(listing), ...shares.map(({ workshopId }) => workshop(workshopId))];
    return [...new Map(parties.map((party) => [partyKey(party), party])).values()];
  }

  /** Tells of a job; `application` is that which it is about, if any. */
  async tell(
    listing: Listing,
    event: HappeningKey,
    to: readonly Party[],
    { application, ...more }: MailParams & { application?: string } = {},
  ): Promise<void> {
    const offerer = await offererOf(listing);
    const about = application
      ? { topic: 'application' as const, subjectId: application }
      : { topic: 'listing' as const, subjectId: listing._id };
    const params = {
      listing: listing._id,
      application: application ?? null,
      name: listing.name,
      workshop: offerer?.name ?? '',
      city: offerer?.city ?? '',
      zone: offerer?.timeZone ?? 'Europe/Paris',
      ...more,
    };
    await this.#deps.notices.tell({ ...about, event, to, params });
  }

  async #turned(listing: Listing, employers: HappeningKey, candidates: HappeningKey): Promise<void> {
    const decideAt = listing.decideAt?.toISOString() ?? null;
    await this.tell(listing, employers, await this.employersOf(listing), { decideAt });
    for (const { _id, personId } of await standingOf(listing._id))
      await this.tell(listing, candidates, [{ scope: 'person', id: personId }], { application: _id });
  }

  async #answerAll(listing: Listing, why: 'closed' | 'cancelled' | 'lapsed'): Promise<void> {
    const now = this.#deps.clock();
    for (const { _id, personId, keepMonths, revision } of await standingOf(listing._id)) {
      const line = { at: now, move: 'decline' as const, by: 'system' as const };
      const deleteAt = deletedAt('declined', keepMonths, now);
      await ApplicationRecord.updateOne(
        { _id, revision },
        { $set: { status: 'declined', deleteAt }, $push: { history: line }, $inc: { revision: 1 } },
      );
      await this.tell(listing, 'jobs.declined', [{ scope: 'person', id: personId }], {
        application: _id,
        why,
        note: null,
      });
    }
  }
}

const standingOf = (listingId: string): Promise<Application[]> =>
  ApplicationRecord.find({ listingId, status: { $in: [...standingApplications] } })
    .sort({ createdAt: 1, _id: 1 })
    .lean();

/** One person’s whole week, and a pay that grows. */
function demandJob({ quantity, threshold, facts }: Listing): void {
  if (quantity !== WHOLE) throw new Refusal('platform.invalid', { field: 'quantity' });
  if (threshold !== undefined && threshold > WHOLE) throw new Refusal('platform.invalid', { field: 'threshold' });
  const { payFrom, payTo } = facts;
  if (typeof payFrom === 'number' && typeof payTo === 'number' && payTo < payFrom)
    throw new Refusal('platform.invalid', { field: 'payTo' });
}
