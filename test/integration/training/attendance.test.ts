import { beforeEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import type { SeatMark } from '../../../schema/training.ts';
import { useApp } from '../../support/app.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { holding, person } from '../../support/world.ts';

const world = useApp();
const { offer, claim, move, part } = sharingSteps(world);

const SEATS = 'fragment S on SessionSeat { claimId number name organisation mark }';
const READ = `query R($id: ID!) { sessionSeats(listingId: $id) { ...S } } ${SEATS}`;
const MARK = `mutation M($id: ID!, $marks: [SeatMarkInput!]!) { markSeats(listingId: $id, marks: $marks) { ...S } } ${SEATS}`;
const HELD = '{ accreditations { nodes { name } } }';
const ended = '2026-12-01T16:30:00Z';

const session = {
  automatic: true,
  prices: [],
  quantity: 6,
  facts: [
    { name: 'programme', text: 'Réglages, sécurité, première découpe.' },
    { name: 'skill', text: 'Laser' },
    { name: 'level', number: 1 },
  ],
};

const heldBy = async (viewer: PersonViewer) =>
  (await world.get<{ accreditations: { nodes: object[] } }>(viewer, HELD)).accreditations.nodes.length;
const marks = async (viewer: PersonViewer, id: string) =>
  (
    await world.get<{ sessionSeats: { number: number; name: string; mark: SeatMark | null }[] }>(viewer, READ, { id })
  ).sessionSeats.map(({ name, mark }) => [name, mark]);

/** Tours sends three, two of whom have an account; somebody comes on their own. */
async function seated() {
  const cast = await sharingWorld();
  const [alix, camille, noa] = [await person('Alix Martin'), await person('Camille Roux'), await person('Noa Petit')];
  const { id } = await offer(cast.owner, 'training', session);
  const attendees = [alix.email, camille.email, 'Sacha, sans compte'];
  const three = await claim(cast.tours, id, 3, { attendees });
  const one = await claim(noa, id, 1);
  const say = (by: PersonViewer, said: [claimId: string, number: number, mark: SeatMark][]) =>
    world.run(by, MARK, { id, marks: said.map(([claimId, number, mark]) => ({ claimId, number, mark })) });
  return { ...cast, id, alix, camille, noa, three, one, say };
}

beforeEach(() => world.clock.set('2026-11-23T08:00:00.000Z'));

test('each person is marked by themselves: who passed holds the accreditation and has a page, who did not come has neither', async () => {
  const { owner, tours, id, alix, camille, noa, three, one, say } = await seated();
  world.clock.set(ended);
  const done = await say(owner, [
    [three.id, 1, 'certified'],
    [three.id, 2, 'absent'],
    [three.id, 3, 'certified'],
    [one.id, 1, 'present'],
  ]);
  expect(done.errors).toEqual([]);
  expect(await marks(owner, id)).toEqual([
    [alix.email, 'certified'],
    [camille.email, 'absent'],
    ['Sacha, sans compte', 'certified'],
    ['Noa Petit', 'present'],
  ]);
  expect([await heldBy(alix), await heldBy(camille), await heldBy(noa)]).toEqual([1, 0, 0]);
  expect([(await part(tours, three.id)).status, (await part(noa, one.id)).status]).toEqual(['certified', 'attended']);
  const paper = await world.app.services.trainingPapers.certificate(tours, 'fr', three.id);
  expect(
    Buffer.from(paper.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(2);
  await expect(world.app.services.trainingPapers.certificate(noa, 'fr', one.id)).rejects.toMatchObject({
    key: 'platform.notFound',
  });
  expect(await examine(world.clock.read())).toEqual([]);
});

test('somebody of a part that is certified passes later, and nobody who passed is unsaid', async () => {
  const { owner, id, alix, camille, three, say } = await seated();
  world.clock.set(ended);
  await say(owner, [
    [three.id, 1, 'certified'],
    [three.id, 2, 'present'],
  ]);
  expect([await heldBy(alix), await heldBy(camille)]).toEqual([1, 0]);
  await say(owner, [
    [three.id, 1, 'absent'],
    [three.id, 2, 'certified'],
  ]);
  expect([await heldBy(alix), await heldBy(camille)]).toEqual([1, 1]);
  expect((await marks(owner, id)).map(([, mark]) => mark)).toEqual(['certified', 'certified', null, null]);
  // Said again, nothing is issued a second time.
  await say(owner, [[three.id, 2, 'certified']]);
  expect(await heldBy(camille)).toBe(1);
});

test('the host writes down who sat where nobody was named, or in the place of somebody: who passes holds it', async () => {
  const { owner, tours, id, alix, camille, noa, three, say } = await seated();
  const [lou, sam] = [await person('Lou Perrin'), await person('Sam Denis')];
  const more = await claim(tours, id, 2);
  const name = (claimId: string, number: number, who: string, mark?: SeatMark) =>
    world.run(owner, MARK, { id, marks: [{ claimId, number, name: who, mark }] });
  expect((await name(more.id, 1, lou.email, 'certified')).refusal).toBe('sharing.closedMove');
  world.clock.set(ended);

  // Seats of an organisation that names nobody are nobody's: not of who booked them.
  await say(owner, [[more.id, 1, 'certified']]);
  expect([await heldBy(tours), await heldBy(lou)]).toEqual([0, 0]);
  await name(more.id, 1, ` ${lou.email} `);
  await name(more.id, 2, sam.email, 'certified');
  expect([await heldBy(tours), await heldBy(lou), await heldBy(sam)]).toEqual([0, 1, 1]);

  await name(three.id, 2, noa.email, 'certified');
  expect([await heldBy(alix), await heldBy(camille), await heldBy(noa)]).toEqual([0, 0, 1]);
  expect((await name(three.id, 2, camille.email)).refusal).toBe('platform.invalid');
  expect((await name(three.id, 2, noa.email)).errors).toEqual([]);
  expect((await marks(owner, id)).map(([who]) => who)).toEqual([
    alix.email,
    noa.email,
    'Sacha, sans compte',
    'Noa Petit',
    lou.email,
    sam.email,
  ]);
  expect(await examine(world.clock.read())).toEqual([]);
});

test('a step of the whole part passes over who was absent', async () => {
  const { owner, id, alix, camille, three, say } = await seated();
  world.clock.set(ended);
  await say(owner, [
    [three.id, 1, 'present'],
    [three.id, 2, 'absent'],
    [three.id, 3, 'present'],
  ]);
  await move(owner, three.id, 'certify');
  expect((await marks(owner, id)).map(([, mark]) => mark)).toEqual(['certified', 'absent', 'certified', null]);
  expect([await heldBy(alix), await heldBy(camille)]).toEqual([1, 0]);
});

test('it is for the people of the workshop, once it has begun, of seats that exist; all of it or nothing', async () => {
  const elsewhere = await seated();
  const { owner, site, tours, id, noa, three, one, say } = await seated();
  const member = await holding(await person('Une animatrice'), 'workshop_member', site._id);
  expect((await say(owner, [[one.id, 1, 'present']])).refusal).toBe('sharing.closedMove');
  world.clock.set(ended);
  for (const other of [tours, noa]) {
    expect((await say(other, [[one.id, 1, 'certified']])).refusal).toBe('platform.forbidden');
    expect((await world.run(other, READ, { id })).refusal).toBe('platform.forbidden');
  }
  const wrong: [string, number, SeatMark][] = [
    [one.id, 1, 'certified'],
    [three.id, 4, 'present'],
  ];
  expect((await say(owner, wrong)).refusal).toBe('platform.invalid');
  expect((await part(noa, one.id)).status).toBe('agreed');
  expect((await say(owner, [[elsewhere.one.id, 1, 'present']])).refusal).toBe('platform.notFound');
  expect((await say(member, [[one.id, 1, 'absent']])).errors).toEqual([]);
  expect((await part(noa, one.id)).status).toBe('absent');
});

test('two hosts who mark the same part at once leave it whole', async () => {
  const { owner, id, camille, alix, three, say } = await seated();
  world.clock.set(ended);
  await Promise.all([say(owner, [[three.id, 1, 'certified']]), say(owner, [[three.id, 2, 'certified']])]);
  const said = (await marks(owner, id)).map(([, mark]) => mark);
  expect([await heldBy(alix), await heldBy(camille)]).toEqual(said.slice(0, 2).map((mark) => (mark ? 1 : 0)));
  expect(await examine(world.clock.read())).toEqual([]);
});
