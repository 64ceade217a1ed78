import type { Clock } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/database.ts';
import { stableId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import type { Wanted } from '../catalogue/search.wanted.ts';
import { demand, isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { Place } from '../place/place.entity.ts';
import { type UnmetDemand, UnmetDemandRecord } from './demand.entity.ts';

interface Deps {
  clock: Clock;
  networks: NetworkService;
}

/** However many different things are looked for in vain, no more are kept; those kept go on being counted. */
const mostKept = 20_000;
const DAY = 86_400_000;

/** What of a search says what is missing. */
type Lacking = Pick<Wanted, 'words' | 'processes' | 'materials' | 'thicknessMm' | 'sidesMm' | 'radiusKm' | 'period'>;

const dayOf = (instant: Date) => new Date(Math.floor(instant.getTime() / DAY) * DAY);
/** A telephone or a card number is nobody's machine. */
const isNumberOfSomebody = (word: string) => word.replace(/\D/g, '').length > 5;

/** What people looked for and did not find: counted, never tied to a person, and forgotten after a stated age. */
export class DemandService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Counts a search that found nothing. One that names nothing to be done says nothing of what is missing. */
  async note(wanted: Lacking, origin: Place | undefined, taken: boolean): Promise<void> {
    const { processes, materials, thicknessMm, sidesMm, radiusKm, period } = wanted;
    const words = wanted.words.filter((word) => !isNumberOfSomebody(word));
    if (words.length + processes.length + materials.length === 0 && !thicknessMm && !sidesMm) return;
    const facts = {
      words: [...words].sort(),
      processes: [...processes].sort(),
      materials: [...materials].sort(),
      ...(thicknessMm && { thicknessMm }),
      ...(origin && { place: origin.name }),
      departement: origin?.departement.code ?? '',
      ...(radiusKm && { radiusKm }),
      ...(period && { from: dayOf(period.from), until: dayOf(period.until) }),
    };
    const _id = stableId('unmet-demand', JSON.stringify(facts));
    const now = this.#deps.clock();
    const upsert = (await UnmetDemandRecord.estimatedDocumentCount()) < mostKept;
    const counted = { $set: { lastAt: now, taken }, $inc: { count: 1 } };
    await UnmetDemandRecord.updateOne(
      { _id },
      { ...counted, $setOnInsert: { ...facts, firstAt: now } },
      { upsert },
    ).catch(async (error: unknown) => {
      if (!isDuplicate(error)) throw error;
      await UnmetDemandRecord.updateOne({ _id }, counted);
    });
  }

  /** What was looked for in vain in the territory of a network, or without a place: for its people. */
  async ofNetwork(viewer: Viewer, code: string, args: PageArgs): Promise<Page<UnmetDemand>> {
    const network = await this.#deps.networks.get(code);
    demand(viewer, isAdmin(viewer) || speaksFor(viewer, { scope: 'network', id: network._id }));
    const filter = { departement: { $in: [...network.departements, ''] } };
    const offset = offsetOf(args);
    const rows = await UnmetDemandRecord.find(filter).sort({ count: -1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await UnmetDemandRecord.countDocuments(filter));
  }
}
