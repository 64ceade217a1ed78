import type { PipelineStage, QueryFilter } from 'mongoose';
import { needLimits } from '../../../schema/needs.ts';
import { isMaterial } from '../../../schema/taxonomy.ts';
import type { Clock } from '../../platform/clock.ts';
import { fromStored } from '../../platform/point.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import { type Facts, type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import { isFor, judge, type Lot, relatedMaterials, verdictOf, type Wanted } from './matching.rules.ts';
import { type Need, type NeedMatch, NeedRecord } from './need.entity.ts';
import { pairId } from './pair.entity.ts';

interface Deps {
  clock: Clock;
  ledger: LedgerService;
}

/** The index measures on another sphere than the rule: it looks a little farther, and the rule decides. */
const SLACK = 1.01;

/** Lots that answer a need and needs that a lot answers, nearest first: one rule, asked from either end. */
export class MatchingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The lots that answer now, of those that the seeker may ask for. */
  async lotsFor(need: Need): Promise<NeedMatch[]> {
    const near = {
      $nearSphere: { $geometry: need.location, $maxDistance: need.radiusKm * SLACK * 1_000 },
    };
    const filter = {
      kind: 'material',
      status: 'open',
      until: { $not: { $lte: this.#deps.clock() } },
      'facts.material': { $in: relatedMaterials(need.materialId) },
      location: near,
    } as QueryFilter<Listing>;
    const listings = await ListingRecord.find(filter).limit(needLimits.compared).lean();
    const left = await this.#deps.ledger.leftOf(listings.map(({ _id }) => _id));
    return matched(listings.map((listing) => ({ need, listing, left: left.get(listing._id) ?? 0 })));
  }

  /** The needs that a lot answers now. */
  async needsFor(listing: Listing): Promise<NeedMatch[]> {
    const { material } = listing.facts;
    const now = this.#deps.clock();
    const isOver = listing.kind !== 'material' || listing.status !== 'open' || (listing.until && listing.until <= now);
    if (isOver || typeof material !== 'string' || !isMaterial(material)) return [];
    const query = { status: 'open', materialId: { $in: relatedMaterials(material) }, until: { $gt: now } };
    const stages: PipelineStage[] = [
      {
        $geoNear: {
          near: listing.location,
          key: 'location',
          distanceField: 'km',
          distanceMultiplier: 0.001,
          maxDistance: needLimits.radiusKm * SLACK * 1_000,
          query,
        },
      },
      { $match: { $expr: { $lte: ['$km', { $multiply: ['$radiusKm', SLACK] }] } } },
      { $limit: needLimits.compared },
    ];
    const needs = await NeedRecord.aggregate<Need>(stages);
    const left = await this.#deps.ledger.left(listing._id);
    return matched(needs.map((need) => ({ need, listing, left })));
  }
}

function matched(pairs: readonly { need: Need; listing: Listing; left: number }[]): NeedMatch[] {
  const found: NeedMatch[] = [];
  for (const { need, listing, left } of pairs) {
    const lot = lotOf(listing, left);
    if (!lot || !isFor(listing, need)) continue;
    const reasons = judge(wantedOf(need), lot);
    const verdict = verdictOf(reasons);
    if (verdict === 'no') continue;
    const km = reasons.find(({ requirement }) => requirement === 'distance')?.found[0] ?? 0;
    found.push({ id: pairId(need._id, listing._id), need, listing, verdict, distanceKm: km, reasons });
  }
  return found.sort((a, b) => a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1));
}

const wantedOf = ({ location, ...need }: Need): Wanted => ({ ...need, point: fromStored(location) });

/** Undefined for what names no material. */
function lotOf({ facts, measure, minimum, location }: Listing, left: number): Lot | undefined {
  const { material } = facts;
  if (typeof material !== 'string' || !isMaterial(material)) return undefined;
  return { materialId: material, ...sizesOf(facts), left, minimum, measure, point: fromStored(location) };
}

function sizesOf(facts: Facts): Pick<Lot, 'thickness' | 'width' | 'length' | 'weight'> {
  const sizes: Pick<Lot, 'thickness' | 'width' | 'length' | 'weight'> = {};
  for (const name of ['thickness', 'width', 'length', 'weight'] as const) {
    const value = facts[name];
    if (typeof value === 'number') sizes[name] = value;
  }
  return sizes;
}
