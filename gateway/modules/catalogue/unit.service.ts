import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { FreeBusyService } from '../calendar/freebusy.service.ts';
import { asVerified, demand, leads, type Viewer } from '../identity/viewer.ts';
import { tidy } from './equipment.facts.ts';
import type { EquipmentService } from './equipment.service.ts';
import { type Outage, OutageRecord } from './outage.entity.ts';
import { type Resource, ResourceRecord } from './resource.entity.ts';
import type { ShelfService } from './shelf.service.ts';
import type { AddUnitsInput, OutageInput, UnitInput } from './unit.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  shelf: ShelfService;
  calendar: CalendarService;
  freeBusy: FreeBusyService;
  equipment: EquipmentService;
}

const DAY = 86_400_000;

/** The physical machines of a model, and when each is out of service. */
export class UnitService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async add(viewer: Viewer, input: AddUnitsInput): Promise<Resource> {
    const by = asVerified(viewer).id;
    const { resourceId, count, idempotencyKey: key } = input;
    await this.#deps.equipment.managed(viewer, resourceId);
    await once({ by, key, operation: 'addUnits', arguments: input, at: this.#deps.clock() }, async () => {
      const resource = await this.#claimed(viewer, resourceId);
      if (resource.units.length + count > limits.unitsPerResource)
        throw new Refusal('catalogue.tooManyUnits', { most: limits.unitsPerResource });
      const units = await this.#deps.equipment.newUnits(resource, count);
      await ResourceRecord.updateOne({ _id: resourceId }, { $push: { units: { $each: units } } });
      await this.#deps.equipment.refreshOf(resource.workshopId);
      return resourceId;
    });
    return this.#deps.equipment.managed(viewer, resourceId);
  }

  /** Changes the label, serial number or place of one unit. Refuses with `catalogue.codeTaken`. */
  async update(viewer: Viewer, resourceId: string, unitId: string, input: UnitInput): Promise<Resource> {
    await transaction(async () => {
      const { units, workshopId } = await this.#claimed(viewer, resourceId);
      const unit = units.find(({ id }) => id === unitId);
      if (!unit) throw notFound('unit');
      const code = tidy(input.code) ?? unit.code;
      if (await this.#deps.equipment.isCodeTaken(workshopId, code, unitId))
        throw new Refusal('catalogue.codeTaken', { code });
      const [serial, shelf] = [tidy(input.serial), tidy(input.shelf)];
      const next = { id: unitId, code, ...(serial && { serial }), ...(shelf && { shelf }) };
      await ResourceRecord.updateOne({ _id: resourceId, 'units.id': unitId }, { $set: { 'units.$': next } });
      await this.#deps.equipment.refreshOf(workshopId);
    });
    return this.#deps.equipment.managed(viewer, resourceId);
  }

  /** Takes a unit off the shelf. Refused while it is booked or out, and for the last one. */
  async remove(viewer: Viewer, resourceId: string, unitId: string): Promise<Resource> {
    await transaction(async () => {
      const { units } = await this.#claimed(viewer, resourceId);
      if (!units.some(({ id }) => id === unitId)) throw notFound('unit');
      if (units.length === 1) throw new Refusal('catalogue.lastUnit');
      const use = await this.#deps.freeBusy.firstUse(resourceId, unitId);
      if (use) throw new Refusal('catalogue.unitInUse', { until: use.until.toISOString() });
      await ResourceRecord.updateOne({ _id: resourceId }, { $pull: { units: { id: unitId } } });
    });
    return this.#deps.equipment.managed(viewer, resourceId);
  }

  /** Takes a unit out of service. Refused with `catalogue.booked`, naming the first booking that stands in the way. */
  async setOutOfService(viewer: Viewer, input: OutageInput): Promise<Outage> {
    const { resourceId, unitId, from, until } = input;
    const resource = await this.#deps.equipment.managed(viewer, resourceId);
    const by = viewer.kind === 'person' ? viewer.id : viewer.kind;
    if (!resource.units.some(({ id }) => id === unitId)) throw notFound('unit');
    const now = this.#deps.clock();
    if (!(from < until) || until.getTime() - from.getTime() > limits.bookingDays * DAY)
      throw new Refusal('calendar.period');
    if (until <= now) throw new Refusal('calendar.past');
    const intent = { by, key: input.idempotencyKey, operation: 'setOutOfService', arguments: input, at: now };
    const id = await once(intent, async () => {
      const _id = this.#deps.newId();
      const [first, ...others] = await this.#deps.freeBusy.bookingsOn(resourceId, unitId, { from, until });
      if (first)
        throw new Refusal('catalogue.booked', {
          from: first.from.toISOString(),
          until: first.until.toISOString(),
          subjectId: first.subjectId,
          others: others.length,
        });
      await this.#deps.calendar.reserve([
        { resourceId, unitId, period: { from, until }, purpose: 'maintenance', subjectId: _id, away: false },
      ]);
      await OutageRecord.create([{ _id, resourceId, unitId, from, until, reason: input.reason.trim(), setBy: by }]);
      return _id;
    });
    return (await OutageRecord.findById(id).lean())!;
  }

  /** Puts a unit back in service: gives back the time that is left. */
  async cancelOutOfService(viewer: Viewer, outageId: string): Promise<Outage> {
    const outage = await OutageRecord.findById(outageId).lean();
    if (!outage) throw notFound('outage');
    await this.#deps.equipment.managed(viewer, outage.resourceId);
    return transaction(async () => {
      await this.#deps.calendar.release(outageId);
      const cancelledAt = outage.cancelledAt ?? this.#deps.clock();
      await OutageRecord.updateOne({ _id: outageId }, { $set: { cancelledAt } });
      return { ...outage, cancelledAt };
    });
  }

  /** Outages under way or to come, in order. */
  outagesOf(resourceIds: readonly string[]): Promise<Outage[]> {
    const now = this.#deps.clock();
    return OutageRecord.find({
      resourceId: { $in: [...resourceIds] },
      until: { $gt: now },
      cancelledAt: { $exists: false },
    })
      .sort({ from: 1, _id: 1 })
      .lean();
  }

  /** Locks the machine's calendar for this transaction, and reads it. */
  async #claimed(viewer: Viewer, resourceId: string): Promise<Resource> {
    await this.#deps.shelf.claim(resourceId);
    const resource = await ResourceRecord.findById(resourceId).lean();
    if (!resource) throw notFound('equipment');
    demand(viewer, leads(viewer, { scope: 'workshop', id: resource.workshopId }));
    return resource;
  }
}
