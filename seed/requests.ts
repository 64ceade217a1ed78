import { OfferRecord } from '../gateway/modules/production/offer.entity.ts';
import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { RequestDraftInput } from '../gateway/modules/production/production.inputs.ts';
import { hoursBefore, minutesAfter, type Site, type Stage } from './stage.ts';
import { firm, people } from './world.ts';

const DAY = 86_400_000;

const racks = {
  name: 'Platine de porte-bagages',
  process: 'laser_cut',
  material: 'aluminium',
  thicknessMm: 3,
  sizeMm: { x: 120, y: 80 },
  quantity: 48,
  toleranceClass: 'm' as const,
};
const signs = {
  name: 'Panneau de stand',
  process: 'co2_cut',
  material: 'plywood',
  thicknessMm: 5,
  sizeMm: { x: 500, y: 300 },
  quantity: 12,
};
const clips = {
  name: 'Clip de guide-câble',
  process: 'fff',
  material: 'petg',
  sizeMm: { x: 42, y: 18, z: 12 },
  quantity: 24,
};

/** Opens the small firm of the story; its owner acts for it from then on. */
export async function openFirm({ services, cast, clock, present, key }: Stage): Promise<PersonViewer> {
  clock.set(hoursBefore(present, 24 * 31));
  const owner = await cast.person(people.firm);
  const { name, siret, town } = firm;
  const created = await services.firms.create(owner, { name, siret, place: town, idempotencyKey: key() });
  return cast.holding(people.firm, 'firm_member', created._id);
}

const onDay = (stage: Stage, days: number) => new Date(stage.present.getTime() + days * DAY).toISOString().slice(0, 10);

async function post(stage: Stage, asker: PersonViewer, draft: RequestDraftInput): Promise<string> {
  const { _id } = await stage.services.requests.create(asker, { ...draft, idempotencyKey: stage.key() });
  return (await stage.services.cascade.submit(asker, _id))._id;
}

/** The open offer of a request and the workshop that has it. */
async function openOffer(stage: Stage, requestId: string): Promise<{ id: string; site: Site } | undefined> {
  const offer = await OfferRecord.findOne({ requestId, open: true }).lean();
  const site = [...stage.sites.values()].find(({ workshop }) => workshop._id === offer?.workshopId);
  return offer && site ? { id: offer._id, site } : undefined;
}

/** A small firm's requests: one delivered to a lab, one passed on once and waiting, one still a draft. */
export async function playRequests(stage: Stage, asker: PersonViewer): Promise<void> {
  const { services, clock, present } = stage;

  clock.set(hoursBefore(present, 24 * 6));
  const agreed = await post(stage, asker, {
    title: '24 clips de guide-câble',
    parts: [clips],
    mustHaveBy: onDay(stage, 12),
    deliverTo: firm.town,
    note: 'PETG noir si possible.',
  });
  const first = await openOffer(stage, agreed);
  clock.set(minutesAfter(clock.read(), 130));
  if (first) await services.awards.accept(first.site.manager, first.id, { machineMinutes: [] });

  clock.set(hoursBefore(present, 5));
  const waiting = await post(stage, asker, {
    title: '48 platines de porte-bagages',
    parts: [racks],
    mustHaveBy: onDay(stage, 19),
    deliverTo: firm.town,
    note: 'Arêtes ébavurées. Une première pièce à contrôler avant la série.',
  });
  const passing = await openOffer(stage, waiting);
  clock.set(hoursBefore(present, 2));
  if (passing) await services.cascade.decline(passing.site.manager, passing.id, { reason: 'no_capacity', note: '' });

  clock.set(hoursBefore(present, 1));
  await services.requests.create(asker, {
    title: 'Panneaux de stand',
    parts: [signs],
    mustHaveBy: onDay(stage, 25),
    deliverTo: firm.town,
    note: '',
    idempotencyKey: stage.key(),
  });
}
