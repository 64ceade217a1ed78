import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Photo } from '../files/file.entity.ts';
import { Listing } from '../sharing/listing.entity.ts';

@Resolver(() => Listing)
export class ListingPhotosResolver {
  @FieldResolver(() => [Photo], { description: 'Its photos, oldest first.' })
  photos(@Root() { _id }: Listing, @Ctx() { loaders }: Context) {
    return loaders.filesOf.load({ purpose: 'listing_photo', subjectId: _id });
  }
}
