import type { Door } from '../files/file.rules.ts';
import { demand, leads, type Viewer } from '../identity/viewer.ts';
import type { WorkshopService } from './workshop.service.ts';

/** The photo of a workshop: open to all, hung by its managers. */
export function workshopDoor({ workshops }: { workshops: WorkshopService }): Door {
  const led = async (viewer: Viewer, id: string) => {
    demand(viewer, leads(viewer, { scope: 'workshop', id }));
    const [workshop] = await workshops.byIds([id]);
    demand(viewer, workshop !== undefined);
  };
  return {
    add: led,
    see: () => Promise.resolve(),
    remove: (viewer, { subjectId }) => led(viewer, subjectId),
  };
}
