import { beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { type PersonViewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { ListingPlaceService } from '../../../gateway/modules/sharing/listing-place.service.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import type { WeekHalf } from '../../../schema/jobs.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, LISTED, OFFER, sample, sharingSteps, sharingWorld, STEP } from '../../support/sharing.ts';
import { holding, network, person, workshop } from '../../support/world.ts';

const world = useApp();
const { claim, move, step, listing } = sharingSteps(world);

const OWNED = `query O($id: ID!) { listing(id: $id) { network { name } workshop { name } can readsApplications applicationCount } }`;
const APPLY = `mutation A($input: Apply!) { apply(input: $input) { id } }`;
const SEEN = `query S($id: ID!) { application(id: $id) { id side can notes { text party { name } } } }`;
const NOTE = `mutation N($id: ID!, $text: String!) { noteApplication(id: $id, text: $text) { id } }`;
const MOVE = `mutation M($id: ID!, $move: ApplicationMove!, $note: String) { moveApplication(id: $id, move: $move, note: $note) { status } }`;
const PROPOSE = `mutation P($input: ProposeInterview!) { proposeInterview(input: $input) { id } }`;
const CHOOSE = `mutation C($id: ID!, $slot: DateTimeISO!) { chooseInterview(id: $id, slot: $slot) { id } }`;
const OF_NETWORK = `query L($id: ID!) { listings(networkId: $id) { nodes { id status } } }`;
const OF_WORKSHOP = `query L($id: ID!) { listings(workshopId: $id) { nodes { id } } }`;
const NETWORK_DESK = `query D($id: ID!) { networkDesk(networkId: $id) { applications { id } interviews { id } } }`;
const DESK = `query D($id: ID!) { desk(workshopId: $id) { applications { id } interviews { id } } }`;

const early: WeekHalf[] = ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'];
const late: WeekHalf[] = ['wed_am', 'wed_pm', 'thu_am', 'thu_pm', 'fri_am', 'fri_pm'];

interface Waiting {
  applications: { id: string }[];
  interviews: { id: string }[];
}
const ids = ({ applications, interviews }: Waiting) => [applications, interviews].map((all) => all.map(({ id }) => id));
const refused = async (viewer: Parameters<typeof world.run>[0], document: string, variables: object) =>
  (await world.run(viewer, document, variables as Record<string, unknown>)).refusal;
const mailTo = async ({ email }: PersonViewer) => {
  await world.app.outbox.drain();
  return world.mails.filter(({ to }) => to === email).at(-1);
};
const apply = async (viewer: PersonViewer, listingId: string) =>
  (
    await world.get<{ apply: { id: string } }>(viewer, APPLY, {
      input: { listingId, message: 'Je découpe depuis dix ans.', idempotencyKey: newId() },
    })
  ).apply.id;
const atDesk = async (viewer: PersonViewer) =>
  ids((await world.get<{ desk: Waiting }>(viewer, DESK, { id: viewer.acting.id })).desk);

/** A network with its head and its coordinator, and a post that they draft at Blois. */
async function drafted() {
  const cast = await sharingWorld();
  const [networkId = ''] = (await WorkshopRecord.findById(cast.site._id).lean())!.networkIds;
  const head = await holding(await person('Tête de réseau'), 'network_head', networkId);
  const coordinator = await holding(await person('Coordination'), 'network_coordinator', networkId);
  const input = sample('job', cast.site._id, { networkId, published: false });
  const { createListing: job } = await world.get<{ createListing: { id: string } }>(head, OFFER, { input });
  const desk = async (viewer: PersonViewer) =>
    ids((await world.get<{ networkDesk: Waiting }>(viewer, NETWORK_DESK, { id: networkId })).networkDesk);
  return { ...cast, networkId, head, coordinator, job, desk };
}

async function published() {
  const cast = await drafted();
  await step(cast.head, cast.job.id, 'publish');
  await claim(cast.tours, cast.job.id, 40, { days: early });
  const second = await claim(cast.orleans, cast.job.id, 60, { days: late });
  return { ...cast, second };
}

beforeEach(() => world.clock.set('2026-11-23T08:00:00.000Z'));

describe('a post of a network', () => {
  test('is drafted, changed, published and withdrawn by its head; the workshop where it is based does not own it', async () => {
    const { owner, site, tours, head, coordinator, networkId, job } = await drafted();
    expect((await world.get<{ listing: object }>(head, OWNED, { id: job.id })).listing).toMatchObject({
      network: { name: expect.stringContaining('Réseau') as string },
      workshop: { name: site.name },
      can: ['publish'],
    });
    // A draft is for the people of the network alone.
    expect((await listing(coordinator, job.id)).can).toEqual([]);
    for (const other of [owner, tours, visitor])
      expect(await refused(other, LISTED, { id: job.id })).toBe('platform.notFound');
    const { kind: _, workshopId: __, idempotencyKey: ___, ...said } = sample('job', site._id);
    const input = { ...said, name: 'Régisseuse ou régisseur de réseau' };
    expect(await refused(coordinator, CHANGE, { id: job.id, input })).toBe('platform.forbidden');
    expect(await refused(owner, CHANGE, { id: job.id, input })).toBe('platform.forbidden');
    await world.get(head, CHANGE, { id: job.id, input });
    await step(head, job.id, 'publish');
    expect(await refused(owner, STEP, { id: job.id, move: 'cancel', note: 'Non.' })).toBe('platform.forbidden');
    const part = await claim(tours, job.id, 40, { days: early });
    expect((await mailTo(head))?.text).toContain('Régisseuse ou régisseur de réseau');
    await step(head, job.id, 'cancel', 'Financement refusé.');
    expect((await mailTo(tours))?.text).toContain('Financement refusé.');
    const { myClaims } = await world.get<{ myClaims: { nodes: { id: string; status: string }[] } }>(
      head,
      '{ myClaims(side: owner) { nodes { id status } } }',
    );
    expect(myClaims.nodes).toEqual([{ id: part.id, status: 'called_off' }]);
    expect((await world.get<{ listings: object }>(coordinator, OF_NETWORK, { id: networkId })).listings).toEqual({
      nodes: [{ id: job.id, status: 'cancelled' }],
    });
    expect((await world.get<{ listings: object }>(owner, OF_WORKSHOP, { id: site._id })).listings).toEqual({
      nodes: [],
    });
    expect(await examine(world.clock.read())).toEqual([]);
  });

  test('is a shared job, based at a workshop of that network, written by who leads it', async () => {
    const { site, tours, head, coordinator, networkId } = await drafted();
    const far = (await workshop('Brest')).workshop;
    const offer = (viewer: PersonViewer, input: object) => refused(viewer, OFFER, { input });
    expect(await offer(head, sample('job', far._id, { networkId }))).toBe('platform.invalid');
    expect(await offer(head, sample('material', site._id, { networkId }))).toBe('platform.invalid');
    expect(await offer(coordinator, sample('job', site._id, { networkId }))).toBe('platform.forbidden');
    expect(await offer(tours, sample('job', tours.acting.id, { networkId }))).toBe('platform.forbidden');
    const other = await network();
    expect(await offer(head, sample('job', site._id, { networkId: other.network._id }))).toBe('platform.forbidden');
    expect(await offer(head, sample('job', site._id))).toBe('platform.forbidden');
    // Who employs is part of the record, whoever offers.
    const { facts } = sample('job', site._id) as unknown as { facts: { name: string }[] };
    const unsaid = facts.filter(({ name }) => name !== 'employer');
    expect(await offer(head, sample('job', site._id, { networkId, facts: unsaid }))).toBe('sharing.incomplete');
  });

  test('stays in the circle of its network when the workshop where it is based joins another', async () => {
    const { site, head, job, networkId } = await drafted();
    await step(head, job.id, 'publish');
    const other = await network([site]);
    await new ListingPlaceService().refreshOf(site._id);
    expect(await refused(other.head, LISTED, { id: job.id })).toBe('platform.notFound');
    expect(
      (await world.get<{ listings: { nodes: object[] } }>(head, OF_NETWORK, { id: networkId })).listings.nodes,
    ).toHaveLength(1);
  });

  test('is complete by the pledges of its workshops; the network reads, notes and answers with those who pledge', async () => {
    const { owner, tours, orleans, head, coordinator, job, desk } = await published();
    for (const each of [head, coordinator, tours, orleans])
      expect((await mailTo(each))?.subject).toContain('Semaine complète, poste publié');
    const candidate = await person('Inès B.');
    const id = await apply(candidate, job.id);
    for (const each of [head, coordinator, tours]) {
      expect((await mailTo(each))?.subject).toContain('Nouvelle candidature');
      expect((await world.get<{ application: object }>(each, SEEN, { id })).application).toMatchObject({
        side: 'employer',
        can: ['shortlist', 'propose', 'hire', 'decline'],
      });
    }
    // Where it is based is no reason to read who applies.
    expect(await refused(owner, SEEN, { id })).toBe('platform.notFound');
    expect((await world.get<{ listing: object }>(owner, OWNED, { id: job.id })).listing).toMatchObject({
      readsApplications: false,
      applicationCount: 0,
    });
    await world.get(coordinator, NOTE, { id, text: 'À rencontrer.' });
    expect((await world.get<{ application: object }>(tours, SEEN, { id })).application).toMatchObject({
      notes: [{ text: 'À rencontrer.', party: { name: expect.stringContaining('Réseau') as string } }],
    });
    for (const waiting of [await desk(head), await desk(coordinator), await atDesk(tours), await atDesk(orleans)])
      expect(waiting).toEqual([[id], []]);
    expect(await atDesk(owner)).toEqual([[], []]);
    expect(await refused(owner, NETWORK_DESK, { id: (await published()).networkId })).toBe('platform.forbidden');
    const slot = '2026-11-25T09:00:00.000Z';
    await world.get(coordinator, PROPOSE, { input: { id, slots: [slot], place: 'Blois' } });
    // Nobody waits for us while the candidate chooses.
    expect([await desk(head), await atDesk(tours)]).toEqual([
      [[], []],
      [[], []],
    ]);
    await world.get(candidate, CHOOSE, { id, slot });
    expect([await desk(head), await atDesk(tours)]).toEqual([
      [[], [id]],
      [[], [id]],
    ]);
    await world.get(head, MOVE, { id, move: 'hire' });
    expect([await desk(head), await atDesk(tours)]).toEqual([
      [[], []],
      [[], []],
    ]);
    expect((await mailTo(candidate))?.subject).toContain('Fablab manager partagé');
    expect((await listing(visitor as unknown as PersonViewer, job.id)).status).toBe('closed');
  });

  test('falls back when a pledge goes, and who no longer pledges reads nothing and has nothing on their desk', async () => {
    const { tours, orleans, head, job, second, desk } = await published();
    const id = await apply(await person('Inès B.'), job.id);
    await move(orleans, second.id, 'cancel');
    expect((await mailTo(head))?.subject).toContain('Poste dépublié');
    expect(await refused(orleans, SEEN, { id })).toBe('platform.notFound');
    expect([await atDesk(orleans), await atDesk(tours), await desk(head)]).toEqual([
      [[], []],
      [[id], []],
      [[id], []],
    ]);
    expect(await examine(world.clock.read())).toEqual([]);
  });
});
