import { claimStatuses, claimStatusNames } from '../../../schema/sharing.ts';
import { type ApplicationActor, standingApplications } from '../../../schema/jobs.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, demand, type Party, sameParty, speaksFor, type Viewer } from '../identity/viewer.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import { type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import { type Application, ApplicationRecord } from './application.entity.ts';
import type { ApplicationsArgs } from './application.inputs.ts';
import type { HiringFollower, Job } from './follow.service.ts';

const MOST = 50;
const firm = claimStatusNames.filter((status) => claimStatuses[status] === 'firm');

/** Applications as they are read: by the candidate, whoever offers the job and the workshops that share it, nobody else. */
export class ApplicationReader {
  readonly #hiring: HiringFollower;

  constructor({ hiring }: { hiring: HiringFollower }) {
    this.#hiring = hiring;
  }

  /** An application, for its two sides. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<Application> {
    asPerson(viewer);
    const application = await ApplicationRecord.findById(id).lean();
    if (!application || !(await this.sideOf(viewer, application))) throw notFound('application');
    return application;
  }

  /** On which side the viewer stands. Somebody of a workshop who applies is the candidate. */
  async sideOf(viewer: Viewer, { personId, listingId }: Application): Promise<ApplicationActor | undefined> {
    if (viewer.kind === 'system') return 'system';
    if (viewer.kind !== 'person') return undefined;
    if (viewer.id === personId) return 'candidate';
    const listing = await ListingRecord.findById(listingId, { workshopId: 1, networkId: 1 }).lean();
    return listing && (await this.employerOf(viewer, listing)) ? 'employer' : undefined;
  }

  /** Of those who answer for a job, the one for whom the viewer speaks: the one they act for, if it is one. */
  async employerOf(viewer: Viewer, listing: Job): Promise<Party | undefined> {
    if (viewer.kind !== 'person') return undefined;
    const mine = (await this.#hiring.employersOf(listing)).filter((party) => speaksFor(viewer, party));
    return mine.find((party) => sameParty(party, viewer.acting)) ?? mine[0];
  }

  /** The applications for a job, the first first, for those who answer them. */
  async ofListing(viewer: Viewer, { listingId, ...args }: ApplicationsArgs): Promise<Page<Application>> {
    asPerson(viewer);
    const listing = await ListingRecord.findById(listingId, { workshopId: 1, networkId: 1 }).lean();
    if (!listing) throw notFound('listing');
    if (!(await this.employerOf(viewer, listing))) throw new Refusal('platform.forbidden');
    return page({ listingId }, { createdAt: 1, _id: 1 }, args);
  }

  /** The viewer’s own, the last first. */
  mine(viewer: Viewer, args: PageArgs): Promise<Page<Application>> {
    return page({ personId: asPerson(viewer).id }, { createdAt: -1, _id: 1 }, args);
  }

  /** The viewer’s own application for a job. */
  own(viewer: Viewer, listingId: string): Promise<Application | null> {
    return ApplicationRecord.findOne({ listingId, personId: asPerson(viewer).id })
      .lean()
      .exec();
  }

  /** How many there are for a job; none to who may not read them. */
  async count(viewer: Viewer, listing: Listing): Promise<number> {
    const reads = await this.employerOf(viewer, listing);
    return reads ? ApplicationRecord.countDocuments({ listingId: listing._id }) : 0;
  }

  /** What a network has to do with its jobs, for its people. */
  deskOf(viewer: Viewer, networkId: string): Party {
    const network = { scope: 'network' as const, id: networkId };
    demand(viewer, speaksFor(viewer, network));
    return network;
  }

  /** Applications that nobody has answered yet, for which the party answers; the first to come first. None to who is not of the party. */
  async waiting(viewer: Viewer, party: Party): Promise<Application[]> {
    const status = { $in: standingApplications.filter((one) => one !== 'interview') };
    return this.#answeredBy(viewer, party, { status }, { createdAt: 1, _id: 1 });
  }

  /** Interviews whose time the candidate chose, and after which nobody has decided yet, in the order of their hours. */
  async interviews(viewer: Viewer, party: Party): Promise<Application[]> {
    return this.#answeredBy(viewer, party, { status: 'interview', chosenSlot: { $exists: true } }, { chosenSlot: 1 });
  }

  async #answeredBy(viewer: Viewer, party: Party, filter: object, sort: Record<string, 1>): Promise<Application[]> {
    if (!speaksFor(viewer, party)) return [];
    const listingIds = await jobsOf(party);
    if (listingIds.length === 0) return [];
    return ApplicationRecord.find({ listingId: { $in: listingIds }, ...filter })
      .sort(sort)
      .limit(MOST)
      .lean();
  }
}

/** The jobs for which the party answers: those that it offers, and for a workshop those that it shares. */
async function jobsOf({ scope, id }: Party): Promise<string[]> {
  const offers = scope === 'network' ? { networkId: id } : { workshopId: id, networkId: null };
  const offered = await ListingRecord.find(
    { ...offers, kind: 'job', status: { $in: ['open', 'confirmed'] } },
    { _id: 1 },
  ).lean();
  const shared = await ClaimRecord.find(
    { 'party.scope': scope, 'party.id': id, kind: 'job', status: { $in: firm } },
    { listingId: 1 },
  ).lean();
  return [...new Set([...offered.map(({ _id }) => _id), ...shared.map(({ listingId }) => listingId)])];
}

async function page(filter: object, sort: Record<string, 1 | -1>, args: PageArgs): Promise<Page<Application>> {
  const offset = offsetOf(args);
  const rows = ApplicationRecord.find(filter).sort(sort).skip(offset).limit(args.first).lean();
  return pageOf(await rows, offset, await ApplicationRecord.countDocuments(filter));
}
