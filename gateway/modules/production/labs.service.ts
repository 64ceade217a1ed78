import { isMaterial, isProcess } from '../../../schema/taxonomy.ts';
import type { Closure, WeeklyHours } from '../../platform/hours.ts';
import { fromStored } from '../../platform/point.ts';
import { type Capability as StoredCapability, CapabilityRecord } from '../catalogue/capability.entity.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { MandateRecord } from '../identity/person.entity.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
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

const siteFields = {
  name: 1,
  slug: 1,
  city: 1,
  departement: 1,
  location: 1,
  openingHours: 1,
  closures: 1,
  timeZone: 1,
} as const;

type Site = Pick<Workshop, '_id' | Exclude<keyof typeof siteFields, 'location'>> & Pick<Workshop, 'location'>;

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

const capabilityFields = {
  workshopId: 1,
  resourceId: 1,
  process: 1,
  material: 1,
  envelopeMm: 1,
  maxThicknessMm: 1,
  toleranceClass: 1,
  lot: 1,
  ratePerHour: 1,
  setupMinutes: 1,
  leadDays: 1,
  finishes: 1,
  priceCentsPerHour: 1,
  evidence: 1,
  confirmedAt: 1,
} as const;
type StoredFacts = Pick<StoredCapability, '_id' | keyof typeof capabilityFields>;

const factsOf = ({ _id, ...facts }: StoredFacts): Capability => ({ ...facts, id: _id });

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

/** What a rebuild reads costs one pass over every capability, so it is kept until one of these changes. */
async function stamp(): Promise<string> {
  const [capabilities, last, workshops, resources, mandates] = await Promise.all([
    CapabilityRecord.estimatedDocumentCount(),
    CapabilityRecord.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean(),
    newest(WorkshopRecord),
    newest(ResourceRecord),
    MandateRecord.estimatedDocumentCount(),
  ]);
  return [capabilities, last?._id, workshops, resources, mandates].join(' ');
}

/** How many rows there are and when one last changed: two looks at what is counted and sorted already. */
async function newest(record: typeof WorkshopRecord | typeof ResourceRecord): Promise<string> {
  const rows = record as typeof WorkshopRecord;
  const [count, last] = await Promise.all([
    rows.estimatedDocumentCount(),
    rows.findOne({}, { _id: 0, updatedAt: 1 }).sort({ updatedAt: -1 }).lean(),
  ]);
  return `${count}@${last?.updatedAt.getTime()}`;
}

/**
 * Every lab with its capabilities, laid out for matching and kept in memory. A stamp is read from the database before
 * each use, so a change shows at once in every process: a capability is never edited in place but replaced (so that the
 * greatest id or the count moves), workshops and machines carry the instant of their last change.
 */
export class LabsService {
  #known: { stamp: string; labs: Promise<Labs> } | undefined;

  /** A workshop as the exchange knows it; one that is gone keeps its id, and office hours in mainland France. */
  async house(workshopId: string): Promise<House> {
    return (await this.housesOf([workshopId]))[0]!;
  }

  /** Several of them, in the order asked: whoever shows a lab's name needs none of what it can do. */
  async housesOf(workshopIds: readonly string[]): Promise<House[]> {
    const among = { $in: [...new Set(workshopIds)] };
    // One after the other: an award asks from within its transaction.
    const sites = await WorkshopRecord.find({ _id: among }, siteFields).lean<Site[]>();
    const mandated = await MandateRecord.distinct('scopeId', { scope: 'workshop', scopeId: among });
    const houses = new Map(sites.map((site) => [site._id, houseOf(site, mandated.includes(site._id))]));
    return workshopIds.map((id) => houses.get(id) ?? gone(id));
  }

  async current(): Promise<Labs> {
    const now = await stamp();
    if (this.#known?.stamp === now) return this.#known.labs;
    const labs = this.#read();
    this.#known = { stamp: now, labs };
    labs.catch(() => (this.#known = undefined));
    return labs;
  }

  async #read(): Promise<Labs> {
    const [sites, capabilities, hidden, mandated] = await Promise.all([
      WorkshopRecord.find({}, siteFields).sort({ _id: 1 }).lean<Site[]>(),
      CapabilityRecord.find({}, capabilityFields).sort({ _id: 1 }).lean<StoredFacts[]>(),
      ResourceRecord.find({ status: { $ne: 'published' } }, { _id: 1 }).lean(),
      MandateRecord.distinct('scopeId', { scope: 'workshop' }),
    ]);
    const withdrawn = new Set(hidden.map(({ _id }) => _id));
    const here = new Set(mandated);
    const byLab = new Map<string, Capability[]>();
    for (const row of capabilities) {
      if (row.resourceId !== null && withdrawn.has(row.resourceId)) continue;
      if (!isProcess(row.process) || (row.material !== null && !isMaterial(row.material))) continue;
      const list = byLab.get(row.workshopId);
      if (list) list.push(factsOf(row));
      else byLab.set(row.workshopId, [factsOf(row)]);
    }
    const houses = new Map(sites.map((site) => [site._id, houseOf(site, here.has(site._id))]));
    const labs = sites.map((site): Lab => ({
      workshopId: site._id,
      place: fromStored(site.location),
      capabilities: byLab.get(site._id) ?? [],
    }));
    return { index: indexLabs(labs), houses, labs: new Map(labs.map((lab) => [lab.workshopId, lab])) };
  }
}
