import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Photo } from '../files/file.entity.ts';
import { Workshop } from './workshop.entity.ts';

@Resolver(() => Workshop)
export class WorkshopPhotoResolver {
  @FieldResolver(() => Photo, { nullable: true, description: 'The workshop, as it looks.' })
  async photo(@Root() { _id }: Workshop, @Ctx() { loaders }: Context) {
    return (await loaders.filesOf.load({ purpose: 'workshop_photo', subjectId: _id })).at(-1) ?? null;
  }
}
