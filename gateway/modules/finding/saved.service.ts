import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { EquipmentFilter } from '../catalogue/search-filter.entity.ts';
import type { SearchService } from '../catalogue/search.service.ts';
import { asPerson, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import { type SavedFilter, type SavedSearch, SavedSearchRecord } from './saved.entity.ts';
import type { SaveSearchInput, UpdateSavedSearchInput } from './saved.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  search: SearchService;
}

/** The searches that people keep. Each is its person's own: to anybody else it does not exist. */
export class SavedSearchService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async mine(viewer: Viewer, args: PageArgs): Promise<Page<SavedSearch>> {
    const filter = { personId: asPerson(viewer).id };
    const offset = offsetOf(args);
    const rows = await SavedSearchRecord.find(filter, { known: 0 })
      .sort({ createdAt: -1, _id: 1 })
      .skip(offset)
      .limit(args.first)
      .lean<SavedSearch[]>();
    return pageOf(rows, offset, await SavedSearchRecord.countDocuments(filter));
  }

  async get(viewer: Viewer, id: string): Promise<SavedSearch> {
    const saved = await SavedSearchRecord.findOne({ _id: id, personId: asPerson(viewer).id }).lean();
    if (!saved) throw notFound('search');
    return saved;
  }

  /** Keeps a search; with an alert, the person is told of machines that come to answer it, not of those that do now. */
  async save(viewer: Viewer, { idempotencyKey: key, ...input }: SaveSearchInput): Promise<SavedSearch> {
    const person = asPerson(viewer);
    const now = this.#deps.clock();
    const name = named(input.name);
    const known = await this.#answering(person, input.filter, input.alert);
    const id = await once({ by: person.id, key, operation: 'saveSearch', arguments: input, at: now }, async () => {
      if ((await SavedSearchRecord.countDocuments({ personId: person.id })) >= limits.savedSearches)
        throw new Refusal('finding.tooMany', { most: limits.savedSearches });
      const _id = this.#deps.newId();
      const { alert } = input;
      const filter = kept(input.filter);
      await SavedSearchRecord.create([
        { _id, personId: person.id, name, filter, alert, known, createdAt: now, nextAt: now, revision: 0 },
      ]);
      return _id;
    });
    return this.get(viewer, id);
  }

  async update(viewer: Viewer, id: string, { name, alert }: UpdateSavedSearchInput): Promise<SavedSearch> {
    const saved = await this.get(viewer, id);
    const begins = alert === true && !saved.alert;
    const known = begins ? await this.#answering(asPerson(viewer), filterOf(saved.filter), true) : undefined;
    await SavedSearchRecord.updateOne(
      { _id: id, personId: saved.personId },
      {
        $set: {
          ...(typeof name === 'string' && { name: named(name) }),
          ...(typeof alert === 'boolean' && { alert }),
          ...(known && { nextAt: this.#deps.clock() }),
        },
        ...(known && { $addToSet: { known: { $each: known } }, $inc: { revision: 1 } }),
      },
    );
    return this.get(viewer, id);
  }

  async remove(viewer: Viewer, id: string): Promise<boolean> {
    const { personId } = await this.get(viewer, id);
    await SavedSearchRecord.deleteOne({ _id: id, personId });
    return true;
  }

  /** What answers now; also proves that the search can be asked. Refuses to watch what already finds hundreds. */
  async #answering(person: PersonViewer, filter: EquipmentFilter, alert: boolean): Promise<string[]> {
    const { ids } = await this.#deps.search.answering(person, filter);
    if (!alert) return [];
    if (filter.until && filter.until <= this.#deps.clock()) throw new Refusal('calendar.past');
    if (ids.length > limits.watchedAnswers) throw new Refusal('finding.tooWide', { most: limits.watchedAnswers });
    return ids;
  }
}

function named(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (!name) throw new Refusal('platform.invalid', { field: 'name' });
  return name;
}

/** As stored: whatever is shown beside the answers is no part of what is looked for. */
function kept({ withTaken: _, near, size, ...filter }: EquipmentFilter): SavedFilter {
  return { ...filter, ...(near && { near: { ...near } }), ...(size && { size: { ...size } }) };
}

/** As asked again. */
export const filterOf = (saved: SavedFilter): EquipmentFilter => ({ ...saved, withTaken: false });
