import { expect, test } from 'vitest';
import { ResourceRecord } from '../../../gateway/modules/catalogue/resource.entity.ts';
import { type PersonViewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { holding, laser, network, person, workshop } from '../../support/world.ts';

const world = useApp();

const ask = `mutation ($input: AskMembershipInput!) { askMembership(input: $input) { id status note can } }`;
const move = `mutation ($id: ID!, $move: MembershipMove!, $note: String) { moveMembership(id: $id, move: $move, note: $note) { id status note can } }`;
const list = `query ($code: String!, $status: MembershipStatus!) {
  memberships(networkCode: $code, status: $status) { totalCount nodes { id status note can workshop { name } network { code } } }
}`;
interface Tie {
  id: string;
  status: string;
  note: string | null;
  can: string[];
}
const asked = async (manager: PersonViewer, workshopId: string, networkCode: string, note?: string) =>
  (
    await world.get<{ askMembership: Tie }>(manager, ask, {
      input: { workshopId, networkCode, note, idempotencyKey: newId() },
    })
  ).askMembership;
const moved = async (viewer: PersonViewer, id: string, step: string, note?: string) =>
  (await world.get<{ moveMembership: Tie }>(viewer, move, { id, move: step, note })).moveMembership;
const networksOf = async (id: string) => (await WorkshopRecord.findById(id).lean())!.networkIds;

test('a workshop asks, is admitted with its machines, leaves, and may ask again; both sides hear each step', async () => {
  const { workshop: site, manager } = await workshop();
  const machine = await laser(site);
  const { network: net, head } = await network();
  const tie = await asked(manager, site._id, net.code, 'Nous avons deux lasers.');
  expect(tie).toMatchObject({ status: 'asked', note: 'Nous avons deux lasers.', can: ['leave'] });
  expect(await networksOf(site._id)).toEqual([]);

  const waiting = await world.get<{ memberships: { nodes: Tie[] } }>(head, list, { code: net.code, status: 'asked' });
  expect(waiting.memberships.nodes).toMatchObject([
    { id: tie.id, can: ['admit', 'refuse'], workshop: { name: site.name }, network: { code: net.code } },
  ]);

  expect(await moved(head, tie.id, 'admit', 'Bienvenue')).toMatchObject({ status: 'admitted', note: 'Bienvenue' });
  expect(await networksOf(site._id)).toEqual([net._id]);
  expect((await ResourceRecord.findById(machine._id).lean())!.networkIds).toEqual([net._id]);

  expect(await moved(manager, tie.id, 'leave')).toMatchObject({ status: 'left', can: [] });
  expect(await networksOf(site._id)).toEqual([]);
  expect((await ResourceRecord.findById(machine._id).lean())!.networkIds).toEqual([]);
  expect((await asked(manager, site._id, net.code)).id).toBe(tie.id);

  await world.app.outbox.drain();
  const subjects = (address: string) => world.mails.filter(({ to }) => to === address).map(({ subject }) => subject);
  expect(subjects(manager.email)).toEqual(subjects(head.email));
  expect(subjects(head.email)).toEqual([
    `${site.name} demande à rejoindre ${net.name}`,
    `${site.name} rejoint ${net.name}`,
    `${site.name} quitte ${net.name}`,
    `${site.name} demande à rejoindre ${net.name}`,
  ]);
});

test('a refusal says why, and leaves the workshop outside', async () => {
  const { workshop: site, manager } = await workshop();
  const { network: net, head } = await network();
  const tie = await asked(manager, site._id, net.code);
  const coordinator = await holding(await person(), 'network_coordinator', net._id);
  expect(await moved(coordinator, tie.id, 'refuse', 'Hors de la région.')).toMatchObject({ status: 'refused' });
  expect(await networksOf(site._id)).toEqual([]);
  expect((await world.run(head, move, { id: tie.id, move: 'admit' })).refusal).toBe('network.closedMove');
});

test('of two who decide at once, one does', async () => {
  const { workshop: site, manager } = await workshop();
  const { network: net, head } = await network();
  const second = await holding(await person(), 'network_coordinator', net._id);
  const tie = await asked(manager, site._id, net.code);
  const outcomes = await Promise.all([
    world.run(head, move, { id: tie.id, move: 'admit' }),
    world.run(second, move, { id: tie.id, move: 'refuse' }),
    world.run(manager, move, { id: tie.id, move: 'leave' }),
  ]);
  // Leaving is open to a member as well, so it may follow an admission.
  const refused = outcomes.slice(0, 2).filter(({ refusal }) => refusal === 'network.closedMove');
  expect(refused.length).toBeGreaterThanOrEqual(1);
  expect(
    outcomes.some(({ errors }) => errors.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR')),
  ).toBe(false);
  const { status } =
    (await world.app.services.memberships.list(head, net.code, 'admitted', { first: 5 })).nodes[0] ?? {};
  expect(await networksOf(site._id)).toEqual(status === 'admitted' ? [net._id] : []);
});

test('asking twice is refused, and a retry of the same asking is the same', async () => {
  const { workshop: site, manager } = await workshop();
  const { network: net } = await network();
  const input = { workshopId: site._id, networkCode: net.code, idempotencyKey: 'ask-00000001' };
  const first = await world.get<{ askMembership: Tie }>(manager, ask, { input });
  const retry = await world.get<{ askMembership: Tie }>(manager, ask, { input });
  expect(retry.askMembership.id).toBe(first.askMembership.id);
  const other = { ...input, idempotencyKey: 'ask-00000002' };
  expect((await world.run(manager, ask, { input: other })).refusal).toBe('network.alreadyAsked');
});

test('members are public; who asked is for the network', async () => {
  const { workshop: member } = await workshop();
  const { network: net } = await network([member]);
  const open = await world.get<{ memberships: { totalCount: number } }>(visitor, list, {
    code: net.code,
    status: 'admitted',
  });
  expect(open.memberships.totalCount).toBe(1);
  expect((await world.run(visitor, list, { code: net.code, status: 'asked' })).refusal).toBe('platform.signIn');
  expect((await world.run(await person(), list, { code: net.code, status: 'refused' })).refusal).toBe(
    'platform.forbidden',
  );
});

test('an admin opens a network under a code that nobody has', async () => {
  const admin = await person('Admin', { admin: true });
  const create = `mutation ($input: CreateNetworkInput!) { createNetwork(input: $input) { id code name } }`;
  const input = {
    code: 'BFC',
    name: 'Bourgogne-Franche-Comté',
    departements: ['21', '2A'],
    idempotencyKey: 'net-00000001',
  };
  expect(await world.get(admin, create, { input })).toMatchObject({ createNetwork: { code: 'BFC' } });
  const twin = { ...input, idempotencyKey: 'net-00000002' };
  expect((await world.run(admin, create, { input: twin })).refusal).toBe('network.codeTaken');
  expect((await world.run(await person(), create, { input: twin })).refusal).toBe('platform.forbidden');
});
