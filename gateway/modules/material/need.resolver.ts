import { Arg, Args, Authorized, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type NeedMove, needMoves } from '../../../schema/needs.ts';
import { thousandths } from '../../../schema/sharing.ts';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { speaksFor } from '../identity/viewer.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { Need, NeedAnswer, NeedComparison, NeedMatch, NeedMatchPage, NeedMoveEnum, NeedPage } from './need.entity.ts';
import { AnswerNeed, NeedMatchesArgs, NeedsArgs, PostNeed } from './need.inputs.ts';
import { openNeedMoves } from './need.rules.ts';
import { saidQuantity } from './need.service.ts';

@Resolver(() => Need)
export class NeedResolver {
  @Authorized()
  @Query(() => Need, { description: 'A material that somebody looks for.' })
  need(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.needs.get(viewer, id);
  }

  @Authorized()
  @Query(() => NeedPage, { description: 'What is looked for now: nearest first with a place, else newest first.' })
  needs(@Args(() => NeedsArgs) args: NeedsArgs, @Ctx() { services, viewer }: Context) {
    return services.needs.list(viewer, args);
  }

  @Authorized()
  @Query(() => NeedPage, { description: 'What those for whom the caller acts look for, ended ones too; newest first.' })
  myNeeds(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.needs.mine(viewer, args);
  }

  @Authorized()
  @Query(() => NeedMatchPage, {
    description: 'The lots that answer a need, for those who look for it: nearest first, the nearest 400 compared.',
  })
  lotsFor(@Args(() => NeedMatchesArgs) args: NeedMatchesArgs, @Ctx() { services, viewer }: Context) {
    return services.needs.lots(viewer, args);
  }

  @Authorized()
  @Query(() => NeedMatchPage, {
    description: 'The needs that a lot answers, for its workshop: nearest first, the nearest 400 compared.',
  })
  needsFor(@Args(() => NeedMatchesArgs) args: NeedMatchesArgs, @Ctx() { services, viewer }: Context) {
    return services.needs.needs(viewer, args);
  }

  @Authorized()
  @Mutation(() => Need, { description: 'Says what is looked for, for whom the caller acts.' })
  postNeed(@Arg('input', () => PostNeed) input: PostNeed, @Ctx() { services, viewer }: Context) {
    return services.needs.post(viewer, input);
  }

  @Authorized()
  @Mutation(() => Need, { description: 'Takes a need one step further, by those who look for it: one of `can`.' })
  moveNeed(
    @Arg('id', () => ID) id: string,
    @Arg('move', () => NeedMoveEnum) move: NeedMove,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.needs.move(viewer, id, move);
  }

  @Authorized()
  @Mutation(() => Need, { description: 'Answers a need, by the workshop for which the caller acts.' })
  answerNeed(@Arg('input', () => AnswerNeed) input: AnswerNeed, @Ctx() { services, viewer }: Context) {
    return services.needs.answer(viewer, input);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'About how much; null for any.' })
  quantity(@Root() { quantity }: Need) {
    return saidQuantity(quantity);
  }

  @FieldResolver(() => PartyCard, { description: 'Who looks for it.' })
  seeker(@Root() { party }: Need, @Ctx() { loaders }: Context) {
    return loaders.party.load(party);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller is of those who look for it.' })
  ours(@Root() { party }: Need, @Ctx() { viewer }: Context) {
    return speaksFor(viewer, party);
  }

  @FieldResolver(() => [NeedMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() need: Need, @Ctx() { viewer, services }: Context): (keyof typeof needMoves)[] {
    return openNeedMoves(need, speaksFor(viewer, need.party) ? 'seeker' : undefined, services.clock());
  }

  @FieldResolver(() => [NeedAnswer], {
    description: 'What workshops answered, oldest first: all of it for those who look, their own for the others.',
  })
  answers(@Root() { answers, party }: Need, @Ctx() { viewer }: Context): NeedAnswer[] {
    return answers.filter(
      ({ workshopId }) => speaksFor(viewer, party) || speaksFor(viewer, { scope: 'workshop', id: workshopId }),
    );
  }
}

@Resolver(() => NeedAnswer)
export class NeedAnswerResolver {
  @FieldResolver(() => Workshop, { description: 'The workshop that answers.' })
  workshop(@Root() { workshopId }: NeedAnswer, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(workshopId);
  }

  @FieldResolver(() => Listing, { nullable: true, description: 'The lot that it offers.' })
  listing(@Root() { listingId }: NeedAnswer, @Ctx() { loaders }: Context) {
    return listingId ? loaders.listing.load(listingId) : null;
  }
}

@Resolver(() => NeedMatch)
export class NeedMatchResolver {
  @FieldResolver(() => Need, { description: 'What is looked for.' })
  need(@Root() { need }: NeedMatch) {
    return need;
  }

  @FieldResolver(() => Listing, { description: 'The lot.' })
  listing(@Root() { listing }: NeedMatch) {
    return listing;
  }
}

const inPeople = ({ requirement }: NeedComparison, values: number[]) =>
  requirement === 'quantity' ? values.map((value) => value / thousandths) : values;

@Resolver(() => NeedComparison)
export class NeedComparisonResolver {
  @FieldResolver(() => [Float], { description: 'What is asked: millimetres, a quantity, kilometres.' })
  asked(@Root() reason: NeedComparison) {
    return inPeople(reason, reason.asked);
  }

  @FieldResolver(() => [Float], { description: 'What there is; empty when nobody said.' })
  found(@Root() reason: NeedComparison) {
    return inPeople(reason, reason.found);
  }
}
