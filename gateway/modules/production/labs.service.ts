import { isMaterial, isProcess } from '../../../schema/taxonomy.ts';
import type { Closure, WeeklyHours } from '../../platform/hours.ts';
import { marksOf } from '../../platform/marks.ts';
import { fromStored } from '../../platform/point.ts';
import { only } from '../../platform/projection.ts';
import {
  type Capability as StoredCapability,
  CapabilityRecord,
  matchedFields,
} from '../catalogue/capability.entity.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { MandateRecord } from '../identity/person.entity.ts';
import { siteFields, type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { indexLabs, type Lab, type LabIndex } from './lab.rules.ts';
import type { LabCard } from './match.entity.ts';

/** A lab's house: what offers and plans need beside its capabilities. */
export interface House extends LabCard {
  hours: WeeklyHours;
  closures: readonly Closure[];
  timeZone: string;
}

export interface Labs {
  index: LabIndex;
  houses: ReadonlyMap<string, House>;
  labs: ReadonlyMap<string, Lab>;
}

type Site = Pick<Workshop, '_id' | (typeof siteFields)[number]>;

const houseOf = (site: Site, answers: boolean): House => ({
  id: site._id,
  name: site.name,
  slug: site.slug,
  city: site.city,
  departement: site.departement,
  point: fromStored(site.location),
  answers,
  hours: site.openingHours as WeeklyHours,
  closures: site.closures,
  timeZone: site.timeZone,
});

type StoredFacts = Pick<StoredCapability, '_id' | (typeof matchedFields)[number]>;

/**
 * Makes capabilities of what is stored, those declared alike sharing all they have in common: a hundred thousand of
 * them are a few hundred likes. Field by field, since an object spread into another gets a hidden class of its own.
 */
function sharing(): (stored: StoredFacts, workshopId: string) => Capability {
  const likes = new Map<string, Omit<StoredFacts, '_id' | 'workshopId' | 'resourceId' | 'confirmedAt'>>();
  return ({ _id: id, workshopId: _lab, resourceId, confirmedAt, ...facts }, workshopId) => {
    const key = JSON.stringify(facts);
    const like = likes.get(key) ?? facts;
    likes.set(key, like);
    return {
      id,
      workshopId,
      resourceId,
      process: like.process,
      material: like.material,
      envelopeMm: like.envelopeMm,
      maxThicknessMm: like.maxThicknessMm,
      toleranceClass: like.toleranceClass,
      lot: like.lot,
      ratePerHour: like.ratePerHour,
      setupMinutes: like.setupMinutes,
      leadDays: like.leadDays,
      finishes: like.finishes,
      priceCentsPerHour: like.priceCentsPerHour,
      evidence: like.evidence,
      confirmedAt,
    };
  };
}

const gone = (id: string): House => ({
  id,
  name: '',
  slug: '',
  city: '',
  departement: '',
  point: { lat: 0, lon: 0 },
  answers: false,
  hours: [],
  closures: [],
  timeZone: 'Europe/Paris',
});

/**
 * Every lab with its capabilities, laid out for matching and kept in memory. Its marks are read from the database before
 * each use, so a change of a workshop, a machine, a capability or a mandate shows at once in every process.
 */
export class LabsService {
  #known: { marks: string; labs: Promise<Labs> } | undefined;

  /** A workshop as the exchange knows it; one that is gone keeps its id, and office hours in mainland France. */
  async house(workshopId: string): Promise<House> {
    return (await this.housesOf([workshopId]))[0]!;
  }

  /** Several of them, in the order asked: whoever shows a lab's name needs none of what it can do. */
  async housesOf(workshopIds: readonly string[]): Promise<House[]> {
    const among = { $in: [...new Set(workshopIds)] };
    // One after the other: an award asks from within its transaction.
    const sites = await WorkshopRecord.find({ _id: among }, only(siteFields)).lean<Site[]>();
    const mandated = await MandateRecord.distinct('scopeId', { scope: 'workshop', scopeId: among });
    const houses = new Map(sites.map((site) => [site._id, houseOf(site, mandated.includes(site._id))]));
    return workshopIds.map((id) => houses.get(id) ?? gone(id));
  }

  async current(): Promise<Labs> {
    const marks = await marksOf('labs');
    if (this.#known?.marks === marks) return this.#known.labs;
    const labs = this.#read();
    this.#known = { marks, labs };
    labs.catch(() => (this.#known = undefined));
    return labs;
  }

  async #read(): Promise<Labs> {
    const [sites, hidden, mandated] = await Promise.all([
      WorkshopRecord.find({}, only(siteFields)).sort({ _id: 1 }).lean<Site[]>(),
      ResourceRecord.find({ status: { $ne: 'published' } }, { _id: 1 }).lean(),
      MandateRecord.distinct('scopeId', { scope: 'workshop' }),
    ]);
    const withdrawn = new Set(hidden.map(({ _id }) => _id));
    const here = new Set(mandated);
    const labs = sites.map((site) => ({
      workshopId: site._id,
      place: fromStored(site.location),
      capabilities: [] as Capability[],
    }));
    const byId = new Map(labs.map((lab) => [lab.workshopId, lab]));
    const shared = sharing();
    // Row by row from the driver: all of them at once would take several times what is kept of them.
    const rows = CapabilityRecord.collection.find<StoredFacts>(
      {},
      { projection: only(matchedFields), sort: { _id: 1 } },
    );
    for await (const row of rows) {
      if (row.resourceId !== null && withdrawn.has(row.resourceId)) continue;
      if (!isProcess(row.process) || (row.material !== null && !isMaterial(row.material))) continue;
      const lab = byId.get(row.workshopId);
      lab?.capabilities.push(shared(row, lab.workshopId));
    }
    const houses = new Map(sites.map((site) => [site._id, houseOf(site, here.has(site._id))]));
    return { index: indexLabs(labs), houses, labs: byId };
  }
}
