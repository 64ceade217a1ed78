import { normalise } from '../../../schema/taxonomy.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { toStored } from '../../platform/point.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asVerified, demand, leads, type Viewer } from '../identity/viewer.ts';
import type { GeocoderService } from '../place/geocoder.service.ts';
import type { Place } from '../place/place.entity.ts';
import type { PlaceService } from '../place/place.service.ts';
import { archetypeOf, knownAnswers } from '../../../schema/archetypes.ts';
import { recordWords } from './directory.rules.ts';
import { codeFor, slugFor } from './naming.rules.ts';
import { tidyClosures, tidyHours } from './opening.rules.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';
import type { CreateWorkshopInput, UpdateWorkshopInput } from './workshop.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  places: PlaceService;
  geocoder: GeocoderService;
  /** What machines take from their workshop, written again after it moved or changed its name. */
  equipment: { refreshOf(workshopId: string): Promise<void> };
}

const line = (text: string | null | undefined) => text?.trim().replace(/\s+/g, ' ') || undefined;

/** What is derived from a record, written with it: the words by which it is found, and the name as it sorts. */
export const derived = (
  record: Pick<Workshop, 'name' | 'city' | 'postalCode' | 'address' | 'description' | 'machines'>,
) => ({ searchWords: recordWords(record), nameKey: normalise(record.name) });

/** What people write about their workshop. */
export class WorkshopService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  bySlug(slug: string): Promise<Workshop | null> {
    return WorkshopRecord.findOne({ slug }).lean();
  }

  /** A workshop by the last part of its page's address, or by its id. */
  async get(slugOrId: string): Promise<Workshop> {
    const workshop = (await this.bySlug(slugOrId)) ?? (await WorkshopRecord.findById(slugOrId).lean());
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  byIds(ids: readonly string[]): Promise<Workshop[]> {
    return WorkshopRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  /** Opens a workshop whose first manager is the caller. */
  async create(viewer: Viewer, { idempotencyKey, ...input }: CreateWorkshopInput): Promise<Workshop> {
    const person = asVerified(viewer);
    const at = this.#deps.clock();
    const facts = this.#facts(input);
    const site = await this.#siteOf(input.place ?? '', facts.address);
    const intent = { by: person.id, key: idempotencyKey, operation: 'createWorkshop', arguments: input, at };
    const id = await once(intent, async () => {
      const _id = this.#deps.newId();
      const names = await this.#names(input.name, site.city, input.code);
      const row = { machines: [], ...facts, ...site };
      await WorkshopRecord.create([
        { _id, ...names, ...row, ...derived(row), networkIds: [], declaredKeys: [], confirmed: true, updatedAt: at },
      ]);
      const party = { scope: 'workshop' as const, id: _id };
      const mandate = { _id: this.#deps.newId(), personId: person.id, role: 'workshop_manager' as const };
      await this.#deps.people.grant({ ...mandate, party, since: at });
      return _id;
    });
    return this.get(id);
  }

  /** Changes what the workshop says of itself, by its managers; the record is then theirs, and no import touches it. */
  async update(viewer: Viewer, id: string, input: UpdateWorkshopInput): Promise<Workshop> {
    demand(viewer, leads(viewer, { scope: 'workshop', id }));
    const facts = this.#facts(input);
    const site = input.place ? await this.#siteOf(input.place, facts.address) : await this.#moved(id, facts.address);
    await transaction(async () => {
      const before = await this.#claim(id);
      const after = { ...before, ...facts, ...site };
      const gone = Object.fromEntries(
        (['website', 'email', 'phone', 'archetypeChosen', 'archetype'] as const)
          .filter((field) => facts[field] === undefined)
          .map((field) => [field, 1]),
      );
      await WorkshopRecord.updateOne(
        { _id: id },
        {
          $set: { ...facts, ...site, ...derived(after), confirmed: true, updatedAt: this.#deps.clock() },
          $unset: gone,
        },
      );
      await this.#deps.equipment.refreshOf(id);
    });
    return this.get(id);
  }

  /** Says that the record is right as it stands, by its managers. */
  async confirm(viewer: Viewer, id: string): Promise<Workshop> {
    demand(viewer, leads(viewer, { scope: 'workshop', id }));
    await transaction(async () => {
      await this.#claim(id);
      await WorkshopRecord.updateOne({ _id: id }, { $set: { confirmed: true, updatedAt: this.#deps.clock() } });
    });
    return this.get(id);
  }

  /** A slug and a code that nobody has. In the caller's transaction; the unique indexes keep two at once apart. */
  async #names(name: string, city: string, wanted: string | null | undefined) {
    const rows = await WorkshopRecord.find({}, { _id: 0, slug: 1, code: 1 }).hint({ slug: 1 }).lean();
    const codes = new Set(rows.map(({ code }) => code));
    if (wanted && codes.has(wanted)) throw new Refusal('workshop.codeTaken', { code: wanted });
    const code = wanted ?? codeFor(name, city, codes);
    if (!code) throw new Refusal('workshop.codeTaken', { code: '' });
    return { slug: slugFor(name, city, new Set(rows.map(({ slug }) => slug))), code };
  }

  /** Where it is, by its commune and its street. */
  async #siteOf(text: string, address: string) {
    const found = await this.#deps.geocoder.resolve(text);
    if (!found) throw new Refusal('workshop.place', { place: text });
    return siteAt(await this.#deps.geocoder.refine(found.place, address));
  }

  /** Where another street of the same commune is, when the address service knows it; nothing else moves. */
  async #moved(id: string, address: string) {
    const before = await WorkshopRecord.findById(id, { address: 1, insee: 1 }).lean();
    const place = before?.insee && before.address !== address ? this.#deps.places.find(before.insee) : undefined;
    const refined = place && (await this.#deps.geocoder.refine(place, address));
    return refined?.precision === 'exact' ? { location: toStored(refined), geoPrecision: refined.precision } : {};
  }

  #facts(input: UpdateWorkshopInput) {
    const archetypeAnswers = knownAnswers({ ...input.answers });
    const archetypeChosen = input.archetypeChosen ?? undefined;
    return {
      name: line(input.name)!,
      address: line(input.address) ?? '',
      description: input.description.trim(),
      website: line(input.website),
      email: line(input.email),
      phone: line(input.phone),
      openingHours: tidyHours(input.openingHours),
      closures: tidyClosures(input.closures).map(({ from, to, reason }) => ({
        from,
        to,
        ...(line(reason) && { reason: line(reason) }),
      })),
      archetypeAnswers,
      archetypeChosen,
      archetype: archetypeOf(archetypeAnswers, archetypeChosen),
    };
  }

  async #claim(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findByIdAndUpdate(
      id,
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }
}

const siteAt = (place: Place) => ({
  postalCode: place.postalCodes[0] ?? '',
  city: place.name,
  insee: place.insee,
  departement: place.departement.code,
  location: toStored(place),
  geoPrecision: place.precision,
  timeZone: place.timeZone,
});
