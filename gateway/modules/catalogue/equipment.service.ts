import type { KindName } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { FreeBusyService } from '../calendar/freebusy.service.ts';
import { asVerified, demand, leads, type Viewer } from '../identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { CapabilityService } from './capability.service.ts';
import { capabilitiesFrom, factsOf, tidy, wordsFor } from './equipment.facts.ts';
import type { CreateEquipmentInput, UpdateEquipmentInput } from './equipment.inputs.ts';
import { familyOf, nextCodes } from './equipment.rules.ts';
import { type Resource, ResourceRecord, type ResourceStatus, type Unit } from './resource.entity.ts';
import type { ShelfService } from './shelf.service.ts';
import type { UnitInput } from './unit.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  shelf: ShelfService;
  capabilities: CapabilityService;
  freeBusy: FreeBusyService;
}

const optional = ['maker', 'model', 'envelope', 'accreditation'] as const;

/** What people of a workshop write about its machines. Everything derived is derived here, on every write. */
export class EquipmentService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Adds a machine with its units, by a manager of the workshop. */
  async create(viewer: Viewer, input: CreateEquipmentInput): Promise<Resource> {
    const by = viewer.kind === 'system' ? 'system' : asVerified(viewer).id;
    demand(viewer, leads(viewer, { scope: 'workshop', id: input.workshopId }));
    const intent = {
      by,
      key: input.idempotencyKey,
      operation: 'createEquipment',
      arguments: input,
      at: this.#deps.clock(),
    };
    const id = await once(intent, async () => {
      const workshop = await this.#claimWorkshop(input.workshopId);
      const _id = this.#deps.newId();
      const rows = capabilitiesFrom(input, [], this.#deps.clock());
      const codes = await this.#codes(
        workshop,
        familyOf([...input.processes, ...rows.map(({ process }) => process)]),
        input.units,
      );
      const units = input.units.map((unit, n) => this.#unit({ ...unit, code: codes[n]! }));
      await ResourceRecord.create([
        {
          _id,
          kind: 'equipment',
          status: input.published ? 'published' : 'draft',
          workshopId: workshop._id,
          units,
          revision: 0,
          abilities: [],
          ...factsOf(input, rows, workshop, units, this.#deps.clock()),
        },
      ]);
      await this.#deps.capabilities.replaceOf(_id, workshop, rows);
      return _id;
    });
    return this.#get(id);
  }

  /** Changes what is said of a machine; its units and calendar stay. */
  async update(viewer: Viewer, id: string, input: UpdateEquipmentInput): Promise<Resource> {
    await this.managed(viewer, id, 'equipment');
    await transaction(async () => {
      await this.#deps.shelf.claim(id);
      const resource = await this.#get(id);
      const workshop = await this.#workshop(resource.workshopId);
      const before = await this.#deps.capabilities.ofResources([id]);
      const rows = input.capabilities ? capabilitiesFrom(input, before, this.#deps.clock()) : before;
      const facts = factsOf(input, rows, workshop, resource.units, this.#deps.clock());
      const unsaid = Object.fromEntries(optional.filter((name) => !(name in facts)).map((name) => [name, 1]));
      await ResourceRecord.updateOne({ _id: id }, { $set: facts, $unset: unsaid });
      if (input.capabilities) await this.#deps.capabilities.replaceOf(id, workshop, rows);
    });
    return this.#get(id);
  }

  /** Offers a machine, or takes it off the shelf: refused while a unit is booked or out. */
  async setStatus(
    viewer: Viewer,
    id: string,
    status: Exclude<ResourceStatus, 'draft'>,
    kind: KindName = 'equipment',
  ): Promise<Resource> {
    await this.managed(viewer, id, kind);
    await transaction(async () => {
      await this.#deps.shelf.claim(id);
      if (status === 'retired') {
        const use = await this.#deps.freeBusy.firstUse(id);
        if (use) throw new Refusal('catalogue.unitInUse', { until: use.until.toISOString(), kind });
      }
      await ResourceRecord.updateOne({ _id: id }, { $set: { status, updatedAt: this.#deps.clock() } });
    });
    return this.#get(id);
  }

  /** The machine, or whatever it is of this kind, for somebody who manages it; refuses everybody else. */
  async managed(viewer: Viewer, id: string, kind?: KindName): Promise<Resource> {
    const resource = await this.#get(id);
    if (kind && resource.kind !== kind) throw notFound(kind);
    demand(viewer, this.manages(viewer, resource));
    return resource;
  }

  /** Whoever leads its workshop; a person manages themselves, and alone when no workshop employs them. */
  manages(viewer: Viewer, { workshopId, personId, facts }: Resource): boolean {
    const isSelf = personId !== undefined && viewer.kind === 'person' && viewer.id === personId;
    return isSelf || (facts?.employment !== 'independent' && leads(viewer, { scope: 'workshop', id: workshopId }));
  }

  /** New units with the next codes of their family. In the caller's transaction. */
  async unitsFor({ _id }: Workshop, family: string, units: readonly UnitInput[]): Promise<Unit[]> {
    const codes = await this.#codes(await this.#claimWorkshop(_id), family, units);
    return units.map((unit, n) => this.#unit({ ...unit, code: codes[n]! }));
  }

  /** Writes again all that machines take from their workshop: after it moved, changed its name, joined or left a network. */
  async refreshOf(workshopId: string): Promise<void> {
    const workshop = await this.#workshop(workshopId);
    const { location, departement, networkIds } = workshop;
    const resources = await ResourceRecord.find({ workshopId }).lean();
    const capabilities = await this.#deps.capabilities.ofResources(resources.map(({ _id }) => _id));
    for (const resource of resources) {
      const rows = capabilities.filter(({ resourceId }) => resourceId === resource._id);
      const searchWords = wordsFor(resource, rows, workshop, resource.units);
      await ResourceRecord.updateOne(
        { _id: resource._id },
        { $set: { location, departement, networkIds, searchWords } },
      );
    }
    await this.#deps.capabilities.replace(workshop);
    await this.#deps.capabilities.refreshWorkshop(workshopId);
  }

  /** Codes for new units: those given, checked, and the next ones of the family. In the caller's transaction. */
  async newUnits(resource: Resource, count: number): Promise<Unit[]> {
    const workshop = await this.#claimWorkshop(resource.workshopId);
    const units: UnitInput[] = Array.from({ length: count }, () => ({}));
    const codes = await this.#codes(workshop, familyOf(resource.processes), units);
    return codes.map((code) => this.#unit({ code }));
  }

  /** Whether a code stands on another unit of the workshop. */
  async isCodeTaken(workshopId: string, code: string, exceptUnit: string): Promise<boolean> {
    const others = await ResourceRecord.find({ workshopId, 'units.code': code }, { units: 1 }).lean();
    return others.some(({ units }) => units.some((unit) => unit.code === code && unit.id !== exceptUnit));
  }

  #unit({ code, serial, shelf }: UnitInput & { code: string }): Unit {
    const told = { serial: tidy(serial), shelf: tidy(shelf) };
    return {
      id: this.#deps.newId(),
      code,
      ...(told.serial && { serial: told.serial }),
      ...(told.shelf && { shelf: told.shelf }),
    };
  }

  async #codes(workshop: Workshop, family: string, units: readonly UnitInput[]): Promise<string[]> {
    const rows = await ResourceRecord.find({ workshopId: workshop._id }, { units: 1 }).lean();
    const inUse = rows.flatMap((row) => row.units.map(({ code }) => code));
    const given = units.map((unit) => tidy(unit.code));
    const twice = given.find((code, n) => code !== undefined && (inUse.includes(code) || given.indexOf(code) !== n));
    if (twice) throw new Refusal('catalogue.codeTaken', { code: twice });
    const made = nextCodes(
      workshop.code,
      family,
      [...inUse, ...given.filter((code) => code !== undefined)],
      units.length,
    );
    return given.map((code, n) => code ?? made[n]!);
  }

  /** Reads the workshop and collides with whoever gives codes in it at the same time. */
  async #claimWorkshop(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findByIdAndUpdate(
      id,
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  async #workshop(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findById(id).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  async #get(id: string): Promise<Resource> {
    const resource = await ResourceRecord.findById(id).lean();
    if (!resource) throw notFound('equipment');
    return resource;
  }
}
