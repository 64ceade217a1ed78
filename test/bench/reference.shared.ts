import type { Db } from 'mongodb';
import type { PipelineStage } from 'mongoose';
import { storedToKm } from '../../gateway/platform/circle.ts';

/** A page of all that is counted, near a place. */
interface Question {
  near: { lat: number; lon: number };
  radiusKm: number;
  now: Date;
  first: number;
}

const firm = ['agreed', 'ordered', 'received', 'attended', 'certified', 'absent'];

/** What a visitor may see: sessions that have not begun, what is still offered, jobs that are complete. */
const offered = (now: Date) => {
  const later = { $not: { $lte: now } };
  return [
    { kind: 'training', status: { $in: ['open', 'confirmed'] }, from: later },
    { kind: { $in: ['material', 'purchase'] }, status: 'open', until: later },
    { kind: 'job', status: 'confirmed', until: later },
  ];
};

const sum = (from: string, match: object, of: string, as: string): PipelineStage.Lookup => ({
  $lookup: {
    from,
    localField: '_id',
    foreignField: 'listingId',
    pipeline: [{ $match: match }, { $group: { _id: null, sum: { $sum: of } } }],
    as,
  },
});

/** The whole page in one aggregation, as one would write it without the product. */
function pipeline({ near, radiusKm, now, first }: Question): PipelineStage[] {
  return [
    {
      $geoNear: {
        near: { type: 'Point', coordinates: [near.lon, near.lat] },
        key: 'location',
        distanceField: 'km',
        distanceMultiplier: storedToKm,
        spherical: true,
        query: { $or: offered(now) },
        maxDistance: radiusKm / storedToKm,
      },
    },
    { $project: { searchWords: 0, history: 0, description: 0 } },
    {
      $facet: {
        hits: [
          { $limit: first },
          { $lookup: { from: 'workshops', localField: 'workshopId', foreignField: '_id', as: 'workshop' } },
          sum('entries', { effectiveAt: { $lte: now } }, '$delta', 'left'),
          sum('claims', { status: { $in: firm } }, '$quantity', 'agreed'),
        ],
        total: [{ $count: 'listings' }],
      },
    },
  ];
}

/** How many answer in all, and what is left of those of the page, in thousandths. */
export async function sharedByDriver(
  db: Db,
  question: Question,
): Promise<{ total: number; left: Map<string, number> }> {
  const [found] = await db
    .collection('listings')
    .aggregate<{ hits: { _id: string; left: { sum: number }[] }[]; total: { listings: number }[] }>(pipeline(question))
    .toArray();
  return {
    total: found!.total[0]?.listings ?? 0,
    left: new Map(found!.hits.map(({ _id, left }) => [_id, left[0]?.sum ?? 0])),
  };
}
