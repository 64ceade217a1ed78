import { densityOf } from '../../../schema/densities.ts';
import type { MaterialId } from '../../../schema/taxonomy.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demand, isAdmin, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { Claim } from '../sharing/claim.entity.ts';
import type { ClaimFollower } from '../sharing/claim-step.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import { type MaterialReuse, ReuseRecord } from './reuse.entity.ts';
import type { ReuseArgs } from './reuse.inputs.ts';
import { savedOf, weightOf } from './reuse.rules.ts';

interface Sum {
  _id: MaterialId;
  grams: number;
  estimated: number;
  parts: number;
  unweighed: number;
}

/** Kilograms kept out of the bin, written when a part is received, as it was described then. */
export class ReuseService implements ClaimFollower {
  async advanced({ _id, quantity, status, history }: Claim, listing: Listing): Promise<void> {
    const saved = listing.kind === 'material' && status === 'received' ? savedOf(listing.facts) : undefined;
    if (!saved) return;
    const { _id: listingId, workshopId, networkIds, name, measure, facts } = listing;
    const { at } = history.at(-1)!;
    const weight = weightOf(facts, measure, quantity);
    await ReuseRecord.create([
      { _id, listingId, workshopId, networkIds, name, ...saved, quantity, measure, ...weight, at },
    ]);
  }

  /** By material, over a period, for those who speak for the workshop or the network. */
  async of(viewer: Viewer, { scope, id, from, until }: ReuseArgs): Promise<MaterialReuse> {
    const party: Party = { scope, id };
    demand(viewer, speaksFor(viewer, party) || isAdmin(viewer));
    const field = { workshop: 'workshopId', network: 'networkIds', firm: undefined }[scope];
    if (!field) throw new Refusal('platform.invalid', { field: 'scope' });
    const at = { ...(from && { $gte: from }), ...(until && { $lt: until }) };
    const ifBasis = (basis: string, then: unknown) => ({ $sum: { $cond: [{ $eq: ['$basis', basis] }, then, 0] } });
    const sums = await ReuseRecord.aggregate<Sum>([
      { $match: { [field]: party.id, ...(Object.keys(at).length > 0 && { at }) } },
      {
        $group: {
          _id: '$materialId',
          grams: { $sum: '$grams' },
          estimated: ifBasis('estimated', '$grams'),
          parts: { $sum: 1 },
          unweighed: ifBasis('unknown', 1),
        },
      },
    ]);
    return told(sums.sort((a, b) => b.grams - a.grams || (a._id < b._id ? -1 : 1)));
  }
}

const all = (sums: readonly Sum[], name: 'grams' | 'estimated' | 'parts' | 'unweighed') =>
  sums.reduce((sum, row) => sum + row[name], 0);

const told = (sums: readonly Sum[]): MaterialReuse => ({
  kg: all(sums, 'grams') / 1_000,
  estimatedKg: all(sums, 'estimated') / 1_000,
  parts: all(sums, 'parts'),
  unweighed: all(sums, 'unweighed'),
  materials: sums.map(({ _id, grams, estimated, parts, unweighed }) => {
    const density = estimated > 0 ? densityOf(_id) : undefined;
    return {
      materialId: _id,
      kg: grams / 1_000,
      estimatedKg: estimated / 1_000,
      parts,
      unweighed,
      ...(density && { source: density.source }),
    };
  }),
});
