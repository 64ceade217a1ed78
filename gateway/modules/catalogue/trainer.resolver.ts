import {
  Arg,
  Args,
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
import type { Context } from '../../context.ts';
import { WiderCircle } from '../../platform/circle.ts';
import { Root } from '../../platform/root.ts';
import { WordCorrection } from '../finding/lexicon.entity.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { FactValue } from '../sharing/listing.entity.ts';
import { OpeningSpan } from '../workshop/workshop.entity.ts';
import { ResourcePage } from './catalogue.resolver.ts';
import { Resource } from './resource.entity.ts';
import type { TrainersFound } from './trainer.service.ts';
import { CreateTrainerInput, TrainersArgs, UpdateTrainerInput } from './trainer.inputs.ts';

@ObjectType({ description: 'A page of trainers.' })
class TrainerPage extends ResourcePage {
  @Field(() => [WordCorrection], { description: 'Words that were read as others.' })
  corrections!: WordCorrection[];
}

@Resolver(() => TrainerPage)
export class TrainerPageResolver {
  @FieldResolver(() => [WiderCircle], {
    description: 'When nobody is found near a place: wider circles in which somebody is, two at most.',
  })
  wider(@Root() { wider }: TrainersFound) {
    return wider();
  }
}

@Resolver(() => Resource)
export class TrainerResolver {
  @Query(() => TrainerPage, {
    description: 'Trainers by skill or by words, the nearest first where a place is said. Public.',
  })
  trainers(@Args(() => TrainersArgs) args: TrainersArgs, @Ctx() { services, viewer }: Context) {
    return services.trainers.list(viewer, args);
  }

  @Authorized()
  @Mutation(() => Resource, {
    description: 'Offers a trainer from a workshop, by its managers; as independent, by anybody of it for themselves.',
  })
  createTrainer(
    @Arg('input', () => CreateTrainerInput) input: CreateTrainerInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.trainers.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => Resource, {
    description: 'Changes what is said of a trainer, by them or the managers who employ them.',
  })
  updateTrainer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTrainerInput) input: UpdateTrainerInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.trainers.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Shows a trainer to others; the first time, only the person can.' })
  publishTrainer(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.trainers.publish(viewer, id);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Offers a trainer no longer; refused while they are booked.' })
  retireTrainer(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.trainers.retire(viewer, id);
  }

  @FieldResolver(() => [FactValue], { description: 'What its kind wants to know, in the order in which it reads.' })
  facts(@Root() { kind, facts }: Resource, @Ctx() { services }: Context): FactValue[] {
    return services.facts.values(kind, facts ?? {});
  }

  @FieldResolver(() => PartyCard, { nullable: true, description: 'The person that it is, of a kind that is one.' })
  person(@Root() { personId }: Resource, @Ctx() { loaders }: Context) {
    return personId ? loaders.party.load({ scope: 'person', id: personId }) : null;
  }

  @FieldResolver(() => [OpeningSpan], { description: 'Hours of its own; those of its workshop, or any, when empty.' })
  hours(@Root() { ownHours = [] }: Resource) {
    return ownHours;
  }
}
