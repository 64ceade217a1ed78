import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import mongoose from 'mongoose';
import { beforeEach, describe, expect, test } from 'vitest';
import { MandateRecord } from '../../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { MembershipRecord } from '../../../gateway/modules/network/network.entity.ts';
import {
  type ImportBatch,
  ImportBatchRecord,
  ImportTraceRecord,
} from '../../../gateway/modules/workshop/import-batch.entity.ts';
import type { ImportFormat } from '../../../gateway/modules/workshop/import.reading.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { useApp } from '../../support/app.ts';
import { holding, laser, network, person, workshop } from '../../support/world.ts';

const world = useApp();
let net: Awaited<ReturnType<typeof network>>;
let head: PersonViewer;

beforeEach(async () => {
  for (const { name } of await mongoose.connection.listCollections())
    await mongoose.connection.collection(name).deleteMany({});
  net = await network();
  head = net.head;
});

const { get, run } = {
  get: <T>(document: string, variables: object = {}) => world.get<T>(head, document, { ...variables }),
  run: <T>(document: string, variables: object = {}) => world.run<T>(head, document, { ...variables }),
};
const parts = `id state format total done faultCount lostRows undone filename
  counts { created changed same kept admitted } columns { name title example } matching { column name }
  faults { row column key losesRow params } samples { row name city verdict } kept { name reason }`;
type Shown = Omit<ImportBatch, '_id'> & { id: string };

const work = () => world.app.services.importWork.work();
const batch = async (id: string) =>
  (await get<{ importBatch: Shown }>(`query ($id: ID!) { importBatch(id: $id) { ${parts} } }`, { id })).importBatch;

/** Sends a file as the page does: a ticket, then the body. */
async function send(content: string | Buffer, filename = 'ateliers.csv'): Promise<Shown> {
  const { importTicket } = await get<{ importTicket: string }>(
    `mutation ($code: String!, $filename: String!) { importTicket(networkCode: $code, filename: $filename) }`,
    { code: net.network.code, filename },
  );
  const { _id } = await world.app.services.importBatches.receive(importTicket, Buffer.from(content));
  return batch(_id);
}

const prepare = (id: string, format: ImportFormat, matching: Record<string, string>, workshopId?: string) =>
  run('mutation ($id: ID!, $input: PrepareImportInput!) { prepareImport(id: $id, input: $input) { id } }', {
    id,
    input: { format, workshopId, matching: Object.entries(matching).map(([column, name]) => ({ column, name })) },
  });
const go = async (id: string, mutation: 'runImport' | 'undoImport') => {
  const answer = await run(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });
  await work();
  return answer;
};

/** The whole way of a file whose suggested matching is right. */
async function brought(content: string, format: ImportFormat = 'csv'): Promise<Shown> {
  const { id, state, matching } = await send(content);
  if (state === 'received')
    await prepare(id, format, Object.fromEntries(matching.map(({ column, name }) => [column, name])));
  await work();
  await go(id, 'runImport');
  return batch(id);
}

/** Everything of the domain: imports themselves aside, and the counters of revision. */
async function domain(): Promise<string> {
  const rows = await Promise.all(
    [WorkshopRecord, MembershipRecord, CapabilityRecord].map((record) =>
      record.collection
        .find({}, { projection: { revision: 0, __v: 0 } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  );
  // A fact taken away and put back stands last in its record: the order of names says nothing.
  return JSON.stringify(rows, (key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)))
      : value,
  );
}
const withoutCapabilityIds = (text: string) => text.replace(/"_id":"[0-9a-f]{24}"/g, '');

const csv = 'Nom de l’atelier;CP;Localité;Y;X;Internet\nLe Laminoir;45000;Orléans;47,902;1,909;https://laminoir.fr\n';

test('a table comes in: columns suggested, nothing written before it is asked, then written and told', async () => {
  const before = await domain();
  const file = await send(csv);
  expect(file).toMatchObject({
    state: 'received',
    format: 'csv',
    columns: expect.arrayContaining([{ name: 'localite', title: 'Localité', example: 'Orléans' }]) as object[],
    matching: expect.arrayContaining([
      { column: 'postal_code', name: 'cp' },
      { column: 'city', name: 'localite' },
      { column: 'lat', name: 'y' },
    ]) as object[],
  });
  const matching = Object.fromEntries(file.matching.map(({ column, name }) => [column, name]));
  await prepare(file.id, 'csv', { ...matching, name: file.columns[0]!.name });
  await work();
  expect(await batch(file.id)).toMatchObject({
    state: 'ready',
    total: 1,
    counts: { created: 1, admitted: 1 },
    samples: [{ row: 2, name: 'Le Laminoir', verdict: 'created' }],
  });
  expect(await domain()).toBe(before);
  await go(file.id, 'runImport');
  expect(await batch(file.id)).toMatchObject({ state: 'done', done: 1, counts: { created: 1, admitted: 1 } });
  expect(await WorkshopRecord.findOne({ name: 'Le Laminoir' }).lean()).toMatchObject({
    networkIds: [net.network._id],
    website: 'https://laminoir.fr',
    confirmed: false,
  });
});

test('undoing removes what the import made and puts back what it changed, to the byte', async () => {
  const one = JSON.stringify([
    { id: 'x:1', name: 'Un', city: 'Blois', website: 'https://un.fr', capabilities: ['laser'] },
  ]);
  await brought(one);
  const before = await domain();
  world.clock.forward({ hours: 1 });
  const two = JSON.stringify([
    {
      id: 'x:1',
      name: 'Un bis',
      city: 'Tours',
      machines: [{ brand: 'trotec', model: 'speedy 100', class: 'laser_cutter' }],
    },
    { id: 'x:2', name: 'Deux', city: 'Blois' },
  ]);
  const { id, counts } = await brought(two);
  expect(counts).toMatchObject({ created: 1, changed: 1, admitted: 1 });
  expect(await domain()).not.toBe(before);
  await go(id, 'undoImport');
  expect(await batch(id)).toMatchObject({ state: 'undone', undone: 2, kept: [] });
  expect(withoutCapabilityIds(await domain())).toBe(withoutCapabilityIds(before));
  expect(await ImportTraceRecord.countDocuments({ batchId: id })).toBe(0);
});

test('undoing leaves what people have come to depend on, and says why', async () => {
  const names = ['Confirmé', 'Peuplé', 'Outillé', 'Changé', 'Parti', 'Libre'];
  const { id } = await brought(JSON.stringify(names.map((name, n) => ({ id: `y:${n}`, name, city: 'Blois' }))));
  const at = Object.fromEntries((await WorkshopRecord.find().lean()).map((each) => [each.name, each]));
  const manager = await holding(await person(), 'workshop_manager', at['Confirmé']!._id);
  await world.app.services.workshops.confirm(manager, at['Confirmé']!._id);
  await holding(await person(), 'workshop_member', at['Peuplé']!._id);
  await laser(at['Outillé']!);
  world.clock.forward({ minutes: 5 });
  await brought(JSON.stringify([{ id: 'y:3', name: 'Changé deux fois', city: 'Blois' }]));
  await MembershipRecord.updateOne({ workshopId: at['Parti']!._id }, { $set: { status: 'left' } });
  await go(id, 'undoImport');
  const { kept, undone } = await batch(id);
  expect(undone).toBe(1);
  expect(Object.fromEntries(kept.map(({ name, reason }) => [name, reason]))).toEqual({
    Confirmé: 'confirmed',
    Peuplé: 'people',
    Outillé: 'equipment',
    Changé: 'changed',
    Parti: 'membership',
  });
  expect(await WorkshopRecord.findOne({ name: 'Libre' })).toBeNull();
  await MandateRecord.deleteMany({ scope: 'workshop' });
});

test('a head changes neither the workshops of another network nor those that keep their own record', async () => {
  const other = await network();
  await brought(JSON.stringify([{ id: 'z:1', name: 'Ailleurs', city: 'Blois' }]));
  await WorkshopRecord.updateOne({ 'source.id': '1' }, { $set: { networkIds: [other.network._id] } });
  const own = await workshop('Tours', { source: { system: 'z', id: '2', digest: 'old' } });
  const before = await domain();
  const { id } = await send(
    JSON.stringify([
      { id: 'z:1', name: 'Pris', city: 'Blois' },
      { id: 'z:2', name: 'Pris aussi', city: 'Blois' },
    ]),
    'a.json',
  );
  await work();
  expect(await batch(id)).toMatchObject({
    counts: { kept: 2, created: 0, changed: 0, admitted: 0 },
    faults: [
      { row: 1, key: 'elsewhere' },
      { row: 2, key: 'mustAsk' },
    ],
  });
  await go(id, 'runImport');
  expect(await domain()).toBe(before);
  await MandateRecord.deleteMany({ scopeId: own.workshop._id });
});

test('the machines of a Fab-manager join the workshop that the head names, and go with the undoing', async () => {
  const { workshop: mine } = await workshop('Blois', { confirmed: false });
  await WorkshopRecord.updateOne({ _id: mine._id }, { $set: { networkIds: [net.network._id] } });
  const before = withoutCapabilityIds(await domain());
  const list = {
    machines: [
      { id: 1, name: 'Découpeuse laser', slug: 'laser', spec: '<p>Epilog</p>' },
      { id: 2, name: '' },
    ],
  };
  const { id, format, state } = await send(JSON.stringify(list), 'machines.json');
  expect([format, state]).toEqual(['fabmanager', 'received']);
  expect((await prepare(id, 'fabmanager', {}, 'nobody')).refusal).toBe('workshop.importMatching');
  await prepare(id, 'fabmanager', {}, mine._id);
  await work();
  expect(await batch(id)).toMatchObject({
    counts: { changed: 1 },
    faults: [{ row: 2, column: 'name', key: 'required', losesRow: true }],
  });
  await go(id, 'runImport');
  const { machines, processes } = (await WorkshopRecord.findById(mine._id).lean())!;
  expect(machines).toMatchObject([{ model: 'Découpeuse laser', class: 'Découpeuse laser' }]);
  expect(processes).toContain('laser');
  await go(id, 'undoImport');
  expect(withoutCapabilityIds(await domain())).toBe(before);
  await MandateRecord.deleteMany({ scopeId: mine._id });
});

test('an import that was cut goes on from where it stood, and counts once', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => ({ id: `w:${n}`, name: `Atelier ${n}`, city: 'Blois' }));
  const { id } = await send(JSON.stringify(rows), 'a.json');
  await work();
  await run('mutation ($id: ID!) { runImport(id: $id) { id } }', { id });
  const { services } = world.app;
  const cut = new Error('cut');
  const workshops = services.imports.workshops.bind(services.imports);
  let hands = 0;
  services.imports.workshops = (all, options) =>
    workshops.call(services.imports, all, {
      ...options,
      journal: async (...hand) => {
        await options?.journal?.(...hand);
        if ((hands += 1) === 2) throw cut;
      },
    });
  await expect(work()).rejects.toBe(cut);
  services.imports.workshops = workshops;
  expect(await batch(id)).toMatchObject({ state: 'running', done: 50 });
  expect(await WorkshopRecord.countDocuments()).toBe(50);
  await work();
  expect(await batch(id)).toMatchObject({ done: 50 });
  world.clock.forward({ minutes: 2 });
  await work();
  expect(await batch(id)).toMatchObject({ state: 'done', done: 120, counts: { created: 120 } });
  expect(await WorkshopRecord.countDocuments()).toBe(120);
  await go(id, 'undoImport');
  expect(await WorkshopRecord.countDocuments()).toBe(0);
});

test('a ticket serves once, for minutes, and only for text of a bearable size', async () => {
  const { importBatches } = world.app.services;
  const ticket = () => importBatches.ticket(head, net.network.code, 'a.csv');
  const first = await ticket();
  await importBatches.receive(first, Buffer.from(csv));
  await expect(importBatches.receive(first, Buffer.from(csv))).rejects.toMatchObject({ key: 'workshop.importTicket' });
  const late = await ticket();
  world.clock.forward({ minutes: 16 });
  await expect(importBatches.receive(late, Buffer.from(csv))).rejects.toMatchObject({ key: 'workshop.importTicket' });
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK\x03\x04 a spreadsheet'), Buffer.from([1, 0, 2, 0])])
    await expect(importBatches.receive(await ticket(), bytes)).rejects.toMatchObject({ key: 'workshop.importFile' });
  const { serving } = await world.serve();
  const post = async (body: Buffer) =>
    serving.bridge.files(
      new Request(`http://x/files/imports?ticket=${await ticket()}`, { method: 'POST', body: new Uint8Array(body) }),
    );
  expect((await post(Buffer.alloc(limits.importBytes + 1, 'a'))).status).toBe(413);
  expect((await post(Buffer.from(csv))).status).toBe(201);
});

test('nothing is done twice: a step that is over is refused, a file can be forgotten', async () => {
  const { id } = await send(csv);
  expect((await go(id, 'runImport')).refusal).toBe('workshop.importState');
  expect((await prepare(id, 'csv', { city: 'localite' })).refusal).toBe('workshop.importMatching');
  await prepare(id, 'csv', { name: 'cp' });
  await work();
  expect(await batch(id)).toMatchObject({ state: 'ready', total: 0 });
  expect((await go(id, 'runImport')).refusal).toBe('workshop.importEmpty');
  await get('mutation ($id: ID!) { discardImport(id: $id) }', { id });
  expect(await ImportBatchRecord.countDocuments()).toBe(0);
  const { id: old } = await send(csv);
  world.clock.forward({ days: 8 });
  await work();
  expect(await ImportBatchRecord.findById(old)).toBeNull();
});

test('a file of 20,000 rows is read without holding anybody up', { timeout: 60_000 }, async () => {
  const line = (n: number) => `s:${n},"Atelier ${n}",Nulle-Part-sur-Mer ${n},"${'x'.repeat(120)}"`;
  const lines = Array.from({ length: 20_000 }, (_, n) => line(n));
  const { id, matching } = await send(['id,nom,ville,description', ...lines].join('\n'));
  await prepare(id, 'csv', Object.fromEntries(matching.map(({ column, name }) => [column, name])));
  world.app.services.places.warm();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  expect(await batch(id)).toMatchObject({ state: 'ready', faultCount: 20_000, lostRows: 20_000, total: 0 });
  expect(delay.max / 1e6).toBeLessThan(400);
});

const corpora = '../shared/corpora';
describe.skipIf(!existsSync(corpora))('hostile files (skipped where ../shared/corpora is absent)', () => {
  const under = (folder: string) => readdirSync(`${corpora}/${folder}`).map((name) => `${folder}/${name}`);
  const files = existsSync(corpora)
    ? [...under('csv/csvs'), ...under('upload').filter((name) => /csv_/.test(name)), 'csv/patt_csv_injection.md']
    : [];
  test.each(files)('%s gives errors by row, never a crash nor half an import', async (name) => {
    const before = await domain();
    const { id, columns } = await send(readFileSync(`${corpora}/${name}`), name);
    const [first, second] = columns.map((column) => column.name);
    if (first) await prepare(id, 'csv', { name: first, ...(second && { city: second }) });
    await work();
    const shown = await batch(id);
    expect(await domain()).toBe(before);
    for (const { row } of shown.faults) expect(row).toBeGreaterThan(0);
    if (shown.state !== 'ready') return;
    await go(id, 'runImport');
    const created = shown.total > 0 ? shown.counts.created : 0;
    expect(await WorkshopRecord.countDocuments()).toBe(created);
    if (created > 0) await go(id, 'undoImport');
    expect(withoutCapabilityIds(await domain())).toBe(withoutCapabilityIds(before));
  });
});
