import { expect, test } from 'vitest';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { ResourceRecord } from '../../../gateway/modules/catalogue/resource.entity.ts';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { useApp } from '../../support/app.ts';
import { holding, laser, network, person, workshop } from '../../support/world.ts';

const world = useApp();

const fields = `id slug code name city departement timeZone confirmed point { lat lon } geoPrecision openingNow { open until next }
  openingHours { day from to } closures { from to reason } website archetype archetypeChosen archetypeDistances { archetype distance }
  managers { name } networks { code } can`;
const create = `mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) { ${fields} } }`;
const update = `mutation ($id: ID!, $input: UpdateWorkshopInput!) { updateWorkshop(id: $id, input: $input) { ${fields} } }`;
const read = `query ($slug: String!) { workshop(slug: $slug) { ${fields} } }`;
type Read = Record<string, unknown> & { id: string; slug: string; code: string };

const input = {
  name: '  Le  Copeau ',
  place: 'Amboise',
  openingHours: [
    { day: 2, from: '14:00', to: '18:00' },
    { day: 1, from: '09:00', to: '12:00' },
  ],
  answers: { origin: 'association', public: 'mixed', pricing: 'mixed', equipment: 'complete', model: 'fragile' },
};

test('a proven person opens a workshop and manages it; a retry after a lost reply opens one', async () => {
  const founder = await person('Aline Renard');
  const key = { idempotencyKey: 'workshop-0001' };
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.get<{ createWorkshop: Read }>(founder, create, { input: { ...input, ...key } })),
  );
  const [first] = answers.map(({ createWorkshop }) => createWorkshop);
  expect(new Set(answers.map(({ createWorkshop }) => createWorkshop.id)).size).toBe(1);
  expect(first).toMatchObject({
    slug: 'le-copeau',
    code: 'COP',
    name: 'Le Copeau',
    city: 'Amboise',
    departement: '37',
    confirmed: true,
    geoPrecision: 'commune',
    archetype: 'fablab',
    managers: [{ name: 'Aline Renard' }],
  });
  expect((first!.archetypeDistances as { distance: number }[])[0]).toEqual({ archetype: 'fablab', distance: 0 });
  const again = await world.get<{ createWorkshop: Read }>(founder, create, {
    input: { ...input, idempotencyKey: 'workshop-0002' },
  });
  expect(again.createWorkshop).toMatchObject({ slug: 'le-copeau-amboise' });
  expect(again.createWorkshop.code).not.toBe('COP');
});

test('an unproven address, an unknown place, wrong hours, a code of another: each has its refusal', async () => {
  const founder = await person();
  const attempt = async (more: object, who = founder) =>
    (await world.run(who, create, { input: { ...input, idempotencyKey: `key-${Math.random()}`, ...more } })).refusal;
  expect(await attempt({}, await person('X', { verified: false }))).toBe('identity.verifyEmail');
  expect(await attempt({ place: 'Nulle-Part-sur-Mer' })).toBe('workshop.place');
  expect(await attempt({ openingHours: [{ day: 1, from: '12:00', to: '09:00' }] })).toBe('workshop.hours');
  expect(await attempt({ closures: [{ from: '2026-12-24', to: '2026-12-01' }] })).toBe('workshop.closure');
  const { workshop: other } = await workshop();
  await WorkshopRecord.updateOne({ _id: other._id }, { $set: { code: 'ZZZ' } });
  expect(await attempt({ code: 'ZZZ' })).toBe('workshop.codeTaken');
  expect((await world.run(visitor, create, { input: { ...input, idempotencyKey: 'key-visitor' } })).refusal).toBe(
    'platform.signIn',
  );
});

test('an edit confirms the record, clears what was cleared, and its machines follow it to its new place', async () => {
  const { workshop: site, manager } = await workshop('Blois', { confirmed: false, website: 'https://example.org' });
  const machine = await laser(site);
  const changed = { name: 'La Fabrique', place: 'Romorantin-Lanthenay', archetypeChosen: 'training' };
  const { updateWorkshop } = await world.get<{ updateWorkshop: Read }>(manager, update, {
    id: site._id,
    input: changed,
  });
  expect(updateWorkshop).toMatchObject({
    name: 'La Fabrique',
    slug: site.slug,
    city: 'Romorantin-Lanthenay',
    confirmed: true,
    website: null,
    archetype: 'training',
    archetypeDistances: [],
  });
  const moved = await ResourceRecord.findById(machine._id).lean();
  expect(moved!.location.coordinates).not.toEqual(site.location.coordinates);
  expect(moved!.searchWords).toContain('romorantin');
  const stays = { name: 'La Fabrique' };
  const { updateWorkshop: kept } = await world.get<{ updateWorkshop: Read }>(manager, update, {
    id: site._id,
    input: stays,
  });
  expect(kept).toMatchObject({ city: 'Romorantin-Lanthenay', archetype: null, archetypeChosen: null });
});

test('only its managers change it, and each is told what they may do', async () => {
  const { workshop: site, manager } = await workshop();
  const member = await holding(await person(), 'workshop_member', site._id);
  const { manager: neighbour } = await workshop();
  for (const other of [member, neighbour, await person()])
    expect((await world.run(other, update, { id: site._id, input })).refusal).toBe('platform.forbidden');
  const can = async (viewer: typeof manager) =>
    (await world.get<{ workshop: Read }>(viewer, read, { slug: site.slug })).workshop.can;
  expect(await can(manager)).toEqual(['edit', 'invite_manager']);
  expect(await can(member)).toEqual([]);
});

test('an imported workshop without a manager gets its first from the network that admitted it, and from no other', async () => {
  const { workshop: site, manager } = await workshop('Tours', { confirmed: false });
  const own = await network([site]);
  const other = await network();
  const invite = `mutation ($input: InviteInput!) { invite(input: $input) { id } }`;
  const wish = (role: string) => ({
    input: { organisation: { scope: 'workshop', id: site._id }, email: 'gerance@example.org', role },
  });
  expect((await world.run(own.head, invite, wish('workshop_manager'))).refusal).toBe('platform.forbidden');
  await world.get(manager, 'mutation ($id: ID!) { confirmWorkshop(id: $id) { confirmed } }', { id: site._id });
  const { workshop: unled } = await workshop('Tours', { networkIds: [own.network._id] });
  const { MandateRecord } = await import('../../../gateway/modules/identity/person.entity.ts');
  await MandateRecord.deleteMany({ scopeId: unled._id });
  const first = { input: { ...wish('workshop_manager').input, organisation: { scope: 'workshop', id: unled._id } } };
  expect((await world.run(other.head, invite, first)).refusal).toBe('platform.forbidden');
  const member = { input: { ...first.input, role: 'workshop_member' } };
  expect((await world.run(own.head, invite, member)).refusal).toBe('platform.forbidden');
  const coordinator = await holding(await person(), 'network_coordinator', own.network._id);
  await world.get(coordinator, invite, first);
});

test('a page says whether it is open now', async () => {
  const openingHours = [{ day: 1, from: '08:00', to: '12:00' }];
  const { workshop: site } = await workshop('Blois', { openingHours });
  const { workshop: page } = await world.get<{ workshop: Read }>(visitor, read, { slug: site.slug });
  expect(page.openingNow).toEqual({ open: true, until: '2026-11-23T11:00:00.000Z', next: null });
  expect(await CapabilityRecord.countDocuments({ workshopId: site._id })).toBe(0);
});
