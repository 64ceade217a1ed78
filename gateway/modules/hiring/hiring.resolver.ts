import { Arg, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { kinds } from '../../../schema/kinds.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { Application } from './application.entity.ts';
import { Swap } from './swap.entity.ts';
import { JobShare, WeekCell, WeekClash } from './week.entity.ts';
import { clashesOf, isMonday, weekOf } from './week.rules.ts';

const isJob = ({ kind }: Listing) => kinds[kind].sharing === 'shares';

/** What a shared job shows beside what every listing does. */
@Resolver(() => Listing)
export class JobResolver {
  @FieldResolver(() => [JobShare], { description: 'What each workshop promises of a job; none for other kinds.' })
  shares(@Root() listing: Listing, @Ctx() { loaders }: Context) {
    return isJob(listing) ? loaders.sharesOf.load(listing._id) : [];
  }

  @FieldResolver(() => [WeekCell], { description: 'The week of a job, half-day by half-day; none for other kinds.' })
  async week(
    @Root() listing: Listing,
    @Ctx() { loaders, services }: Context,
    @Arg('of', () => String, { nullable: true, description: 'A Monday (YYYY-MM-DD), for the swaps of that week.' })
    of?: string,
  ) {
    if (!isJob(listing)) return [];
    const shares = await loaders.sharesOf.load(listing._id);
    return weekOf(of && isMonday(of) ? await services.swaps.inWeek(listing._id, shares, of) : shares);
  }

  @FieldResolver(() => [WeekClash], { description: 'Shares of a job that do not sit well together.' })
  async clashes(@Root() listing: Listing, @Ctx() { loaders }: Context) {
    return isJob(listing) ? clashesOf(await loaders.sharesOf.load(listing._id)) : [];
  }

  @FieldResolver(() => [Swap], { description: 'Half-days that its workshops ask of each other; for them alone.' })
  swaps(@Root() listing: Listing, @Ctx() { services, viewer }: Context) {
    return isJob(listing) ? services.swaps.ofListing(viewer, listing) : [];
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application of the caller, if they sent one.' })
  async application(@Root() listing: Listing, @Ctx() { services, viewer }: Context) {
    return isJob(listing) && viewer.kind === 'person' ? services.applicationReader.own(viewer, listing._id) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller reads the applications of a job.' })
  async readsApplications(@Root() listing: Listing, @Ctx() { services, viewer }: Context) {
    return isJob(listing) && (await services.applicationReader.employerOf(viewer, listing)) !== undefined;
  }

  @FieldResolver(() => Int, { description: 'Applications for a job; for its workshops, 0 for others.' })
  async applicationCount(@Root() listing: Listing, @Ctx() { services, viewer }: Context) {
    return isJob(listing) ? services.applicationReader.count(viewer, listing) : 0;
  }
}

@Resolver(() => JobShare)
export class JobShareResolver {
  @FieldResolver(() => Workshop, { description: 'Which workshop.' })
  workshop(@Root() { workshopId }: JobShare, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(workshopId);
  }

  @FieldResolver(() => ID, { name: 'id', description: 'Id of the part.' })
  claim(@Root() { claimId }: JobShare) {
    return claimId;
  }
}

@Resolver(() => WeekCell)
export class WeekCellResolver {
  @FieldResolver(() => [Workshop], { description: 'Who has it: usually one, none where nobody named it.' })
  workshops(@Root() { workshopIds }: WeekCell, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.loadMany(workshopIds);
  }
}

@Resolver(() => WeekClash)
export class WeekClashResolver {
  @FieldResolver(() => [Workshop], { description: 'The two workshops.' })
  workshops(@Root() { workshopIds }: WeekClash, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.loadMany(workshopIds);
  }
}
