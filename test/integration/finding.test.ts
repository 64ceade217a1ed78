import mongoose from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import { busyIndex, busyOf, lateAt } from '../../gateway/modules/calendar/busy.service.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { CustodyRecord } from '../../gateway/modules/calendar/custody.entity.ts';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import { abilitiesOf } from '../../gateway/modules/catalogue/equipment.rules.ts';
import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { candidates } from '../../gateway/modules/catalogue/search.reads.ts';
import { UnmetDemandRecord } from '../../gateway/modules/finding/demand.entity.ts';
import { SavedSearchRecord } from '../../gateway/modules/finding/saved.entity.ts';
import { WatchService } from '../../gateway/modules/finding/watch.service.ts';
import { visitor } from '../../gateway/modules/identity/viewer.ts';
import { HappeningRecord } from '../../gateway/modules/notice/notice.entity.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { storedWords } from '../../schema/words.ts';
import { useApp } from '../support/app.ts';
import { filter } from '../support/search.ts';
import { laser, network, person, workshop } from '../support/world.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });

const search = `query ($filter: EquipmentFilter!, $sort: EquipmentSort, $first: Int, $after: String) {
  searchEquipment(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount takenCount isPartial
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id resource { name } }
    elsewhen { id }
    corrections { typed used }
    otherDates { from until count } wider { radiusKm count } without { word count }
    facets { process { value count } archetype { value count } openNow price { value count } accreditation { value count } }
  }
}`;
interface Counted {
  value: string;
  count: number;
}
interface Found {
  totalCount: number;
  takenCount: number;
  isPartial: boolean;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  nodes: { id: string; resource: { name: string } }[];
  elsewhen: { id: string }[];
  corrections: { typed: string; used: string }[];
  otherDates: { from: string; until: string; count: number }[];
  wider: { radiusKm: number; count: number }[];
  without: { word: string; count: number }[];
  facets: Record<'process' | 'archetype' | 'price' | 'accreditation', Counted[]> & { openNow: number };
}
const find = async (asked: object, more: object = {}) =>
  (await world.get<{ searchEquipment: Found }>(visitor, search, { filter: asked, ...more })).searchEquipment;
const names = (found: Found) => found.nodes.map(({ resource }) => resource.name).sort();
const count = (rows: Counted[], value: string) => rows.find((row) => row.value === value)?.count ?? 0;

const weekdays = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));
/** Monday, ten in the morning in Blois. */
const monday = '2026-11-23T09:00:00Z';
const cut = [{ process: 'co2_cut' as const, material: 'plywood' as const, maxThicknessMm: 8 }].map((row) => ({
  ...row,
  evidence: 'declared' as const,
  envelopeMm: { x: 900, y: 600, z: null },
}));
const named = (name: string, more: Partial<Resource> = {}) => ({
  name,
  searchWords: storedWords(name),
  abilities: abilitiesOf(cut),
  ...more,
});

let houdin: Resource;
let orleans: Resource;
let code: string;
let head: Awaited<ReturnType<typeof network>>['head'];

beforeAll(async () => {
  const blois = await workshop('Blois', { archetype: 'fablab', openingHours: weekdays });
  const far = await workshop('Orléans', {
    archetype: 'prototyping',
    openingHours: weekdays,
    closures: [{ from: '2026-11-23', to: '2026-11-23', reason: 'Inventaire' }],
  });
  const unsaid = await workshop('Tours');
  const made = await network([blois.workshop, far.workshop, unsaid.workshop]);
  ({ code } = made.network);
  ({ head } = made);
  houdin = await laser(blois.workshop, named('Découpeuse laser Houdin', { hourlyCents: 900 }));
  orleans = await laser(far.workshop, named('Fraiseuse numérique', { hourlyCents: 3000, accreditation: 'Fraiseuse' }));
  await laser(unsaid.workshop, named('Brodeuse', { hourlyCents: 0, abilities: [] }));
});

describe('words', () => {
  test('a stem finds every form of the word', async () => {
    for (const text of ['découper', 'découpage laser', 'DECOUPEUSES', 'decoupe'])
      expect(names(await find({ text, networkCode: code })), text).toEqual(['Découpeuse laser Houdin']);
  });

  test('a slip of the fingers is forgiven, and said', async () => {
    for (const [typed, used] of [
      ['brodeuze', 'brodeuse'],
      ['brodesue', 'brodeuse'],
      ['houdni', 'houdin'],
    ] as const) {
      const found = await find({ text: typed, networkCode: code });
      expect(found.totalCount, typed).toBe(1);
      expect(found.corrections).toEqual([{ typed, used }]);
    }
    expect((await find({ text: 'brodeuse', networkCode: code })).corrections).toEqual([]);
  });

  test('a machine listed a moment ago is found by a word that nobody had said before', async () => {
    const { workshop: home } = await workshop('Chartres');
    await laser(home, named('Zoltrope'));
    expect(names(await find({ text: 'zoltrope' }))).toEqual(['Zoltrope']);
  });

  test('the directory reads words the same way', async () => {
    await WorkshopRecord.updateOne({ city: 'Tours' }, { $set: { searchWords: storedWords('Menuiserie du Plessis') } });
    const { workshops } = await world.get<{
      workshops: { totalCount: number; corrections: { used: string }[]; facets: { openNow: number } };
    }>(visitor, '{ workshops(filter: { text: "menuserie" }) { totalCount corrections { used } facets { openNow } } }');
    expect(workshops).toEqual({ totalCount: 1, corrections: [{ used: 'menuiserie' }], facets: { openNow: 0 } });
  });
});

describe('filters', () => {
  test('open now follows the hours of the workshop, in its zone, and its closures', async () => {
    const open = async () => names(await find({ networkCode: code, openNow: true }));
    world.clock.set(monday);
    expect(await open()).toEqual(['Découpeuse laser Houdin']);
    expect((await find({ networkCode: code })).facets.openNow).toBe(1);
    world.clock.set('2026-11-24T09:00:00Z');
    expect(await open()).toEqual(['Découpeuse laser Houdin', 'Fraiseuse numérique']);
    world.clock.set('2026-11-24T17:30:00Z');
    expect(await open()).toEqual([]);
    world.clock.set(monday);
  });

  test('archetype, price and accreditation narrow, and each count is what choosing it would show', async () => {
    const { facets } = await find({ networkCode: code });
    expect(count(facets.archetype, 'fablab')).toBe(1);
    expect(count(facets.archetype, 'training')).toBe(0);
    for (const { value, count: told } of facets.archetype)
      expect((await find({ networkCode: code, archetypes: [value] })).totalCount).toBe(told);
    for (const { value, count: told } of facets.price)
      expect((await find({ networkCode: code, priceMaxCentsPerHour: Number(value) })).totalCount).toBe(told);
    for (const { value, count: told } of facets.accreditation)
      expect((await find({ networkCode: code, accreditations: [value] })).totalCount).toBe(told);
    expect(names(await find({ networkCode: code, accreditationHeld: true }))).not.toContain('Fraiseuse numérique');
  });

  test('a page knows the one before it', async () => {
    const first = await find({ networkCode: code }, { first: 1 });
    const second = await find({ networkCode: code }, { first: 1, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasPreviousPage, second.pageInfo.hasPreviousPage]).toEqual([false, true]);
    expect(second.nodes[0]!.id).not.toBe(first.nodes[0]!.id);
  });
});

describe('when nothing answers', () => {
  const afternoon = { from: new Date('2026-11-25T13:00:00Z'), until: new Date('2026-11-25T15:00:00Z') };

  test('other dates, a wider circle and one word less are offered with what they find', async () => {
    const { calendar } = world.app.services;
    const subjectId = newId();
    await calendar.reserve([{ resourceId: houdin._id, period: afternoon, purpose: 'loan', subjectId, away: false }]);
    const asked = { networkCode: code, text: 'houdin', place: 'Blois', radiusKm: 30, ...afternoon };
    const taken = await find(asked);
    expect(taken).toMatchObject({ totalCount: 0, takenCount: 1, elsewhen: [{ id: houdin._id }] });
    expect(taken.otherDates.map(({ from }) => from)).toContain('2026-11-26T13:00:00.000Z');
    for (const { from, until, count: told } of taken.otherDates)
      expect((await find({ ...asked, from, until })).totalCount).toBe(told);
    await calendar.release(subjectId);

    const near = { networkCode: code, text: 'fraiseuse', place: 'Blois', radiusKm: 20 };
    const wide = await find(near);
    expect(wide.wider).toEqual([{ radiusKm: 60, count: 1 }]);
    expect((await find({ ...near, radiusKm: 60 })).totalCount).toBe(1);
    expect(wide.without).toEqual([{ word: 'fraiseuse', count: 1 }]);

    const words = await find({ networkCode: code, text: 'houdin plasma' });
    expect(words).toMatchObject({ totalCount: 0, without: [{ word: 'plasma', count: 1 }] });
  });

  test('what nobody has is counted without a person, for the people of the network alone, and forgotten', async () => {
    await UnmetDemandRecord.deleteMany({});
    const asked = { text: 'plasma', place: 'Blois', radiusKm: 40, ...afternoon };
    await find(asked);
    await find({ ...asked, text: 'PLASMA' });
    await find({ place: 'Blois', radiusKm: 1, from: afternoon.from, until: afternoon.until });
    const query = `{ unmetDemand(networkCode: "${code}") { totalCount nodes { words place count from } } }`;
    const { unmetDemand } = await world.get<{ unmetDemand: { nodes: object[]; totalCount: number } }>(head, query);
    expect(unmetDemand).toEqual({
      totalCount: 1,
      nodes: [{ words: ['plasma'], place: 'Blois', count: 2, from: '2026-11-25T00:00:00.000Z' }],
    });
    expect((await world.run(await person(), query)).refusal).toBe('platform.forbidden');
    const indexes = await UnmetDemandRecord.listIndexes();
    expect(indexes).toContainEqual(expect.objectContaining({ expireAfterSeconds: 180 * 86_400 }));
    const row = await UnmetDemandRecord.findOne({}).lean();
    expect(Object.keys(row!)).not.toContain('personId');
  });
});

describe('saved searches', () => {
  const save = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id name alert filter { text place from } } }`;

  test('belong to their person, and a form sent twice saves one', async () => {
    const [lou, other] = [await person(), await person()];
    const input = { name: ' Ma  découpe ', filter: { text: 'laser', place: 'Blois' }, idempotencyKey: newId() };
    const { saveSearch: saved } = await world.get<{ saveSearch: { id: string; name: string } }>(lou, save, { input });
    expect(saved).toMatchObject({
      name: 'Ma découpe',
      alert: false,
      filter: { text: 'laser', place: 'Blois', from: null },
    });
    await world.get(lou, save, { input });
    expect(await SavedSearchRecord.countDocuments({ personId: lou.id })).toBe(1);
    for (const document of [
      `{ savedSearch(id: "${saved.id}") { id } }`,
      `mutation { updateSavedSearch(id: "${saved.id}", input: { name: "x" }) { id } }`,
      `mutation { removeSavedSearch(id: "${saved.id}") }`,
    ])
      expect((await world.run(other, document)).refusal).toBe('platform.notFound');
    await world.get(lou, `mutation { removeSavedSearch(id: "${saved.id}") }`);
    expect(await SavedSearchRecord.countDocuments({ personId: lou.id })).toBe(0);
  });

  test('tell of a new machine and of one given back, once each, whoever looks and however often', async () => {
    const { calendar, search: searching, notices } = world.app.services;
    const lou = await person();
    const { workshop: home } = await workshop('Chartres');
    const { network: ring } = await network([home]);
    const period = { from: new Date('2026-11-26T09:00:00Z'), until: new Date('2026-11-26T12:00:00Z') };
    const old = await laser(home, named('Thermoformeuse ancienne'));
    const subjectId = newId();
    await calendar.reserve([{ resourceId: old._id, period, purpose: 'loan', subjectId, away: false }]);
    await world.app.services.savedSearches.save(lou, {
      name: 'Thermoformage',
      filter: filter({ text: 'thermoformeuse', networkCode: ring.code, ...period }),
      alert: true,
      idempotencyKey: newId(),
    });
    const told = async () =>
      HappeningRecord.find({ audience: `person:${lou.id}` })
        .sort({ at: 1 })
        .lean();
    const deps = { clock: world.clock.read, search: searching, notices };
    const gateways = [new WatchService(deps), new WatchService(deps), new WatchService(deps)];
    const look = async () => {
      world.clock.forward({ minutes: 3 });
      await Promise.all(gateways.map((gateway) => gateway.run()));
    };
    await look();
    expect(await told()).toEqual([]);
    await calendar.release(subjectId);
    await look();
    await look();
    expect((await told()).map(({ params }) => params.machines)).toEqual(['Thermoformeuse ancienne']);
    const fresh = await laser(home, named('Thermoformeuse neuve'));
    await look();
    await SavedSearchRecord.updateMany({}, { $set: { nextAt: world.clock.now } });
    await Promise.all(gateways.map((gateway) => gateway.run()));
    expect((await told()).map(({ params }) => params.machines)).toEqual([
      'Thermoformeuse ancienne',
      'Thermoformeuse neuve',
    ]);
    await calendar.reserve([{ resourceId: fresh._id, period, purpose: 'loan', subjectId: newId(), away: false }]);
    world.clock.set('2026-11-27T09:00:00Z');
    await look();
    expect(await told()).toHaveLength(2);
    expect((await SavedSearchRecord.findOne({ personId: lou.id }).lean())!.alert).toBe(false);
    await world.app.outbox.drain();
    expect(world.mails.filter(({ to }) => to === lou.email)).toHaveLength(2);
    world.clock.set(monday);
  });
});

test('what an earlier version wrote is found as well, once it was written again', async () => {
  const { workshop: home } = await workshop('Brest');
  const old = await laser(home, { name: 'Sérigraphe', searchWords: ['serigraphe'] });
  await CapabilityRecord.create([
    { ...cut[0], _id: newId(), workshopId: home._id, resourceId: old._id, location: home.location, departement: '29' },
  ]);
  const { searchWords } = world.app.services;
  await searchWords.refresh();
  const after = await ResourceRecord.findById(old._id).lean();
  expect(after).toMatchObject({ abilities: abilitiesOf(cut) });
  expect(after!.searchWords.some((word) => word.startsWith('='))).toBe(true);
  expect(await searchWords.refresh()).toBe(0);
});

describe('no query of a search reads a whole collection', () => {
  const period = { from: new Date('2026-11-24T13:00:00Z'), until: new Date('2026-11-24T17:00:00Z') };
  const plans = async (plan: Promise<unknown>) => JSON.stringify(await plan);

  test.each([
    ['anything', {}],
    ['words', { text: 'laser' }],
    ['a network', { network: true }],
    ['a place', { place: 'Blois', radiusKm: 40 }],
    ['a place and words', { place: 'Blois', radiusKm: 40, text: 'découpeuse laser' }],
  ] as [string, { network?: boolean }][])('%s', async (_name, { network: ours, ...asked }) => {
    const pipeline = await world.app.services.search.pipeline(
      visitor,
      filter({ ...asked, ...(ours && { networkCode: code }) }),
    );
    const plan = await plans(ResourceRecord.aggregate(pipeline).explain('queryPlanner'));
    expect(plan).not.toContain('COLLSCAN');
    expect(plan).toMatch(/IXSCAN|GEO_NEAR_2DSPHERE|geoNear/);
  });

  test('one word less, beyond the circle', async () => {
    for (const reach of [
      { words: ['laser', 'plasma'], butOneWord: true },
      { words: ['laser'], near: { lat: 47.6, lon: 1.3 }, beyondKm: 20 },
    ])
      expect(await plans(ResourceRecord.aggregate(candidates(reach)).explain('queryPlanner'))).not.toContain(
        'COLLSCAN',
      );
  });

  test('calendars are read from their index alone', async () => {
    const busy = await plans(
      BookingRecord.aggregate(busyOf([houdin._id, orleans._id], period), { hint: busyIndex }).explain('queryPlanner'),
    );
    const late = await plans(CustodyRecord.aggregate(lateAt(world.clock.now)).explain('queryPlanner'));
    for (const plan of [busy, late]) {
      expect(plan).not.toMatch(/"stage":"(COLLSCAN|FETCH)"/);
      expect(plan).toContain('IXSCAN');
    }
  });

  test('words, saved searches and unmet demand', async () => {
    const explain = (collection: string, command: object) =>
      plans(
        mongoose.connection
          .db!.command({ explain: command, verbosity: 'queryPlanner' })
          .then((plan) => [collection, plan]),
      );
    const asked = [
      { distinct: 'resources', key: 'searchWords', query: { status: 'published' } },
      { distinct: 'workshops', key: 'searchWords', query: {} },
      { find: 'savedsearches', filter: { alert: true, nextAt: { $lte: world.clock.now } }, sort: { nextAt: 1 } },
      { find: 'savedsearches', filter: { personId: 'p' }, sort: { createdAt: -1, _id: 1 } },
      { find: 'unmetdemands', filter: { departement: { $in: ['41', ''] } }, sort: { count: -1, _id: 1 } },
    ];
    for (const command of asked) expect(await explain('', command), JSON.stringify(command)).not.toContain('COLLSCAN');
  });
});
