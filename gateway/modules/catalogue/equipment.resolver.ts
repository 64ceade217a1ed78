import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { CreateEquipmentInput, UpdateEquipmentInput } from './equipment.inputs.ts';
import { Outage } from './outage.entity.ts';
import { Resource } from './resource.entity.ts';
import { AddUnitsInput, OutageInput, UnitInput } from './unit.inputs.ts';

@Resolver()
export class EquipmentResolver {
  @Authorized()
  @Mutation(() => Resource, { description: 'Adds a machine to a workshop, by its managers.' })
  createEquipment(
    @Arg('input', () => CreateEquipmentInput) input: CreateEquipmentInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.equipment.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Changes what is said of a machine, by the managers of its workshop.' })
  updateEquipment(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateEquipmentInput) input: UpdateEquipmentInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.equipment.update(viewer, id, input);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Offers a machine, by the managers of its workshop.' })
  publishEquipment(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.equipment.setStatus(viewer, id, 'published');
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Takes a machine off the shelf; refused while a unit is booked or out.' })
  retireEquipment(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.equipment.setStatus(viewer, id, 'retired');
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Adds units of the same model, with the next codes of the workshop.' })
  addUnits(@Arg('input', () => AddUnitsInput) input: AddUnitsInput, @Ctx() { services, viewer }: Context) {
    return services.units.add(viewer, input);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Changes the label, serial number or place of a unit.' })
  updateUnit(
    @Arg('id', () => ID, { description: 'The equipment.' }) id: string,
    @Arg('unitId', () => ID) unitId: string,
    @Arg('input', () => UnitInput) input: UnitInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.units.update(viewer, id, unitId, input);
  }

  @Authorized()
  @Mutation(() => Resource, { description: 'Removes a unit; refused while it is booked or out, and for the last one.' })
  removeUnit(
    @Arg('id', () => ID, { description: 'The equipment.' }) id: string,
    @Arg('unitId', () => ID) unitId: string,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.units.remove(viewer, id, unitId);
  }

  @Authorized()
  @Mutation(() => Outage, {
    description: 'Takes a unit out of service between two instants; refused where it is booked.',
  })
  setOutOfService(@Arg('input', () => OutageInput) input: OutageInput, @Ctx() { services, viewer }: Context) {
    return services.units.setOutOfService(viewer, input);
  }

  @Authorized()
  @Mutation(() => Outage, { description: 'Puts a unit back in service.' })
  cancelOutOfService(@Arg('outageId', () => ID) outageId: string, @Ctx() { services, viewer }: Context) {
    return services.units.cancelOutOfService(viewer, outageId);
  }
}
