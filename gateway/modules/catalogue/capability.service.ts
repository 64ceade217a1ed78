import type { NewId } from '../../platform/ids.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Capability, CapabilityRecord } from './capability.entity.ts';
import type { Capability as CapabilityFacts } from './capability.rules.ts';
import { abilitiesOf, answers, materialsUp, processesUp, sidesOf } from './equipment.rules.ts';
import { ResourceRecord } from './resource.entity.ts';

export type NewCapability = Omit<CapabilityFacts, 'id' | 'workshopId' | 'resourceId'>;
type Site = Pick<Workshop, '_id' | 'location' | 'departement' | 'networkIds'>;

/** What machines and workshops can do: the one truth that search and routing both read. */
export class CapabilityService {
  readonly #newId: NewId;

  constructor({ newId }: { newId: NewId }) {
    this.#newId = newId;
  }

  /** The capabilities of machines, in the order of their processes and materials. */
  ofResources(resourceIds: readonly string[]): Promise<Capability[]> {
    return CapabilityRecord.find({ resourceId: { $in: [...resourceIds] } })
      .sort({ process: 1, material: 1, _id: 1 })
      .lean();
  }

  /** What a workshop declares without naming a machine. */
  declaredBy(workshopId: string): Promise<Capability[]> {
    return CapabilityRecord.find({ workshopId, resourceId: null }).sort({ process: 1, material: 1, _id: 1 }).lean();
  }

  /** What the records of machines repeat of their capabilities, worked out again. */
  async abilitiesOf(resourceIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.ofResources(resourceIds);
    return new Map(resourceIds.map((id) => [id, abilitiesOf(rows.filter(({ resourceId }) => resourceId === id))]));
  }

  /** Replaces all that a machine can do, in the caller's transaction, then what its workshop says of itself. */
  async replaceOf(resourceId: string, site: Site, rows: readonly NewCapability[]): Promise<void> {
    await this.#replace({ workshopId: site._id, resourceId }, site, rows);
  }

  /** Replaces what a workshop declares without a machine; its machines keep theirs. */
  async replaceDeclared(site: Site, rows: readonly NewCapability[]): Promise<void> {
    await this.#replace({ workshopId: site._id, resourceId: null }, site, rows);
  }

  /** Writes place and networks again on all that a workshop can do, after it moved, joined or left. */
  async replace(site: Site): Promise<void> {
    const { location, departement, networkIds } = site;
    await CapabilityRecord.updateMany({ workshopId: site._id }, { $set: { location, departement, networkIds } });
  }

  /** Keeps the processes and materials of the workshop's own record equal to what it and its machines can do. */
  async refreshWorkshop(workshopId: string): Promise<void> {
    const rows = await CapabilityRecord.find({ workshopId }, { process: 1, material: 1 }).lean();
    const processes = processesUp(rows.map(({ process }) => process)).sort();
    const materials = materialsUp(rows.flatMap(({ material }) => material ?? [])).sort();
    await WorkshopRecord.updateOne({ _id: workshopId }, { $set: { processes, materials } });
  }

  async #replace(
    owner: { workshopId: string; resourceId: string | null },
    { location, departement, networkIds }: Site,
    rows: readonly NewCapability[],
  ): Promise<void> {
    await CapabilityRecord.deleteMany(owner);
    if (rows.length > 0)
      await CapabilityRecord.create(
        rows.map((row) => ({
          ...row,
          ...owner,
          _id: this.#newId(),
          finishes: row.finishes === null ? null : [...row.finishes],
          ...answers(row),
          sidesMm: sidesOf(row.process, row.envelopeMm),
          location,
          departement,
          networkIds,
        })),
        { ordered: true },
      );
    if (owner.resourceId !== null)
      await ResourceRecord.updateOne({ _id: owner.resourceId }, { $set: { abilities: abilitiesOf(rows) } });
    await this.refreshWorkshop(owner.workshopId);
  }
}
