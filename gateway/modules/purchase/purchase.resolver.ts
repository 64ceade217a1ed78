import { Arg, Args, Authorized, Ctx, FieldResolver, Float, Mutation, Query, Resolver } from 'type-graphql';
import { thousandths } from '../../../schema/sharing.ts';
import type { Context } from '../../context.ts';
import { Root } from '../../platform/root.ts';
import { Listing } from '../sharing/listing.entity.ts';
import { Receipt } from './receipt.entity.ts';
import { PurchaseShare } from './purchase.entity.ts';
import { NoteDelivery, PurchaseShareArgs } from './purchase.inputs.ts';

@Resolver(() => Listing)
export class PurchaseResolver {
  @Authorized()
  @Query(() => PurchaseShare, { description: 'What a pledge would come to, to the cent; nothing is taken.' })
  purchaseShare(@Args(() => PurchaseShareArgs) args: PurchaseShareArgs, @Ctx() { services, viewer }: Context) {
    return services.purchases.share(viewer, args);
  }

  @Authorized()
  @Mutation(() => Listing, { description: 'Notes what came in of a purchase, by a manager of its workshop.' })
  noteDelivery(@Arg('input', () => NoteDelivery) input: NoteDelivery, @Ctx() { services, viewer }: Context) {
    return services.purchases.deliver(viewer, input);
  }

  @FieldResolver(() => Float, { description: 'How much came in so far; for purchases.' })
  async delivered(@Root() { _id }: Listing, @Ctx() { loaders }: Context) {
    return (await loaders.deliveredOf.load(_id)) / thousandths;
  }

  @FieldResolver(() => [Receipt], { description: 'What came in, oldest first; for purchases.' })
  receipts(@Root() { _id }: Listing, @Ctx() { loaders }: Context) {
    return loaders.receiptsOf.load(_id);
  }
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => Float, { description: 'How much.' })
  quantity(@Root() { quantity }: Receipt) {
    return quantity / thousandths;
  }
}
