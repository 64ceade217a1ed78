import { Args, Authorized, Ctx, FieldResolver, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { audiencesOf } from '../identity/viewer.ts';
import { Happening } from './notice.entity.ts';

@ObjectType({ description: 'A page of what happened.' })
export class HappeningPage extends PageType(Happening) {}

@Resolver()
export class NoticeResolver {
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
