import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/page.ts';
import { UnmetDemandPage } from './demand.entity.ts';
import { SavedSearch, SavedSearchPage } from './saved.entity.ts';
import { SaveSearchInput, UpdateSavedSearchInput } from './saved.inputs.ts';

@Resolver(() => SavedSearch)
export class FindingResolver {
  @Authorized()
  @Query(() => SavedSearchPage, { description: 'The searches that the caller keeps, newest first.' })
  savedSearches(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.savedSearches.mine(viewer, args);
  }

  @Authorized()
  @Query(() => SavedSearch, { description: 'A search that the caller keeps.' })
  savedSearch(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.savedSearches.get(viewer, id);
  }

  @Authorized()
  @Query(() => UnmetDemandPage, {
    description: 'What was looked for in vain in a network’s territory, the most frequent first; for its people.',
  })
  unmetDemand(
    @Arg('networkCode', () => String, { description: 'Code of the network, or its id.' }) networkCode: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.demand.ofNetwork(viewer, networkCode.slice(0, 64), args);
  }

  @Authorized()
  @Mutation(() => SavedSearch, {
    description: 'Keeps a search, and tells of machines that come to answer it if asked to.',
  })
  saveSearch(@Arg('input', () => SaveSearchInput) input: SaveSearchInput, @Ctx() { services, viewer }: Context) {
    return services.savedSearches.save(viewer, input);
  }

  @Authorized()
  @Mutation(() => SavedSearch, { description: 'Renames a saved search, starts or stops its alert.' })
  updateSavedSearch(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateSavedSearchInput) input: UpdateSavedSearchInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.savedSearches.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Forgets a saved search.' })
  removeSavedSearch(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.savedSearches.remove(viewer, id);
  }
}
