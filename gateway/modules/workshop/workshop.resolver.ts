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
import type { Archetype } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import { fromStored, GeoPoint } from '../../platform/point.ts';
import { Root } from '../../platform/root.ts';
import { WordCorrection } from '../finding/lexicon.entity.ts';
import { PartyCard } from '../identity/person.entity.ts';
import { leads } from '../identity/viewer.ts';
import { Membership, Network } from '../network/network.entity.ts';
import { resemblances } from '../../../schema/archetypes.ts';
import { DirectoryArgs } from './directory.inputs.ts';
import { openingAt } from './opening.rules.ts';
import { ArchetypeEnum, Workshop } from './workshop.entity.ts';
import { CreateWorkshopInput, UpdateWorkshopInput } from './workshop.inputs.ts';

const workshopRights = ['edit', 'invite_manager'] as const;
const WorkshopRightEnum = enumOf('WorkshopRight', workshopRights, 'What the caller may do to a workshop.');

@ObjectType({ description: 'The answers of a workshop to the five questions; null where it has not answered.' })
class ArchetypeAnswerSet {
  @Field(() => String, { nullable: true, description: 'public, association or company.' })
  origin?: string;

  @Field(() => String, { nullable: true, description: 'general, mixed or professional.' })
  public?: string;

  @Field(() => String, { nullable: true, description: 'free, mixed or paid.' })
  pricing?: string;

  @Field(() => String, { nullable: true, description: 'basic, complete or high_performance.' })
  equipment?: string;

  @Field(() => String, { nullable: true, description: 'unbalanced, fragile or balanced.' })
  model?: string;
}

@ObjectType({ description: 'How far a workshop stands from an archetype.' })
class ArchetypeDistance {
  @Field(() => ArchetypeEnum, { description: 'The archetype.' })
  archetype!: Archetype;

  @Field(() => Int, { description: '0 is the archetype itself, 10 its contrary.' })
  distance!: number;
}

@ObjectType({ description: 'Whether a workshop is open now, by the hours that it says.' })
class OpeningNow {
  @Field(() => Boolean, { description: 'Open now.' })
  open!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it closes, while open.' })
  until?: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it opens next, while closed; null when not within three weeks.',
  })
  next?: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A value to filter the directory by, and how many workshops it would leave.',
})
class WorkshopCount {
  @Field(() => String, { description: 'The value: an id of the taxonomy, a code, an archetype.' })
  value!: string;

  @Field(() => Int, { description: 'How many workshops, all other filters kept.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A département to filter the directory by, and how many workshops it would leave.',
})
class DepartementCount extends WorkshopCount {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'The filters of the directory with their counts, the most frequent first.' })
class WorkshopFacets {
  @Field(() => [WorkshopCount], { description: 'Processes, parents included.' })
  processes!: WorkshopCount[];

  @Field(() => [WorkshopCount], { description: 'Materials, parents included.' })
  materials!: WorkshopCount[];

  @Field(() => [DepartementCount], { description: 'Départements, by INSEE code.' })
  departements!: DepartementCount[];

  @Field(() => [WorkshopCount], { description: 'Archetypes.' })
  archetypes!: WorkshopCount[];

  @Field(() => Int, { description: 'How many are open now.' })
  openNow!: number;
}

@ObjectType({ description: 'A page of the directory.' })
class WorkshopPage extends PageType(Workshop) {
  @Field(() => WorkshopFacets, { description: 'What it can be narrowed by.' })
  facets!: WorkshopFacets;

  @Field(() => [WordCorrection], { description: 'Words that were read as others.' })
  corrections!: WordCorrection[];
}

@Resolver(() => Workshop)
export class WorkshopResolver {
  @FieldResolver(() => GeoPoint, { description: 'Where it is.' })
  point(@Root() { location }: Workshop) {
    return fromStored(location);
  }

  @FieldResolver(() => String, { description: 'Name of its département.' })
  departementName(@Root() { departement }: Workshop, @Ctx() { services }: Context): string {
    return services.places.departementName(departement);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the record was read from a file rather than written here.' })
  imported(@Root() { source }: Workshop): boolean {
    return Boolean(source?.id);
  }

  @FieldResolver(() => OpeningNow, {
    nullable: true,
    description: 'Whether it is open now; null when it never said its hours.',
  })
  openingNow(@Root() workshop: Workshop, @Ctx() { services }: Context) {
    return openingAt(workshop, services.clock());
  }

  @FieldResolver(() => ArchetypeAnswerSet, { description: 'Its answers to the five questions.' })
  archetypeAnswers(@Root() { archetypeAnswers }: Workshop) {
    return archetypeAnswers ?? {};
  }

  @FieldResolver(() => [ArchetypeDistance], {
    description: 'How far it stands from each archetype, nearest first; empty until the five questions are answered.',
  })
  archetypeDistances(@Root() { archetypeAnswers }: Workshop) {
    return resemblances(archetypeAnswers ?? {});
  }

  @FieldResolver(() => [PartyCard], { description: 'Those who manage it, by name.' })
  async managers(@Root() { _id }: Workshop, @Ctx() { loaders }: Context) {
    const held = await loaders.mandatesIn.load({ scope: 'workshop', id: _id });
    const managing = held.filter(({ role }) => role === 'workshop_manager');
    return loaders.party.loadMany(managing.map(({ personId }) => ({ scope: 'person' as const, id: personId })));
  }

  @FieldResolver(() => [Network], { description: 'Networks that have admitted it.' })
  async networks(@Root() { networkIds }: Workshop, @Ctx() { loaders }: Context) {
    return (await loaders.network.loadMany(networkIds)).filter((found) => found && !(found instanceof Error));
  }

  @FieldResolver(() => [Membership], { description: 'Its ties with networks, whatever they are: for its own people.' })
  memberships(@Root() { _id }: Workshop, @Ctx() { services, viewer }: Context) {
    return services.memberships.ofWorkshop(viewer, _id);
  }

  @FieldResolver(() => [WorkshopRightEnum], { description: 'What the caller may do to it.' })
  async can(@Root() { _id }: Workshop, @Ctx() { services, viewer }: Context) {
    const party = { scope: 'workshop' as const, id: _id };
    const invites = await services.identity.mayInvite(viewer, party, 'workshop_manager');
    return [...(leads(viewer, party) ? ['edit'] : []), ...(invites ? ['invite_manager'] : [])];
  }

  @Query(() => Workshop, { description: 'A workshop, by the last part of its page’s address or by its id. Public.' })
  workshop(@Arg('slug', () => String) slug: string, @Ctx() { services }: Context) {
    return services.workshops.get(slug.slice(0, 120));
  }

  @Query(() => WorkshopPage, {
    description: 'The directory: words, place, process, material, département, archetype. Public.',
  })
  workshops(@Args(() => DirectoryArgs) args: DirectoryArgs, @Ctx() { services }: Context) {
    return services.directory.search(args);
  }

  @Authorized()
  @Mutation(() => Workshop, {
    description: 'Opens a workshop; the caller is its first manager. Needs a proven e-mail.',
  })
  createWorkshop(
    @Arg('input', () => CreateWorkshopInput) input: CreateWorkshopInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.workshops.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => Workshop, { description: 'Changes what a workshop says of itself, by its managers.' })
  updateWorkshop(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateWorkshopInput) input: UpdateWorkshopInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.workshops.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Workshop, { description: 'Says that an imported record is right as it stands, by the managers.' })
  confirmWorkshop(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.workshops.confirm(viewer, id);
  }
}
