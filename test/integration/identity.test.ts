import { expect, test } from 'vitest';
import { visitor } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { firm, holding, person, workshop } from '../support/world.ts';

const world = useApp();

const invite = `mutation ($input: InviteInput!) { invite(input: $input) { id expiresAt organisation { name } } }`;
const accept = `mutation ($token: String!) { acceptInvitation(token: $token) { scope id name } }`;
const members = `query ($organisation: OrganisationInput!) { members(organisation: $organisation) { id role person { name } } }`;
const createFirm = `mutation ($input: CreateFirmInput!) { createFirm(input: $input) { id name siret city } }`;

const tokenIn = async (address: string) => {
  await world.app.outbox.drain();
  const mail = world.mails.findLast(({ to }) => to === address);
  return /\/invitations\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
};

test('an invitation gives its role to the address that it was sent to, once', async () => {
  const { workshop: site, manager } = await workshop();
  const guest = await person('Samira B.');
  const organisation = { scope: 'workshop', id: site._id };
  await world.get(manager, invite, { input: { organisation, email: guest.email, role: 'workshop_member' } });
  const token = await tokenIn(guest.email);
  expect((await world.run(await person('Un autre'), accept, { token })).refusal).toBe('identity.invitationForOther');
  expect(await world.get(guest, accept, { token })).toEqual({ acceptInvitation: { ...organisation, name: site.name } });
  expect((await world.run(guest, accept, { token })).refusal).toBe('identity.invitationOver');
  const { members: people } = await world.get<{ members: { role: string }[] }>(manager, members, { organisation });
  expect(people.map(({ role }) => role)).toEqual(['workshop_manager', 'workshop_member']);
});

test('an invitation lapses after fourteen days', async () => {
  const { workshop: site, manager } = await workshop();
  const guest = await person();
  const input = { organisation: { scope: 'workshop', id: site._id }, email: guest.email, role: 'workshop_member' };
  await world.get(manager, invite, { input });
  const token = await tokenIn(guest.email);
  world.clock.forward({ days: 15 });
  expect((await world.run(guest, accept, { token })).refusal).toBe('identity.invitationOver');
});

test('a member may not invite, a manager of another workshop neither, and a role belongs to its sort of organisation', async () => {
  const { workshop: site, manager } = await workshop();
  const organisation = { scope: 'workshop', id: site._id };
  const input = { organisation, email: 'x@example.org', role: 'workshop_member' };
  const member = await holding(await person(), 'workshop_member', site._id);
  expect((await world.run(member, invite, { input })).refusal).toBe('platform.forbidden');
  expect((await world.run((await workshop()).manager, invite, { input })).refusal).toBe('platform.forbidden');
  expect((await world.run(visitor, invite, { input })).refusal).toBe('platform.signIn');
  const crossed = { ...input, role: 'network_head' };
  expect((await world.run(manager, invite, { input: crossed })).refusal).toBe('platform.invalid');
});

test('the last who leads an organisation stays, even when two leave at once', async () => {
  const { workshop: site, manager } = await workshop();
  const second = await holding(await person(), 'workshop_manager', site._id);
  const organisation = { scope: 'workshop', id: site._id };
  const { members: people } = await world.get<{ members: { id: string }[] }>(manager, members, { organisation });
  const leave = (viewer: typeof manager, id: string) =>
    world.run(viewer, 'mutation ($id: ID!) { removeMandate(id: $id) }', { id });
  const outcomes = await Promise.all([leave(manager, people[0]!.id), leave(second, people[1]!.id)]);
  expect(outcomes.filter(({ refusal }) => refusal === 'identity.lastManager')).toHaveLength(1);
});

test('a person acts for an organisation only while holding a role there', async () => {
  const { member, firm: company } = await firm();
  const cookie = await world.signedIn(member);
  const acting = async (claim: string) => {
    const { viewer } = await world.app.contextFor(new Headers({ ...cookie, 'x-acting-for': claim }));
    return viewer.kind === 'person' ? viewer.acting : undefined;
  };
  expect(await acting(`firm:${company._id}`)).toEqual({ scope: 'firm', id: company._id });
  expect(await acting(`person:${member.id}`)).toEqual({ scope: 'person', id: member.id });
  const usual = { scope: 'firm', id: company._id };
  expect(await acting(`workshop:${(await workshop()).workshop._id}`)).toEqual(usual);
  expect(await acting('firm:{"$ne":null}')).toEqual(usual);
});

test('an unproven address holds no role and opens no firm', async () => {
  const stranger = await person('Sans preuve', { verified: false });
  const input = { name: 'Atelier', place: 'Blois', idempotencyKey: 'key-00000001' };
  expect((await world.run(stranger, createFirm, { input })).refusal).toBe('identity.verifyEmail');
});

test('a SIRET is checked by its digits, and a retry after a lost reply opens one firm', async () => {
  const owner = await person();
  const input = {
    name: 'Cycles Ferrandon',
    place: '41100',
    siret: '732 829 320 00074',
    idempotencyKey: 'key-00000002',
  };
  const wrong = { ...input, siret: '732 829 320 00075' };
  expect((await world.run(owner, createFirm, { input: wrong })).refusal).toBe('identity.siret');
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.get<{ createFirm: object }>(owner, createFirm, { input })),
  );
  expect(answers[0]!.createFirm).toMatchObject({ siret: '73282932000074', city: 'Vendôme' });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const other = { ...input, name: 'Autre chose' };
  expect((await world.run(owner, createFirm, { input: other })).refusal).toBe('platform.keyReused');
});

test('a badly shaped input names its fields and repeats nothing', async () => {
  const input = { name: '', place: 'Blois', idempotencyKey: 'court' };
  const { errors } = await world.run(await person(), createFirm, { input });
  expect(errors[0]?.extensions).toMatchObject({
    code: 'INVALID',
    fields: { name: 'isLength', idempotencyKey: 'isLength' },
  });
});
