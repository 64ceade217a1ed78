import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { beforeEach, describe, expect, test } from 'vitest';
import { importCommand } from '../../../gateway/commands/import.ts';
import { Usage } from '../../../gateway/commands/command.ts';
import { CapabilityRecord } from '../../../gateway/modules/catalogue/capability.entity.ts';
import { MandateRecord } from '../../../gateway/modules/identity/person.entity.ts';
import { MembershipRecord } from '../../../gateway/modules/network/network.entity.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { holding, network, person } from '../../support/world.ts';

const world = useApp();
const folder = mkdtempSync(join(tmpdir(), 'maillage-import-'));

beforeEach(async () => {
  for (const { name } of await mongoose.connection.listCollections())
    await mongoose.connection.collection(name).deleteMany({});
});

const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

async function run(...args: string[]) {
  const said: string[] = [];
  const printed: string[] = [];
  const kit = {
    app: world.app,
    clock: world.clock.read,
    print: (text: string) => void printed.push(text),
    say: (text: string) => void said.push(text),
  };
  const code = await importCommand.run(args, kit);
  return { code, said, printed: printed.join('\n') };
}

/** Everything that the database holds. */
async function dump(): Promise<string> {
  const collections = (await mongoose.connection.listCollections()).map(({ name }) => name).sort();
  const rows = await Promise.all(
    collections.map(async (name) => [
      name,
      await mongoose.connection.collection(name).find().sort({ _id: 1 }).toArray(),
    ]),
  );
  return JSON.stringify(rows);
}

const lab = (more: object = {}) => ({
  id: 'fablabsio:bench',
  name: 'The Bench',
  lat: 47.59,
  lon: 1.33,
  postal_code: '41000',
  city: 'Blois',
  capabilities: ['laser'],
  machines: [{ brand: 'ultimaker', model: 'ultimaker 2', class: '3d_printer' }],
  ...more,
});
const bench = () => WorkshopRecord.findOne({ 'source.id': 'bench' }).lean();

test('a lab comes in with its place, its machines and what can be expected of them, to be confirmed', async () => {
  const { code, printed } = await run(file('one.json', [lab()]), '--format', 'fablabs-json');
  expect([code, printed]).toEqual([0, expect.stringMatching(/^1 rows read; workshops: 1 new, 0 changed, 0 the same/)]);
  expect(await bench()).toMatchObject({
    slug: 'the-bench',
    city: 'Blois',
    departement: '41',
    insee: '41018',
    timeZone: 'Europe/Paris',
    geoPrecision: 'exact',
    confirmed: false,
    processes: expect.arrayContaining(['additive', 'laser']) as string[],
  });
  const capabilities = await CapabilityRecord.find({ resourceId: null }).lean();
  expect(capabilities.every(({ evidence, workshopId }) => evidence === 'imported' && workshopId)).toBe(true);
  expect(capabilities.some(({ process, material }) => process === 'laser' && material === null)).toBe(true);
});

test('a second import changes nothing, and a changed row changes its lab alone', async () => {
  const { network: net } = await network();
  const args = ['--format', 'fablabs-json', '--network', net.code];
  const two = file('two.json', [
    lab(),
    lab({ id: 'fablabsio:other', name: 'Other', city: 'Tours', postal_code: '37000' }),
  ]);
  expect((await run(two, ...args)).printed).toContain(`2 admitted to ${net.code}`);
  const before = await dump();
  world.clock.forward({ days: 1 });
  expect((await run(two, ...args)).printed).toContain('0 new, 0 changed, 2 the same; 0 admitted');
  expect(await dump()).toBe(before);
  const other = file('changed.json', [lab({ name: 'The Long Bench' })]);
  expect((await run(other, ...args)).printed).toContain('0 new, 1 changed, 0 the same');
  expect(await bench()).toMatchObject({ name: 'The Long Bench', slug: 'the-bench', networkIds: [net._id] });
});

test('what a manager has written since stays, whatever the file says', async () => {
  await run(file('one.json', [lab()]), '--format', 'fablabs-json');
  const { _id } = (await bench())!;
  const manager = await holding(await person(), 'workshop_manager', _id);
  const input = { name: 'L’Établi', openingHours: [], closures: [], address: '', description: '' };
  await world.app.services.workshops.update(manager, _id, input);
  const before = await dump();
  const { printed } = await run(file('new.json', [lab({ name: 'Renamed' })]), '--format', 'fablabs-json');
  expect(printed).toContain('1 left alone');
  expect(await dump()).toBe(before);
});

test('a workshop that left a network is not brought back by a file', async () => {
  const { network: net } = await network();
  const args = [file('one.json', [lab()]), '--format', 'fablabs-json', '--network', net.code];
  await run(...args);
  const { _id } = (await bench())!;
  const manager = await holding(await person(), 'workshop_manager', _id);
  const tie = await MembershipRecord.findOne({ workshopId: _id }).lean();
  await world.app.services.memberships.move(manager, tie!._id, 'leave');
  expect((await run(...args)).printed).toContain('0 admitted');
  expect(await bench()).toMatchObject({ networkIds: [] });
  await MandateRecord.deleteMany({});
});

test('a dry run says what would be, and writes nothing', async () => {
  const before = await dump();
  const { printed, code } = await run(file('one.json', [lab()]), '--format', 'fablabs-json', '--dry-run');
  expect([code, printed]).toEqual([0, expect.stringMatching(/^Nothing written. 1 rows read; workshops: 1 new/)]);
  expect(await dump()).toBe(before);
});

test('each fault names its row and its column, and the rest comes in', async () => {
  const rows = [lab(), { id: 'x' }, lab({ id: 'a:b', lat: 1.33, lon: 47.59 }), lab({ id: 'a:c', website: 'nowhere' })];
  const { code, said, printed } = await run(file('bad.json', rows), '--format', 'fablabs-json');
  expect(code).toBe(1);
  expect(said).toEqual(
    expect.arrayContaining([
      'row 2, name: is missing (row left out)',
      'row 3, lat: latitude and longitude are exchanged: 1.33, 47.59 (row left out)',
      'row 4, website: is no web address: "nowhere" (cell left out)',
    ]),
  );
  expect(printed).toContain('2 new');
});

test.each([
  [[], /Name one file/],
  [['x.json'], /Say its format/],
  [['x.json', '--format', 'xml'], /Say its format/],
  [['missing.json', '--format', 'csv'], /cannot be read/],
  [['x.json', '--format', 'csv', '--colour', 'red'], /Unknown option/],
])('a command asked for wrongly says what to type: %j', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
  await expect(run(...args)).rejects.toBeInstanceOf(Usage);
});

test('a network that does not exist is named before anything is written', async () => {
  await expect(run(file('one.json', [lab()]), '--format', 'fablabs-json', '--network', 'NONE')).rejects.toThrow('NONE');
  expect(await WorkshopRecord.countDocuments()).toBe(0);
});

test('machines join the labs that they name; an unknown lab is told row by row', async () => {
  await run(file('one.json', [lab({ machines: [] })]), '--format', 'fablabs-json');
  const list = file(
    'machines.csv',
    'lab_id,lab_name,brand,model,class\nfablabsio:bench,B,trotec,speedy 100,laser_cutter\nfablabsio:gone,G,x,y,laser_cutter\n',
  );
  const { code, said } = await run(list, '--format', 'machines-csv');
  expect([code, said]).toEqual([1, expect.arrayContaining([expect.stringContaining('row 3, lab_id: is not known')])]);
  expect((await bench())!.machines).toMatchObject([{ brand: 'trotec', model: 'speedy 100' }]);
  const before = await dump();
  await run(list, '--format', 'machines-csv');
  expect(await dump()).toBe(before);
});

const data = '../shared/data';
const have = existsSync(data);
describe.skipIf(!have)('the files of real workshops (skipped where ../shared/data is absent)', () => {
  test('299 labs and 226 machines come in whole, and a second time change nothing', { timeout: 60_000 }, async () => {
    const { code: network_ } = (await network([], `R${newId().slice(-4).toUpperCase()}`)).network;
    const labs = [`${data}/fablabs/fablabs_fr.json`, '--format', 'fablabs-json', '--network', network_];
    const first = await run(...labs);
    expect(first.printed).toMatch(/^299 rows read; workshops: 299 new, 0 changed, 0 the same; 299 admitted/);
    expect(await WorkshopRecord.countDocuments()).toBe(299);
    const machines = await WorkshopRecord.aggregate<{ n: number }>([
      { $group: { _id: null, n: { $sum: { $size: '$machines' } } } },
    ]);
    expect(machines[0]!.n).toBe(226);
    for (const format of ['geojson', 'csv'] as const)
      await run(`${data}/fablabs/fablabs_fr.${format}`, '--format', format);
    await run(`${data}/fablabs/fablab_machines_fr.csv`, '--format', 'machines-csv');
    await run(`${data}/machines/machines_other.json`, '--format', 'machines-json');
    await run(...labs);
    const before = await dump();
    for (const again of [labs, [`${data}/fablabs/fablab_machines_fr.csv`, '--format', 'machines-csv']]) {
      expect((await run(...again)).printed).toContain('0 new, 0 changed');
      expect(await dump()).toBe(before);
    }
    await run(`${data}/machines/machines_other.json`, '--format', 'machines-json');
    expect(await dump()).toBe(before);
  });
});
