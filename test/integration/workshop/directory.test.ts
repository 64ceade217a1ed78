import { beforeAll, describe, expect, test, vi } from 'vitest';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import { candidates } from '../../../gateway/modules/workshop/directory.reads.ts';
import { type Workshop, WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { derived } from '../../../gateway/modules/workshop/workshop.service.ts';
import { useApp } from '../../support/app.ts';
import { network, type Town, workshop } from '../../support/world.ts';

const world = useApp();
const blois = { lat: 47.594, lon: 1.329 };

const site = async (town: Town, name: string, more: Partial<Workshop> = {}) => {
  const { workshop: made } = await workshop(town, { name, ...more });
  await WorkshopRecord.updateOne({ _id: made._id }, { $set: derived(made) });
  return made;
};

let code: string;
beforeAll(async () => {
  const houdin = await site('Blois', 'FabLab Robert-Houdin', {
    processes: ['co2_cut', 'laser_cut', 'laser', 'cutting'],
    materials: ['plywood', 'wood'],
    archetype: 'fablab',
  });
  await site('Orléans', 'Industry Lab', { processes: ['mill_3ax', 'cnc_milling', 'cnc'], archetype: 'prototyping' });
  await site('Tours', 'Atelier des Deux-Rives', { processes: ['fff', 'additive'], archetype: 'fablab' });
  await site('Chartres', 'L’Établi beauceron', { description: 'Menuiserie et découpes de métaux.' });
  await site('Saint-Denis', 'Le Lab des îles', { processes: ['fff', 'additive'] });
  ({ code } = (await network([houdin])).network);
});

const document = `query ($filter: WorkshopFilter, $sort: WorkshopSort, $first: Int, $after: String) {
  workshops(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { name distanceKm }
    facets { processes { value count } materials { value count } departements { value count } archetypes { value count } }
  }
}`;
type Facets = Record<string, { value: string; count: number }[]>;
interface Answer {
  workshops: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: { name: string; distanceKm: number | null }[];
    facets: Facets;
  };
}
const ask = async (filter: object = {}, more: object = {}) =>
  (await world.get<Answer>(visitor, document, { filter, ...more })).workshops;
const names = async (filter: object, more: object = {}) => (await ask(filter, more)).nodes.map(({ name }) => name);

describe('words', () => {
  test.each([
    ['houdin', ['FabLab Robert-Houdin']],
    ['ÉTABLI', ['L’Établi beauceron']],
    ['etablis', ['L’Établi beauceron']],
    ['métal', ['L’Établi beauceron']],
    ['orleans', ['Industry Lab']],
    ['imprimantes 3D', ['Atelier des Deux-Rives', 'Le Lab des îles']],
    ['lab tours', []],
    ['fab', ['FabLab Robert-Houdin']],
    ['découpes laser contreplaqué', ['FabLab Robert-Houdin']],
    ['lab', ['Industry Lab', 'Le Lab des îles']],
    [
      'de la',
      ['Atelier des Deux-Rives', 'FabLab Robert-Houdin', 'Industry Lab', 'L’Établi beauceron', 'Le Lab des îles'],
    ],
    ['.*', ['Atelier des Deux-Rives', 'FabLab Robert-Houdin', 'Industry Lab', 'L’Établi beauceron', 'Le Lab des îles']],
    ['zzz', []],
  ])('"%s"', async (text, found) => {
    expect(await names({ text })).toEqual(found);
  });

  test('words in the name come before words elsewhere', async () => {
    await site('Brest', 'Aaa', { description: 'Un établi pour tous' });
    expect(await names({ text: 'établi' })).toEqual(['L’Établi beauceron', 'Aaa']);
    await WorkshopRecord.deleteOne({ name: 'Aaa' });
  });
});

describe('places', () => {
  test('the nearest come first, with their kilometres', async () => {
    const { nodes } = await ask({ near: blois });
    expect(nodes.map(({ name }) => name)).toEqual([
      'FabLab Robert-Houdin',
      'Atelier des Deux-Rives',
      'Industry Lab',
      'L’Établi beauceron',
      'Le Lab des îles',
    ]);
    expect(nodes[0]!.distanceKm).toBeCloseTo(0, 1);
    expect(nodes[1]!.distanceKm).toBeGreaterThan(50);
    expect(nodes[1]!.distanceKm).toBeLessThan(56);
  });

  test('a radius leaves out what is beyond it, and words still narrow', async () => {
    expect(await names({ near: blois, radiusKm: 60 })).toEqual([
      'FabLab Robert-Houdin',
      'Atelier des Deux-Rives',
      'Industry Lab',
    ]);
    expect(await names({ near: blois, radiusKm: 60, text: 'industry' })).toEqual(['Industry Lab']);
    expect((await names({ near: blois }, { sort: 'name' }))[0]).toBe('Atelier des Deux-Rives');
  });

  test('a place that is none is refused with its field', async () => {
    const { errors } = await world.run(visitor, document, { filter: { near: { lat: 91, lon: 0 } } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID' });
  });
});

describe('filters', () => {
  test('each keeps its own counts, and counts what the others leave', async () => {
    const { facets, totalCount } = await ask({ archetypes: ['fablab'], processes: ['laser'] });
    expect(totalCount).toBe(1);
    expect(facets.processes).toEqual(expect.arrayContaining([{ value: 'additive', count: 1 }]));
    expect(facets.processes).not.toEqual(expect.arrayContaining([expect.objectContaining({ value: 'cnc' })]));
    expect(facets.archetypes).toEqual([{ value: 'fablab', count: 1 }]);
    expect(facets.departements).toEqual([{ value: '41', count: 1 }]);
  });

  test('within a filter one value is enough; the members of a network are theirs alone', async () => {
    expect(await names({ departements: ['37', '974'] })).toEqual(['Atelier des Deux-Rives', 'Le Lab des îles']);
    expect(await names({ networkCode: code })).toEqual(['FabLab Robert-Houdin']);
    expect((await world.run(visitor, document, { filter: { networkCode: 'NONE' } })).refusal).toBe('platform.notFound');
  });

  test('a value that means something to a database means nothing here', async () => {
    expect(await names({ processes: ['$ne', '{"$gt":""}'] })).toEqual([]);
  });
});

test('pages follow each other without loss or repetition', async () => {
  const all = await names({});
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await ask({}, { first: 2, ...(after && { after }) });
    seen.push(...page.nodes.map(({ name }) => name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  } while (after);
  expect(seen).toEqual(all);
});

/** Every stage of a plan, however deep. */
const stagesOf = (plan: unknown): string[] =>
  typeof plan !== 'object' || plan === null
    ? []
    : [
        ...('stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : []),
        ...Object.values(plan).flatMap(stagesOf),
      ];

test.each<[string, { network?: boolean; [asked: string]: unknown }]>([
  ['by words', { text: 'laser blois' }],
  ['by a short word', { text: 'fa' }],
  ['from a place', { near: blois, radiusKm: 50 }],
  ['from a place by words', { near: blois, text: 'fablab' }],
  ['in a network by words', { network: true, text: 'laser' }],
])(
  'no question of the web reads the whole collection without an index: %s',
  async (_name, { network: inNetwork, ...asked }) => {
    const filter = {
      processes: [],
      materials: [],
      departements: [],
      archetypes: [],
      openNow: false,
      ...asked,
      ...(inNetwork && { networkCode: code }),
    };
    const question = await world.app.services.directory.questionOf({ filter });
    const plan: unknown = await WorkshopRecord.aggregate(candidates(question)).explain('queryPlanner');
    const used = stagesOf(plan);
    expect(used).not.toContain('COLLSCAN');
    expect(JSON.stringify(plan)).toMatch(/IXSCAN|GEO_NEAR_2DSPHERE|geoNearCursor/);
  },
);

test.each<[string, object]>([
  ['everything', {}],
  ['by filters', { processes: ['laser'], departements: ['41'], openNow: true }],
  ['in a network', { network: true }],
])('what neither words nor a place point at is answered from memory: %s', async (_name, asked) => {
  const filter = 'network' in asked ? { networkCode: code } : asked;
  await ask(filter);
  const read = vi.spyOn(WorkshopRecord, 'find');
  const { totalCount } = await ask(filter, { first: 1 });
  expect(read.mock.calls.map(([asked]) => asked)).toEqual(
    totalCount > 0 ? [{ _id: { $in: [expect.any(String)] } }] : [],
  );
  read.mockRestore();
});
