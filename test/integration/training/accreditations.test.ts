import { afterEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { handOver, lendingWorld, loanSteps, MOVE, REQUEST, wish } from '../../support/loans.ts';
import { workshop } from '../../support/world.ts';

const world = useApp();
const { request, move } = loanSteps(world);

const ISSUE = `mutation I($input: IssueAccreditationInput!) {
  issueAccreditation(input: $input) { id name level state endsAt issuedAt } }`;
const SETTLE = `mutation S($input: TrainingPolicyInput!) { settleTrainingPolicy(input: $input) {
  lasting { skill ageMonths idleMonths } recognised { name } ignored { name } } }`;

interface Issued {
  id: string;
  level: number;
  state: string;
  endsAt: string | null;
  issuedAt: string;
}

const issue = async (by: PersonViewer, to: PersonViewer, name: string) =>
  (
    await world.get<{ issueAccreditation: Issued }>(by, ISSUE, {
      input: { workshopId: by.acting.id, personId: to.id, name },
    })
  ).issueAccreditation;
const settle = (by: PersonViewer, more: object) =>
  world.get(by, SETTLE, { input: { workshopId: by.acting.id, lasting: [], recognised: [], ignored: [], ...more } });
const refusalOf = async (viewer: PersonViewer, machineId: string, more: object = {}) =>
  (await world.run(viewer, REQUEST, { input: wish(machineId, more) })).refusal;
const stateOf = async (viewer: PersonViewer) =>
  (
    await world.get<{ accreditations: { nodes: { state: string }[] } }>(
      viewer,
      '{ accreditations { nodes { state } } }',
    )
  ).accreditations.nodes[0]!.state;

afterEach(async () => {
  expect(await examine(world.clock.read())).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

describe('levels', () => {
  test('level 2 opens what asks for level 1 of the same skill; level 1 does not open level 2, nor another skill', async () => {
    const { lender, borrower, machine } = await lendingWorld({ accreditation: 'Laser niveau 1' });
    expect(await issue(lender, borrower, 'Fraiseuse niveau 3')).toMatchObject({
      level: 3,
      state: 'valid',
      endsAt: null,
    });
    expect(await refusalOf(borrower, machine._id)).toBe('borrowing.accreditation');
    await issue(lender, borrower, 'LASER niveau 2');
    await request(borrower, machine._id);
    const higher = await lendingWorld({ accreditation: 'Laser niveau 2' });
    await issue(higher.lender, higher.borrower, 'Laser niveau 1');
    expect(await refusalOf(higher.borrower, higher.machine._id)).toBe('borrowing.accreditation');
  });
});

describe('an end', () => {
  test('by age, as the policy said at issue and whatever it says later, at the booking as at the hand-over', async () => {
    const { lender, borrower, machine } = await lendingWorld({ accreditation: 'Laser niveau 1' });
    await settle(lender, { lasting: [{ skill: 'Laser', ageMonths: 1 }] });
    const issued = await issue(lender, borrower, 'Laser niveau 1');
    expect(issued.endsAt).toBe('2026-12-23T08:00:00.000Z');
    await settle(lender, { lasting: [] });
    const christmas = { from: '2026-12-23T08:00:00.000Z', until: '2026-12-23T12:00:00.000Z' };
    expect(await refusalOf(borrower, machine._id, christmas)).toBe('borrowing.accreditation');
    const eve = { from: '2026-12-23T07:30:00.000Z', until: '2026-12-23T12:00:00.000Z' };
    const { id } = await request(borrower, machine._id, eve);
    await move(lender, id, 'accept');
    world.clock.set('2026-12-23T08:00:00Z');
    expect((await world.run(lender, MOVE, { id, move: 'hand_over', handOver })).refusal).toBe(
      'borrowing.accreditation',
    );
    expect(await stateOf(borrower)).toBe('aged');
    const renewed = await issue(lender, borrower, 'Laser niveau 1');
    expect(renewed).toMatchObject({ id: issued.id, endsAt: null, issuedAt: '2026-12-23T08:00:00.000Z' });
    await move(lender, id, 'hand_over', { handOver });
  });

  test('by disuse: a loan puts it off, and without one it stops opening anything', async () => {
    const { lender, borrower, machine } = await lendingWorld({ accreditation: 'Laser niveau 1' });
    await settle(lender, { lasting: [{ skill: '', idleMonths: 3 }] });
    await issue(lender, borrower, 'Laser niveau 1');
    const on = (day: string) => ({ from: `${day}T09:00:00.000Z`, until: `${day}T10:00:00.000Z` });
    world.clock.set('2027-02-22T08:00:00Z');
    await request(borrower, machine._id, on('2027-02-22'));
    world.clock.set('2027-05-21T08:00:00Z');
    await request(borrower, machine._id, on('2027-05-21'));
    world.clock.set('2027-08-21T08:00:00Z');
    expect(await refusalOf(borrower, machine._id, on('2027-08-21'))).toBe('borrowing.accreditation');
    expect(await stateOf(borrower)).toBe('idle');
  });
});

describe('recognising', () => {
  test('a workshop recognises those of its networks, leaves one out, adds one from elsewhere; the other way nothing follows', async () => {
    const { lender, borrower, machine, site } = await lendingWorld({ accreditation: 'CNC' });
    await issue(borrower, borrower, 'CNC');
    const { id } = await request(borrower, machine._id);
    await move(lender, id, 'accept');
    await settle(lender, { ignored: [borrower.acting.id] });
    world.clock.set('2026-11-24T08:00:00Z');
    expect((await world.run(lender, MOVE, { id, move: 'hand_over', handOver })).refusal).toBe(
      'borrowing.accreditation',
    );
    const brest = await workshop('Brest');
    await issue(brest.manager, borrower, 'CNC niveau 1');
    const other = wish(machine._id, { from: '2026-11-25T08:00:00.000Z', until: '2026-11-25T09:00:00.000Z' });
    expect((await world.run(borrower, REQUEST, { input: other })).refusal).toBe('borrowing.accreditation');
    await settle(lender, { recognised: [brest.workshop._id], ignored: [borrower.acting.id] });
    await world.get(borrower, REQUEST, { input: other });
    const { trainingPolicies } = world.app.services;
    expect(await trainingPolicies.recognisedBy(brest.workshop, [site._id])).toEqual([]);
  });

  test('the policy is of its managers, and names workshops that exist', async () => {
    const { lender, borrower } = await lendingWorld();
    const input = { workshopId: lender.acting.id, lasting: [], recognised: [], ignored: [] };
    expect((await world.run(borrower, SETTLE, { input })).refusal).toBe('platform.forbidden');
    const unknown = await world.run(lender, SETTLE, { input: { ...input, recognised: ['nowhere'] } });
    expect(unknown.refusal).toBe('platform.notFound');
    const twice = [{ skill: 'Laser' }, { skill: 'LASER niveau 2' }];
    expect((await world.run(lender, SETTLE, { input: { ...input, lasting: twice } })).refusal).toBe('platform.invalid');
  });
});
