import { isMaterial, isProcess, finishes, type FinishId } from '../../../schema/taxonomy.ts';
import type { Clock } from '../../platform/clock.ts';
import { nextCode } from '../../platform/codes.ts';
import { dayPeriod } from '../../platform/day.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, isAdmin, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { CreateRequestInput, RequestDraftInput, RequestPartInput } from './production.inputs.ts';
import { type Delivery, type ProductionRequest, type RequestPart, RequestRecord } from './request.entity.ts';
import { scoreVersion } from './scoring.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  places: PlaceService;
}

/** What of a request its asker writes. */
export type Described = Pick<ProductionRequest, 'title' | 'parts' | 'mustHaveBy' | 'delivery' | 'note'>;

const mainland = 'Europe/Paris';
const endOfWorkMs = 6 * 3_600_000;

const isFinish = (text: string): text is FinishId => (finishes as readonly string[]).includes(text);

/** A day wanted means until the end of that working day, 18:00 where it is delivered. */
export const endOfWork = (day: string, timeZone = mainland): Date =>
  new Date(dayPeriod(timeZone, day).until.getTime() - endOfWorkMs);

function partOf(input: RequestPartInput, at: number): RequestPart {
  const { process, material, finish, sizeMm } = input;
  if (process && !isProcess(process)) throw new Refusal('production.process', { part: at });
  if (material && !isMaterial(material)) throw new Refusal('catalogue.material', { part: at });
  return {
    id: `p${at + 1}`,
    name: input.name.trim(),
    process: process && isProcess(process) ? process : null,
    material: material && isMaterial(material) ? material : null,
    thicknessMm: input.thicknessMm ?? null,
    sizeMm: sizeMm ? { x: sizeMm.x, y: sizeMm.y, z: sizeMm.z ?? null } : null,
    quantity: input.quantity ?? null,
    toleranceClass: input.toleranceClass ?? null,
    finish: finish && isFinish(finish) ? finish : null,
  };
}

/** The requests of those who ask: drafts, and reading them. */
export class RequestService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Reads an input without keeping it. Refuses unknown places, processes and materials. */
  describe(input: RequestDraftInput): Described {
    const place = input.deliverTo?.trim() ? this.#placeOf(input.deliverTo) : undefined;
    return {
      title: input.title.trim(),
      parts: input.parts.map(partOf),
      mustHaveBy: input.mustHaveBy ? endOfWork(input.mustHaveBy, place?.timeZone) : null,
      delivery: place?.delivery ?? null,
      note: input.note.trim(),
    };
  }

  /** Begins a draft for whom the viewer acts. */
  async create(viewer: Viewer, input: CreateRequestInput): Promise<ProductionRequest> {
    const person = asPerson(viewer);
    const described = this.describe(input);
    const at = this.#deps.clock();
    const intent = { by: person.id, key: input.idempotencyKey, operation: 'createRequest', arguments: input, at };
    const id = await once(intent, async () => {
      const _id = this.#deps.newId();
      const code = await nextCode('DP', at.getUTCFullYear());
      await RequestRecord.create([
        {
          _id,
          code,
          askedFor: person.acting,
          askedBy: person.id,
          ...described,
          state: 'draft',
          scoreVersion,
          createdAt: at,
          updatedAt: at,
        },
      ]);
      return _id;
    });
    return this.byId(id);
  }

  /** Writes a draft again. Refuses with `production.closedMove` once it has been sent out. */
  async update(viewer: Viewer, id: string, input: RequestDraftInput): Promise<ProductionRequest> {
    await this.own(viewer, id);
    const change = { ...this.describe(input), updatedAt: this.#deps.clock() };
    const request = await RequestRecord.findOneAndUpdate(
      { _id: id, state: { $in: ['draft', 'unroutable'] } },
      { $set: change },
      { returnDocument: 'after' },
    ).lean();
    if (!request) throw new Refusal('production.closedMove');
    return request;
  }

  /** A request, for the side that asks. Refuses others as if it did not exist. */
  async get(viewer: Viewer, id: string): Promise<ProductionRequest> {
    if (viewer.kind === 'visitor') throw new Refusal('platform.signIn');
    const request = await RequestRecord.findById(id).lean();
    if (!request || !this.isAsker(viewer, request.askedFor)) throw notFound('request');
    return request;
  }

  /** A request, for those who may change it: its asker alone. */
  async own(viewer: Viewer, id: string): Promise<ProductionRequest> {
    const request = await this.get(viewer, id);
    if (!speaksFor(viewer, request.askedFor)) throw notFound('request');
    return request;
  }

  /** The end of that working day where a request is delivered. */
  endOfWorkFor({ delivery }: ProductionRequest, day: string): Date {
    return endOfWork(day, delivery?.insee ? this.#deps.places.find(delivery.insee)?.timeZone : undefined);
  }

  isAsker(viewer: Viewer, askedFor: Party): boolean {
    return speaksFor(viewer, askedFor) || isAdmin(viewer);
  }

  /** Any request: for services, which have checked who asks. */
  async byId(id: string): Promise<ProductionRequest> {
    const request = await RequestRecord.findById(id).lean();
    if (!request) throw notFound('request');
    return request;
  }

  byIds(ids: readonly string[]): Promise<ProductionRequest[]> {
    return RequestRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  /** What the viewer and their organisations asked for, last changed first; drafts thrown away are left out. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Page<ProductionRequest>> {
    const person = asPerson(viewer);
    const ids = [...new Set([person.id, ...person.roles.map(({ scopeId }) => scopeId)])];
    const filter = {
      'askedFor.id': { $in: ids },
      $nor: [{ state: 'cancelled' as const, submittedAt: null }],
    };
    const offset = offsetOf(args);
    const rows = await RequestRecord.find(filter)
      .sort({ updatedAt: -1, _id: -1 })
      .skip(offset)
      .limit(args.first)
      .lean();
    return pageOf(rows, offset, await RequestRecord.countDocuments(filter));
  }

  #placeOf(text: string): { delivery: Delivery; timeZone: string } {
    const place = this.#deps.places.resolve(text)?.place;
    if (!place) throw new Refusal('production.place', { place: text });
    const { name, insee, lat, lon, departement, timeZone } = place;
    return { delivery: { label: `${name} (${departement.code})`, insee, point: { lat, lon } }, timeZone };
  }
}
