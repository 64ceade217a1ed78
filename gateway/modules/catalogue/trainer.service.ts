import { answersFor, levels, resolveSkill, taughtIn } from '../../../schema/skills.ts';
import { wordQuery } from '../../../schema/words.ts';
import { inside, type WiderCircle, widerThan } from '../../platform/circle.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { type Page, pageOf } from '../../platform/page.ts';
import { readPage } from '../../platform/read-page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { Correction, LexiconService } from '../finding/lexicon.service.ts';
import { asVerified, demand, leads, type PersonViewer, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { FactService } from '../sharing/fact.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { tidy, wordsFor } from './equipment.facts.ts';
import { centsPerHour } from './equipment.rules.ts';
import type { EquipmentService } from './equipment.service.ts';
import { type Resource, ResourceRecord } from './resource.entity.ts';
import type { ShelfService } from './shelf.service.ts';
import { ownHoursOf } from './trainer.rules.ts';
import type { CreateTrainerInput, TrainersArgs, UpdateTrainerInput } from './trainer.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  shelf: ShelfService;
  equipment: EquipmentService;
  facts: FactService;
  lexicon: LexiconService;
  people: PeopleService;
  places: PlaceService;
}

/** A page of trainers; in which wider circles some are is looked for when it is asked. */
export type TrainersFound = Page<Resource> & { corrections: Correction[]; wider: () => Promise<WiderCircle[]> };

/** People who teach at others' workshops: lent as machines are, on the same calendar. */
export class TrainerService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Offers a trainer from a workshop: its managers name one of its people, anybody of it offers themselves as independent.
   * Who did not do it themselves must say yes before anybody else sees it. Refusals: `catalogue.trainerPerson`.
   */
  async create(viewer: Viewer, input: CreateTrainerInput): Promise<Resource> {
    const caller = asVerified(viewer);
    const personId = await this.#personFor(caller, input);
    const at = this.#deps.clock();
    const intent = { by: caller.id, key: input.idempotencyKey, operation: 'createTrainer', arguments: input, at };
    const id = await once(intent, async () => {
      const workshop = await this.#workshop(input.workshopId);
      const [_id, unitId] = [this.#deps.newId(), this.#deps.newId()];
      const [unit] = await this.#deps.equipment.unitsFor(workshop, 'VF', [{}]);
      const units = [{ ...unit!, id: unitId }];
      const kind = 'trainer' as const;
      await ResourceRecord.create([
        {
          _id,
          kind,
          status: personId === caller.id ? 'published' : 'draft',
          workshopId: workshop._id,
          personId,
          units,
          use: 'take_away',
          buffers: { prepareMinutes: 0, cleanMinutes: 0, transportMinutes: 0 },
          revision: 0,
          ...this.#said(input, workshop, units),
        },
      ]);
      return _id;
    });
    return this.#get(id);
  }

  /** Changes what is said of a trainer, by themselves or the managers of the workshop that employs them. */
  async update(viewer: Viewer, id: string, input: UpdateTrainerInput): Promise<Resource> {
    asVerified(viewer);
    await transaction(async () => {
      await this.#deps.shelf.claim(id);
      const resource = await this.#deps.equipment.managed(viewer, id, 'trainer');
      const workshop = await this.#workshop(resource.workshopId);
      const said = this.#said(input, workshop, resource.units);
      // Whether somebody is employed says who must agree: only they and their workshop together settle it, by a new offer.
      if (said.facts.employment !== resource.facts?.employment)
        throw new Refusal('platform.invalid', { field: 'employment' });
      await ResourceRecord.updateOne({ _id: id }, { $set: said, ...(!said.ownHours && { $unset: { ownHours: 1 } }) });
    });
    return this.#get(id);
  }

  /** Shows a trainer to others. The first time, only the person can: nobody is offered without their own word. */
  async publish(viewer: Viewer, id: string): Promise<Resource> {
    asVerified(viewer);
    const resource = await this.#deps.equipment.managed(viewer, id, 'trainer');
    demand(viewer, resource.status !== 'draft' || (viewer.kind === 'person' && viewer.id === resource.personId));
    return this.#deps.equipment.setStatus(viewer, id, 'published', 'trainer');
  }

  retire(viewer: Viewer, id: string): Promise<Resource> {
    asVerified(viewer);
    return this.#deps.equipment.setStatus(viewer, id, 'retired', 'trainer');
  }

  /** Trainers by skill or by words, the nearest first where a place is said; nobody near a place that is nowhere. */
  async list(viewer: Viewer, args: TrainersArgs): Promise<TrainersFound> {
    const { skill, level, near, withinKm, workshopId } = args;
    const { words, corrections } = await this.#deps.lexicon.understand(args.words);
    const known = skill ? (resolveSkill(skill) ?? null) : undefined;
    const place = near?.trim() ? this.#deps.places.resolve(near)?.place : undefined;
    if (near?.trim() && !place) return { ...pageOf<Resource>([], 0, 0), corrections, wider: async () => [] };
    const ours = workshopId && speaksFor(viewer, { scope: 'workshop', id: workshopId });
    const wanted = levels.find((one) => one === level) ?? 1;
    const filter = {
      kind: 'trainer' as const,
      ...(!ours && { status: 'published' as const }),
      ...(workshopId && { workshopId }),
      ...(known !== undefined && { skills: known === null ? { $in: [] } : `${known}.${wanted}` }),
      ...(words.length > 0 && { $and: words.map((word) => ({ searchWords: wordQuery(word) })) }),
    };
    const countIn = (km: number) =>
      ResourceRecord.countDocuments({ ...filter, ...((place && { location: inside(place, km) }) as object) });
    const circle = place && { point: place, km: withinKm };
    const page = await readPage(ResourceRecord, { filter, sort: { name: 1, _id: 1 }, near: circle }, args);
    return {
      ...page,
      corrections,
      wider: async () => (place && page.totalCount === 0 ? widerThan(withinKm, countIn) : []),
    };
  }

  /** Who it is: named by a manager among the people of the workshop, or the caller themselves. */
  async #personFor(caller: PersonViewer, { workshopId, email, facts }: CreateTrainerInput): Promise<string> {
    const party = { scope: 'workshop' as const, id: workshopId };
    const employed = facts.some(({ name, text }) => name === 'employment' && text === 'employed');
    const person = email ? await this.#deps.people.byEmail(email) : { _id: caller.id };
    demand(caller, leads(caller, party) || (!employed && person?._id === caller.id && speaksFor(caller, party)));
    const mandates = await this.#deps.people.mandatesIn(party);
    if (!person || !mandates.some(({ personId }) => personId === person._id))
      throw new Refusal('catalogue.trainerPerson');
    return person._id;
  }

  #said(input: UpdateTrainerInput, workshop: Workshop, units: Resource['units']) {
    const name = tidy(input.name);
    if (!name) throw new Refusal('platform.invalid', { field: 'name' });
    const facts = this.#deps.facts.whole('trainer', input.facts);
    const taught = taughtIn(String(facts.teaches)) ?? [];
    const charged = input.terms.pricing === 'hourly' || input.terms.pricing === 'daily';
    const terms = { ...input.terms, rateCents: charged ? input.terms.rateCents : 0, depositCents: 0, automatic: false };
    const { location, departement, networkIds } = workshop;
    return {
      name,
      description: input.description.trim(),
      facts,
      skills: answersFor(taught),
      terms,
      hourlyCents: centsPerHour(terms),
      ...ownHoursOf(input.hours),
      location,
      departement,
      networkIds,
      searchWords: wordsFor({ name, processes: [], facts }, [], workshop, units),
      updatedAt: this.#deps.clock(),
    };
  }

  async #workshop(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findById(id).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  async #get(id: string): Promise<Resource> {
    const resource = await ResourceRecord.findOne({ _id: id, kind: 'trainer' }).lean();
    if (!resource) throw notFound('trainer');
    return resource;
  }
}
