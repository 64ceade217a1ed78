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
  Root,
} from 'type-graphql';
import { groupLimits } from '../../../schema/loans.ts';
import type { Context } from '../../context.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { Basket, BasketLine } from './basket.entity.ts';
import { BasketLineInput, SubmitBasketInput } from './basket.inputs.ts';
import { LoanGroup } from './loan-group.entity.ts';

@ArgsType()
class BasketLinesArgs {
  @Field(() => [BasketLineInput], { description: `The lines, ${groupLimits.lines} at most.` })
  @ArrayMaxSize(groupLimits.lines)
  @ValidateNested({ each: true })
  lines!: BasketLineInput[];
}

@Resolver(() => Basket)
export class BasketResolver {
  @Authorized()
  @Query(() => Basket, { description: 'The basket of the caller, each line looked at now.' })
  basket(@Ctx() { services, viewer }: Context) {
    return services.baskets.mine(viewer);
  }

  @Query(() => Int, { description: 'How many lines the basket of the caller has; 0 for a visitor.' })
  basketCount(@Ctx() { services, viewer }: Context) {
    return services.baskets.count(viewer);
  }

  @Query(() => Basket, { description: 'Lines that a visitor keeps in their browser, looked at as a basket.' })
  previewBasket(@Args(() => BasketLinesArgs) { lines }: BasketLinesArgs, @Ctx() { services, viewer }: Context) {
    return services.baskets.look(viewer, lines);
  }

  @Authorized()
  @Mutation(() => Basket, { description: 'Puts lines into the basket. The same wish twice stays one line.' })
  addToBasket(@Args(() => BasketLinesArgs) { lines }: BasketLinesArgs, @Ctx() { services, viewer }: Context) {
    return services.baskets.add(viewer, lines);
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
  @Mutation(() => Basket, { description: 'Takes a line out of the basket.' })
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
    description: 'Asks for all that is in the basket: one loan per unit. As a whole, or each line for itself.',
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
