import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from 'type-graphql';
import { type KindName, kindNames } from '../../../schema/kinds.ts';
import type { NoticeType } from '../../../schema/notices.ts';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { Root } from '../../platform/root.ts';
import { KindEnum } from '../catalogue/resource.entity.ts';
import { audiencesOf } from '../identity/viewer.ts';
import { Notice } from './notice-row.entity.ts';
import { Happening } from './notice.entity.ts';
import { MailTokenArgs, MarkNoticeArgs, NoticePreferencesInput, NoticesArgs } from './notice.inputs.ts';
import { NoticePreferences, NoticeTypeEnum } from './preferences.entity.ts';
import type { MailScope } from './subscription.service.ts';

@ObjectType({ description: 'A page of what happened.' })
class HappeningPage extends PageType(Happening) {}

@ObjectType({ description: 'A page of notifications.' })
class NoticePage extends PageType(Notice) {}

@ObjectType({ description: 'What a link in a mail stops.' })
class MailSubscription {
  @Field(() => String, { description: 'A sort of notification, or `daily` or `weekly` for a digest.' })
  scope!: MailScope;

  @Field(() => Boolean, { description: 'Whether no such mail leaves any more.' })
  stopped!: boolean;
}

@Resolver()
export class NoticeResolver {
  @Authorized()
  @Query(() => NoticePage, { description: 'What the caller is told of, newest first.' })
  notices(@Args(() => NoticesArgs) args: NoticesArgs, @Ctx() { services, viewer }: Context) {
    return services.inbox.page(viewer, args);
  }

  @Query(() => Int, { description: 'How many notifications the caller has not read, 100 at most; 0 for a visitor.' })
  unreadNotices(@Ctx() { services, viewer }: Context) {
    return services.inbox.unread(viewer);
  }

  @Authorized()
  @Mutation(() => Notice, { description: 'Marks a notification of the caller as read, or as to read again.' })
  markNotice(@Args(() => MarkNoticeArgs) { id, read }: MarkNoticeArgs, @Ctx() { services, viewer }: Context) {
    return services.inbox.mark(viewer, id, read);
  }

  @Authorized()
  @Mutation(() => Int, { description: 'Marks all notifications of the caller as read, or all of one sort: how many.' })
  markNotices(
    @Arg('type', () => NoticeTypeEnum, { nullable: true }) type: NoticeType | undefined,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.inbox.markAll(viewer, type);
  }

  @Authorized()
  @Query(() => NoticePreferences, { description: 'How the caller wants to hear of things.' })
  noticePreferences(@Ctx() { services, viewer }: Context) {
    return services.preferences.mine(viewer);
  }

  @Authorized()
  @Mutation(() => NoticePreferences, { description: 'Settles how the caller wants to hear of things.' })
  settleNotices(
    @Arg('input', () => NoticePreferencesInput) input: NoticePreferencesInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.preferences.settle(viewer, input);
  }

  @Query(() => MailSubscription, { description: 'What a link in a mail stops; for whoever holds it.' })
  mailSubscription(@Args(() => MailTokenArgs) { token }: MailTokenArgs, @Ctx() { services }: Context) {
    return services.subscriptions.find(token);
  }

  @Mutation(() => MailSubscription, { description: 'Stops the mails that a link stands for; for whoever holds it.' })
  stopMails(@Args(() => MailTokenArgs) { token }: MailTokenArgs, @Ctx() { services }: Context) {
    return services.subscriptions.stop(token);
  }

  @Mutation(() => MailSubscription, { description: 'Lets mails of one sort leave again; for whoever holds the link.' })
  resumeMails(@Args(() => MailTokenArgs) { token }: MailTokenArgs, @Ctx() { services }: Context) {
    return services.subscriptions.resume(token);
  }

  @Authorized()
  @Query(() => HappeningPage, { description: 'What happened to the caller and their organisations, newest first.' })
  happenings(@Args(() => PageArgs) args: PageArgs, @Ctx() { services, viewer }: Context) {
    return services.notices.mine(viewer, args);
  }

  @Authorized()
  @Subscription(() => Happening, {
    topics: 'HAPPENING',
    filter: ({ payload, context }: { payload: Happening; context: Context }) => {
      const mine = new Set(audiencesOf(context.viewer));
      return payload.audience.some((party) => mine.has(party));
    },
    description: 'What happens to the caller and their organisations, as it happens; read the thing again to see it.',
  })
  happened(@Root() happening: Happening): Happening {
    return happening;
  }
}

const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

@Resolver(() => Happening)
export class HappeningResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What it is about, by name: the machine, the request.' })
  subjectName(@Root() { params = {} }: Happening): string | null {
    return said(params.machine) ?? said(params.title) ?? said(params.name);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code of what it is about: BP-2026-0147.' })
  subjectCode(@Root() { params = {} }: Happening): string | null {
    return said(params.code);
  }
}

@Resolver(() => Notice)
export class NoticeRowResolver {
  @FieldResolver(() => KindEnum, { nullable: true, description: 'The kind of what is lent, where it is about a loan.' })
  kind(@Root() { params = {} }: Notice): KindName | null {
    return kindNames.find((name) => name === params.kind) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it is about, by name: the machine, the request.' })
  subjectName(@Root() { params = {} }: Notice): string | null {
    return said(params.machine) ?? said(params.title) ?? said(params.name);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code of what it is about: BP-2026-0147.' })
  subjectCode(@Root() { params = {} }: Notice): string | null {
    return said(params.code);
  }
}
