import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { sharingLimits } from '../../../schema/sharing.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Claim } from '../sharing/claim.entity.ts';
import { CostShare, CostShares } from '../sharing/cost.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { MarkSeatsArgs, SessionSeat } from './attendance.inputs.ts';
import { machineIds } from './session.rules.ts';

@ArgsType()
class NameAttendeesArgs {
  @Field(() => ID, { description: 'The part.' })
  @MaxLength(64)
  claimId!: string;

  @Field(() => [String], { description: 'Names or addresses, one for a seat; whoever has an account is known by it.' })
  @ArrayMaxSize(sharingLimits.attendees)
  @MaxLength(limits.name, { each: true })
  attendees!: string[];
}

@ArgsType()
class TrainingSharesArgs {
  @Field(() => ID, { description: 'The session.' })
  @MaxLength(64)
  listingId!: string;

  @Field(() => Float, { defaultValue: 1, description: 'Seats that would join; 0 to see what stands.' })
  @Min(0)
  @Max(sharingLimits.attendees)
  seats!: number;
}

@Resolver(() => CostShare)
export class CostShareResolver {
  @FieldResolver(() => PartyCard, {
    nullable: true,
    description: 'Who; a person on their own account is named to the owner alone.',
  })
  claimant(@Root() { party }: CostShare, @Ctx() { loaders }: Context) {
    return party ? loaders.party.load(party) : null;
  }
}

@Resolver(() => Listing)
export class TrainingResolver {
  @Authorized()
  @Query(() => CostShares, { description: 'How the cost of a session is shared, before anybody commits.' })
  trainingShares(
    @Args(() => TrainingSharesArgs) { listingId, seats }: TrainingSharesArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.costs.shares(viewer, listingId, seats);
  }

  @Authorized()
  @Mutation(() => Claim, { description: 'Says who will sit on the seats, by the side that booked, until it begins.' })
  nameAttendees(
    @Args(() => NameAttendeesArgs) { claimId, attendees }: NameAttendeesArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.attendees.name(viewer, claimId, attendees);
  }

  @Authorized()
  @Query(() => [SessionSeat], { description: 'The seats of a session, for the people of the workshop that gives it.' })
  sessionSeats(@Arg('listingId', () => ID) listingId: string, @Ctx() { services, viewer }: Context) {
    return services.attendance.seats(viewer, listingId);
  }

  @Authorized()
  @Mutation(() => [SessionSeat], {
    description:
      'Says of seats who sat there, came and passed, all or nothing, by the people of the workshop. Who is certified stays so.',
  })
  markSeats(@Args(() => MarkSeatsArgs) { listingId, marks }: MarkSeatsArgs, @Ctx() { services, viewer }: Context) {
    const said = marks.map(({ number, ...one }) => ({ ...one, seat: number - 1 }));
    return services.attendance.mark(viewer, listingId, said);
  }

  @FieldResolver(() => [Resource], { description: 'Machines and rooms that it takes while it lasts.' })
  machines(@Root() { facts }: Listing, @Ctx() { loaders }: Context) {
    return loaders.equipment.loadMany(machineIds(facts));
  }
}
