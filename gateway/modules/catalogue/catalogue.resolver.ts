import { Arg, Args, Ctx, FieldResolver, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { limits } from '../../../schema/vocabulary.ts';
import type { Context } from '../../context.ts';
import { PageArgs, PageType } from '../../platform/page.ts';
import { fromStored, GeoPoint } from '../../platform/point.ts';
import { Root } from '../../platform/root.ts';
import { leads } from '../identity/viewer.ts';
import { Workshop } from '../workshop/workshop.entity.ts';
import { Capability } from './capability.entity.ts';
import { MachineModel } from './machine-model.entity.ts';
import { Outage } from './outage.entity.ts';
import { Resource } from './resource.entity.ts';
import { EquipmentSearchPage } from './search.entity.ts';
import { EquipmentFilter } from './search-filter.entity.ts';
import { SearchEquipmentArgs } from './search.inputs.ts';

@ObjectType({ description: 'A page of machines.' })
export class ResourcePage extends PageType(Resource) {}

@Resolver(() => Resource)
export class CatalogueResolver {
  @Query(() => Resource, { description: 'A machine. A draft is shown to the people of its workshop. Public.' })
  equipment(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.catalogue.get(viewer, id);
  }

  @Query(() => ResourcePage, {
    description: 'The machines of a workshop, by name; all of them for its people. Public.',
  })
  equipmentOf(
    @Arg('workshopId', () => ID) workshopId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.catalogue.ofWorkshop(viewer, workshopId, args);
  }

  @Query(() => EquipmentSearchPage, {
    description:
      'Machines by what they do, where they stand and when they are free, with the counts of every filter. Public.',
  })
  searchEquipment(
    @Args(() => SearchEquipmentArgs) args: SearchEquipmentArgs,
    @Ctx() { services, viewer, loaders }: Context,
  ) {
    return services.search.search(viewer, args, loaders);
  }

  @Query(() => Int, {
    description: 'How many machines answer now; nothing is noted of a search that finds none. Public.',
  })
  async equipmentCount(
    @Arg('filter', () => EquipmentFilter) filter: EquipmentFilter,
    @Ctx() { services, viewer }: Context,
  ) {
    return (await services.search.answering(viewer, filter)).ids.length;
  }

  @FieldResolver(() => Workshop, { description: 'Whose it is, and where it stands.' })
  async workshop(@Root() { workshopId }: Resource, @Ctx() { loaders }: Context) {
    return (await loaders.equipmentWorkshop.load(workshopId))!;
  }

  @FieldResolver(() => GeoPoint, { description: 'Where it stands.' })
  point(@Root() { location }: Resource) {
    return fromStored(location);
  }

  @FieldResolver(() => [Capability], { description: 'What it does, by process and material.' })
  capabilities(@Root() { _id }: Resource, @Ctx() { loaders }: Context) {
    return loaders.capabilitiesOf.load(_id);
  }

  @FieldResolver(() => [Outage], {
    description: 'When its units are out of service, from now on; for those who manage it.',
  })
  outages(@Root() { _id, workshopId }: Resource, @Ctx() { loaders, viewer }: Context) {
    return leads(viewer, { scope: 'workshop', id: workshopId }) ? loaders.outagesOf.load(_id) : [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change it.' })
  canManage(@Root() resource: Resource, @Ctx() { services, viewer }: Context): boolean {
    return services.equipment.manages(viewer, resource);
  }
}

@Resolver(() => MachineModel)
export class MachineModelResolver {
  @Query(() => [MachineModel], {
    description: 'Models whose maker or name begin with these words, to fill in a form. Public.',
  })
  machineModels(
    @Arg('search', () => String, { description: 'Words of the maker and the model.' }) search: string,
    @Arg('limit', () => Int, { defaultValue: 8, description: `How many, ${limits.pageSize} at most.` }) limit: number,
    @Ctx() { services }: Context,
  ) {
    return services.machineModels.search(search, Math.min(Math.max(1, limit), limits.pageSize));
  }

  @Query(() => MachineModel, { nullable: true, description: 'One model. Public.' })
  machineModel(@Arg('id', () => ID) id: string, @Ctx() { services }: Context) {
    return services.machineModels.find(id);
  }

  @FieldResolver(() => [Capability], {
    description: 'What a machine of this model can be expected to do: to be corrected.',
  })
  proposed(@Root() model: MachineModel, @Ctx() { services }: Context) {
    return services.machineModels.proposed(model).map((row) => ({ ...row, _id: row.id }));
  }

  @FieldResolver(() => [String], { description: 'What it does: ids of the taxonomy.' })
  processes(@Root() model: MachineModel, @Ctx() { services }: Context) {
    return [...new Set(services.machineModels.proposed(model).map(({ process }) => process))];
  }
}
