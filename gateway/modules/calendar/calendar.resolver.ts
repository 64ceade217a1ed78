import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Resource } from '../catalogue/resource.entity.ts';
import { EquipmentCalendar } from './freebusy.entity.ts';

@Resolver(() => Resource)
export class CalendarResolver {
  @FieldResolver(() => EquipmentCalendar, {
    description:
      'Its free and busy time: for everybody; who and why for the workshop and the borrowers concerned. Two months at most.',
  })
  async calendar(
    @Root() resource: Resource,
    @Arg('from', () => Date) from: Date,
    @Arg('until', () => Date) until: Date,
    @Ctx() { services, loaders, viewer }: Context,
  ) {
    const workshop = (await loaders.equipmentWorkshop.load(resource.workshopId))!;
    return services.freeBusy.calendarOf(viewer, resource, workshop, { from, until });
  }
}
