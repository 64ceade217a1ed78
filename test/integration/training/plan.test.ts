import { expect, test } from 'vitest';
import { SkillDemandRecord } from '../../../gateway/modules/training/demand.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { morning, REQUEST, wish } from '../../support/loans.ts';
import { sharingSteps } from '../../support/sharing.ts';
import { holding, laser, network, person, workshop } from '../../support/world.ts';

const world = useApp();
const { offer, claim } = sharingSteps(world);

const PLAN = `query P($code: String!, $first: Int!) { trainingPlan(networkCode: $code, first: $first) {
  totalCount nodes { name level refused wished seats sessions missing nextAt nextId } } }`;
const WISH =
  'mutation W($name: String!, $place: String!) { wishTraining(name: $name, place: $place) { id name level place } }';
const DROP = 'mutation D($id: ID!) { dropTrainingWish(id: $id) }';
const MINE = '{ myTrainingWishes { totalCount nodes { id name } } }';

interface Row {
  name: string;
  refused: number;
  wished: number;
  seats: number;
  missing: number;
  nextId: string | null;
}
const planFor = async (viewer: PersonViewer, code: string) =>
  (await world.get<{ trainingPlan: { totalCount: number; nodes: Row[] } }>(viewer, PLAN, { code, first: 20 }))
    .trainingPlan;
const wishes = async (viewer: PersonViewer) =>
  (await world.get<{ myTrainingWishes: { nodes: { id: string; name: string }[] } }>(viewer, MINE)).myTrainingWishes
    .nodes;

test('a network sees what is asked for, refused or wished, against the seats of the sessions to come', async () => {
  const blois = await workshop('Blois');
  const tours = await workshop('Tours');
  const { network: net, head } = await network([blois.workshop, tours.workshop]);
  const coordinator = await holding(await person('Coordination'), 'network_coordinator', net._id);
  const machine = await laser(blois.workshop, { accreditation: 'Laser niveau 1' });
  const router = await laser(blois.workshop, { accreditation: 'Fraiseuse niveau 2' });
  expect(await planFor(head, net.code)).toEqual({ totalCount: 0, nodes: [] });
  for (const { _id } of [machine, machine, router])
    expect((await world.run(tours.manager, REQUEST, { input: wish(_id) })).refusal).toBe('borrowing.accreditation');
  const series = `mutation S($input: RequestSeriesInput!) { requestSeries(input: $input) { id } }`;
  const again = { from: '2026-11-25T08:00:00.000Z', until: '2026-11-25T12:00:00.000Z' };
  const input = {
    resourceId: router._id,
    use: 'on_site',
    occurrences: [morning, again],
    skipTaken: false,
    termsAccepted: true,
    idempotencyKey: newId(),
  };
  expect((await world.run(tours.manager, series, { input })).refusal).toBe('borrowing.accreditation');
  const learner = await person('Camille Roux');
  await world.get(learner, WISH, { name: 'laser, niveau 1', place: 'Blois' });
  await world.get(learner, WISH, { name: 'Laser  niveau 1', place: '41000' });
  await world.get(tours.manager, WISH, { name: 'Tour à bois', place: 'Vendôme' });
  await world.get(tours.manager, WISH, { name: 'Soudure', place: 'Tours' });
  const session = await offer(tours.manager, 'training', {
    automatic: true,
    prices: [],
    quantity: 2,
    facts: [
      { name: 'programme', text: 'Réglages.' },
      { name: 'skill', text: 'Laser' },
      { name: 'level', number: 2 },
    ],
  });
  await claim(learner, session.id, 1);
  const { nodes } = await planFor(coordinator, net.code);
  expect(nodes).toMatchObject([
    { name: 'Laser niveau 1', level: 1, refused: 2, wished: 1, seats: 1, sessions: 1, missing: 2, nextId: session.id },
    { name: 'Fraiseuse niveau 2', refused: 2, wished: 0, seats: 0, sessions: 0, missing: 2, nextAt: null },
    { name: 'Tour à bois', level: 0, wished: 1, missing: 1 },
    { name: 'Laser niveau 2', refused: 0, wished: 0, seats: 1, missing: 0, nextAt: '2026-12-01T08:00:00.000Z' },
  ]);
  const row = await SkillDemandRecord.findOne({ skill: 'laser' }).lean();
  expect(JSON.stringify(row)).not.toContain(tours.manager.id);
  for (const [viewer, refusal] of [
    [tours.manager, 'platform.forbidden'],
    [(await network()).head, 'platform.forbidden'],
  ] as const)
    expect((await world.run(viewer, PLAN, { code: net.code, first: 5 })).refusal).toBe(refusal);
});

test('a wish is one for each skill, is taken back by who made it alone, and goes with the accreditation', async () => {
  const blois = await workshop('Blois');
  const [one, other] = [await person('Camille Roux'), await person('Alix Martin')];
  await world.get(one, WISH, { name: 'Laser niveau 1', place: 'Blois' });
  await world.get(one, WISH, { name: 'Laser niveau 2', place: 'Blois' });
  await world.get(one, WISH, { name: 'CNC', place: 'Blois' });
  const mine = await wishes(one);
  expect(mine.map(({ name }) => name).sort()).toEqual(['CNC', 'Laser niveau 2']);
  const cnc = mine.find(({ name }) => name === 'CNC')!.id;
  expect((await world.run(other, DROP, { id: cnc })).refusal).toBe('platform.notFound');
  const { accreditations } = world.app.services;
  const issue = (name: string) =>
    accreditations.issue(blois.manager, { workshopId: blois.workshop._id, personId: one.id, name });
  await issue('Laser niveau 1');
  expect(await wishes(one)).toHaveLength(2);
  await issue('Laser niveau 3');
  expect((await wishes(one)).map(({ name }) => name)).toEqual(['CNC']);
  await world.get(one, DROP, { id: cnc });
  expect(await wishes(one)).toEqual([]);
  expect((await world.run(one, WISH, { name: 'Laser', place: 'Nulle-Part-sur-Rien' })).refusal).toBe('workshop.place');
});
