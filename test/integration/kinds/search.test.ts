import { expect, test } from 'vitest';
import { UnmetDemandRecord } from '../../../gateway/modules/finding/demand.entity.ts';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { laser } from '../../support/world.ts';

const world = useApp();
const { offer } = sharingSteps(world);

const SEEK = `query S($words: String, $near: String, $withinKm: Float!, $kind: Kind) {
  listings(words: $words, near: $near, withinKm: $withinKm, kind: $kind) { totalCount nodes { name }
    corrections { typed used } counts { kind count } wider { radiusKm count } } }`;

interface Found {
  listings: {
    totalCount: number;
    nodes: { name: string }[];
    corrections: { typed: string; used: string }[];
    counts: { kind: string; count: number }[];
    wider: { radiusKm: number; count: number }[];
  };
}
const seek = async (variables: object) =>
  (await world.get<Found>(visitor, SEEK, { withinKm: 100, ...variables })).listings;
const countOf = ({ counts }: Found['listings'], kind: string) => counts.find((one) => one.kind === kind)?.count;

test('one search over what is counted: each kind with its count, stems, slips of the fingers, the nearest first', async () => {
  const { owner, tours, orleans, site } = await sharingWorld();
  await offer(tours, 'material', { name: 'Feuilles de contreplaqué' });
  await offer(orleans, 'material', { name: 'Contreplaqué bouleau' });
  await offer(owner, 'training', { name: 'Découpe du contreplaqué' });
  const found = await seek({ words: 'contreplaqués', near: 'Tours', withinKm: 200 });
  expect(found.totalCount).toBe(3);
  expect(found.nodes[0]!.name).toBe('Feuilles de contreplaqué');
  expect([countOf(found, 'material'), countOf(found, 'training'), countOf(found, 'purchase')]).toEqual([2, 1, 0]);
  const one = await seek({ words: 'contreplaqués', near: 'Tours', withinKm: 200, kind: 'training' });
  expect([one.totalCount, countOf(one, 'material')]).toEqual([1, 2]);
  const typed = await seek({ words: 'bouleua' });
  expect(typed.corrections).toEqual([{ typed: 'bouleua', used: 'bouleau' }]);
  expect(typed.nodes.map(({ name }) => name)).toEqual(['Contreplaqué bouleau']);
  await laser(site);
  const { equipmentCount } = await world.get<{ equipmentCount: number }>(
    visitor,
    '{ equipmentCount(filter: { place: "Blois", radiusKm: 5 }) }',
  );
  expect(equipmentCount).toBe(1);
});

test('nothing within the circle: the wider ones that find some; nothing at all: kept as looked for in vain', async () => {
  const { tours } = await sharingWorld();
  await offer(tours, 'material', { name: 'Feutre gris' });
  const near = await seek({ words: 'feutre', near: 'Marseille', withinKm: 25, kind: 'material' });
  expect(near.totalCount).toBe(0);
  expect(near.wider).toEqual([{ radiusKm: expect.any(Number) as number, count: 1 }]);
  expect((await seek({ words: 'feutre', near: 'nulle part du tout' })).totalCount).toBe(0);
  expect(await UnmetDemandRecord.exists({ words: 'feutre' })).not.toBeNull();
});

test('the counts of the tabs are no search of their own: nobody looked for a material in vain who looked for a machine', async () => {
  await sharingWorld();
  expect((await seek({ words: 'tournevis', near: 'Blois', withinKm: 60 })).totalCount).toBe(0);
  expect(await UnmetDemandRecord.exists({ words: 'tournevis' })).toBeNull();
});
