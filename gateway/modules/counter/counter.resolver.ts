import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Scanned, UnitLabel } from './counter.entity.ts';

@Resolver()
export class CounterResolver {
  @Authorized()
  @Query(() => Scanned, {
    description:
      'What the code of a loan slip, or on the label of a machine, leads to: for its two sides, or its staff.',
  })
  scan(@Arg('code', () => String) code: string, @Ctx() { services, viewer }: Context) {
    return services.scans.read(viewer, code);
  }

  @Authorized()
  @Query(() => [UnitLabel], { description: 'The labels of a workshop’s machines, for its people; 1,000 at most.' })
  unitLabels(@Arg('workshopId', () => ID) workshopId: string, @Ctx() { services, viewer }: Context) {
    return services.scans.labels(viewer, workshopId);
  }
}
