import { afterEach, beforeAll, expect, test } from 'vitest';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { productionFaults } from '../../../gateway/modules/production/production.invariants.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { able, lab, openOffer, plates, sent } from '../../support/exchange.ts';
import { firm, holding, laser, person } from '../../support/world.ts';

const world = useApp();
let url: string;
beforeAll(async () => {
  ({ url } = await world.serve());
});
afterEach(async () => expect(await productionFaults()).toEqual([]));

const accept = `mutation ($id: ID!) { acceptOffer(id: $id, input: {}) { state } }`;
const decline = `mutation ($id: ID!) { declineOffer(id: $id, input: { reason: deadline }) { state } }`;
type Reply = { data?: unknown; errors?: { extensions: { code: string; key?: string } }[] };

async function post(viewer: PersonViewer, query: string, id: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...(await world.signedIn(viewer)), 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { errors } = (await answer.json()) as Reply;
  return errors ? (errors[0]!.extensions.key ?? errors[0]!.extensions.code) : 'done';
}

const rounds = 50;

test(
  `two labs race for one request ${rounds} times: one wins, with its hours booked once`,
  { timeout: 120_000 },
  async () => {
    const { cascade } = world.app.services;
    const [near, next] = [await lab('Blois'), await lab('Tours')];
    const colleague = await holding(await person('Collègue'), 'workshop_member', near.site._id);
    const { member } = await firm('Blois');
    const outcomes = { near: 0, next: 0 };
    const refusals = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const request = await sent(world, member);
      const first = (await openOffer(world, request._id))!;
      expect(first.workshopId).toBe(near.site._id);
      /** The next lab says yes as soon as it is asked, while the first one still answers. */
      const second = async () => {
        for (let tries = 0; tries < 60; tries += 1) {
          const offer = await OfferRecord.findOne({ requestId: request._id, workshopId: next.site._id }).lean();
          if (offer) return post(next.manager, accept, offer._id);
          if ((await world.app.services.requests.byId(request._id)).state !== 'routing') return 'never asked';
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        return 'never asked';
      };
      // One round in two the offer is passed on by a colleague, in the other its time is up: by a gateway whose clock runs ahead.
      const away = () =>
        round % 2 === 0
          ? post(colleague, decline, first._id)
          : cascade.expire(new Date(first.expiresAt.getTime() + 1)).then((lapsed) => (lapsed ? 'done' : 'late'));
      const all = await Promise.all([post(near.manager, accept, first._id), away(), second()]);
      for (const key of all) if (!['done', 'late', 'never asked'].includes(key)) refusals.add(key);
      const after = await world.app.services.requests.byId(request._id);
      expect(after.state).toBe('awarded');
      const won = await OfferRecord.find({ requestId: request._id, state: 'accepted' }).lean();
      expect(won).toHaveLength(1);
      expect(won[0]!._id).toBe(after.offerId);
      outcomes[won[0]!.workshopId === near.site._id ? 'near' : 'next'] += 1;
      const ids = (await OfferRecord.find({ requestId: request._id }).lean()).map(({ _id }) => _id);
      const bookings = await BookingRecord.find({ subjectId: { $in: ids }, blocking: true }).lean();
      expect(new Set(bookings.map(({ subjectId }) => subjectId))).toEqual(new Set([after.offerId]));
      await world.app.services.awards.move(member, request._id, 'cancel');
    }
    expect(outcomes.near + outcomes.next).toBe(rounds);
    expect(refusals).not.toContain('INTERNAL_SERVER_ERROR');
    for (const key of refusals) expect(['production.offerOver', 'production.alreadyAwarded']).toContain(key);
  },
);

test('fifty clicks on one acceptance book its hours once', async () => {
  const { manager } = await lab('Orléans');
  const { member } = await firm('Orléans');
  const request = await sent(world, member, { deliverTo: 'Orléans' });
  const offer = (await openOffer(world, request._id))!;
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(manager, accept, offer._id)));
  expect(answers.filter((key) => key !== 'done' && key !== 'production.offerOver')).toEqual([]);
  expect(answers).toContain('done');
  expect(await BookingRecord.countDocuments({ subjectId: offer._id, blocking: true })).toBe(1);
});

test('two acceptances of different requests on one machine never overlap', async () => {
  const { manager, machine } = await lab('Chartres', { can: { ratePerHour: 4 } });
  const { member } = await firm('Chartres');
  const asked = await Promise.all([1, 2, 3, 4].map(() => sent(world, member, { deliverTo: 'Chartres' })));
  const open = await Promise.all(asked.map(({ _id }) => openOffer(world, _id)));
  const answers = await Promise.all(open.map((offer) => post(manager, accept, offer!._id)));
  expect(answers).toEqual(['done', 'done', 'done', 'done']);
  const bookings = await BookingRecord.find({ resourceId: machine._id, blocking: true }).sort({ blockFrom: 1 }).lean();
  for (let nth = 1; nth < bookings.length; nth += 1)
    expect(bookings[nth - 1]!.blockUntil <= bookings[nth]!.blockFrom).toBe(true);
});

test('six acceptances that take two machines in opposite orders all end, and no machine is booked twice', async () => {
  const { manager, machine, site } = await lab('Brest', { can: { ratePerHour: 20 } });
  const printer = await laser(site, { name: 'Imprimante', processes: ['fff'], processTree: ['fff', 'additive'] });
  const cube = { x: 200, y: 200, z: 200 };
  await able(site, printer, {
    process: 'fff',
    material: 'pla',
    envelopeMm: cube,
    maxThicknessMm: null,
    ratePerHour: 20,
  });
  const { member } = await firm('Brest');
  const cut = plates().parts[0]!;
  const print = { name: 'Pied', process: 'fff', material: 'pla', sizeMm: { x: 40, y: 40, z: 30 }, quantity: 10 };
  const asked = [];
  for (let n = 0; n < 6; n += 1)
    asked.push(await sent(world, member, { deliverTo: 'Brest', parts: n % 2 ? [cut, print] : [print, cut] }));
  const open = await Promise.all(asked.map(({ _id }) => openOffer(world, _id)));
  const answers = await Promise.all(open.map((offer) => post(manager, accept, offer!._id)));
  expect(answers).toEqual(Array(6).fill('done'));
  for (const { _id } of [machine, printer]) {
    const bookings = await BookingRecord.find({ resourceId: _id, blocking: true }).sort({ blockFrom: 1 }).lean();
    expect(bookings.length).toBeGreaterThanOrEqual(6);
    for (let nth = 1; nth < bookings.length; nth += 1)
      expect(bookings[nth - 1]!.blockUntil <= bookings[nth]!.blockFrom).toBe(true);
  }
});
