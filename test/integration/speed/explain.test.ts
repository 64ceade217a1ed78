import mongoose from 'mongoose';
import { OperationTypeNode, print } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { filter } from '../../support/search.ts';
import { type Scene, stage } from '../authorisation/scene.ts';
import { type Principal, principals, type Row, table } from '../authorisation/table.ts';
import { variablesFrom, type WebOperation, webOperations } from './operations.ts';

const world = useApp();
let scene: Scene;

interface Done {
  op: string;
  ns: string;
  command: Record<string, unknown>;
  planSummary?: string;
  hasSortStage?: boolean;
}

const database = () => mongoose.connection.db!;
const profileBytes = 256 * 1024 * 1024;

beforeAll(async () => {
  await database().createCollection('system.profile', { capped: true, size: profileBytes });
  await database().command({ profile: 2 });
});

/** What the database says of every command that `work` sent. */
async function seen(work: () => Promise<unknown>): Promise<Done[]> {
  const profile = database().collection<Done>('system.profile');
  const before = await profile.countDocuments();
  await work();
  const own = { ns: { $not: /system\./ } };
  return (await profile.find().sort({ $natural: 1 }).skip(before).toArray()).filter(({ ns }) => !own.ns.$not.test(ns));
}

/** Sorts in memory whose rows are few by their nature: the collection and what it is narrowed by. */
const fewRows: Record<string, string> = {
  'listings by $or, workshopId': 'what one workshop offers',
  'listings by kind, workshopId': 'what one workshop offers and has offered',
  'claims by listingId, status': 'the parts that stand of one listing, all of them read',
  'applications by listingId, status': 'the applications that stand for one post, all of them read',
  'trainingwishes by departement': 'the skills wished for in one network, once they are counted',
  'capabilities by resourceId': 'those of the machines of one page',
  'resources by workshopId': 'the machines of one workshop',
  'resources by kind, workshopId': 'the machines, or the trainers, of one workshop',
  'claims by groupId': 'the parts of one basket',
  'claims by $or, holdUntil':
    'the parts of one side, by what it has to do: a rule that no index holds; the first of them kept',
  'offers by requestId': 'twelve a round',
  'offers by open, workshopId': 'what one workshop has before it, and the top of what it answered',
  'session by expiresAt, userId': 'the browsers in which one person is signed in',
  'outages by cancelledAt, resourceId, until': 'what is announced of one machine',
  'memberships by workshopId': 'the networks of one workshop',
  'mandates by personId': 'the roles of one person',
  'mandates by scope, scopeId': 'the people of one organisation',
  'external_calendars by workshopId': 'the calendars of one workshop',
  'machineModels by $and': 'models that several words name, the first twelve kept',
  'workshops by $and': 'workshops that several words name, the first of them kept',
  'resources by $and, kind, status': 'machines that several words name, the first of them kept',
  'loans by groupId': 'the times of one series, or the machines of one basket',
  'loans by $or': 'the loans of one side, by who has to act: a rule that no index holds; the first of them kept',
  'bookings by blockUntil, blocking, resourceId': 'what is still to come on one machine',
  'bookings by blockFrom, blockUntil, blocking, resourceId': 'a stretch of the calendar of one machine',
  'bookings by blockFrom, blockUntil, blocking, resourceId, unitId': 'a stretch of the calendar of one unit',
};

function filterOf({ command }: Done): object {
  const [first] = (command.pipeline ?? []) as { $match?: object; $geoNear?: { maxDistance?: number } }[];
  if (first?.$geoNear) return first.$geoNear.maxDistance ? { 'within a radius': 1 } : { 'from a place': 1 };
  return command.filter ?? command.q ?? command.query ?? first?.$match ?? {};
}
const shapeOf = (done: Done) =>
  `${done.ns.split('.').slice(1).join('.')} by ${Object.keys(filterOf(done)).sort().join(', ') || 'nothing'}`;

/** What a stage that reads another collection tells of it. */
interface Read {
  $lookup: { from: string };
  collectionScans: number | bigint;
  $unionWith: { coll: string };
}

/** Collections that a `$lookup` or a `$unionWith` of this aggregation reads from end to end. */
async function scannedWithin({ op, command, ns }: Done): Promise<string[]> {
  if (op !== 'command' || !/\$lookup|\$unionWith/.test(JSON.stringify(command))) return [];
  const { aggregate, pipeline } = command as { aggregate: string; pipeline: object[] };
  const plan = await database().command({
    explain: { aggregate, pipeline, cursor: {} },
    verbosity: 'executionStats',
  });
  const scans: string[] = [];
  JSON.stringify(plan, (_key, value: unknown) => {
    const stage = value as Partial<Read> | null;
    if (stage?.$lookup && Number(stage.collectionScans ?? 0) > 0)
      scans.push(`${ns} looks up all of ${stage.$lookup.from}`);
    if (stage?.$unionWith && JSON.stringify(stage.$unionWith).includes('COLLSCAN'))
      scans.push(`${ns} is followed by all of ${stage.$unionWith.coll}`);
    return typeof value === 'bigint' ? Number(value) : value;
  });
  return scans;
}

async function faultsOf(done: readonly Done[]): Promise<string[]> {
  const faults: string[] = [];
  for (const each of done) {
    const shape = shapeOf(each);
    if (each.planSummary?.includes('COLLSCAN')) faults.push(`reads all of ${shape}`);
    // What lies within a circle is read whole, for its count; the nearest of it are kept on the way.
    const isSmall = shape in fewRows || 'location' in filterOf(each);
    if (each.hasSortStage && !isSmall) faults.push(`sorts in memory: ${shape}`);
    faults.push(...(await scannedWithin(each)));
  }
  return [...new Set(faults)];
}

const filled = (call: string) =>
  call.replace(/\$(\w+)/g, (_all, name: string) => (name === 'key' ? newId() : (scene.ids[name] ?? `unknown ${name}`)));

/** Those who see the most come first: whoever is shown more makes the database read more. */
const bySight: readonly Principal[] = [
  'managerA',
  'firmA',
  'head',
  'memberA',
  'managerB',
  'admin',
  'person',
  'visitor',
];
const whoMay = ({ who }: Row): Principal =>
  bySight.find((name) => who.replace(/\s/g, '')[principals.indexOf(name)] === '+') ?? 'visitor';

const rowsOf = ({ kind, roots }: WebOperation): Row[] =>
  roots.flatMap((root) => table[`${kind === OperationTypeNode.QUERY ? 'Query' : 'Mutation'}.${root}`] ?? []);

/** What the calls of the table leave out, and the pages always say. */
const saidByPages: Record<string, object> = {
  Home: { filter: filter(), workshops: 20 },
  SearchPage: { filter: filter(), sort: 'NAME', first: 20 },
  EquipmentCalendar: { from: '2026-12-01T00:00:00Z', until: '2026-12-31T00:00:00Z' },
  SearchWorkshopsToo: { filter: {} },
  MyLoans: { side: 'both' },
  DeskPart: { name: 'late' },
  Needs: { near: '41000', withinKm: 100, materialId: 'plywood' },
  OwnLots: { workshopId: 'of somebody' },
  SharedListings: { near: '47.59,1.33', withinKm: 100, first: 20 },
  PreviewBasket: { parts: [] },
  DeskClaims: { name: 'to_answer' },
  FindCounts: { machines: filter(), workshops: {}, withinKm: 100 },
  MachinesAmongAll: { filter: filter(), first: 6 },
  TrainerWeek: { from: '2026-12-01T00:00:00Z', until: '2026-12-31T00:00:00Z' },
  Trainers: { near: '47.59,1.33', withinKm: 100, words: 'laser' },
  TrainingShares: { seats: 1 },
  WorkshopsToRecognise: { text: 'Atelier' },
  ListingsOfWorkshop: { workshopId: 'of somebody' },
  NetworkJobs: { id: 'of somebody' },
};

const operations = webOperations().filter(({ kind }) => kind !== OperationTypeNode.SUBSCRIPTION);

describe('every operation of the web reads by an index', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_name, operation) => {
    const rows = rowsOf(operation);
    expect(rows, 'each root field has its row in the table of who may knock').toHaveLength(operation.roots.length);
    scene = await stage(world);
    const calls = rows.map(({ call }) => filled(call));
    const variables = { ...variablesFrom(operation, calls), ...saidByPages[operation.name] };
    let answer: Awaited<ReturnType<typeof world.run>> | undefined;
    const done = await seen(async () => {
      answer = await world.run(scene.viewers[whoMay(rows[0]!)], print(operation.document), variables);
    });
    const codes = answer!.errors.map(({ extensions }) => extensions?.code);
    expect(codes, JSON.stringify(answer!.errors)).not.toContain('GRAPHQL_VALIDATION_FAILED');
    expect(codes, JSON.stringify(answer!.errors)).not.toContain('BAD_USER_INPUT');
    expect(await faultsOf(done)).toEqual([]);
  });
});

const near = { near: { lat: 47.6, lon: 1.33 }, radiusKm: 60 };
const tuesday = { from: '2026-12-08T09:00:00Z', until: '2026-12-08T12:00:00Z' };

describe('a search reads by an index whatever it is narrowed by', () => {
  const search = operations.find(({ name }) => name === 'SearchPage')!;
  const wishes: Record<string, object> = {
    nothing: {},
    words: { text: 'découpe laser' },
    place: near,
    dates: tuesday,
    'place, words and dates': { ...near, ...tuesday, text: 'laser' },
    process: { processes: ['laser'] },
    'material and thickness': { materials: ['plywood'], thicknessMm: 5 },
    size: { size: { x: 300, y: 200 } },
    accreditation: { accreditations: ['Laser niveau 1'] },
  };
  test.each(Object.keys(wishes))('%s', async (name) => {
    scene = await stage(world);
    const variables = { filter: filter(wishes[name]), sort: 'DISTANCE', first: 20 };
    const done = await seen(() => world.get(scene.viewers.person, print(search.document), variables));
    expect(done.length).toBeGreaterThan(0);
    expect(await faultsOf(done)).toEqual([]);
  });
});

describe('trainers are found by an index whatever they are narrowed by', () => {
  const search = operations.find(({ name }) => name === 'Trainers')!;
  const wishes: Record<string, object> = {
    nothing: {},
    words: { words: 'découpe laser' },
    place: { near: '41000' },
    skill: { skill: 'Laser', level: 2 },
    'place, words and skill': { near: '41000', words: 'laser', skill: 'Laser' },
    workshop: { workshopId: '$workshopA' },
  };
  test.each(Object.keys(wishes))('%s', async (name) => {
    scene = await stage(world);
    const given = JSON.parse(filled(JSON.stringify(wishes[name]!))) as Record<string, unknown>;
    const done = await seen(() => world.get(scene.viewers.person, print(search.document), given));
    expect(done.length).toBeGreaterThan(0);
    expect(await faultsOf(done)).toEqual([]);
  });
});

describe('the directory reads by an index whatever it is narrowed by', () => {
  const directory = operations.find(({ name }) => name === 'Directory')!;
  const wishes: Record<string, object> = {
    nothing: {},
    words: { text: 'atelier blois' },
    place: near,
    'process and material': { processes: ['laser'], materials: ['plywood'] },
    departement: { departements: ['41'] },
    archetype: { archetypes: [] },
    network: { networkCode: '$networkCode' },
  };
  test.each(Object.keys(wishes))('%s', async (name) => {
    scene = await stage(world);
    const given = JSON.parse(filled(JSON.stringify(wishes[name]!))) as object;
    const done = await seen(() => world.get(scene.viewers.person, print(directory.document), { filter: given }));
    expect(done.length).toBeGreaterThan(0);
    expect(await faultsOf(done)).toEqual([]);
  });
});
