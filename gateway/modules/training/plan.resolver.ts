import { MaxLength, MinLength } from 'class-validator';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { SkillPlan, TrainingWish } from './demand.entity.ts';

@ObjectType({ description: 'A page of skills, those that are missing most first.' })
class SkillPlanPage extends PageType(SkillPlan) {}

@ObjectType({ description: 'A page of trainings wished for.' })
class TrainingWishPage extends PageType(TrainingWish) {}

@ArgsType()
class TrainingPlanArgs extends PageArgs {
  @Field(() => String, { description: 'The network: its code or its id.' })
  @MaxLength(64)
  networkCode!: string;
}

@ArgsType()
class WishArgs {
  @Field(() => String, { description: 'The accreditation, as machines ask for it: Laser niveau 1.' })
  @MinLength(2)
  @MaxLength(limits.name)
  name!: string;

  @Field(() => String, { description: 'Near this place: a postal code, a town, or latitude,longitude.' })
  @MinLength(1)
  @MaxLength(limits.line)
  place!: string;
}

@Resolver()
export class TrainingPlanResolver {
  @Authorized()
  @Query(() => SkillPlanPage, {
    description: 'Skills asked for in the territory of a network against those given there, for its people.',
  })
  trainingPlan(@Args(() => TrainingPlanArgs) args: TrainingPlanArgs, @Ctx() { services, viewer }: Context) {
    return services.trainingPlans.plan(viewer, args.networkCode, args);
  }

  @Authorized()
  @Query(() => TrainingWishPage, { description: 'What the caller wishes to learn, newest first.' })
  myTrainingWishes(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.trainingPlans.wishes(viewer, args);
  }

  @Authorized()
  @Mutation(() => TrainingWish, {
    description: 'Says that the caller wishes for a training. Once for each skill: a second time changes the first.',
  })
  wishTraining(@Args(() => WishArgs) { name, place }: WishArgs, @Ctx() { services, viewer }: Context) {
    return services.trainingPlans.wish(viewer, name, place);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Takes a wish back, by who made it.' })
  dropTrainingWish(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.trainingPlans.dropWish(viewer, id);
  }
}
