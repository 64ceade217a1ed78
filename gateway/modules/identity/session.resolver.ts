import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { AccountSession } from './session.entity.ts';

@Resolver(() => AccountSession)
export class SessionResolver {
  @Authorized()
  @Query(() => [AccountSession], { description: 'Where the caller is signed in.' })
  mySessions(@Ctx() { services, viewer }: Context) {
    return services.sessions.mine(viewer);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Ends one of the caller’s sessions.' })
  async endSession(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    await services.sessions.end(viewer, id);
    return true;
  }

  @Authorized()
  @Mutation(() => Int, { description: 'Ends every session of the caller but this one; says how many.' })
  endOtherSessions(@Ctx() { services, viewer }: Context) {
    return services.sessions.endOthers(viewer);
  }
}
