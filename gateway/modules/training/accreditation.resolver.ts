import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { type AccreditationState, accreditationStates, skillOf } from '../../../schema/training.ts';
import type { Context } from '../../context.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { Accreditation } from './accreditation.entity.ts';
import { endOf, stateOf } from './accreditation.rules.ts';
import { TrainingPolicy } from './policy.entity.ts';
import { IssueAccreditationInput, TrainingPolicyInput } from './training.inputs.ts';

const AccreditationStateEnum = enumOf('AccreditationState', accreditationStates, 'Where an accreditation stands.');

@ObjectType({ description: 'A page of accreditations.' })
class AccreditationPage extends PageType(Accreditation) {}

@Resolver(() => Accreditation)
export class AccreditationResolver {
  @FieldResolver(() => PartyCard, { description: 'Who holds it.' })
  person(@Root() { personId }: Accreditation, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @FieldResolver(() => Workshop, { description: 'The workshop that issued it.' })
  issuer(@Root() { workshopId }: Accreditation, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(workshopId);
  }

  @FieldResolver(() => Int, { description: 'Its level; 0 when its name says none.' })
  level(@Root() { name }: Accreditation): number {
    return skillOf(name).level;
  }

  @FieldResolver(() => AccreditationStateEnum, { description: 'Whether it opens anything now, or why not.' })
  state(@Root() row: Accreditation, @Ctx() { services }: Context): AccreditationState {
    return stateOf(row, services.clock());
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When it ends, or ended, if it is not used meanwhile; null for never.',
  })
  endsAt(@Root() row: Accreditation): Date | undefined {
    return endOf(row);
  }

  @Authorized()
  @Query(() => AccreditationPage, {
    description: 'The caller’s accreditations; with a workshop, those it issued, for its people.',
  })
  accreditations(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('workshopId', () => ID, { nullable: true }) workshopId: string | undefined,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.accreditations.list(viewer, workshopId, args);
  }

  @Authorized()
  @Mutation(() => Accreditation, {
    description: 'Issues an accreditation, by a manager of the workshop. A second time gives the first.',
  })
  issueAccreditation(
    @Arg('input', () => IssueAccreditationInput) input: IssueAccreditationInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.accreditations.issue(viewer, input);
  }

  @Authorized()
  @Mutation(() => Accreditation, {
    description: 'Revokes an accreditation, by a manager of the workshop that issued it.',
  })
  revokeAccreditation(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.accreditations.revoke(viewer, id);
  }
}

@Resolver(() => TrainingPolicy)
export class TrainingPolicyResolver {
  @Authorized()
  @Query(() => TrainingPolicy, {
    description: 'How long the accreditations of a workshop last and whose it recognises, for its managers.',
  })
  trainingPolicy(@Arg('workshopId', () => ID) workshopId: string, @Ctx() { services, viewer }: Context) {
    return services.trainingPolicies.get(viewer, workshopId);
  }

  @Authorized()
  @Mutation(() => TrainingPolicy, { description: 'Says all of it anew, by a manager of the workshop.' })
  settleTrainingPolicy(
    @Arg('input', () => TrainingPolicyInput) input: TrainingPolicyInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.trainingPolicies.settle(viewer, input);
  }

  @FieldResolver(() => [Workshop], { description: 'Recognised though they share no network.' })
  recognised(@Root() { recognised }: TrainingPolicy, @Ctx() { loaders }: Context) {
    return Promise.all(recognised.map((id) => loaders.loanWorkshop.load(id)));
  }

  @FieldResolver(() => [Workshop], { description: 'Of a network of the workshop, and not recognised.' })
  ignored(@Root() { ignored }: TrainingPolicy, @Ctx() { loaders }: Context) {
    return Promise.all(ignored.map((id) => loaders.loanWorkshop.load(id)));
  }
}
