import { beforeEach, expect, test } from 'vitest';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';

const world = useApp();
const { offer, claim, move, part } = sharingSteps(world);
const WISH = 'mutation W($name: String!, $place: String!) { wishTraining(name: $name, place: $place) { id } }';

beforeEach(() => world.clock.set('2026-11-23T08:00:00.000Z'));

const mailsTo = async ({ email }: PersonViewer) => {
  await world.app.outbox.drain();
  return world.mails.filter(({ to }) => to === email);
};
/** What its form would send, with something else. */
async function change(owner: PersonViewer, id: string, more: object): Promise<void> {
  const { kind: _k, workshopId: _w, idempotencyKey: _i, ...input } = sample('training', owner.acting.id, more);
  await world.get(owner, CHANGE, { id, input });
}
const later = { from: '2026-12-03T08:00:00.000Z', until: '2026-12-03T16:00:00.000Z' };

test('people with a seat hear of another date or room, each once, and of nothing else', async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const session = await offer(owner, 'training');
  const seat = await claim(tours, session.id, 1, { note: 'Pour Samira.' });
  await move(owner, seat.id, 'accept');
  const asked = await claim(orleans, session.id, 1);
  await change(owner, session.id, { description: 'Apportez un fichier.' });
  const told = async (viewer: PersonViewer) =>
    (await mailsTo(viewer)).filter(({ subject }) => subject.startsWith('Changement de date'));
  expect([(await told(tours)).length, (await told(orleans)).length]).toEqual([0, 0]);
  await change(owner, session.id, later);
  const [mail] = await told(tours);
  expect([mail?.text.includes('3 déc'), mail?.text.includes('Samira')]).toEqual([true, false]);
  expect([(await told(tours)).length, (await told(orleans)).length]).toEqual([1, 1]);
  await move(orleans, asked.id, 'cancel');
  const { facts } = sample('training', '') as unknown as { facts: object[] };
  await change(owner, session.id, { ...later, facts: [...facts, { name: 'room', text: 'Salle 2' }] });
  expect([(await told(tours)).length, (await told(orleans)).length]).toEqual([2, 1]);
});

test('a seat whose cost is shared binds once it will take place, and no longer once it has moved', async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const { facts } = sample('training', '') as unknown as { facts: object[] };
  const shared = {
    prices: [],
    threshold: 2,
    decideAt: '2026-11-30T08:00:00.000Z',
    automatic: true,
    facts: [...facts, { name: 'cost', number: 40_000 }],
  };
  const session = await offer(owner, 'training', shared);
  const seat = await claim(tours, session.id, 1);
  await claim(orleans, session.id, 1);
  expect((await part(tours, seat.id)).can).not.toContain('cancel');
  world.clock.forward({ minutes: 1 });
  await change(owner, session.id, { ...shared, ...later });
  world.clock.forward({ minutes: 1 });
  expect((await part(tours, seat.id)).can).toContain('cancel');
  expect((await move(tours, seat.id, 'cancel')).status).toBe('cancelled');
  const again = await claim(tours, session.id, 1);
  expect((await part(tours, again.id)).can).not.toContain('cancel');
});

test('those who wish for a skill hear of a session that gives it when it opens, in their region, not of a draft', async () => {
  const { owner } = await sharingWorld();
  const [ines, marc, lea] = [await person('Inès B.'), await person('Marc T.'), await person('Léa V.')];
  await world.get(ines, WISH, { name: 'Laser niveau 1', place: 'Blois' });
  await world.get(marc, WISH, { name: 'Fraisage', place: 'Blois' });
  await world.get(lea, WISH, { name: 'Laser', place: 'Brest' });
  const { facts } = sample('training', '') as unknown as { facts: object[] };
  const given = { facts: [...facts, { name: 'skill', text: 'Laser' }, { name: 'level', number: 2 }] };
  const session = await offer(owner, 'training', { ...given, published: false });
  expect(await mailsTo(ines)).toEqual([]);
  await world.get(owner, 'mutation P($id: ID!) { moveListing(id: $id, move: publish) { id } }', { id: session.id });
  const [mail, ...more] = await mailsTo(ines);
  expect([mail?.subject, more.length]).toEqual(['Formation ouverte\u00a0: Laser, niveau 1', 0]);
  expect(mail?.text).toContain(`/formations/${session.id}`);
  await change(owner, session.id, { ...given, description: 'Autre chose.' });
  expect([(await mailsTo(ines)).length, (await mailsTo(marc)).length, (await mailsTo(lea)).length]).toEqual([1, 0, 0]);
});
