import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Balance, BalanceArgs } from './balance.entity.ts';

@Resolver()
export class BalanceResolver {
  @Authorized()
  @Query(() => Balance, {
    description: 'What a workshop gave and had over a period; for who leads it or one of its networks.',
  })
  balance(@Args(() => BalanceArgs) args: BalanceArgs, @Ctx() { services, viewer }: Context) {
    return services.balances.of(viewer, args);
  }
}
