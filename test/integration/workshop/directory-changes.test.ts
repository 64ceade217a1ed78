import { beforeAll, describe, expect, test } from 'vitest';
import { createServices } from '../../../gateway/app.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import type { DirectoryService } from '../../../gateway/modules/workshop/directory.service.ts';
import { ImportBatchRecord } from '../../../gateway/modules/workshop/import-batch.entity.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { network, person, workshop } from '../../support/world.ts';

/** The clock stands still: every write of this file falls on one millisecond. */
const world = useApp();
let founder: PersonViewer;
let net: Awaited<ReturnType<typeof network>>;
let site: string;
let machine: string;
let tie: string;
let batch: string;
/** Another gateway on the same database, with a memory of its own. */
let elsewhere: ReturnType<typeof createServices>;

beforeAll(async () => {
  elsewhere = createServices(world.app.deps);
  founder = await person('Aline Renard');
  net = await network();
  await workshop('Tours', { name: 'Aaa', nameKey: 'aaa', networkIds: [net.network._id] });
});

const filter = { processes: [], materials: [], departements: [], archetypes: [], openNow: false };
const questions = () => [
  filter,
  { ...filter, openNow: true },
  { ...filter, processes: ['laser'] },
  { ...filter, departements: ['37', '41'] },
  { ...filter, archetypes: ['training' as const] },
  { ...filter, networkCode: net.network.code },
  { ...filter, near: { lat: 47.594, lon: 1.329 }, radiusKm: 100 },
  { ...filter, text: 'fabrique' },
];

/** Everything that a directory answers; of a workshop, which one it is. */
async function told({ directory }: { directory: DirectoryService }): Promise<string> {
  const answers = [];
  for (const asked of questions()) {
    const { nodes, facets, totalCount } = await directory.search({ filter: asked, first: 50 });
    answers.push({ ids: nodes.map(({ _id }) => _id), facets, totalCount });
  }
  return JSON.stringify(answers);
}

/** Both gateways answer as one that has never been asked, and so has nothing to remember. */
async function agreed(): Promise<string> {
  const fresh = await told(createServices(world.app.deps));
  expect(await told(world.app.services)).toBe(fresh);
  expect(await told(elsewhere)).toBe(fresh);
  return fresh;
}

const get = <T>(viewer: PersonViewer, document: string, variables: object) =>
  world.get<T>(viewer, document, { ...variables });
const manager = (): PersonViewer => ({
  ...founder,
  roles: [{ role: 'workshop_manager', scopeId: site }],
  acting: { scope: 'workshop', id: site },
});
let said: object = { name: 'La Fabrique' };
const update = (changes: object) => {
  said = { ...said, ...changes };
  return get(
    manager(),
    'mutation ($id: ID!, $input: UpdateWorkshopInput!) { updateWorkshop(id: $id, input: $input) { id } }',
    {
      id: site,
      input: said,
    },
  );
};
const move = (viewer: PersonViewer, step: string) =>
  get(viewer, 'mutation ($id: ID!, $move: MembershipMove!) { moveMembership(id: $id, move: $move) { id } }', {
    id: tie,
    move: step,
  });
const capabilities = (rows: object[]) =>
  get(
    manager(),
    'mutation ($id: ID!, $input: UpdateEquipmentInput!) { updateEquipment(id: $id, input: $input) { id } }',
    {
      id: machine,
      input: {
        name: 'Machine',
        processes: ['lathe'],
        use: 'both',
        terms: { pricing: 'hourly', rateCents: 1800, audience: 'everyone' },
        buffers: {},
        capabilities: rows,
      },
    },
  );

async function bring(rows: object[]): Promise<void> {
  const { importTicket } = await get<{ importTicket: string }>(
    net.head,
    'mutation ($code: String!) { importTicket(networkCode: $code, filename: "ateliers.json") }',
    { code: net.network.code },
  );
  const { importBatches, importWork } = world.app.services;
  const { _id } = await importBatches.receive(importTicket, Buffer.from(JSON.stringify(rows)));
  await importWork.work();
  await get(net.head, 'mutation ($id: ID!) { runImport(id: $id) { id } }', { id: _id });
  await importWork.work();
  batch = _id;
}
async function takeBack(): Promise<void> {
  await get(net.head, 'mutation ($id: ID!) { undoImport(id: $id) { id } }', { id: batch });
  await world.app.services.importWork.work();
  expect(await ImportBatchRecord.findById(batch).lean()).toMatchObject({ state: 'undone' });
}

const un = { id: 'x:1', name: 'Un', city: 'Blois' };
const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));

describe('whatever changes what the directory shows or counts shows at once, in every gateway', () => {
  test.each<[string, () => Promise<unknown>]>([
    [
      'a workshop opens',
      async () => {
        const { createWorkshop } = await get<{ createWorkshop: { id: string } }>(
          founder,
          'mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) { id } }',
          { input: { name: 'Le Copeau', place: 'Amboise', idempotencyKey: newId() } },
        );
        site = createWorkshop.id;
      },
    ],
    ['another name', () => update({ name: 'La Fabrique' })],
    ['opening hours', () => update({ openingHours: always })],
    ['a closure', () => update({ closures: [{ from: '2026-11-20', to: '2026-11-30' }] })],
    ['the closure goes', () => update({ closures: [] })],
    ['an archetype', () => update({ archetypeChosen: 'training' })],
    ['another town', () => update({ place: 'Blois' })],
    [
      'a machine, and so processes and materials',
      async () => {
        const { createEquipment } = await get<{ createEquipment: { id: string } }>(
          manager(),
          'mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { id } }',
          {
            input: {
              idempotencyKey: newId(),
              workshopId: site,
              name: 'Machine',
              processes: ['co2_cut'],
              use: 'both',
              terms: { pricing: 'hourly', rateCents: 1800, audience: 'everyone' },
              buffers: {},
            },
          },
        );
        machine = createEquipment.id;
      },
    ],
    ['other abilities of that machine', () => capabilities([{ process: 'lathe', material: 'oak' }])],
    [
      'membership of a network',
      async () => {
        const { askMembership } = await get<{ askMembership: { id: string } }>(
          manager(),
          'mutation ($input: AskMembershipInput!) { askMembership(input: $input) { id } }',
          { input: { workshopId: site, networkCode: net.network.code, idempotencyKey: newId() } },
        );
        tie = askMembership.id;
        await move(net.head, 'admit');
      },
    ],
    ['the end of it', () => move(manager(), 'leave')],
    ['a file of workshops', () => bring([un])],
    ['the same file, told otherwise', () => bring([{ ...un, name: 'Un bis', city: 'Tours', capabilities: ['laser'] }])],
    ['that file taken back', takeBack],
    ['one more, and away in one go', () => bring([{ ...un, id: 'x:2', name: 'Deux' }])],
    ['its workshop taken back', takeBack],
    [
      'a workshop deleted and another one opened',
      async () => {
        await WorkshopRecord.deleteOne({ name: 'Un' });
        await workshop('Tours', { name: 'Deux', nameKey: 'deux' });
      },
    ],
  ])('%s', async (_name, change) => {
    const before = await agreed();
    await change();
    expect(await agreed()).not.toBe(before);
  });

  test('a clock that turns shows who has opened, and nothing else is read for it', async () => {
    const open = async (at: string) => {
      world.clock.set(at);
      const { facets } = await world.app.services.directory.search({ first: 1 });
      return facets.openNow;
    };
    await update({ openingHours: [{ day: 1, from: '09:01', to: '10:00' }] });
    expect(await open('2026-11-23T08:00:59.999Z')).toBe(0);
    expect(await open('2026-11-23T08:01:00.000Z')).toBe(1);
    expect(await open('2026-11-23T08:59:59.999Z')).toBe(1);
    expect(await open('2026-11-23T09:00:00.000Z')).toBe(0);
  });
});
