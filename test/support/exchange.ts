import type { Resource } from '../../gateway/modules/catalogue/resource.entity.ts';
import { type Capability, CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import type { CreateRequestInput } from '../../gateway/modules/production/production.inputs.ts';
import { OfferRecord } from '../../gateway/modules/production/offer.entity.ts';
import { type ProductionRequest, RequestRecord } from '../../gateway/modules/production/request.entity.ts';
import type { Workshop } from '../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { TestApp } from './app.ts';
import { laser, type Town, workshop } from './world.ts';

/** Monday to Friday, nine to six, in the workshop's own time zone. */
export const officeWeek = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' }));

/** What a machine of a workshop does, everything known; each test spells out what matters to it. */
export async function able(site: Workshop, machine: Resource | null, more: Partial<Capability> = {}) {
  const row: Capability = {
    _id: newId(),
    workshopId: site._id,
    resourceId: machine?._id ?? null,
    process: 'co2_cut',
    material: 'plywood',
    envelopeMm: { x: 600, y: 300, z: null },
    maxThicknessMm: 6,
    toleranceClass: 'm',
    lot: { min: 1, max: 500 },
    ratePerHour: 10,
    setupMinutes: 30,
    leadDays: 0,
    finishes: [],
    priceCentsPerHour: 1_800,
    evidence: 'confirmed',
    confirmedAt: new Date('2026-11-01T09:00:00Z'),
    answersProcess: [],
    answersMaterial: [],
    sidesMm: [],
    location: site.location,
    departement: site.departement,
    networkIds: [],
    ...more,
  };
  await CapabilityRecord.create([row]);
  return row;
}

/** A workshop in office hours with one laser that cuts plywood, and its manager. */
export async function lab(town: Town, more: { site?: Partial<Workshop>; can?: Partial<Capability> } = {}) {
  const { workshop: site, manager } = await workshop(town, { openingHours: officeWeek, ...more.site });
  const machine = await laser(site);
  const capability = await able(site, machine, more.can);
  return { site, manager, machine, capability };
}

let nth = 0;

/** Twenty plywood plates, due on 11 December, delivered to Blois. */
export const plates = (more: Partial<CreateRequestInput> = {}): CreateRequestInput => ({
  title: `Vingt plaques ${(nth += 1)}`,
  parts: [
    {
      name: 'Plaque',
      process: 'laser_cut',
      material: 'plywood',
      thicknessMm: 5,
      sizeMm: { x: 200, y: 100 },
      quantity: 20,
      toleranceClass: 'm',
    },
  ],
  mustHaveBy: '2026-12-11',
  deliverTo: 'Blois',
  note: 'Sans fumée sur la face visible.',
  idempotencyKey: newId(),
  ...more,
});

/** A request that has been sent out. */
export async function sent(world: TestApp, asker: PersonViewer, more: Partial<CreateRequestInput> = {}) {
  const { requests, cascade } = world.app.services;
  const draft: ProductionRequest = await requests.create(asker, plates(more));
  return cascade.submit(asker, draft._id);
}

/** The offer of a request that waits for an answer. */
export async function openOffer(world: TestApp, requestId: string) {
  return (await world.app.services.offers.of([requestId])).find(({ open }) => open);
}

/** A draft of this asker, and another request of theirs that waits for this workshop's answer: as rows. */
export async function asked(asker: PersonViewer, workshopId: string, at: Date) {
  const row = (state: 'draft' | 'routing') => ({
    _id: newId(),
    code: `DP-${newId()}`,
    askedFor: asker.acting,
    askedBy: asker.id,
    title: 'Plaques',
    parts: [{ id: 'p1', process: 'laser_cut', quantity: 20 }],
    mustHaveBy: new Date(at.getTime() + 20 * 86_400_000),
    delivery: { label: 'Blois (41)', insee: '41018', point: { lat: 47.59, lon: 1.33 } },
    state,
    round: state === 'draft' ? 0 : 1,
    scoreVersion: 1,
    createdAt: at,
    updatedAt: at,
  });
  const [draft, routed] = [row('draft'), row('routing')];
  await RequestRecord.create([draft, routed] as Partial<ProductionRequest>[]);
  const offer = {
    _id: newId(),
    requestId: routed._id,
    workshopId,
    round: 1,
    state: 'proposed' as const,
    open: true,
    rank: 1,
    score: 0.5,
    scoreVersion: 1,
    offeredAt: at,
    expiresAt: new Date(at.getTime() + 86_400_000),
    openMinutes: 480,
  };
  await OfferRecord.create([offer]);
  return { draftId: draft._id, requestId: routed._id, offerId: offer._id };
}
