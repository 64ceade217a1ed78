import type { Collection } from 'mongodb';
import type { CountedKind } from '../../schema/kinds.ts';
import { ClaimRecord } from '../../gateway/modules/sharing/claim.entity.ts';
import { EntryRecord } from '../../gateway/modules/sharing/ledger.entity.ts';
import { ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import { stableId } from '../../gateway/platform/ids.ts';
import { searchWords } from '../../schema/words.ts';
import { type Row, Sheet } from './sheet.ts';

/** What each workshop of a world offers, besides machines. */
const offered = ['training', 'material', 'material', 'purchase'] as const satisfies CountedKind[];
const offeredKinds = [...new Set<CountedKind>(offered)];
export const offersEach = offered.length;
/** Parts asked for of each. */
const claimsEach = 8;
/** No load of a bench uses it up. */
const plenty = 1_000_000_000;

export interface OfferMoulds {
  listings: Record<string, Row[]>;
  claim: Row;
}

const rowsOf = (record: { collection: unknown }) => record.collection as Collection<Row>;

/** Listings that the services opened while they played the demonstration. */
export async function offerMouldsOf(): Promise<OfferMoulds> {
  const listings = await rowsOf(ListingRecord).find({ status: 'open' }).sort({ _id: 1 }).toArray();
  const claim = await rowsOf(ClaimRecord).findOne({ status: 'agreed' }, { sort: { _id: 1 } });
  const byKind = Object.fromEntries(offeredKinds.map((kind) => [kind, listings.filter((row) => row.kind === kind)]));
  const lacking = offeredKinds.find((kind) => byKind[kind]!.length === 0);
  if (!claim || lacking) throw new Error(`The demonstration lacks ${lacking ?? 'a part'} to copy.`);
  return { listings: byKind, claim };
}

export const offerId = (workshop: number, at: number) => stableId('bench listing', String(workshop), String(at));

/** Copies what the demonstration offers into every workshop, each with its ledger. */
export class OfferPlanting {
  readonly #moulds: OfferMoulds;
  readonly #now: Date;
  readonly #listings = new Sheet(ListingRecord);
  readonly #claims = new Sheet(ClaimRecord);
  readonly #entries = new Sheet(EntryRecord);

  constructor(moulds: OfferMoulds, now: Date) {
    this.#moulds = moulds;
    this.#now = now;
  }

  get counts() {
    return { listings: this.#listings.count, claims: this.#claims.count };
  }

  async flush(): Promise<void> {
    for (const sheet of [this.#listings, this.#claims, this.#entries]) await sheet.flush();
  }

  async of(nth: number, site: Row & { name: string; city: string }): Promise<void> {
    for (const [at, kind] of offered.entries()) {
      const moulds = this.#moulds.listings[kind]!;
      await this.#listing(nth, at, site, moulds[(nth + at) % moulds.length]!);
    }
  }

  async #listing(nth: number, at: number, site: Row & { name: string; city: string }, mould: Row): Promise<void> {
    const { _id: workshopId, name, city, ...place } = site;
    const _id = offerId(nth, at);
    const { decideAt: _never, threshold: _none, unmatched: _matched, ...listing } = mould;
    const words = searchWords(`${String(mould.name)} ${name} ${city}`);
    await this.#listings.add({
      ...listing,
      ...{ _id, workshopId, quantity: plenty, revision: 0, ...place },
      searchWords: [...new Set(words)],
    });
    const at0 = { at: this.#now, effectiveAt: this.#now };
    await this.#entries.add({
      ...{ _id: stableId('bench offer', _id), listingId: _id, reason: 'offered', delta: plenty, __v: 0 },
      ...at0,
    });
    for (let n = 0; n < claimsEach; n += 1) {
      const claimId = stableId('bench claim', _id, String(n));
      const owner = { listingId: _id, workshopId, kind: mould.kind, quantity: 1_000 };
      const code = `B${(nth * offersEach * claimsEach + at * claimsEach + n).toString(36).toUpperCase()}`;
      await this.#claims.add({ ...this.#moulds.claim, ...owner, _id: claimId, code });
      await this.#entries.add({
        ...{ _id: stableId('bench part', claimId), listingId: _id, claimId, reason: 'taken', delta: -1_000, __v: 0 },
        ...at0,
      });
    }
  }
}
