import { expect, test } from 'vitest';
import { type Viewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { trainerInput, trainerSteps } from '../../support/trainers.ts';
import { holding, person, type Town, workshop } from '../../support/world.ts';

const world = useApp();
const { offer } = trainerSteps(world);

const SEEK = `query S($words: String, $near: String, $withinKm: Float, $skill: String, $workshopId: ID) {
  trainers(words: $words, near: $near, withinKm: $withinKm, skill: $skill, workshopId: $workshopId) {
    totalCount nodes { name status } corrections { typed used } } }`;

interface Found {
  trainers: {
    totalCount: number;
    nodes: { name: string; status: string }[];
    corrections: { typed: string; used: string }[];
  };
}
const seek = async (variables: Record<string, unknown>, by: Viewer = visitor) =>
  (await world.get<Found>(by, SEEK, variables)).trainers;
const namesOf = async (variables: Record<string, unknown>) => (await seek(variables)).nodes.map(({ name }) => name);

/** Somebody of a workshop of that town, who offers themselves. */
async function teacher(town: Town, name: string, teaches: string) {
  const { workshop: site, manager } = await workshop(town);
  const own = await holding(await person(name), 'workshop_member', site._id);
  const said = trainerInput(site._id, { name });
  const facts = said.facts.map((fact) =>
    fact.name === 'teaches'
      ? { name: 'teaches', text: teaches }
      : fact.name === 'employment'
        ? { name: 'employment', text: 'independent' }
        : fact,
  );
  const id = await offer({ ...own, acting: { scope: 'person', id: own.id } }, { ...said, facts });
  return { id, own, site, manager };
}

test('trainers answer the same words as machines: both languages, beginnings, other names, towns, slips of the fingers', async () => {
  await teacher('Blois', 'Ana', 'laser.2,cad.1');
  await teacher('Tours', 'Maya', 'cnc_milling.3,weld.1');
  await teacher('Orléans', 'Karim', 'sewing.2');
  for (const words of ['Couture', 'sewing', 'cout', 'machine à coudre', 'formateur couture', 'orléans sewing'])
    expect([words, await namesOf({ words })]).toEqual([words, ['Karim']]);
  for (const words of ['fraiseuse', 'milling', 'soudure', 'welding', 'Maya'])
    expect([words, await namesOf({ words })]).toEqual([words, ['Maya']]);
  expect(await namesOf({ words: 'couture laser' })).toEqual([]);
  const slip = await seek({ words: 'coutrue' });
  expect([slip.corrections, slip.nodes.map(({ name }) => name)]).toEqual([
    [{ typed: 'coutrue', used: 'couture' }],
    ['Karim'],
  ]);
});

test('the nearest come first, and nobody from beyond the circle; near nowhere, nobody', async () => {
  await teacher('Blois', 'Zoé', 'leather.2');
  await teacher('Tours', 'Bruno', 'leather.1');
  await teacher('Orléans', 'Alix', 'leather.3');
  expect(await namesOf({ words: 'cuir' })).toEqual(['Alix', 'Bruno', 'Zoé']);
  expect(await namesOf({ words: 'cuir', near: 'Tours', withinKm: 200 })).toEqual(['Bruno', 'Zoé', 'Alix']);
  expect(await seek({ words: 'cuir', near: 'Tours', withinKm: 80 })).toMatchObject({ totalCount: 2 });
  expect(await namesOf({ skill: 'Leatherwork', near: 'Tours', withinKm: 200 })).toEqual(['Bruno', 'Zoé', 'Alix']);
  expect(await seek({ words: 'cuir', near: 'nulle part du tout' })).toMatchObject({ totalCount: 0, nodes: [] });
});

test('where nobody is near, the wider circles that hold somebody; none where somebody is', async () => {
  const WIDER = `query W($near: String!, $withinKm: Float!) {
    trainers(words: "vitrail", near: $near, withinKm: $withinKm) { totalCount wider { radiusKm count } } }`;
  const wider = async (near: string, withinKm: number) =>
    (await world.get<{ trainers: object }>(visitor, WIDER, { near, withinKm })).trainers;
  await teacher('Blois', 'Nora Vitrail', 'ceramics.2');
  await teacher('Brest', 'Paul Vitrail', 'ceramics.1');
  expect(await wider('Tours', 25)).toEqual({
    totalCount: 0,
    wider: [
      { radiusKm: 60, count: 1 },
      { radiusKm: 500, count: 2 },
    ],
  });
  expect(await wider('Tours', 60)).toEqual({ totalCount: 1, wider: [] });
});

test('a machine is no trainer and a trainer no machine, whatever the word', async () => {
  const { own, site } = await teacher('Blois', 'Odile', 'bookbinding.1');
  const { equipmentCount } = await world.get<{ equipmentCount: number }>(
    visitor,
    '{ equipmentCount(filter: { text: "reliure" }) }',
  );
  expect([equipmentCount, await namesOf({ words: 'reliure' })]).toEqual([0, ['Odile']]);
  expect(await seek({ workshopId: site._id }, own)).toMatchObject({ totalCount: 1 });
});
