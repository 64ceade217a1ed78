import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { speaksFor } from '../identity/viewer.ts';
import type { OfferMove, RequestMove } from './cascade.rules.ts';
import { LabCard } from './match.entity.ts';
import { Contact, MachineTime, Offer, OfferMoveEnum } from './offer.entity.ts';
import { openMinutesOf } from './offer.service.ts';
import { AcceptOfferInput, DeclineOfferInput } from './production.inputs.ts';
import { type ProductionRequest, RequestMoveEnum, RequestPart, RequestStateEnum } from './request.entity.ts';
import type { RequestState } from '../../../schema/production.ts';

@ObjectType({ description: 'A page of offers.' })
class OfferPage extends PageType(Offer) {}

@ObjectType({
  description: 'A request as a lab sees it: whole while its offer is open or won, its title alone before and after.',
})
export class OfferedRequest {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => RequestStateEnum, { nullable: true, description: 'Where it stands; null once the offer is over.' })
  state!: RequestState | null;

  @Field(() => [RequestPart], { description: 'What to make; empty once the offer is over.' })
  parts!: RequestPart[];

  @Field(() => Date, { nullable: true, description: 'By when it must be had.' })
  mustHaveBy!: Date | null;

  @Field(() => String, { nullable: true, description: 'The commune of delivery; null once the offer is over.' })
  deliverTo!: string | null;

  @Field(() => String, { description: 'What the firm added; empty once the offer is over.' })
  note!: string;

  @Field(() => [RequestMoveEnum], { description: 'The steps open to the caller now.' })
  can!: RequestMove[];

  @Field(() => Contact, { nullable: true, description: 'Who it is for, once the lab has accepted.' })
  askedBy!: Contact | null;
}

const isOver = ({ open, state }: Offer) => !open && state !== 'accepted';

@Resolver(() => Offer)
export class OfferResolver {
  @Authorized()
  @Query(() => Offer, { description: 'An offer, for the lab that it was made to.' })
  offer(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.offers.get(viewer, id);
  }

  @Authorized()
  @Query(() => OfferPage, { description: 'Offers that wait for a workshop’s answer, the first to lapse first.' })
  offersToAnswer(
    @Arg('workshopId', () => ID) workshopId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.offers.toAnswer(viewer, workshopId, args);
  }

  @Authorized()
  @Query(() => OfferPage, { description: 'Offers that a workshop has answered or let lapse, the last made first.' })
  offersAnswered(
    @Arg('workshopId', () => ID) workshopId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.offers.answered(viewer, workshopId, args);
  }

  @Authorized()
  @Mutation(() => Offer, { description: 'Notes that the lab has looked; a second time changes nothing.' })
  viewOffer(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.offerMoves.view(viewer, id);
  }

  @Authorized()
  @Mutation(() => Offer, { description: 'Takes the run: the offer, the request and the machine time change together.' })
  acceptOffer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => AcceptOfferInput) input: AcceptOfferInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.awards.accept(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Offer, { description: 'Passes: the request goes to the next lab at once.' })
  declineOffer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => DeclineOfferInput) input: DeclineOfferInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.cascade.decline(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Offer, {
    description: 'Hands back an accepted run that is not delivered: its machine time is free, the next lab is asked.',
  })
  giveUpOffer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => DeclineOfferInput) input: DeclineOfferInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.offerMoves.giveUp(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Offer, { description: 'Takes an answer just given back, when nothing else happened since.' })
  undoOfferAnswer(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.offerMoves.undo(viewer, id);
  }

  @Authorized()
  @Query(() => [Offer], { description: 'Offers whose answer a workshop can still take back, the last first.' })
  offersToUndo(@Arg('workshopId', () => ID) workshopId: string, @Ctx() { services, viewer }: Context) {
    return services.offerMoves.undoable(viewer, workshopId);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Until when the answer can be taken back; null when not.' })
  async undoUntil(@Root() offer: Offer, @Ctx() { services, viewer }: Context): Promise<Date | undefined> {
    return (await services.offerMoves.openUndo(viewer, offer))?.until;
  }

  @FieldResolver(() => LabCard, { description: 'The lab that it was made to.' })
  lab(@Root() { workshopId }: Offer, @Ctx() { loaders }: Context) {
    return loaders.lab.load(workshopId);
  }

  @FieldResolver(() => [OfferMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() offer: Offer, @Ctx() { services, viewer }: Context): Promise<OfferMove[]> {
    return services.offerMoves.can(viewer, offer);
  }

  @FieldResolver(() => Int, { description: 'Open minutes of the lab gone by since it was asked, up to its answer.' })
  async openMinutesGone(@Root() offer: Offer, @Ctx() { services, loaders }: Context): Promise<number> {
    const house = await loaders.lab.load(offer.workshopId);
    return Math.round(openMinutesOf(house, offer.offeredAt, offer.answeredAt ?? services.clock()));
  }

  @FieldResolver(() => String, { description: 'IANA zone of the lab, in which its deadline is read.' })
  async timeZone(@Root() { workshopId }: Offer, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.lab.load(workshopId)).timeZone;
  }

  @FieldResolver(() => MachineTime, {
    nullable: true,
    description: 'What it takes of the lab’s machines, for the lab.',
  })
  machineTime(@Root() offer: Offer, @Ctx() { services, viewer }: Context) {
    const lab = speaksFor(viewer, { scope: 'workshop', id: offer.workshopId });
    return lab ? services.awards.machineTime(offer) : null;
  }

  @FieldResolver(() => OfferedRequest, { description: 'What is asked, as far as the lab may see it.' })
  async request(@Root() offer: Offer, @Ctx() { services, viewer, loaders }: Context): Promise<OfferedRequest> {
    const request = (await loaders.productionRequest.load(offer.requestId)) as ProductionRequest;
    const over = isOver(offer);
    return {
      _id: request._id,
      code: request.code,
      title: request.title,
      state: over ? null : request.state,
      parts: over ? [] : request.parts,
      mustHaveBy: request.mustHaveBy,
      deliverTo: over ? null : (request.delivery?.label ?? null),
      note: over ? '' : request.note,
      can: services.awards.can(viewer, request),
      askedBy: offer.state === 'accepted' ? await services.awards.contactOf(request.askedFor, request.askedBy) : null,
    };
  }
}
