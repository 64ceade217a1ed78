import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { FeedScope } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { AddCalendarInput } from './agenda.inputs.ts';
import { ExternalCalendar } from './external.entity.ts';
import { Feed, FeedAddress, FeedScopeEnum } from './feed.entity.ts';

@Resolver()
export class AgendaResolver {
  @Authorized()
  @Query(() => [Feed], { description: 'The calendar addresses that the caller has, 60 at most.' })
  myFeeds(@Ctx() { services, viewer }: Context) {
    return services.feeds.mine(viewer);
  }

  @Authorized()
  @Mutation(() => FeedAddress, {
    description:
      'Makes the calendar address of a feed, or a new one: the former stops working. It gives what its owner may see; of a machine, others see only when it is taken.',
  })
  renewFeed(
    @Arg('scope', () => FeedScopeEnum) scope: FeedScope,
    @Arg('subjectId', () => ID, { nullable: true, description: 'The workshop or machine; none for oneself.' })
    subjectId: string | null | undefined,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.feeds.renew(viewer, scope, subjectId ?? '');
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Ends a calendar address of one’s own.' })
  revokeFeed(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.feeds.revoke(viewer, id);
  }

  @Authorized()
  @Query(() => [ExternalCalendar], {
    description: 'Calendars that a workshop keeps elsewhere, 20 at most; for its people.',
  })
  externalCalendars(@Arg('workshopId', () => ID) workshopId: string, @Ctx() { services, viewer }: Context) {
    return services.externalCalendars.of(viewer, workshopId);
  }

  @Authorized()
  @Mutation(() => ExternalCalendar, {
    description: 'Has the busy times of a calendar block a machine or a whole workshop. Read before it is kept.',
  })
  addExternalCalendar(
    @Arg('input', () => AddCalendarInput) input: AddCalendarInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.externalCalendars.add(viewer, input);
  }

  @Authorized()
  @Mutation(() => ExternalCalendar, { description: 'Reads a calendar again now.' })
  readExternalCalendar(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.externalCalendars.refresh(viewer, id);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Forgets a calendar and gives back the time that it took.' })
  removeExternalCalendar(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.externalCalendars.remove(viewer, id);
  }
}

@Resolver(() => ExternalCalendar)
export class ExternalCalendarResolver {
  @FieldResolver(() => Resource, { nullable: true, description: 'The machine; none for the whole workshop.' })
  resource(@Root() { resourceId }: ExternalCalendar, @Ctx() { loaders }: Context) {
    return resourceId ? loaders.loanResource.load(resourceId) : null;
  }
}
