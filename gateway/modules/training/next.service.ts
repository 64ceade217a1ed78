import { countedKinds, kinds } from '../../../schema/kinds.ts';
import { claimable } from '../../../schema/sharing.ts';
import { covers, skillGiven, skillOf, spellingsOf } from '../../../schema/training.ts';
import { searchWords, wordQuery } from '../../../schema/words.ts';
import type { Clock } from '../../platform/clock.ts';
import { distanceKm } from '../../platform/geo.ts';
import { fromStored } from '../../platform/point.ts';
import type { Party } from '../identity/viewer.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import { type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { NextTraining } from './next.entity.ts';
import type { PolicyService } from './policy.service.ts';

interface Deps {
  clock: Clock;
  ledger: LedgerService;
  policies: PolicyService;
}

/** Whoever lacks an accreditation, and the networks of the workshop for which they act. */
export interface Learner {
  party: Party;
  networkIds: readonly string[];
}

const LOOKED_AT = 60;
const giving = countedKinds.filter((name) => 'skill' in kinds[name].facts);
const statuses = [...new Set(giving.flatMap((name) => claimable[kinds[name].sharing]))];
const dayOf = ({ from }: Pick<Listing, 'from'>) => from?.toISOString().slice(0, 10) ?? '';

const isOpenTo = (
  { audience, networkIds }: Pick<Listing, 'audience' | 'networkIds'>,
  { party, networkIds: own }: Learner,
) =>
  audience === 'everyone' ||
  (audience === 'organisations' && party.scope !== 'person') ||
  networkIds.some((id) => own.includes(id) || (party.scope === 'network' && party.id === id));

/** Who gives a missing accreditation, and when next. */
export class NextTrainingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * The soonest session with seats left that gives what a machine of this workshop asks for, or more; the nearest to it of
   * one day. Only from an issuer whom the workshop recognises, and open to who lacks it.
   */
  async next(
    name: string,
    lender: Pick<Workshop, '_id' | 'networkIds' | 'location'>,
    learner: Learner,
  ): Promise<NextTraining | undefined> {
    const rows = (await this.#giving(name)).filter((row) => isOpenTo(row, learner));
    if (rows.length === 0) return undefined;
    const { ledger, policies } = this.#deps;
    const issuers = new Set(
      await policies.recognisedBy(
        lender,
        rows.map(({ workshopId }) => workshopId),
      ),
    );
    const left = await ledger.leftOf(rows.map(({ _id }) => _id));
    const kmOf = ({ location }: Pick<Listing, 'location'>) =>
      distanceKm(fromStored(lender.location), fromStored(location));
    const [best] = rows
      .filter(({ _id, workshopId, minimum }) => issuers.has(workshopId) && (left.get(_id) ?? 0) >= minimum)
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : kmOf(a) - kmOf(b)));
    return best && this.#told(best);
  }

  /** Sessions to come that give it, the soonest first. */
  async #giving(name: string): Promise<Listing[]> {
    const wanted = skillOf(name);
    // Sessions said before the list was shared hold one spelling, and not all.
    const spelt = spellingsOf(wanted.skill)
      .map((spelling) => searchWords(spelling).map((word) => ({ searchWords: wordQuery(word) })))
      .filter((words) => words.length > 0)
      .map((words) => ({ $and: words }));
    const rows = await ListingRecord.find({
      kind: { $in: giving },
      status: { $in: statuses },
      from: { $gt: this.#deps.clock() },
      ...(spelt.length > 0 && { $or: spelt }),
    })
      .sort({ from: 1, _id: 1 })
      .limit(LOOKED_AT)
      .lean();
    return rows.filter(({ facts }) => {
      const given = skillGiven(facts);
      return given !== undefined && covers(given, wanted);
    });
  }

  async #told({ _id, name, from, workshopId }: Listing): Promise<NextTraining | undefined> {
    const workshop = await WorkshopRecord.findById(workshopId, { name: 1, city: 1, timeZone: 1 }).lean();
    if (!workshop || !from) return undefined;
    return { listingId: _id, name, from, workshop: workshop.name, city: workshop.city, timeZone: workshop.timeZone };
  }
}
