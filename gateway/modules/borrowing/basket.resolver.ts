import { ArrayMaxSize, ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';
import { groupLimits } from '../../../schema/loans.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Basket, BasketLine, BasketPart } from './basket.entity.ts';
import { BasketLineInput, BasketPartInput, SubmitBasketInput } from './basket.inputs.ts';
import { figuresOf, LoanGroup, RefusalFigure } from './loan-group.entity.ts';

@ArgsType()
class BasketLinesArgs {
  @Field(() => [BasketLineInput], { description: `The lines, ${groupLimits.lines} at most.` })
  @ArrayMaxSize(groupLimits.lines)
  @ValidateNested({ each: true })
  lines!: BasketLineInput[];
}

@ArgsType()
class PreviewBasketArgs extends BasketLinesArgs {
  @Field(() => [BasketPartInput], { defaultValue: [], description: `The parts, ${groupLimits.lines} at most.` })
  @ArrayMaxSize(groupLimits.lines)
  @ValidateNested({ each: true })
  parts!: BasketPartInput[];
}

@Resolver(() => Basket)
export class BasketResolver {
  @Authorized()
  @Query(() => Basket, { description: 'The basket of the caller, each line looked at now.' })
  basket(@Ctx() { services, viewer }: Context) {
    return services.baskets.mine(viewer);
  }

  @Query(() => Int, { description: 'How many lines and parts the basket of the caller has; 0 for a visitor.' })
  basketCount(@Ctx() { services, viewer }: Context) {
    return services.baskets.count(viewer);
  }

  @Query(() => Basket, { description: 'What a visitor keeps in their browser, looked at as a basket.' })
  previewBasket(
    @Args(() => PreviewBasketArgs) { lines, parts }: PreviewBasketArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.baskets.look(viewer, lines, parts);
  }

  @Authorized()
  @Mutation(() => Basket, { description: 'Puts lines into the basket. The same wish twice stays one line.' })
  addToBasket(@Args(() => BasketLinesArgs) { lines }: BasketLinesArgs, @Ctx() { services, viewer }: Context) {
    return services.baskets.add(viewer, lines);
  }

  @Authorized()
  @Mutation(() => Basket, {
    description: 'Puts a part of something counted into the basket, or changes that of the same thing.',
  })
  addPartToBasket(@Arg('part', () => BasketPartInput) part: BasketPartInput, @Ctx() { services, viewer }: Context) {
    return services.baskets.addPart(viewer, part);
  }

  @Authorized()
  @Mutation(() => Basket, { description: 'Changes a line: its dates, use, quantity and note. The machine stays.' })
  changeBasketLine(
    @Arg('id', () => ID) id: string,
    @Arg('line', () => BasketLineInput) line: BasketLineInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.baskets.changeLine(viewer, id, line);
  }

  @Authorized()
  @Mutation(() => Basket, { description: 'Takes a line or a part out of the basket.' })
  removeBasketLine(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.baskets.removeLine(viewer, id);
  }

  @Authorized()
  @Mutation(() => Basket, { description: 'Gives all the lines one period.' })
  setBasketPeriod(
    @Arg('from', () => Date) from: Date,
    @Arg('until', () => Date) until: Date,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.baskets.setPeriod(viewer, { from, until });
  }

  @Authorized()
  @Mutation(() => LoanGroup, {
    description:
      'Asks for all that is in the basket: one loan per unit, one claim per part. As a whole, or each for itself.',
  })
  submitBasket(@Arg('input', () => SubmitBasketInput) input: SubmitBasketInput, @Ctx() { services, viewer }: Context) {
    return services.basketRequests.submit(viewer, input);
  }
}

@Resolver(() => BasketLine)
export class BasketLineResolver {
  @FieldResolver(() => Resource, { nullable: true, description: 'The machine; null when it is no longer lent.' })
  async resource(@Root() { resourceId }: BasketLine, @Ctx() { loaders }: Context) {
    const resource = await loaders.loanResource.load(resourceId);
    return resource?.status === 'published' ? resource : null;
  }
}

@Resolver(() => BasketPart)
export class BasketPartResolver {
  @FieldResolver(() => Listing, { nullable: true, description: 'What it is a part of; null when it is gone.' })
  async listing(@Root() { listingId }: BasketPart, @Ctx() { loaders }: Context) {
    const listing = await loaders.listing.load(listingId);
    return listing && listing.status !== 'draft' ? listing : null;
  }

  @FieldResolver(() => [RefusalFigure], { description: 'The figures of what stands in its way.' })
  figures(@Root() { refusalParams }: BasketPart): RefusalFigure[] {
    return figuresOf(refusalParams);
  }
}
