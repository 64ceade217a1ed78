import { expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { loanSteps } from '../../support/loans.ts';
import { sharingSteps } from '../../support/sharing.ts';
import { trainerSteps, visit } from '../../support/trainers.ts';
import { laser, workshop } from '../../support/world.ts';

const world = useApp();
const { request } = loanSteps(world);
const sharing = sharingSteps(world);
const { trainerWorld } = trainerSteps(world);

const LINES = 'mutation A($lines: [BasketLineInput!]!) { addToBasket(lines: $lines) { possible totalCents } }';
const PART = 'mutation P($part: BasketPartInput!) { addPartToBasket(part: $part) { possible } }';
const SUBMIT = `mutation S($input: SubmitBasketInput!) { submitBasket(input: $input) { id
  loans { id status travel { km } } claims { status } stops { workshop { city } loans { id } } toFetch { id } } }`;

interface Group {
  loans: { id: string; status: string; travel: { km: number } | null }[];
  claims: { status: string }[];
  stops: { workshop: { city: string }; loans: { id: string }[] }[];
  toFetch: { id: string }[];
}

const at = { use: 'take_away', from: '2026-11-24T08:00:00.000Z', until: '2026-11-24T12:00:00.000Z' };

/** Blois sends its trainer, Chartres lends a laser, Brest passes on plywood; Tours needs all three. */
async function region() {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { trainer, tours, orleans } = await trainerWorld();
  const machine = await laser((await workshop('Chartres')).workshop);
  const plywood = await sharing.offer((await workshop('Brest')).manager, 'material');
  await world.get(tours, LINES, {
    lines: [
      { resourceId: machine._id, ...at },
      { resourceId: trainer, ...at },
    ],
  });
  await world.get(tours, PART, { part: { listingId: plywood.id, quantity: 4 } });
  return { trainer, tours, orleans, machine, plywood };
}
const submit = (by: Parameters<typeof request>[0]) =>
  world.run<{ submitBasket: Group }>(by, SUBMIT, {
    input: { whole: true, termsAccepted: true, idempotencyKey: newId() },
  });

test('a machine, its trainer and its material of three workshops are asked for in one go, held together', async () => {
  const { tours, trainer } = await region();
  const { data } = await submit(tours);
  const { loans, claims, stops, toFetch } = data.submitBasket;
  expect(loans.map(({ status }) => status)).toEqual(['asked', 'asked']);
  expect(claims).toHaveLength(1);
  expect(loans.map(({ travel }) => travel?.km ?? null).sort()).toEqual([69, null]);
  const [booking] = await BookingRecord.find({ resourceId: trainer }).lean();
  expect(booking!.blockFrom).toEqual(new Date('2026-11-24T06:35:00.000Z'));
  // Who comes is fetched nowhere: the tour leads to the machine alone.
  expect(stops.map(({ workshop: { city } }) => city)).toEqual(['Chartres']);
  expect(toFetch).toHaveLength(1);
  expect(await examine(world.clock.read())).toEqual([]);
});

test('a trainer who is on the road to another town that day holds the whole basket back', async () => {
  const { tours, orleans, trainer } = await region();
  await request(orleans, trainer, { ...visit, from: '2026-11-24T12:30:00.000Z', until: '2026-11-24T15:00:00.000Z' });
  const { refusal, params } = await submit(tours);
  expect(refusal).toBe('borrowing.wholeBasket');
  expect(params).toMatchObject({ why: 'calendar.taken' });
  expect(await LoanRecord.countDocuments({ 'party.id': tours.acting.id })).toBe(0);
  expect(await examine(world.clock.read())).toEqual([]);
});
