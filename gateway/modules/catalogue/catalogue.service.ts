import { notFound } from '../../platform/refusal.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Resource, ResourceRecord } from './resource.entity.ts';

/** Reads machines. A draft is for its workshop's people; a retired one keeps its page, for old loans that lead to it. */
export class CatalogueService {
  /** The machine, or `platform.notFound`: for a draft, to everybody but its workshop's people. */
  async get(viewer: Viewer, id: string): Promise<Resource> {
    const resource = await ResourceRecord.findById(id).lean();
    const isTheirs = viewer.kind === 'person' && viewer.id === resource?.personId;
    if (!resource || (resource.status === 'draft' && !isTheirs && !this.#isOurs(viewer, resource.workshopId)))
      throw notFound('equipment');
    return resource;
  }

  /** The machines of a workshop by name: all of them for its people, those offered for everybody else. */
  async ofWorkshop(viewer: Viewer, workshopId: string, args: PageArgs): Promise<Page<Resource>> {
    const status = this.#isOurs(viewer, workshopId) ? {} : { status: 'published' as const };
    const filter = { workshopId, kind: 'equipment' as const, ...status };
    const offset = offsetOf(args);
    const rows = await ResourceRecord.find(filter)
      .sort({ status: -1, name: 1, _id: 1 })
      .skip(offset)
      .limit(args.first)
      .lean();
    return pageOf(rows, offset, await ResourceRecord.countDocuments(filter));
  }

  /** Machines by id, whatever their status: for what refers to them and has checked the right to. */
  byIds(ids: readonly string[]): Promise<Resource[]> {
    return ResourceRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  workshopsByIds(ids: readonly string[]): Promise<Workshop[]> {
    return WorkshopRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  #isOurs(viewer: Viewer, workshopId: string): boolean {
    const party = { scope: 'workshop' as const, id: workshopId };
    return speaksFor(viewer, party) || leads(viewer, party);
  }
}
