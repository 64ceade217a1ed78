import type { Clock } from '../../platform/clock.ts';
import { isDuplicate, transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { system } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import type { MatchingService } from './matching.service.ts';
import { type Need, type NeedMatch, NeedRecord } from './need.entity.ts';
import type { NeedService } from './need.service.ts';
import { NeedPairRecord, pairId } from './pair.entity.ts';

interface Deps {
  clock: Clock;
  notices: NoticeService;
  matching: MatchingService;
  needs: NeedService;
}

const PER_TURN = 100;
/** So many pairs are told of in one transaction. */
const PER_TELLING = 50;
const NAMES = 3;

/**
 * Tells the two sides of each new pair, once: a need and a lot stand marked from the transaction that changed them until
 * they are compared, and each pair is a row of its own. Several gateways may run it: of two who would tell the same pair,
 * one writes its row.
 */
export class PairingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Ends what has run out, then looks for pairs. How many pairs were told of. */
  async run(): Promise<number> {
    await this.#expire();
    let told = 0;
    for (const need of await NeedRecord.find({ unmatched: true }).limit(PER_TURN).lean())
      told += await this.#look(() => this.#ofNeed(need));
    for (const listing of await ListingRecord.find({ unmatched: true }).limit(PER_TURN).lean())
      told += await this.#look(() => this.#ofListing(listing));
    return told;
  }

  async #ofNeed(need: Need): Promise<number> {
    const told = need.status === 'open' ? await this.#tellNew(await this.#deps.matching.lotsFor(need)) : 0;
    await NeedRecord.updateOne({ _id: need._id, revision: need.revision }, { $unset: { unmatched: 1 } });
    return told;
  }

  async #ofListing(listing: Listing): Promise<number> {
    const told = await this.#tellNew(await this.#deps.matching.needsFor(listing));
    await ListingRecord.updateOne({ _id: listing._id, revision: listing.revision }, { $unset: { unmatched: 1 } });
    return told;
  }

  /** Another gateway told the same at this moment: what is left is looked for again in the next turn. */
  async #look(work: () => Promise<number>): Promise<number> {
    try {
      return await work();
    } catch (error) {
      if (isDuplicate(error)) return 0;
      throw error;
    }
  }

  async #tellNew(matches: readonly NeedMatch[]): Promise<number> {
    let told = 0;
    for (let from = 0; from < matches.length; from += PER_TELLING)
      told += await this.#tell(matches.slice(from, from + PER_TELLING));
    return told;
  }

  #tell(matches: readonly NeedMatch[]): Promise<number> {
    return transaction(async () => {
      const known = await NeedPairRecord.find({ _id: { $in: matches.map(({ id }) => id) } }, { _id: 1 }).lean();
      const fresh = matches.filter(({ id }) => !known.some(({ _id }) => _id === id));
      if (fresh.length === 0) return 0;
      const toldAt = this.#deps.clock();
      await NeedPairRecord.insertMany(
        fresh.map(({ need, listing }) => ({
          _id: pairId(need._id, listing._id),
          needId: need._id,
          listingId: listing._id,
          toldAt,
        })),
      );
      for (const [, group] of groups(fresh, ({ need }) => need._id)) await this.#tellSeeker(group);
      for (const [, group] of groups(fresh, ({ listing }) => listing.workshopId)) await this.#tellOwner(group);
      return fresh.length;
    });
  }

  /** One word for all the lots that came up together. */
  #tellSeeker(group: readonly NeedMatch[]): Promise<void> {
    const { need } = group[0]!;
    const names = group.slice(0, NAMES).map(({ listing }) => listing.name);
    return this.#deps.notices.tell({
      topic: 'need',
      subjectId: need._id,
      event: 'material.found',
      to: [need.party, { scope: 'person', id: need.personId }],
      params: { need: need._id, material: need.materialId, count: group.length, lots: names.join(', ') },
    });
  }

  #tellOwner(group: readonly NeedMatch[]): Promise<void> {
    const { need, listing } = group[0]!;
    const count = new Set(group.map((match) => match.need._id)).size;
    return this.#deps.notices.tell({
      topic: 'need',
      subjectId: need._id,
      event: 'material.wanted',
      to: [{ scope: 'workshop', id: listing.workshopId }],
      params: { need: need._id, material: need.materialId, place: need.place, count, lot: listing.name },
    });
  }

  async #expire(): Promise<void> {
    const over = NeedRecord.find({ status: 'open', until: { $lte: this.#deps.clock() } }, { _id: 1 });
    for (const { _id } of await over.sort({ until: 1 }).limit(PER_TURN).lean()) await this.#end(_id);
  }

  /** What moved on meanwhile is left alone. */
  async #end(id: string): Promise<void> {
    try {
      await this.#deps.needs.move(system, id, 'expire');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}
