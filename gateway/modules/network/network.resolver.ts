import { MaxLength } from 'class-validator';
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
import {
  limits,
  type MembershipMove,
  membershipMoveNames,
  type MembershipStatus,
  type Role,
} from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import { Root } from '../../platform/root.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { Membership, MembershipStatusEnum, Network } from './network.entity.ts';
import { AskMembershipInput, CreateNetworkInput } from './network.inputs.ts';

const MembershipMoveEnum = enumOf('MembershipMove', membershipMoveNames, 'A step of a membership.');

@ObjectType({ description: 'A page of networks.' })
class NetworkPage extends PageType(Network) {}

@ObjectType({ description: 'A page of memberships.' })
class MembershipPage extends PageType(Membership) {}

@ArgsType()
class MoveMembershipArgs {
  @Field(() => ID, { description: 'The membership.' })
  @MaxLength(64)
  id!: string;

  @Field(() => MembershipMoveEnum, { description: 'The step.' })
  move!: MembershipMove;

  @Field(() => String, { nullable: true, description: 'What to say with it; the other side reads it.' })
  @MaxLength(limits.note)
  note?: string;
}

@Resolver(() => Network)
export class NetworkResolver {
  @FieldResolver(() => [PartyCard], { description: 'Those who lead or coordinate it.' })
  async people(@Root() { _id }: Network, @Ctx() { loaders }: Context) {
    const held = await loaders.mandatesIn.load({ scope: 'network', id: _id });
    return loaders.party.loadMany(held.map(({ personId }) => ({ scope: 'person' as const, id: personId })));
  }

  @FieldResolver(() => [String], { description: 'Names of the départements that it covers.' })
  departementNames(@Root() { departements }: Network, @Ctx() { services }: Context): string[] {
    return departements.map((code) => services.places.departementName(code));
  }

  @FieldResolver(() => [String], { description: 'Roles that the caller holds in it.' })
  myRoles(@Root() { _id }: Network, @Ctx() { viewer }: Context): Role[] {
    return viewer.kind === 'person'
      ? viewer.roles.filter(({ scopeId }) => scopeId === _id).map(({ role }) => role)
      : [];
  }

  @Query(() => Network, { description: 'A network, by its code or its id. Public.' })
  network(@Arg('code', () => String) code: string, @Ctx() { services }: Context) {
    return services.networks.get(code.slice(0, 64));
  }

  @Query(() => NetworkPage, { description: 'Every network, by name. Public.' })
  networks(@Args(() => PageArgs) args: PageArgs, @Ctx() { services }: Context) {
    return services.networks.list(args);
  }

  @Authorized()
  @Mutation(() => Network, { description: 'Opens a network, by a platform admin.' })
  createNetwork(
    @Arg('input', () => CreateNetworkInput) input: CreateNetworkInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.networks.create(viewer, input);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Workshop, { description: 'The workshop.' })
  async workshop(@Root() { workshopId }: Membership, @Ctx() { loaders }: Context) {
    const workshop = await loaders.workshop.load(workshopId);
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  @FieldResolver(() => Network, { description: 'The network.' })
  async network(@Root() { networkId }: Membership, @Ctx() { loaders }: Context) {
    const network = await loaders.network.load(networkId);
    if (!network) throw notFound('network');
    return network;
  }

  @FieldResolver(() => [MembershipMoveEnum], { description: 'The steps that the caller may take now.' })
  can(@Root() membership: Membership, @Ctx() { services, viewer }: Context) {
    return services.memberships.can(viewer, membership);
  }

  @Query(() => MembershipPage, {
    description: 'Memberships of a network, oldest first. Members are public; the others are for its people.',
  })
  memberships(
    @Arg('networkCode', () => String, { description: 'Code of the network, or its id.' }) networkCode: string,
    @Arg('status', () => MembershipStatusEnum, { defaultValue: 'admitted', description: 'Where they stand.' })
    status: MembershipStatus,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.memberships.list(viewer, networkCode.slice(0, 64), status, args);
  }

  @Authorized()
  @Mutation(() => Membership, { description: 'Asks that a workshop join a network, by one of its managers.' })
  askMembership(
    @Arg('input', () => AskMembershipInput) input: AskMembershipInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.memberships.ask(viewer, input);
  }

  @Authorized()
  @Mutation(() => Membership, {
    description: 'Admits or refuses a workshop, by the network’s people; leaves, by a manager of the workshop.',
  })
  moveMembership(
    @Args(() => MoveMembershipArgs) { id, move, note }: MoveMembershipArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.memberships.move(viewer, id, move, note);
  }
}
