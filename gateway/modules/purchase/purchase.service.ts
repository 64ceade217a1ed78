import { kinds } from '../../../schema/kinds.ts';
import { thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, asVerified, demand, leads, type Party, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import type { ClaimReader } from '../sharing/claim-reader.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Receipt, ReceiptRecord } from './receipt.entity.ts';
import type { PurchaseShare } from './purchase.entity.ts';
import type { NoteDelivery, PurchaseShareArgs } from './purchase.inputs.ts';
import { storedQuantity, whatIf } from './purchase.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  ledger: LedgerService;
  listings: ListingService;
  claimReader: ClaimReader;
  notices: NoticeService;
}

/** Group purchases before they are ordered (what a pledge would cost), and after (what came in). */
export class PurchaseService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What a pledge would come to beside those that stand. Nothing is taken. */
  async share(viewer: Viewer, { listingId, quantity }: PurchaseShareArgs): Promise<PurchaseShare> {
    asPerson(viewer);
    const listing = await this.#purchase(viewer, listingId);
    const mine = storedQuantity(quantity, listing.measure);
    const standing = await ClaimRecord.find(
      { listingId, status: { $in: ['agreed', 'ordered', 'received'] } },
      { quantity: 1 },
    )
      .sort({ askedAt: 1, _id: 1 })
      .lean();
    const { next, ...sums } = whatIf(listing, standing, mine);
    return {
      ...sums,
      pledged: sums.pledged / thousandths,
      quantity: sums.quantity / thousandths,
      missing: sums.missing / thousandths,
      ...(next && { next: { missing: next.missing / thousandths, cents: next.cents } }),
    };
  }

  /** Notes what came in, by those who organise it; everyone who ordered is told. Never more than was ordered. */
  async deliver(viewer: Viewer, input: NoteDelivery): Promise<Listing> {
    const person = asVerified(viewer);
    const { clock, newId, ledger, claimReader } = this.#deps;
    const { idempotencyKey: key, ...said } = input;
    await once({ by: person.id, key, operation: 'noteDelivery', arguments: said, at: clock() }, async () => {
      const listing = await ledger.claim(said.listingId);
      demand(viewer, leads(viewer, { scope: 'workshop', id: listing.workshopId }));
      const { sharing } = kinds[listing.kind];
      if (sharing !== 'pledges' || listing.status !== 'confirmed')
        throw new Refusal('sharing.closedMove', { status: listing.status });
      const quantity = storedQuantity(said.quantity, listing.measure);
      const came = (await this.deliveredOfEach([listing._id])).get(listing._id) ?? 0;
      const left = (await claimReader.agreedOf(listing._id)) - came;
      if (quantity > left)
        throw new Refusal('purchase.tooMuch', { left: left / thousandths, measure: listing.measure });
      const note = said.note.trim();
      const at = clock();
      await ReceiptRecord.create([{ _id: newId(), listingId: listing._id, personId: person.id, quantity, note, at }]);
      await this.#tell(listing, { quantity, note, left: left - quantity });
      return listing._id;
    });
    return this.#deps.listings.get(viewer, said.listingId);
  }

  /** Thousandths that came in, of each. */
  async deliveredOfEach(listingIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await ReceiptRecord.aggregate<{ _id: string; sum: number }>([
      { $match: { listingId: { $in: [...listingIds] } } },
      { $group: { _id: '$listingId', sum: { $sum: '$quantity' } } },
    ]);
    return new Map(rows.map(({ _id, sum }) => [_id, sum]));
  }

  /** What came in, of each, oldest first. */
  async receiptsOfEach(listingIds: readonly string[]): Promise<Receipt[]> {
    return ReceiptRecord.find({ listingId: { $in: [...listingIds] } })
      .sort({ listingId: 1, at: 1, _id: 1 })
      .limit(500)
      .lean();
  }

  async #purchase(viewer: Viewer, id: string): Promise<Listing> {
    const listing = await this.#deps.listings.get(viewer, id);
    if (kinds[listing.kind].sharing !== 'pledges') throw notFound('listing');
    return listing;
  }

  async #tell(listing: Listing, came: { quantity: number; note: string; left: number }): Promise<void> {
    const waiting = await ClaimRecord.find(
      { listingId: listing._id, status: 'ordered' },
      { party: 1, personId: 1 },
    ).lean();
    const workshop = await WorkshopRecord.findById(listing.workshopId, { name: 1, city: 1 }).lean();
    const to: Party[] = waiting.flatMap(({ party, personId }) => [party, { scope: 'person', id: personId }]);
    if (to.length === 0) return;
    await this.#deps.notices.tell({
      topic: 'listing',
      subjectId: listing._id,
      event: 'purchase.delivered',
      to,
      params: {
        listing: listing._id,
        kind: listing.kind,
        name: listing.name,
        quantity: came.quantity / thousandths,
        left: came.left / thousandths,
        measure: listing.measure,
        workshop: workshop?.name ?? '',
        city: workshop?.city ?? '',
        note: came.note || null,
      },
    });
  }
}
