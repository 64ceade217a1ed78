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
import { MaxLength } from 'class-validator';
import type { ApplicationActor, ApplicationMove, SwapMove } from '../../../schema/jobs.ts';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { Attachment, FileDownloadPage } from '../files/file.entity.ts';
import { lenderOf } from '../identity/sides.ts';
import { speaksFor } from '../identity/viewer.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import {
  Application,
  ApplicationActorEnum,
  ApplicationLine,
  ApplicationMoveEnum,
  ApplicationNote,
  ApplicationPage,
} from './application.entity.ts';
import {
  ApplicationsArgs,
  Apply,
  AskSwap,
  MoveApplicationArgs,
  MoveSwapArgs,
  ProposeInterview,
} from './application.inputs.ts';
import { openApplicationMoves } from './application.rules.ts';
import { Swap, SwapMoveEnum } from './swap.entity.ts';

@ArgsType()
class NoteApplicationArgs {
  @Field(() => ID, { description: 'The application.' })
  @MaxLength(64)
  id!: string;

  @Field(() => String, { description: 'The note.' })
  @MaxLength(limits.note)
  text!: string;
}

/** The side of the caller, with what the page has loaded already. */
async function sideOf({ personId, listingId }: Application, { viewer, loaders }: Context) {
  if (viewer.kind !== 'person') return undefined;
  if (viewer.id === personId) return 'candidate';
  const [listing, shares] = await Promise.all([loaders.listing.load(listingId), loaders.sharesOf.load(listingId)]);
  const sharers = shares.map(({ workshopId: id }) => ({ scope: 'workshop' as const, id }));
  const employers = [...(listing ? [lenderOf(listing)] : []), ...sharers];
  return employers.some((party) => speaksFor(viewer, party)) ? 'employer' : undefined;
}

@Resolver(() => Application)
export class ApplicationResolver {
  @Authorized()
  @Query(() => Application, { description: 'An application, for the candidate and those who answer for the job.' })
  application(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.get(viewer, id);
  }

  @Authorized()
  @Query(() => ApplicationPage, {
    description: 'The applications for a job, for whoever offers it and the workshops that share it.',
  })
  applications(@Args(() => ApplicationsArgs) args: ApplicationsArgs, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.ofListing(viewer, args);
  }

  @Authorized()
  @Query(() => ApplicationPage, { description: 'The applications of the caller, the last first.' })
  myApplications(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.mine(viewer, args);
  }

  @Authorized()
  @Mutation(() => Application, {
    description: 'Applies for a shared job that is published. The CV is sent next, as a file.',
  })
  apply(@Arg('input', () => Apply) input: Apply, @Ctx() { services, viewer }: Context) {
    return services.applications.apply(viewer, input);
  }

  @Authorized()
  @Mutation(() => Application, {
    description: 'Takes an application one step further, by who may: one of `can`. Hiring one answers the others.',
  })
  moveApplication(@Args(() => MoveApplicationArgs) args: MoveApplicationArgs, @Ctx() { services, viewer }: Context) {
    return services.applications.move(viewer, args.id, args.move, args.note);
  }

  @Authorized()
  @Mutation(() => Application, { description: 'Proposes times for an interview, by a workshop that shares the job.' })
  proposeInterview(
    @Arg('input', () => ProposeInterview) input: ProposeInterview,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.applications.propose(viewer, input);
  }

  @Authorized()
  @Mutation(() => Application, { description: 'The candidate chooses one of the times.' })
  chooseInterview(
    @Arg('id', () => ID) id: string,
    @Arg('slot', () => Date) slot: Date,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.applications.choose(viewer, id, slot);
  }

  @Authorized()
  @Mutation(() => Application, { description: 'Notes something that the workshops of the job share.' })
  noteApplication(@Args(() => NoteApplicationArgs) args: NoteApplicationArgs, @Ctx() { services, viewer }: Context) {
    return services.applications.note(viewer, args.id, args.text);
  }

  @FieldResolver(() => Listing, { description: 'The job.' })
  listing(@Root() { listingId }: Application, @Ctx() { loaders }: Context) {
    return loaders.listing.load(listingId);
  }

  @FieldResolver(() => PartyCard, { description: 'Who applies.' })
  candidate(@Root() { personId }: Application, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The candidate’s address, for the workshops to write to.',
  })
  async email(@Root() { personId }: Application, @Ctx() { services }: Context) {
    return (await services.people.person(personId))?.email;
  }

  @FieldResolver(() => ApplicationActorEnum, { nullable: true, description: 'The side on which the caller stands.' })
  side(@Root() application: Application, @Ctx() context: Context): Promise<ApplicationActor | undefined> {
    return sideOf(application, context);
  }

  @FieldResolver(() => [ApplicationMoveEnum], { description: 'The steps open to the caller now.' })
  async can(@Root() application: Application, @Ctx() context: Context): Promise<ApplicationMove[]> {
    return openApplicationMoves(application.status, await sideOf(application, context));
  }

  @FieldResolver(() => [ApplicationNote], { description: 'What the workshops noted; never shown to the candidate.' })
  notes(@Root() { notes, personId }: Application, @Ctx() { viewer }: Context): ApplicationNote[] {
    return viewer.kind === 'person' && viewer.id === personId ? [] : notes;
  }

  @FieldResolver(() => Attachment, { nullable: true, description: 'The CV, if one was sent.' })
  async cv(@Root() { _id }: Application, @Ctx() { loaders }: Context) {
    return (await loaders.filesOf.load({ purpose: 'cv', subjectId: _id }))[0] ?? null;
  }

  @FieldResolver(() => FileDownloadPage, { description: 'Who downloaded the CV, the last first.' })
  downloads(@Root() { _id }: Application, @Args(() => PageArgs) args: PageArgs, @Ctx() { services }: Context) {
    return services.downloads.logOf('cv', _id, args);
  }
}

@ObjectType({ description: 'What a network has to do with the jobs that it offers, for its people.' })
class NetworkDesk {
  @Field(() => ID, { name: 'networkId', description: 'The network.' })
  id!: string;
}

@Resolver(() => NetworkDesk)
export class NetworkDeskResolver {
  @Authorized()
  @Query(() => NetworkDesk, { description: 'What a network has to do with the jobs that it offers, for its people.' })
  networkDesk(@Arg('networkId', () => ID) networkId: string, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.deskOf(viewer, networkId);
  }

  @FieldResolver(() => [Application], { description: 'Applications that nobody has answered, 50 at most.' })
  applications(@Root() { id }: NetworkDesk, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.waiting(viewer, { scope: 'network', id });
  }

  @FieldResolver(() => [Application], { description: 'Interviews that are fixed, and not decided yet, 50 at most.' })
  interviews(@Root() { id }: NetworkDesk, @Ctx() { services, viewer }: Context) {
    return services.applicationReader.interviews(viewer, { scope: 'network', id });
  }
}

@Resolver(() => ApplicationNote)
export class ApplicationNoteResolver {
  @FieldResolver(() => PartyCard, { description: 'Who wrote it.' })
  person(@Root() { personId }: ApplicationNote, @Ctx() { loaders }: Context) {
    return loaders.party.load({ scope: 'person', id: personId });
  }

  @FieldResolver(() => PartyCard, { description: 'For whom: a workshop of the job, or the network that offers it.' })
  party(@Root() { party }: ApplicationNote, @Ctx() { loaders }: Context) {
    return loaders.party.load(party);
  }
}

@Resolver(() => ApplicationLine)
export class ApplicationLineResolver {
  @FieldResolver(() => PartyCard, { nullable: true, description: 'Who did it; null for what happens by itself.' })
  person(@Root() { personId }: ApplicationLine, @Ctx() { loaders }: Context) {
    return personId ? loaders.party.load({ scope: 'person', id: personId }) : null;
  }
}

@Resolver(() => Swap)
export class SwapResolver {
  @Authorized()
  @Mutation(() => Swap, { description: 'Asks another workshop of a job for a half-day, for whom the caller acts.' })
  askSwap(@Arg('input', () => AskSwap) input: AskSwap, @Ctx() { services, viewer }: Context) {
    return services.swaps.ask(viewer, input);
  }

  @Authorized()
  @Mutation(() => Swap, { description: 'Agrees to a swap, refuses it, or takes it back.' })
  moveSwap(@Args(() => MoveSwapArgs) { id, move }: MoveSwapArgs, @Ctx() { services, viewer }: Context) {
    return services.swaps.move(viewer, id, move);
  }

  @FieldResolver(() => Workshop, { description: 'Who asks.' })
  asker(@Root() { askerId }: Swap, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(askerId);
  }

  @FieldResolver(() => Workshop, { description: 'Who is asked.' })
  other(@Root() { otherId }: Swap, @Ctx() { loaders }: Context) {
    return loaders.loanWorkshop.load(otherId);
  }

  @FieldResolver(() => [SwapMoveEnum], { description: 'The steps open to the caller now.' })
  can(@Root() swap: Swap, @Ctx() { services, viewer }: Context): SwapMove[] {
    return viewer.kind === 'person' ? services.swaps.openMoves(viewer, swap) : [];
  }
}
