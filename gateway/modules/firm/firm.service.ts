import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { toStored } from '../../platform/point.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asVerified, demand, isAdmin, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { GeocoderService } from '../place/geocoder.service.ts';
import { type Firm, FirmRecord } from './firm.entity.ts';
import type { CreateFirmInput, UpdateFirmInput } from './firm.inputs.ts';
import { isSiret, tidySiret } from './firm.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  geocoder: GeocoderService;
}

/** The small firms that have things made. */
export class FirmService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Opens a firm whose first member is the caller. */
  async create(viewer: Viewer, input: CreateFirmInput): Promise<Firm> {
    const person = asVerified(viewer);
    const facts = await this.#facts(input);
    const at = this.#deps.clock();
    const intent = { by: person.id, key: input.idempotencyKey, operation: 'createFirm', arguments: input, at };
    const id = await once(intent, async () => {
      const _id = this.#deps.newId();
      await FirmRecord.create([{ _id, ...facts }]);
      const party = { scope: 'firm' as const, id: _id };
      await this.#deps.people.grant({
        _id: this.#deps.newId(),
        personId: person.id,
        party,
        role: 'firm_member',
        since: at,
      });
      return _id;
    });
    return this.#get(id);
  }

  async update(viewer: Viewer, id: string, input: UpdateFirmInput): Promise<Firm> {
    demand(viewer, leads(viewer, { scope: 'firm', id }));
    const facts = await this.#facts(input);
    await transaction(() => FirmRecord.updateOne({ _id: id }, { $set: facts }));
    return this.#get(id);
  }

  /** A firm, for those who belong to it. */
  async get(viewer: Viewer, id: string): Promise<Firm> {
    demand(viewer, speaksFor(viewer, { scope: 'firm', id }) || isAdmin(viewer));
    return this.#get(id);
  }

  async #get(id: string): Promise<Firm> {
    const firm = await FirmRecord.findById(id).lean();
    if (!firm) throw notFound('firm');
    return firm;
  }

  async #facts({ name, siret, place }: UpdateFirmInput) {
    if (siret && !isSiret(siret)) throw new Refusal('identity.siret');
    const found = await this.#deps.geocoder.resolve(place);
    if (!found) throw new Refusal('production.place', { place });
    return {
      name: name.trim(),
      ...(siret ? { siret: tidySiret(siret) } : {}),
      postalCode: found.place.postalCodes[0] ?? '',
      city: found.place.name,
      location: toStored(found.place),
    };
  }
}
