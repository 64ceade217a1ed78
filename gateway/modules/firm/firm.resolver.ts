import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { fromStored, GeoPoint } from '../../platform/point.ts';
import { Root } from '../../platform/root.ts';
import { Firm } from './firm.entity.ts';
import { CreateFirmInput, UpdateFirmInput } from './firm.inputs.ts';

@Resolver(() => Firm)
export class FirmResolver {
  @FieldResolver(() => GeoPoint, { description: 'Where it is.' })
  point(@Root() { location }: Firm) {
    return fromStored(location);
  }

  @Authorized()
  @Query(() => Firm, { description: 'A firm, for those who belong to it.' })
  firm(@Arg('id', () => ID) id: string, @Ctx() { services, viewer }: Context) {
    return services.firms.get(viewer, id);
  }

  @Authorized()
  @Mutation(() => Firm, { description: 'Opens a firm; the caller is its first member. Needs a proven e-mail.' })
  createFirm(@Arg('input', () => CreateFirmInput) input: CreateFirmInput, @Ctx() { services, viewer }: Context) {
    return services.firms.create(viewer, input);
  }

  @Authorized()
  @Mutation(() => Firm, { description: 'Changes a firm, by its members.' })
  updateFirm(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateFirmInput) input: UpdateFirmInput,
    @Ctx() { services, viewer }: Context,
  ) {
    return services.firms.update(viewer, id, input);
  }
}
