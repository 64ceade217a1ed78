import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { type ListingMove, thousandths } from '../../../schema/sharing.ts';
import type { Context } from '../../context.ts';
import { WiderCircle } from '../../platform/circle.ts';
import { PageType } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import type { CountedKind } from '../../../schema/kinds.ts';
import { KindEnum } from '../catalogue/resource.entity.ts';
import { WordCorrection } from '../finding/lexicon.entity.ts';
import { lenderOf } from '../identity/sides.ts';
import { leads } from '../identity/viewer.ts';
import { Network } from '../network/network.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { FactValue, Listing, ListingMoveEnum, Price } from './listing.entity.ts';
import { CreateListing, ListingsArgs, MoveListingArgs, UpdateListing } from './listing.inputs.ts';
import type { Seeking } from './listing-search.service.ts';
import { factValues, isClaimable, openListingMoves } from './listing.rules.ts';

@ObjectType({ description: 'A kind that is counted, and how many a search finds of it.' })
class KindCount {
  @Field(() => KindEnum, { description: 'The kind.' })
  kind!: CountedKind;

  @Field(() => Int, { description: 'How many; 0 is listed.' })
  count!: number;
}

@ObjectType({ description: 'A page of what is offered by quantity.' })
class ListingPage extends PageType(Listing) {
  @Field(() => [WordCorrection], { description: 'Words that were read as others.' })
  corrections!: WordCorrection[];
}

const said = (quantity: number | null | undefined) =>
  quantity === null || quantity === undefined ? null : quantity / thousandths;

@Resolver(() => ListingPage)
export class ListingPageResolver {
  @FieldResolver(() => [KindCount], { description: 'How many of each kind the same words, place and circle find.' })
  counts(@Root() page: ListingPage & Seeking, @Ctx() { services }: Context) {
    return services.listingSearch.counts(page);
  }

  @FieldResolver(() => [WiderCircle], {
    description: 'When nothing is found near a place: wider circles in which something is, two at most.',
  })
  wider(@Root() page: ListingPage & Seeking, @Ctx() { services }: Context) {
    return services.listingSearch.wider(page);
  }
}

@Resolver(() => Listing)
export class ListingResolver {
  @Query(() => ListingPage, {
    description: 'What is offered by quantity now: nearest first with a place, else newest first. Open to visitors.',
  })
  listings(@Args(() => ListingsArgs) args: ListingsArgs, @Ctx() { services, viewer }: Context) {
    return services.listingSearch.list(viewer, args);
  }

  @Query(() => Listing, {
    description: 'Something offered by quantity; a draft only for its workshop. Open to visitors.',
  })
  listing(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.listings.get(viewer, id);
  }

  @Authorized()
  @Mutation(() => Listing, { description: 'Offers something counted, by who leads the workshop or the network.' })
  createListing(@Arg('input', () => CreateListing) input: CreateListing, @Ctx() { services, viewer }: Context) {
    return services.listings.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => Listing, { description: 'Changes what is said of it, by who leads its workshop or its network.' })
  updateListing(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateListing) input: UpdateListing,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.listings.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Listing, {
    description: 'Takes it one step further, by who leads its workshop or its network: one of `can`.',
  })
  moveListing(@Args(() => MoveListingArgs) { id, move, note }: MoveListingArgs, @Ctx() { services, viewer }: Context) {
    return services.listings.move(viewer, id, move, note);
  }

  @FieldResolver(() => Workshop, {
    description: 'The workshop that offers it, or where what a network offers is based.',
  })
  workshop(@Root() { workshopId }: Listing, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(workshopId);
  }

  @FieldResolver(() => Network, {
    nullable: true,
    description: 'The network that offers it, where none of its workshops does.',
  })
  network(@Root() { networkId }: Listing, @Ctx() { loaders }: Context) {
    return networkId ? loaders.network.load(networkId) : null;
  }

  @FieldResolver(() => [ListingMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() listing: Listing, @Ctx() { viewer }: Context): ListingMove[] {
    const isOwner = viewer.kind === 'person' && leads(viewer, lenderOf(listing));
    return openListingMoves(listing, isOwner ? 'owner' : undefined);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a part can be asked for now.' })
  claimable(@Root() listing: Listing, @Ctx() { services }: Context): boolean {
    return isClaimable(listing, services.clock());
  }

  @FieldResolver(() => [FactValue], { description: 'What its kind wants to know, in the order in which it reads.' })
  facts(@Root() listing: Listing): FactValue[] {
    return factValues(listing);
  }

  @FieldResolver(() => [Price], { description: 'Its prices; none is free.' })
  prices(@Root() { prices }: Listing): Price[] {
    return prices.map((price) => ({ ...price, from: price.from / thousandths }));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'How much is offered; null for pledges without a ceiling.',
  })
  quantity(@Root() { quantity }: Listing) {
    return said(quantity);
  }

  @FieldResolver(() => Float, { description: 'The least that may be asked for.' })
  minimum(@Root() { minimum }: Listing) {
    return minimum / thousandths;
  }

  @FieldResolver(() => Float, { description: 'What that may grow by.' })
  step(@Root() { step }: Listing) {
    return step / thousandths;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'Without so much it does not happen.' })
  threshold(@Root() { threshold }: Listing) {
    return said(threshold);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'What is left of it now; null without a ceiling.' })
  async left(@Root() { _id, quantity }: Listing, @Ctx() { loaders }: Context) {
    return quantity === null ? null : said(Math.max(0, (await loaders.standing.load(_id)).left));
  }

  @FieldResolver(() => Float, { description: 'How much is agreed so far.' })
  async agreed(@Root() { _id }: Listing, @Ctx() { loaders }: Context) {
    return (await loaders.standing.load(_id)).agreed / thousandths;
  }
}
