import { Arg, Args, Authorized, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type ClaimMove, type SharingSide, thousandths } from '../../../schema/sharing.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Claim, ClaimLine, ClaimMoveEnum, ClaimPage, SharingSideEnum } from './claim.entity.ts';
import { ListingClaimsArgs, MoveClaimArgs, MyClaimsArgs, RequestClaim } from './claim.inputs.ts';
import { claimTurnOf, openClaimMoves } from './claim.rules.ts';
import { sharingSideOf } from './claim-step.service.ts';
import { Listing } from './listing.entity.ts';

const sideOf = (claim: Claim, { viewer }: Context): SharingSide | undefined => {
  const actor = sharingSideOf(viewer, claim);
  return actor === 'system' ? undefined : actor;
};

@Resolver(() => Claim)
export class ClaimResolver {
  @Authorized()
  @Query(() => Claim, { description: 'A part asked for, for its two sides.' })
  claim(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.claimReader.get(viewer, id);
  }

  @Authorized()
  @Query(() => ClaimPage, { description: 'The parts asked for by whom the caller acts for, or of it; newest first.' })
  myClaims(@Args(() => MyClaimsArgs) args: MyClaimsArgs, @Ctx() { services, viewer }: Context) {
    return services.claimReader.mine(viewer, args);
  }

  @Authorized()
  @Query(() => ClaimPage, { description: 'Who asked for a part, for the workshop that offers; others see their own.' })
  claimsOf(@Args(() => ListingClaimsArgs) args: ListingClaimsArgs, @Ctx() { services, viewer }: Context) {
    return services.claimReader.ofListing(viewer, args);
  }

  @Authorized()
  @Mutation(() => Claim, { description: 'Asks for a part, for whom the caller acts. Held until it is answered.' })
  requestClaim(@Arg('input', () => RequestClaim) input: RequestClaim, @Ctx() { services, viewer }: Context) {
    return services.claims.request(viewer, input);
  }

  @Authorized()
  @Mutation(() => Claim, { description: 'Takes a part one step further, by the side that may: one of `can`.' })
  moveClaim(@Args(() => MoveClaimArgs) { id, move, note }: MoveClaimArgs, @Ctx() { services, viewer }: Context) {
    return services.claims.move(viewer, id, move, note);
  }

  @FieldResolver(() => Listing, { description: 'What it is a part of.' })
  listing(@Root() { listingId }: Claim, @Ctx() { loaders }: Context) {
    return loaders.listing.load(listingId);
  }

  @FieldResolver(() => Float, { description: 'How much, in the measure of the listing.' })
  quantity(@Root() { quantity }: Claim) {
    return quantity / thousandths;
  }

  @FieldResolver(() => PartyCard, { description: 'Who asked: an organisation, or a person on their own account.' })
  claimant(@Root() { party }: Claim, @Ctx() { loaders }: Context) {
    return loaders.party.load(party);
  }

  @FieldResolver(() => PartyCard, { description: 'The person who asked.' })
  person(@Root() { personId }: Claim, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @FieldResolver(() => SharingSideEnum, { nullable: true, description: 'The side on which the caller stands.' })
  side(@Root() claim: Claim, @Ctx() context: Context) {
    return sideOf(claim, context);
  }

  @FieldResolver(() => SharingSideEnum, { nullable: true, description: 'The side that must do something now.' })
  turn(@Root() claim: Claim, @Ctx() { services }: Context) {
    return claimTurnOf(claim, services.clock());
  }

  @FieldResolver(() => [ClaimMoveEnum], { description: 'The steps open to the caller now.' })
  async can(@Root() claim: Claim, @Ctx() context: Context): Promise<ClaimMove[]> {
    const listing = await context.loaders.listing.load(claim.listingId);
    return listing ? openClaimMoves(claim, listing, sideOf(claim, context), context.services.clock()) : [];
  }
}

@Resolver(() => ClaimLine)
export class ClaimLineResolver {
  @FieldResolver(() => PartyCard, {
    nullable: true,
    description: 'The person who did it; null for what happens by itself.',
  })
  person(@Root() { personId }: ClaimLine, @Ctx() { loaders }: Context) {
    return personId ? loaders.party.load({ scope: 'person', id: personId }) : null;
  }
}
