import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { SearchService } from '../catalogue/search.service.ts';
import type { PersonViewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type SavedSearch, SavedSearchRecord } from './saved.entity.ts';
import { filterOf } from './saved.service.ts';

interface Deps {
  clock: Clock;
  search: SearchService;
  notices: NoticeService;
}

const EVERY_MS = 120_000;
const perTurn = 50;
const namesTold = 3;

/** A person as their saved search asks: nothing but who they are. */
const asking = (id: string): PersonViewer => ({
  kind: 'person',
  id,
  name: '',
  email: '',
  verified: true,
  admin: false,
  roles: [],
  acting: { scope: 'person', id },
});

/**
 * Tells people of machines that come to answer their saved searches: new ones, and those that somebody gave back. Each
 * machine once for each search. Several processes share the searches, one lease at a time.
 */
export class WatchService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How many people were told in this turn. */
  async run(): Promise<number> {
    let told = 0;
    for (let turn = 0; turn < perTurn; turn += 1) {
      const saved = await this.#lease();
      if (!saved) break;
      if (await this.#look(saved)) told += 1;
    }
    return told;
  }

  #lease(): Promise<SavedSearch | null> {
    const now = this.#deps.clock();
    return SavedSearchRecord.findOneAndUpdate(
      { alert: true, nextAt: { $lte: now } },
      { $set: { nextAt: new Date(now.getTime() + EVERY_MS) } },
      { sort: { nextAt: 1 }, returnDocument: 'after' },
    ).lean();
  }

  async #look(saved: SavedSearch): Promise<boolean> {
    const { until } = saved.filter;
    if (until && until <= this.#deps.clock()) return this.#end(saved);
    try {
      const { ids, names } = await this.#deps.search.answering(asking(saved.personId), filterOf(saved.filter));
      const known = new Set(saved.known);
      const fresh = ids.map((id, n) => ({ id, name: names[n]! })).filter(({ id }) => !known.has(id));
      return fresh.length > 0 && fresh.length <= limits.watchedAnswers && (await this.#tell(saved, fresh));
    } catch (error) {
      // What it asked for is no more, a network for instance: it would be refused for ever.
      if (error instanceof Refusal) return this.#end(saved);
      throw error;
    }
  }

  async #end({ _id }: SavedSearch): Promise<false> {
    await SavedSearchRecord.updateOne({ _id }, { $set: { alert: false } });
    return false;
  }

  /** Whoever raises the revision tells; the other one, who saw the same, finds it raised. */
  #tell(
    { _id, personId, name, revision }: SavedSearch,
    fresh: readonly { id: string; name: string }[],
  ): Promise<boolean> {
    return transaction(async () => {
      const { matchedCount } = await SavedSearchRecord.updateOne(
        { _id, alert: true, revision },
        {
          $addToSet: { known: { $each: fresh.map(({ id }) => id) } },
          $set: { toldAt: this.#deps.clock() },
          $inc: { revision: 1 },
        },
      );
      if (matchedCount === 0) return false;
      await this.#deps.notices.tell({
        topic: 'search',
        subjectId: _id,
        event: 'finding.found',
        to: [{ scope: 'person', id: personId }],
        params: {
          id: _id,
          name,
          count: fresh.length,
          machines: fresh
            .slice(0, namesTold)
            .map((machine) => machine.name)
            .join(', '),
        },
      });
      return true;
    });
  }
}
