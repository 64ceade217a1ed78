import { normalise } from '../../../schema/taxonomy.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { stableId } from '../../platform/ids.ts';
import { toStored } from '../../platform/point.ts';
import type { DeclaredService } from '../catalogue/declared.service.ts';
import { MembershipRecord } from '../network/network.entity.ts';
import type { NetworkService } from '../network/network.service.ts';
import type { PlaceService } from '../place/place.service.ts';
import { fault } from './import.cells.rules.ts';
import {
  batches,
  bySource,
  factsOf,
  type HandDone,
  type ImportCounts,
  type ImportOptions,
  type ImportSummary,
  type JournalEntry,
  noCounts,
  nothingYet,
  sourceKey,
  type Verdict,
} from './import.journal.ts';
import type { WorkshopRow } from './import.rules.ts';
import { codeFor, slugFor } from './naming.rules.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';
import { derived } from './workshop.service.ts';

interface Deps {
  clock: Clock;
  places: PlaceService;
  networks: NetworkService;
  equipment: { refreshOf(workshopId: string): Promise<void> };
  declared: DeclaredService;
}

type Site = Pick<Workshop, 'postalCode' | 'city' | 'departement' | 'location' | 'timeZone'> & { insee?: string };
/** What is to be written for one row: a whole new record, or the changed facts of one. */
interface Plan {
  row: WorkshopRow;
  id: string;
  before?: Workshop;
  verdict: Verdict;
  /** Why it is neither changed nor admitted, whatever the file says. */
  barred?: 'elsewhere' | 'mustAsk';
}

/** Writes what files tell of workshops, in batches; a second time the same file writes nothing. */
export class ImportService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async workshops(rows: readonly WorkshopRow[], options: ImportOptions = {}): Promise<ImportSummary> {
    const network = options.networkCode ? await this.#deps.networks.get(options.networkCode) : undefined;
    const summary = nothingYet();
    const names = await this.#namesTaken();
    let done = 0;
    for (const batch of batches(rows)) {
      const placed = batch.filter((row) => this.#siteOf(row) !== undefined);
      for (const row of batch)
        if (!placed.includes(row)) summary.errors.push(fault(row.row, 'city', 'unknown', 'row', { value: row.city }));
      const plans = await this.#planned(placed, options.within);
      options.onPlan?.(plans.map(({ row, verdict }) => ({ row: row.row, name: row.name, city: row.city, verdict })));
      for (const { row, barred } of plans) if (barred) summary.errors.push(fault(row.row, 'name', barred, 'row'));
      const joining = network ? await this.#joining(plans, network._id) : new Set<string>();
      const hand = { rows: batch.length, counts: { ...noCounts(), admitted: joining.size } };
      for (const { verdict } of plans) hand.counts[verdict] += 1;
      for (const name of Object.keys(hand.counts) as (keyof ImportCounts)[]) summary[name] += hand.counts[name];
      if (!options.dryRun) await this.#write(plans, joining, network?._id, names, hand, options.journal);
      done += batch.length;
      options.onProgress?.(done);
    }
    return summary;
  }

  async #planned(rows: readonly WorkshopRow[], within?: string): Promise<Plan[]> {
    const known = await bySource(rows.map(({ source }) => source));
    return rows.map((row) => {
      const before = known.get(sourceKey(row.source));
      const id = before?._id ?? stableId('workshop', row.source.system, row.source.id);
      if (!before) return { row, id, verdict: 'created' };
      const barred = within === undefined ? undefined : barredFrom(within, before);
      if (before.confirmed || barred) return { row, id, before, verdict: 'kept', barred };
      return { row, id, before, verdict: before.source!.digest === row.source.digest ? 'same' : 'changed' };
    });
  }

  /** Those that have no tie at all with the network: one that left or was refused is not brought back by a file. */
  async #joining(plans: readonly Plan[], networkId: string): Promise<Set<string>> {
    const ids = plans.filter(({ barred }) => !barred).map(({ id }) => id);
    const tied = await MembershipRecord.find({ networkId, workshopId: { $in: ids } }, { workshopId: 1 }).lean();
    const known = new Set(tied.map(({ workshopId }) => workshopId));
    return new Set(ids.filter((id) => !known.has(id)));
  }

  async #write(
    plans: readonly Plan[],
    joining: ReadonlySet<string>,
    networkId: string | undefined,
    names: Names,
    hand: HandDone,
    journal: ImportOptions['journal'],
  ): Promise<void> {
    const touched = plans.filter(
      ({ id, verdict }) => verdict === 'created' || verdict === 'changed' || joining.has(id),
    );
    if (touched.length === 0 && !journal) return;
    const at = this.#deps.clock();
    const records = touched.map((plan) => ({ plan, facts: this.#factsOf(plan, at) }));
    // Names are taken once, however often the transaction is tried.
    const born = new Map(
      records.flatMap(({ plan: { row, id, before }, facts }) =>
        before ? [] : [[id, newborn(row, id, facts.city, names)] as const],
      ),
    );
    await transaction(async () => {
      if (records.length > 0) {
        await WorkshopRecord.bulkWrite(
          records.map(({ plan: { id, verdict }, facts }) => {
            const joins = joining.has(id) && networkId ? [networkId] : [];
            const fresh = born.get(id);
            if (fresh) return { insertOne: { document: { ...facts, ...fresh, networkIds: joins } } };
            return {
              updateOne: {
                filter: { _id: id },
                update: {
                  ...(verdict === 'changed' && { $set: facts, ...(!facts.website && { $unset: { website: 1 } }) }),
                  ...(joins.length > 0 && { $addToSet: { networkIds: joins[0] } }),
                  $inc: { revision: 1 },
                },
              },
            };
          }),
        );
        if (networkId) await this.#admit(networkId, joining, at);
        await this.#refresh(touched);
      }
      await journal?.(
        touched.map((plan) => entryOf(plan, joining.has(plan.id) ? networkId : undefined, at)),
        hand,
      );
    });
  }

  async #admit(networkId: string, joining: ReadonlySet<string>, at: Date): Promise<void> {
    if (joining.size === 0) return;
    await MembershipRecord.insertMany(
      [...joining].map((workshopId) => ({
        _id: stableId('membership', networkId, workshopId),
        networkId,
        workshopId,
        status: 'admitted',
        askedAt: at,
        decidedAt: at,
      })),
    );
  }

  /** What is derived from the workshops written: what can be expected of them, and what their machines take from them. */
  async #refresh(plans: readonly Plan[]): Promise<void> {
    const written = await WorkshopRecord.find({ _id: { $in: plans.map(({ id }) => id) } }).lean();
    const verdicts = new Map(plans.map(({ id, verdict }) => [id, verdict]));
    for (const workshop of written) {
      const { machines, declaredKeys: keys, _id } = workshop;
      const isNew = verdicts.get(_id) === 'created';
      if (isNew || verdicts.get(_id) === 'changed') await this.#deps.declared.replace(workshop, { machines, keys });
      if (!isNew) await this.#deps.equipment.refreshOf(_id);
    }
  }

  /** What the file tells. One that lists no machine says nothing of them: those known stay. */
  #factsOf({ row, before }: Plan, at: Date) {
    const facts = {
      ...this.#siteOf(row)!,
      name: row.name,
      description: row.description ?? '',
      address: row.address,
      geoPrecision: row.geoPrecision,
      ...(row.website && { website: row.website }),
      machines: row.machines.length > 0 ? row.machines : plain(before?.machines ?? []),
      declaredKeys: row.capabilities as string[],
      source: row.source,
      updatedAt: at,
    };
    return { ...facts, ...derived(facts) };
  }

  /** Where a row is: its own point, or the middle of its commune. Undefined when its commune is not found. */
  #siteOf(row: WorkshopRow): Site | undefined {
    const { places } = this.#deps;
    const { lat, lon } = row;
    const point = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
    const commune =
      (row.insee && places.find(row.insee)) ||
      (row.postalCode && matching(places.resolve(row.postalCode)?.choices, row.city)) ||
      (point && places.nearest(point)) ||
      (row.city && places.resolve(row.city)?.place) ||
      undefined;
    if (!commune) return undefined;
    return {
      postalCode: row.postalCode || (commune.postalCodes[0] ?? ''),
      city: commune.name,
      insee: commune.insee,
      departement: commune.departement.code,
      location: toStored(point ?? commune),
      timeZone: commune.timeZone,
    };
  }

  async #namesTaken(): Promise<Names> {
    const rows = await WorkshopRecord.find({}, { _id: 0, slug: 1, code: 1 }).hint({ slug: 1 }).lean();
    return { slugs: new Set(rows.map(({ slug }) => slug)), codes: new Set(rows.map(({ code }) => code)) };
  }
}

/** A head changes what nobody looks after: not the workshops of another network, and admits none that keeps its own record. */
function barredFrom(networkId: string, { networkIds, confirmed }: Workshop): 'elsewhere' | 'mustAsk' | undefined {
  if (networkIds.includes(networkId)) return undefined;
  if (confirmed) return 'mustAsk';
  return networkIds.length > 0 ? 'elsewhere' : undefined;
}

const entryOf = ({ id, row, before, verdict }: Plan, joined: string | undefined, at: Date): JournalEntry => ({
  workshopId: id,
  name: row.name,
  created: !before,
  ...(joined && { membershipId: stableId('membership', joined, id) }),
  ...(before && verdict === 'changed' && { before: factsOf(before) }),
  ...(verdict !== 'kept' && { digest: row.source.digest }),
  at,
});

/** What a record begins with, beside what the file tells. */
function newborn(row: WorkshopRow, _id: string, city: string, names: Names) {
  const slug = slugFor(row.name, city, names.slugs);
  const code = codeFor(row.name, city, names.codes) ?? _id.slice(0, 3).toUpperCase();
  names.slugs.add(slug);
  names.codes.add(code);
  const empty = { openingHours: [], closures: [], archetypeAnswers: {}, processes: [], materials: [] };
  return { _id, slug, code, ...empty, confirmed: false, revision: 0 };
}

interface Names {
  slugs: Set<string>;
  codes: Set<string>;
}

/** Without what the database adds. */
export const plain = (machines: readonly Workshop['machines'][number][]) =>
  machines.map(({ brand, model, class: kind }) => ({ brand, model, class: kind }));

/** Of the communes of one postal code, the one of that name, else the first. */
const matching = <P extends { name: string }>(choices: readonly P[] | undefined, name: string): P | undefined =>
  choices?.find((choice) => normalise(choice.name) === normalise(name)) ?? choices?.[0];
