import type { Door } from '../files/file.rules.ts';
import { demand, leads, type Viewer } from '../identity/viewer.ts';
import type { ListingService } from '../sharing/listing.service.ts';

/** The photos of what is offered: open to all as it is, hung by the managers of its workshop. */
export function listingDoor({ listings }: { listings: ListingService }): Door {
  const led = async (viewer: Viewer, id: string) => {
    const { workshopId } = await listings.get(viewer, id);
    demand(viewer, leads(viewer, { scope: 'workshop', id: workshopId }));
  };
  return {
    add: led,
    see: () => Promise.resolve(),
    remove: (viewer, { subjectId }) => led(viewer, subjectId),
  };
}
