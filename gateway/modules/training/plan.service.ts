import { countedKinds, kinds } from '../../../schema/kinds.ts';
import { claimable, thousandths } from '../../../schema/sharing.ts';
import { skillGiven, skillName, skillOf } from '../../../schema/training.ts';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, asVerified, demand, isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { SkillDemandRecord, type SkillPlan, type TrainingWish, TrainingWishRecord } from './demand.entity.ts';
import { type Asked, type Given, planOf } from './plan.rules.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  networks: NetworkService;
  places: PlaceService;
  ledger: LedgerService;
}

const LOOKED_AT = 500;
const mostWishes = 20;
const giving = countedKinds.filter((name) => 'skill' in kinds[name].facts);
const statuses = [...new Set(giving.flatMap((name) => claimable[kinds[name].sharing]))];

/** What people would learn, and what is taught: so that a network sees which session to call next. */
export class TrainingPlanService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Skills asked for in the territory of a network against those given there, for its people. */
  async plan(viewer: Viewer, code: string, args: PageArgs): Promise<Page<SkillPlan>> {
    const network = await this.#deps.networks.get(code);
    demand(viewer, isAdmin(viewer) || speaksFor(viewer, { scope: 'network', id: network._id }));
    const where = { departement: { $in: network.departements } };
    const refused = await SkillDemandRecord.find(where).sort({ count: -1, _id: 1 }).limit(LOOKED_AT).lean();
    const wished = await TrainingWishRecord.aggregate<{
      _id: { skill: string; level: number };
      name: string;
      n: number;
    }>([
      { $match: where },
      { $group: { _id: { skill: '$skill', level: '$level' }, name: { $min: '$name' }, n: { $sum: 1 } } },
      { $sort: { n: -1, _id: 1 } },
      { $limit: LOOKED_AT },
    ]);
    const asked: Asked[] = [
      ...refused.map(({ skill, level, name, count }) => ({
        ...skillOf(skill),
        level,
        name,
        refused: count,
        wished: 0,
      })),
      ...wished.map(({ _id, name, n }) => ({ ...skillOf(_id.skill), level: _id.level, name, refused: 0, wished: n })),
    ];
    const rows = planOf(asked, await this.#given(network._id));
    const offset = offsetOf(args);
    return pageOf(rows.slice(offset, offset + args.first), offset, rows.length);
  }

  /** Says that the caller wishes for a training, near a place; once for each skill, the last time counts. */
  async wish(viewer: Viewer, said: string, where: string): Promise<TrainingWish> {
    const { id: personId } = asVerified(viewer);
    const { clock, newId, places } = this.#deps;
    const name = said.trim().replace(/\s+/g, ' ');
    const { skill, level } = skillOf(name);
    const place = places.resolve(where)?.place;
    if (!skill) throw new Refusal('platform.invalid', { field: 'name' });
    if (!place) throw new Refusal('workshop.place');
    const facts = { level, name, place: place.name, departement: place.departement.code, at: clock() };
    const known = await TrainingWishRecord.countDocuments({ personId, skill: { $ne: skill } });
    if (known >= mostWishes) throw new Refusal('platform.limited');
    const key = { personId, skill };
    const write = () =>
      TrainingWishRecord.findOneAndUpdate(
        key,
        { $set: facts, $setOnInsert: { _id: newId() } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
    const row = await write().catch((error: unknown) => {
      if (isDuplicate(error)) return write();
      throw error;
    });
    if (!row) throw notFound('wish');
    return row;
  }

  /** Takes a wish back, by who made it. */
  async dropWish(viewer: Viewer, id: string): Promise<boolean> {
    const { id: personId } = asPerson(viewer);
    const { deletedCount } = await TrainingWishRecord.deleteOne({ _id: id, personId });
    if (deletedCount === 0) throw notFound('wish');
    return true;
  }

  /** What the caller wishes for, newest first. */
  async wishes(viewer: Viewer, args: PageArgs): Promise<Page<TrainingWish>> {
    const { id: personId } = asPerson(viewer);
    const offset = offsetOf(args);
    const rows = TrainingWishRecord.find({ personId }).sort({ at: -1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(await rows, offset, await TrainingWishRecord.countDocuments({ personId }));
  }

  /** Sessions to come of the workshops of a network, with what is left of their seats. */
  async #given(networkId: string): Promise<Given[]> {
    const rows = await ListingRecord.find({
      networkIds: networkId,
      kind: { $in: giving },
      status: { $in: statuses },
      from: { $gt: this.#deps.clock() },
    })
      .sort({ from: 1, _id: 1 })
      .limit(LOOKED_AT)
      .lean();
    const left = await this.#deps.ledger.leftOf(rows.map(({ _id }) => _id));
    return rows.flatMap(({ _id, facts, from }) => {
      const given = skillGiven(facts);
      if (!given || !from) return [];
      const seats = Math.max(0, Math.floor((left.get(_id) ?? 0) / thousandths));
      return [{ ...given, listingId: _id, name: skillName(String(facts.skill), given.level), from, seats }];
    });
  }
}
