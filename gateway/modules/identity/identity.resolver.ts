import { Arg, Authorized, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Locale } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { InviteInput, OrganisationInput } from './identity.inputs.ts';
import { Invitation } from './invitation.entity.ts';
import { LocaleEnum, Mandate, PartyCard } from './person.entity.ts';
import { asPerson, type PersonViewer } from './viewer.ts';

@ObjectType({ description: 'The person who calls.' })
class Me {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'E-mail.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether the e-mail is proven; without it no role counts.' })
  verified!: boolean;

  @Field(() => Boolean, { description: 'Whether they look after the whole platform.' })
  admin!: boolean;
}

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, { nullable: true, description: 'The person who calls; null for a visitor.' })
  me(@Ctx() { viewer }: Context): PersonViewer | null {
    return viewer.kind === 'person' ? viewer : null;
  }

  @FieldResolver(() => PartyCard, { description: 'For whom they act now: an organisation, or themselves.' })
  acting(@Ctx() { viewer, loaders }: Context) {
    return loaders.party.load(asPerson(viewer).acting);
  }

  @FieldResolver(() => [Mandate], { description: 'The roles that they hold.' })
  mandates(@Root() { id }: PersonViewer, @Ctx() { services }: Context) {
    return services.people.mandatesOf(id);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Chooses the language of mails to the caller.' })
  async setLocale(@Arg('locale', () => LocaleEnum) locale: Locale, @Ctx() { services, viewer }: Context) {
    await services.identity.setLocale(viewer, locale);
    return true;
  }
}

@Resolver(() => Mandate)
export class MandateResolver {
  @FieldResolver(() => PartyCard, { description: 'The organisation in which it is held.' })
  organisation(@Root() { scope, scopeId }: Mandate, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope, id: scopeId });
  }

  @FieldResolver(() => PartyCard, { description: 'Who holds it.' })
  person(@Root() { personId }: Mandate, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @Authorized()
  @Query(() => [Mandate], { description: 'The people of an organisation, for those who belong to it.' })
  members(
    @Arg('organisation', () => OrganisationInput) organisation: OrganisationInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.identity.membersOf(viewer, organisation);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Ends a role: one’s own, or another’s by whoever leads the organisation.' })
  removeMandate(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.identity.removeMandate(viewer, id);
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @FieldResolver(() => PartyCard, { description: 'The organisation that invites.' })
  organisation(@Root() { scope, scopeId }: Invitation, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope, id: scopeId });
  }

  @Query(() => Invitation, {
    description: 'The invitation behind the link of a mail; whoever has the link may read it.',
  })
  invitation(@Arg('token', () => String) token: string, @Ctx() { services }: Context) {
    return services.identity.invitation(token);
  }

  @Authorized()
  @Mutation(() => Invitation, { description: 'Invites an address to a role; the link leaves by mail.' })
  invite(
    @Arg('input', () => InviteInput) { organisation, email, role }: InviteInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.identity.invite(viewer, organisation, email, role);
  }

  @Authorized()
  @Mutation(() => PartyCard, { description: 'Accepts an invitation sent to the caller’s proven address.' })
  async acceptInvitation(@Arg('token', () => String) token: string, @Ctx() { services, viewer, loaders }: Context) {
    return loaders.party.load(await services.identity.accept(viewer, token));
  }
}
