import type { Collection } from 'mongodb';
import mongoose from 'mongoose';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { MandateRecord, PersonRecord } from '../../gateway/modules/identity/person.entity.ts';
import { MembershipRecord, NetworkRecord } from '../../gateway/modules/network/network.entity.ts';
import { ClaimRecord } from '../../gateway/modules/sharing/claim.entity.ts';
import { EntryRecord } from '../../gateway/modules/sharing/ledger.entity.ts';
import { ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { buildIndexes } from '../../gateway/platform/database.ts';
import { stableId } from '../../gateway/platform/ids.ts';
import { searchWords } from '../../schema/words.ts';
import { type OfferMoulds, offerMouldsOf, OfferPlanting } from './offers.ts';
import { type Row, Sheet } from './sheet.ts';
import { type Town, territory } from './territory.ts';

/** How large a world is. The bars speak of 500 workshops, 6,000 units, 100,000 bookings, and of ten such maps. */
interface Size {
  workshops: number;
  copies: number;
}

export interface World {
  workshops: number;
  machines: number;
  units: number;
  capabilities: number;
  bookings: number;
  listings: number;
  claims: number;
}

const machinesEach = 8;
/** Every second machine comes twice: twelve units in a workshop. */
const unitsOf = (nth: number) => 1 + (nth % 2);
const bookingsOfUnit = 16;
/** Two in three units have one booking more: 100,000 over 6,000 units. */
const extraEvery = 3;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Bookings lie between eight months ago and two months ahead. */
const pastDays = 240;
const aheadDays = 60;

interface Mould {
  machine: Row;
  capabilities: Row[];
}

interface Moulds {
  workshop: Row;
  machines: Mould[];
  booking: Row;
  membership: Row;
  network: Row;
  person: Row;
  mandate: Row;
  offers: OfferMoulds;
}

const native = (record: { collection: unknown }) => record.collection as Collection<Row>;
const one = async (record: { collection: unknown }, filter: object = {}): Promise<Row> => {
  const row = await native(record).findOne(filter as never, { sort: { _id: 1 } });
  if (!row) throw new Error('The demonstration lacks a row to copy.');
  return row;
};

/** Rows that the services made while they played the demonstration: whatever is derived in them is right. */
async function mouldsOf(): Promise<Moulds> {
  const machines = await native(ResourceRecord).find({ status: 'published' }).sort({ _id: 1 }).toArray();
  const capabilities = await native(CapabilityRecord).find().sort({ _id: 1 }).toArray();
  const mandate = await one(MandateRecord, { role: 'workshop_manager' });
  return {
    workshop: await one(WorkshopRecord),
    machines: machines.map((machine) => ({
      machine,
      capabilities: capabilities.filter(({ resourceId }) => resourceId === machine._id),
    })),
    booking: await one(BookingRecord, { state: 'confirmed', blocking: true, holdUntil: { $exists: false } }),
    membership: await one(MembershipRecord, { status: 'admitted' }),
    network: await one(NetworkRecord),
    person: await one(PersonRecord, { _id: mandate.personId }),
    mandate,
    offers: await offerMouldsOf(),
  };
}

/** Four letters and digits, none twice, and none of the demonstration, which has three. */
const codeOf = (nth: number) => nth.toString(36).padStart(4, '0').toUpperCase();

/** A number between 0 and 1 that the same parts always give. */
const chance = (...parts: (string | number)[]) => parseInt(stableId(parts.join(' ')).slice(0, 8), 16) / 2 ** 32;

/** Copies the demonstration's rows over the territory until the world is as large as asked. */
class Planting {
  readonly #moulds: Moulds;
  readonly #now: number;
  readonly #sheets = {
    workshops: new Sheet(WorkshopRecord),
    machines: new Sheet(ResourceRecord),
    capabilities: new Sheet(CapabilityRecord),
    bookings: new Sheet(BookingRecord),
    memberships: new Sheet(MembershipRecord),
    people: new Sheet(PersonRecord),
    mandates: new Sheet(MandateRecord),
    networks: new Sheet(NetworkRecord),
  };
  readonly #networks = new Map<string, string>();
  readonly #offers: OfferPlanting;
  units = 0;

  constructor(moulds: Moulds, now: Date) {
    this.#moulds = moulds;
    this.#now = Math.floor(now.getTime() / DAY) * DAY;
    this.#offers = new OfferPlanting(moulds.offers, new Date(this.#now));
  }

  async plant(towns: readonly Town[]): Promise<World> {
    for (const [nth, town] of towns.entries()) await this.#workshop(nth, town);
    for (const sheet of Object.values(this.#sheets)) await sheet.flush();
    await this.#offers.flush();
    const { workshops, machines, capabilities, bookings } = this.#sheets;
    return {
      workshops: workshops.count,
      machines: machines.count,
      units: this.units,
      capabilities: capabilities.count,
      bookings: bookings.count,
      ...this.#offers.counts,
    };
  }

  async #network({ region, departement }: Town): Promise<string> {
    const known = this.#networks.get(region);
    if (known) return known;
    const _id = stableId('bench network', region);
    this.#networks.set(region, _id);
    const code = `R${region}`;
    await this.#sheets.networks.add({
      ...this.#moulds.network,
      ...{ _id, code, name: `Réseau ${code}`, departements: [departement] },
    });
    return _id;
  }

  async #workshop(nth: number, town: Town): Promise<void> {
    const { workshop, membership, person, mandate } = this.#moulds;
    const _id = stableId('bench workshop', String(nth));
    const networkId = await this.#network(town);
    const name = `Atelier de ${town.name} ${nth}`;
    const chosen = Array.from(
      { length: machinesEach },
      (_, at) => this.#moulds.machines[(nth * 5 + at * 3) % this.#moulds.machines.length]!,
    );
    const does = (field: string) => [...new Set(chosen.flatMap(({ machine }) => machine[field] as string[]))].sort();
    const site = {
      location: { type: 'Point', coordinates: [town.lon, town.lat] },
      departement: town.departement,
      networkIds: [networkId],
    };
    const { source: _none, ...mould } = workshop;
    await this.#sheets.workshops.add({
      ...mould,
      ...{ _id, name, slug: `atelier-${nth}`, code: codeOf(nth), city: town.name, insee: town.insee, ...site },
      ...{ postalCode: town.postalCode, nameKey: searchWords(name).join(' '), revision: 0 },
      ...{ searchWords: searchWords(`${name} ${town.postalCode}`) },
      ...{ processes: does('processTree'), materials: does('materialTree') },
    });
    for (const [at, each] of chosen.entries())
      await this.#machine(nth, at, { _id, name, city: town.name, ...site }, each);
    await this.#offers.of(nth, { _id, name, city: town.name, ...site });
    const personId = stableId('bench person', String(nth));
    await this.#sheets.people.add({ ...person, _id: personId, email: `atelier-${nth}@bench.example`, admin: false });
    await this.#sheets.mandates.add({
      ...mandate,
      _id: stableId('bench mandate', String(nth)),
      personId,
      scopeId: _id,
    });
    const tie = { _id: stableId('bench tie', String(nth)), networkId, workshopId: _id };
    await this.#sheets.memberships.add({ ...membership, ...tie });
  }

  async #machine(nth: number, at: number, site: Row & { name: string; city: string }, mould: Mould): Promise<void> {
    const { _id: workshopId, name: workshopName, city, ...place } = site;
    const _id = stableId('bench machine', String(nth), String(at));
    const { units, searchWords: words, ...machine } = mould.machine as Row & { units: Row[]; searchWords: string[] };
    const own = Array.from({ length: unitsOf(at) }, (_, n) => ({
      ...units[0]!,
      id: stableId('bench unit', _id, String(n)),
      code: `${codeOf(nth)}-${at}-${n}`,
    }));
    const elsewhere = new Set(searchWords(String(this.#moulds.workshop.name)));
    await this.#sheets.machines.add({
      ...machine,
      ...{ _id, workshopId, units: own, photoIds: [], revision: 0, ...place },
      searchWords: [
        ...new Set([...words.filter((word) => !elsewhere.has(word)), ...searchWords(`${workshopName} ${city}`)]),
      ],
    });
    for (const [n, capability] of mould.capabilities.entries())
      await this.#sheets.capabilities.add({
        ...capability,
        ...{ _id: stableId('bench capability', _id, String(n)), workshopId, resourceId: _id, ...place },
      });
    for (const [n, unit] of own.entries())
      await this.#bookings({ resourceId: _id, workshopId, unitId: unit.id }, n + at);
    this.units += own.length;
  }

  /** One after the other along the months, so that no two on a unit touch. */
  async #bookings(owner: { resourceId: string; workshopId: string; unitId: string }, nth: number): Promise<void> {
    const count = bookingsOfUnit + (nth % extraEvery === 0 ? 0 : 1);
    const stretch = ((pastDays + aheadDays) * DAY) / count;
    const first = this.#now - pastDays * DAY;
    for (let n = 0; n < count; n += 1) {
      const luck = chance(owner.unitId, n);
      const start = first + n * stretch + Math.floor(luck * (stretch / HOUR - 72)) * HOUR;
      const from = new Date(Math.floor(start / HOUR) * HOUR);
      const until = new Date(from.getTime() + (luck < 0.2 ? 48 : 2 + Math.floor(luck * 8)) * HOUR);
      const _id = stableId('bench booking', owner.unitId, String(n));
      await this.#sheets.bookings.add({
        ...this.#moulds.booking,
        ...{ _id, ...owner, from, until, blockFrom: from, blockUntil: until, subjectId: stableId('bench loan', _id) },
      });
    }
  }
}

/**
 * Grows the demonstration, which must have been played here, into a world of this size. The same size, on the same day,
 * gives the same rows; indexes are built once the rows are there, which is faster than row by row.
 */
export async function plant({ workshops, copies }: Size, now: Date): Promise<World> {
  const moulds = await mouldsOf();
  for (const record of [
    BookingRecord,
    CapabilityRecord,
    ResourceRecord,
    WorkshopRecord,
    ListingRecord,
    ClaimRecord,
    EntryRecord,
  ])
    await record.collection.dropIndexes();
  const world = await new Planting(moulds, now).plant(territory(workshops, copies));
  await buildIndexes();
  await mongoose.connection.db!.admin().command({ fsync: 1 });
  return world;
}
