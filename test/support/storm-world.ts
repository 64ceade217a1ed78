import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { EntryRecord } from '../../gateway/modules/sharing/ledger.entity.ts';
import { ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import { halfPercent, weekHalves } from '../../schema/jobs.ts';
import { offered } from './sharing.ts';
import { laser, network, workshop } from './world.ts';

/**
 * What a network shares: a session, a lot, a purchase and a week of work, of each less than the storm asks for; a trainer who
 * travels; and workshops in two towns who ask.
 */
export async function sharedFor(count: number) {
  const { manager, workshop: site } = await workshop('Blois');
  const asking = await Promise.all(Array.from({ length: count }, (_, n) => workshop(n % 2 ? 'Tours' : 'Orléans')));
  const { network: circle } = await network([site, ...asking.map((one) => one.workshop)]);
  const ids = [];
  for (const [kind, quantity] of [
    ['job', 100],
    ['training', 30],
    ['material', 60],
    ['purchase', null],
  ] as const) {
    const { listing, entry } = offered(kind, { ...site, networkIds: [circle._id] }, manager.id, quantity);
    await ListingRecord.create([listing]);
    if (entry) await EntryRecord.create([entry]);
    ids.push(listing._id);
  }
  const [job = '', ...listings] = ids;
  const facts = { teaches: 'laser.2', radius: 500, perKm: 50, employment: 'independent' };
  const { _id: trainer } = await laser(site, { kind: 'trainer', personId: manager.id, use: 'take_away', facts });
  return { trainer, job, listings, workshops: asking.map((one) => one.manager) };
}

/** Some half-days of a week, as a share of the whole. */
export function someHalves() {
  const days = weekHalves.filter(() => Math.random() < 0.2);
  return days.length > 0 ? { days, quantity: days.length * halfPercent } : { quantity: halfPercent };
}

/** Machines that anybody has at once. */
export async function machinesFor(count: number): Promise<Resource[]> {
  const owner = (await workshop()).workshop;
  const machines = [];
  for (let n = 0; n < count; n++) {
    const machine = await laser(owner);
    await ResourceRecord.updateOne({ _id: machine._id }, { $set: { 'terms.automatic': true } });
    machines.push(machine);
  }
  return machines;
}
