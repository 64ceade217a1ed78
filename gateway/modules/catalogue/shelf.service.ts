import { type Resource, ResourceRecord } from './resource.entity.ts';

/** What booking a resource needs to know of it. */
export type Bookable = Pick<Resource, '_id' | 'workshopId' | 'units' | 'buffers' | 'revision'>;

const facts = { workshopId: 1, units: 1, buffers: 1, revision: 1 };

/** The side of the catalogue that the calendar stands on. */
export class ShelfService {
  /** Reads what is committed, outside the caller's transaction. */
  committed(resourceId: string): Promise<Bookable | null> {
    return ResourceRecord.findById(resourceId, facts).session(null).lean();
  }

  /** Writes the resource first: whoever books it at the same time waits for us, or starts again after us. */
  claim(resourceId: string): Promise<Bookable | null> {
    return ResourceRecord.findByIdAndUpdate(
      resourceId,
      { $inc: { revision: 1 } },
      { returnDocument: 'after', projection: facts },
    ).lean();
  }
}
