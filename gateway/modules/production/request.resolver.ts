import { IsOptional, Matches } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Requirement } from '../../../schema/production.ts';
import type { Context } from '../../context.ts';
import { offsetOf, PageArgs, pageOf, PageType } from '../../platform/page.ts';
import { Refusal } from '../../platform/refusal.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import type { RequestMove } from './cascade.rules.ts';
import { LabCard, LabCardPage, RankedMatchPage, RequestMatches } from './match.entity.ts';
import { Contact, Offer } from './offer.entity.ts';
import { CreateRequestInput, RequestDraftInput } from './production.inputs.ts';
import { ProductionRequest, RequestMoveEnum } from './request.entity.ts';
import { missingIn, needOf } from './request.rules.ts';
import { RequirementEnum } from './value.entity.ts';

@ObjectType({ description: 'A page of requests.' })
class ProductionRequestPage extends PageType(ProductionRequest) {}

@ArgsType()
class OnDay {
  @Field(() => ID, { description: 'The request.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Another day to try, YYYY-MM-DD; the request stays as it is.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  onDay?: string;
}

@Resolver(() => ProductionRequest)
export class RequestResolver {
  @Authorized()
  @Query(() => ProductionRequest, { description: 'A request, for the side that asks.' })
  request(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.requests.get(viewer, id);
  }

  @Authorized()
  @Query(() => ProductionRequestPage, {
    description: 'What the caller and their organisations asked for, last changed first.',
  })
  myRequests(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.requests.mine(viewer, args);
  }

  @Authorized()
  @Query(() => RequestMatches, {
    nullable: true,
    description: 'Who can make a request now, for the side that asks; null while no part names a process.',
  })
  async requestMatches(@Args(() => OnDay) { id, onDay }: OnDay, @Ctx() { services, viewer }: Context) {
    const request = await services.requests.get(viewer, id);
    const mustHaveBy = onDay ? services.requests.endOfWorkFor(request, onDay) : request.mustHaveBy;
    const need = needOf({ ...request, mustHaveBy }, request.title);
    if (need.parts.length === 0) return null;
    const offers = await services.offers.of([id]);
    const states = new Map(offers.map(({ workshopId, state }) => [workshopId, state]));
    return services.matching.show(await services.matching.find(need), states);
  }

  @Authorized()
  @Query(() => RequestMatches, {
    description: 'Who could make what is being described, before anything is kept. For signed-in persons.',
  })
  async previewMatches(@Arg('input', () => RequestDraftInput) input: RequestDraftInput, @Ctx() { services }: Context) {
    const described = services.requests.describe(input);
    const need = needOf(described, described.title);
    if (need.parts.length === 0) throw new Refusal('production.draftIncomplete', { fields: 'parts.0.process' });
    return services.matching.show(await services.matching.find(need));
  }

  @Authorized()
  @Mutation(() => ProductionRequest, { description: 'Begins a draft, for whom the caller acts.' })
  createRequest(
    @Arg('input', () => CreateRequestInput) input: CreateRequestInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.requests.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => ProductionRequest, { description: 'Writes a draft, or a request that found nobody, again.' })
  updateRequest(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => RequestDraftInput) input: RequestDraftInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.requests.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => ProductionRequest, {
    description: 'Sends a whole draft out to the best lab, or again one that found nobody. Needs a proven e-mail.',
  })
  submitRequest(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.cascade.submit(viewer, id);
  }

  @Authorized()
  @Mutation(() => ProductionRequest, {
    description: 'Gives more time: a later day never takes an offer away, and sends out again what found nobody.',
  })
  postponeRequest(
    @Arg('id', () => ID) id: string,
    @Arg('mustHaveBy', () => String, { description: 'The new day, YYYY-MM-DD.' }) mustHaveBy: string,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.cascade.postpone(viewer, id, mustHaveBy);
  }

  @Authorized()
  @Mutation(() => ProductionRequest, { description: 'One step of a request, by the side whose step it is.' })
  moveRequest(
    @Arg('id', () => ID) id: string,
    @Arg('move', () => RequestMoveEnum) move: RequestMove,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.awards.move(viewer, id, move);
  }

  @FieldResolver(() => PartyCard, { description: 'For whom it is asked.' })
  askedFor(@Root() { askedFor }: ProductionRequest, @Ctx() { loaders }: Context) {
    return loaders.party.load(askedFor);
  }

  @FieldResolver(() => [RequestMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() request: ProductionRequest, @Ctx() { services, viewer }: Context): RequestMove[] {
    return services.awards.can(viewer, request);
  }

  @FieldResolver(() => [String], { description: 'What it lacks before a lab can be asked: paths of fields.' })
  missing(@Root() request: ProductionRequest): string[] {
    return missingIn(request);
  }

  @FieldResolver(() => [Offer], { description: 'The offers made for it, in order; twelve a round at most.' })
  async offers(@Root() { _id, askedFor }: ProductionRequest, @Ctx() { services, viewer, loaders }: Context) {
    return services.requests.isAsker(viewer, askedFor) ? loaders.offersOfRequest.load(_id) : [];
  }

  @FieldResolver(() => LabCard, { nullable: true, description: 'The lab that makes it.' })
  lab(@Root() { workshopId }: ProductionRequest, @Ctx() { loaders }: Context) {
    return workshopId === null ? null : loaders.lab.load(workshopId);
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'By whom the lab is reached, once it has accepted.' })
  labContact(@Root() { workshopId }: ProductionRequest, @Ctx() { services }: Context) {
    return workshopId === null ? null : services.awards.contactOf({ scope: 'workshop', id: workshopId });
  }
}

@Resolver(() => RequestMatches)
export class RequestMatchesResolver {
  @FieldResolver(() => RankedMatchPage, { description: 'Capable labs, best first.' })
  ranked(@Root() { rankedBetween, capable }: RequestMatches, @Args(() => PageArgs) args: PageArgs) {
    const offset = offsetOf(args);
    return pageOf(rankedBetween(offset, offset + args.first), offset, capable);
  }

  @FieldResolver(() => LabCardPage, { description: 'The labs that one requirement removed, nearest first.' })
  async excludedBy(
    @Root() { removedBy }: RequestMatches,
    @Arg('requirement', () => RequirementEnum) requirement: Requirement,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    const ids = removedBy(requirement);
    const offset = offsetOf(args);
    const labs = await Promise.all(ids.slice(offset, offset + args.first).map((id) => loaders.lab.load(id)));
    return pageOf(labs, offset, ids.length);
  }
}
