import type { Model, QueryFilter } from 'mongoose';
import { awayFrom, inside } from './circle.ts';
import type { Point } from './geo.ts';
import { offsetOf, type Page, pageOf } from './page.ts';

interface Asked<T> {
  /** With a place it goes to the database as it stands: dates as dates. */
  filter: QueryFilter<T>;
  /** The order where no place is said. */
  sort: Record<string, 1 | -1>;
  /** The nearest first instead, and nothing from beyond; the rows have their point in `location`. */
  near?: { point: Point; km: number } | undefined;
  /** Fields that nobody reads. */
  without?: readonly string[];
}

interface Found<T> {
  rows: T[];
  counted: { total: number }[];
}

/** A page of a list, and how many rows the whole of it has. A circle is read once for both. */
export async function readPage<T>(
  model: Model<T>,
  { filter, sort, near, without = [] }: Asked<T>,
  args: { first: number; after?: string },
): Promise<Page<T>> {
  const offset = offsetOf(args);
  if (!near) {
    const unread = without.map((name) => `-${name}`);
    const inOrder = model.find(filter).select(unread).sort(sort).skip(offset).limit(args.first).lean<T[]>();
    const [rows, total] = await Promise.all([inOrder, model.countDocuments(filter)]);
    return pageOf(rows, offset, total);
  }
  const [found] = await model.aggregate<Found<T>>([
    { $match: { ...filter, location: inside(near.point, near.km) } },
    ...(without.length > 0 ? [{ $unset: [...without] }] : []),
    { $set: { away: awayFrom(near.point) } },
    {
      $facet: {
        rows: [{ $sort: { away: 1, _id: 1 } }, { $skip: offset }, { $limit: args.first }, { $unset: 'away' }],
        counted: [{ $count: 'total' }],
      },
    },
  ]);
  return pageOf(found!.rows, offset, found!.counted[0]?.total ?? 0);
}
