import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { MaterialReuse } from './reuse.entity.ts';
import { ReuseArgs } from './reuse.inputs.ts';

@Resolver()
export class ReuseResolver {
  @Authorized()
  @Query(() => MaterialReuse, { description: 'Kilograms kept out of the bin, for those of the workshop or network.' })
  materialReuse(@Args(() => ReuseArgs) args: ReuseArgs, @Ctx() { services, viewer }: Context) {
    return services.reuse.of(viewer, args);
  }
}
