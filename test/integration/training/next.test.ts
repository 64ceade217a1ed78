import { afterEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { handOver, loanSteps, MOVE, morning, REQUEST, wish } from '../../support/loans.ts';
import { sharingSteps } from '../../support/sharing.ts';
import { laser, network, workshop } from '../../support/world.ts';

const world = useApp();
const { request, move } = loanSteps(world);
const { offer, claim, step } = sharingSteps(world);

const QUOTE = `query Q($wish: LoanWishInput!) { quoteLoan(wish: $wish) {
  conditions { condition met training { listingId from workshop city timeZone } } } }`;

interface Training {
  listingId: string;
  city: string;
  from: string;
}

/** Blois asks for level 1 of the laser; Tours, Orléans and Chartres are of its network, Brest is not. */
async function stage() {
  const sites = {
    blois: await workshop('Blois'),
    tours: await workshop('Tours'),
    orleans: await workshop('Orléans'),
    chartres: await workshop('Chartres'),
    brest: await workshop('Brest'),
  };
  const { blois, tours, orleans, chartres } = sites;
  await network([blois, tours, orleans, chartres].map((site) => site.workshop));
  const machine = await laser(blois.workshop, { accreditation: 'Laser niveau 1' });
  return { ...sites, machine };
}

const session = (by: PersonViewer, day: string, skill: string, level?: number, more: object = {}) =>
  offer(by, 'training', {
    name: `${skill}, ${day}`,
    from: `${day}T08:00:00.000Z`,
    until: `${day}T16:00:00.000Z`,
    prices: [],
    automatic: true,
    facts: [
      { name: 'programme', text: 'Réglages, sécurité.' },
      { name: 'skill', text: skill },
      ...(level ? [{ name: 'level', number: level }] : []),
    ],
    ...more,
  });

const nextFor = async (viewer: PersonViewer, resourceId: string): Promise<Training | null> => {
  const { quoteLoan } = await world.get<{
    quoteLoan: { conditions: { condition: string; training: Training | null }[] };
  }>(viewer, QUOTE, { wish: { resourceId, ...morning, use: 'on_site' } });
  return quoteLoan.conditions.find(({ condition }) => condition === 'accreditation')!.training;
};

afterEach(async () => {
  expect(await examine(world.clock.read())).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

test('the refusal and the quote name the soonest session with a seat that gives what is missing, the nearest of a day', async () => {
  const { tours, orleans, chartres, brest, machine } = await stage();
  const learner = tours.manager;
  expect(await nextFor(learner, machine._id)).toBeNull();
  await session(brest.manager, '2026-11-24', 'Laser', 1);
  await session(orleans.manager, '2026-11-25', 'Fraiseuse', 2);
  await session(chartres.manager, '2026-11-26', 'Laser', 1, { published: false });
  const later = await session(tours.manager, '2026-12-09', 'Couture', 1);
  expect(await nextFor(learner, machine._id)).toBeNull();
  await session(chartres.manager, '2026-12-02', 'LASER', 3);
  const near = await session(orleans.manager, '2026-12-02', 'Laser niveau 2');
  const full = await session(orleans.manager, '2026-12-01', 'Laser', 1, { quantity: 1 });
  expect(await nextFor(learner, machine._id)).toMatchObject({ listingId: full.id, city: 'Orléans' });
  await claim(chartres.manager, full.id, 1);
  expect(await nextFor(learner, machine._id)).toMatchObject({
    listingId: near.id,
    city: 'Orléans',
    timeZone: 'Europe/Paris',
  });
  const refused = await world.run(learner, REQUEST, { input: wish(machine._id) });
  expect(refused.refusal).toBe('borrowing.accreditation');
  expect(refused.params).toMatchObject({
    name: 'Laser niveau 1',
    training: near.id,
    trainingFrom: '2026-12-02T08:00:00.000Z',
    trainingCity: 'Orléans',
  });
  await step(orleans.manager, near.id, 'cancel', 'Panne');
  expect(await nextFor(learner, machine._id)).toMatchObject({ city: 'Chartres' });
  world.clock.set('2026-12-02T08:00:00Z');
  expect(later.id).toBeTruthy();
  expect(await nextFor(learner, machine._id)).toBeNull();
});

test('only a session open to them, from an issuer whom the workshop recognises, is named; and at the counter too', async () => {
  const { blois, tours, orleans, machine } = await stage();
  const outsider = (await workshop('Saint-Denis')).manager;
  const inside = await session(orleans.manager, '2026-12-02', 'Laser', 1, { audience: 'network' });
  expect(await nextFor(outsider, machine._id)).toBeNull();
  expect(await nextFor(tours.manager, machine._id)).toMatchObject({ listingId: inside.id });
  const { accreditations, trainingPolicies } = world.app.services;
  const own = await accreditations.issue(blois.manager, {
    workshopId: blois.workshop._id,
    personId: tours.manager.id,
    name: 'Laser niveau 1',
  });
  expect(await nextFor(tours.manager, machine._id)).toBeNull();
  const { id } = await request(tours.manager, machine._id);
  await move(blois.manager, id, 'accept');
  await accreditations.revoke(blois.manager, own._id);
  world.clock.set('2026-11-24T08:00:00Z');
  const stopped = await world.run(blois.manager, MOVE, { id, move: 'hand_over', handOver });
  expect(stopped).toMatchObject({ refusal: 'borrowing.accreditation', params: { training: inside.id } });
  await trainingPolicies.settle(blois.manager, {
    workshopId: blois.workshop._id,
    lasting: [],
    recognised: [],
    ignored: [orleans.workshop._id],
  });
  expect(await nextFor(tours.manager, machine._id)).toBeNull();
});
