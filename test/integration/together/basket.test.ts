import { expect, test } from 'vitest';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import type { Resource } from '../../../gateway/modules/catalogue/resource.entity.ts';
import { visitor, type Viewer } from '../../../gateway/modules/identity/viewer.ts';
import { examine } from '../../../gateway/doctor.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { loanSteps, morning } from '../../support/loans.ts';
import { holding, laser, person, workshop } from '../../support/world.ts';

const world = useApp();
const steps = loanSteps(world);

const LINES = `lines { id from until use quantity note resource { id name } quote { possible price { totalCents } conditions { condition met next { from } } } }
  totalCents depositCents possible`;
const ADD = `mutation A($lines: [BasketLineInput!]!) { addToBasket(lines: $lines) { ${LINES} } }`;
const BASKET = `{ basket { ${LINES} } basketCount }`;
const SUBMIT = `mutation S($input: SubmitBasketInput!) { submitBasket(input: $input) { id kind whole can
  loans { id status resource { id } group { id } } lines { id quantity refusal figures { name value } resource { id } }
  stops { workshop { city } km arrive late loans { id } } } }`;

interface Basket {
  lines: {
    id: string;
    quantity: number;
    note: string;
    resource: { id: string } | null;
    quote: { possible: boolean } | null;
  }[];
  totalCents: number;
  depositCents: number;
  possible: boolean;
}
interface Group {
  id: string;
  whole: boolean;
  can: string[];
  loans: { id: string; status: string; resource: { id: string } }[];
  lines: { refusal: string | null; figures: { name: string; value: string | null }[]; resource: { id: string } }[];
  stops: { workshop: { city: string }; km: number | null; loans: { id: string }[] }[];
}

const line = ({ _id }: Resource, more: object = {}) => ({ resourceId: _id, ...morning, use: 'take_away', ...more });
const add = async (viewer: Viewer, ...lines: object[]) =>
  (await world.get<{ addToBasket: Basket }>(viewer, ADD, { lines })).addToBasket;
const basketOf = (viewer: Viewer) => world.get<{ basket: Basket; basketCount: number }>(viewer, BASKET);
const submit = (viewer: Viewer, whole: boolean, more: object = {}) =>
  world.run<{ submitBasket: Group }>(viewer, SUBMIT, {
    input: { whole, termsAccepted: true, idempotencyKey: newId(), ...more },
  });

/** Three workshops with a machine each, and somebody who needs all three. */
async function region() {
  const sites = [await workshop('Blois'), await workshop('Tours'), await workshop('Orléans')];
  const machines = [];
  for (const { workshop: site } of sites) machines.push(await laser(site));
  return { sites, machines, borrower: await person('Karim') };
}

test('a basket is one person’s, on the server: put in twice stays one line; lines change and leave', async () => {
  const { machines, borrower } = await region();
  await add(borrower, line(machines[0]!), line(machines[1]!, { from: null, until: null }));
  const { lines } = await add(borrower, line(machines[0]!, { quantity: 1, note: 'Gabarits' }));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ note: 'Gabarits', quote: { possible: true } });
  expect(lines[1]!.quote).toBeNull();
  const CHANGE = `mutation C($id: ID!, $line: BasketLineInput!) { changeBasketLine(id: $id, line: $line) { ${LINES} } }`;
  const changed = await world.get<{ changeBasketLine: Basket }>(borrower, CHANGE, {
    id: lines[1]!.id,
    line: line(machines[1]!, { use: 'on_site' }),
  });
  expect(changed.changeBasketLine).toMatchObject({
    possible: true,
    lines: [{}, { use: 'on_site', quote: { possible: true } }],
  });
  const PERIOD = `mutation P { setBasketPeriod(from: "2026-11-25T08:00:00Z", until: "2026-11-25T09:00:00Z") { ${LINES} } }`;
  const { setBasketPeriod } = await world.get<{ setBasketPeriod: { lines: { from: string }[] } }>(borrower, PERIOD);
  expect(new Set(setBasketPeriod.lines.map(({ from }) => from))).toEqual(new Set(['2026-11-25T08:00:00.000Z']));
  await world.get(borrower, `mutation R($id: ID!) { removeBasketLine(id: $id) { possible } }`, { id: lines[0]!.id });
  expect((await basketOf(borrower)).basketCount).toBe(1);
  expect((await basketOf(await person())).basket.lines).toEqual([]);
});

test('each line shows live whether it is free, what is missing, and what all of it costs', async () => {
  const { machines, borrower, sites } = await region();
  const terms = { ...machines[0]!.terms, pricing: 'hourly' as const, rateCents: 500, depositCents: 10_000 };
  const paid = await laser(sites[0]!.workshop, { terms });
  const guarded = await laser(sites[1]!.workshop, { accreditation: 'Laser niveau 1' });
  const two = [newId(), newId()].map((id) => ({ id, code: id }));
  const double = await laser(sites[2]!.workshop, { units: two });
  await add(borrower, line(paid), line(guarded), line(double, { quantity: 3 }));
  const { basket } = await basketOf(borrower);
  expect(basket).toMatchObject({ totalCents: 2_000, depositCents: 10_000, possible: false });
  expect(basket.lines.map(({ quote }) => quote?.possible)).toEqual([true, false, false]);
  await steps.request(await person(), paid._id);
  const after = (await basketOf(borrower)).basket.lines[0]!;
  expect(after.quote?.possible).toBe(false);
  const seen = await world.get<{ previewBasket: Basket }>(
    visitor,
    `query V($lines: [BasketLineInput!]!) { previewBasket(lines: $lines) { ${LINES} } }`,
    { lines: [line(machines[0]!), { resourceId: 'none', use: 'on_site' }] },
  );
  expect(seen.previewBasket.lines.map(({ resource }) => resource?.id)).toEqual([machines[0]!._id, undefined]);
});

test('all or nothing: one machine that is taken, and nothing is asked for; free again, all of it is', async () => {
  const { machines, borrower } = await region();
  const rival = await steps.request(await person(), machines[1]!._id);
  await add(borrower, ...machines.map((machine) => line(machine)));
  const refused = await submit(borrower, true);
  expect(refused.refusal).toBe('borrowing.wholeBasket');
  expect(refused.params).toMatchObject({ machine: machines[1]!.name, why: 'calendar.taken' });
  expect(await LoanRecord.countDocuments({ personId: borrower.id })).toBe(0);
  expect((await basketOf(borrower)).basketCount).toBe(3);
  await LoanRecord.findById(rival.id);
  const owner = (await LoanRecord.findById(rival.id).lean())!.personId;
  expect(owner).not.toBe(borrower.id);
  await world.app.services.calendar.release(rival.id);
  await LoanRecord.updateOne(
    { _id: rival.id },
    { $set: { status: 'cancelled', history: [{ at: world.clock.now, event: 'cancel', by: 'borrower' }] } },
  );
  const idempotencyKey = newId();
  const { data } = await submit(borrower, true, { idempotencyKey });
  expect(data.submitBasket.loans.map(({ status }) => status)).toEqual(['asked', 'asked', 'asked']);
  expect(new Set(data.submitBasket.loans.map(({ resource }) => resource.id))).toEqual(
    new Set(machines.map(({ _id }) => _id)),
  );
  expect((await basketOf(borrower)).basketCount).toBe(0);
  const again = await submit(borrower, true, { idempotencyKey });
  expect(again.data.submitBasket.id).toBe(data.submitBasket.id);
  expect(await LoanRecord.countDocuments({ personId: borrower.id })).toBe(3);
});

test('each line for itself: what is free is asked for, the rest says why and what else, and stays in the basket', async () => {
  const { machines, borrower } = await region();
  await steps.request(await person(), machines[0]!._id);
  await add(borrower, ...machines.map((machine) => line(machine)));
  const idempotencyKey = newId();
  const { data } = await submit(borrower, false, { idempotencyKey });
  const { lines, loans, stops } = data.submitBasket;
  expect(lines.map(({ refusal }) => refusal)).toEqual(['calendar.taken', null, null]);
  expect(lines[0]!.figures).toContainEqual({ name: 'nextFrom', value: morning.until });
  expect(loans).toHaveLength(2);
  expect(stops.map(({ km }) => km === null)).toEqual([true, false]);
  const { basket } = await basketOf(borrower);
  expect(basket.lines.map(({ resource }) => resource?.id)).toEqual([machines[0]!._id]);
  const again = await submit(borrower, false, { idempotencyKey });
  expect(again.data.submitBasket).toEqual(data.submitBasket);
});

test('a quantity is as many loans on as many units, asked for together', async () => {
  const { sites, borrower } = await region();
  const units = ['A', 'B', 'C'].map((code) => ({ id: newId(), code: newId() + code }));
  const machine = await laser(sites[0]!.workshop, { units });
  await add(borrower, line(machine, { quantity: 2 }));
  const { data } = await submit(borrower, true);
  expect(data.submitBasket.loans).toHaveLength(2);
  const taken = await LoanRecord.find({ groupId: data.submitBasket.id }).lean();
  expect(new Set(taken.map(({ unitId }) => unitId)).size).toBe(2);
  const other = await person();
  await add(other, line(machine, { quantity: 2 }));
  expect((await submit(other, true)).refusal).toBe('borrowing.wholeBasket');
});

test('nothing to ask for, or lines without dates: refused, and nothing is lost', async () => {
  const { machines, borrower } = await region();
  expect((await submit(borrower, true)).refusal).toBe('borrowing.basketEmpty');
  await add(borrower, line(machines[0]!), line(machines[1]!, { from: null, until: null }));
  expect((await submit(borrower, true)).refusal).toBe('calendar.period');
  expect((await submit(borrower, true, { termsAccepted: false })).refusal).toBeDefined();
  const { data } = await submit(borrower, false);
  expect(data.submitBasket.loans).toHaveLength(1);
  expect((await basketOf(borrower)).basketCount).toBe(1);
});

test('a whole basket of which one lender declines: the borrower is told, and cancels the rest in one step', async () => {
  const { machines, borrower, sites } = await region();
  await add(borrower, ...machines.map((machine) => line(machine)));
  const group = (await submit(borrower, true)).data.submitBasket;
  expect(group.can).toEqual(['cancel']);
  const asked = group.loans.find(({ resource }) => resource.id === machines[0]!._id)!;
  await steps.move(sites[0]!.manager, asked.id, 'decline', { note: 'En panne' });
  expect(await steps.heard(borrower, asked.id)).toContain('borrowing.basket_broken');
  const MOVE = 'mutation M($groupId: ID!) { moveLoans(groupId: $groupId, move: cancel) { can loans { status } } }';
  const moved = await world.get<{ moveLoans: Group }>(borrower, MOVE, { groupId: group.id });
  expect(moved.moveLoans.loans.map(({ status }) => status).sort()).toEqual(['cancelled', 'cancelled', 'declined']);
  expect(moved.moveLoans.can).toEqual([]);
  expect((await world.run(borrower, MOVE, { groupId: group.id })).refusal).toBe('borrowing.closedMove');
  expect(
    await BookingRecord.countDocuments({ resourceId: { $in: machines.map(({ _id }) => _id) }, blocking: true }),
  ).toBe(0);
});

test('a lender sees of a basket the loans of theirs alone; others see nothing of it', async () => {
  const { machines, borrower, sites } = await region();
  await add(borrower, ...machines.map((machine) => line(machine)));
  const group = (await submit(borrower, false)).data.submitBasket;
  const READ = 'query G($id: ID!) { loanGroup(id: $id) { can lines { id } loans { resource { id } } } }';
  const seen = await world.get<{ loanGroup: Group }>(sites[1]!.manager, READ, { id: group.id });
  expect(seen.loanGroup).toEqual({
    can: ['accept', 'decline'],
    lines: [],
    loans: [{ resource: { id: machines[1]!._id } }],
  });
  expect((await world.run(await person(), READ, { id: group.id })).refusal).toBe('platform.notFound');
});

test(
  'fifty with overlapping baskets in opposite orders: never half a basket, and nobody waits five seconds',
  { timeout: 90_000 },
  async () => {
    const machines: Resource[] = [];
    for (const town of ['Blois', 'Tours', 'Orléans', 'Chartres'] as const)
      machines.push(await laser((await workshop(town)).workshop));
    const site = (await workshop('Brest')).workshop;
    const people = await Promise.all(
      Array.from({ length: 50 }, async () => holding(await person('Quelqu’un'), 'workshop_member', site._id)),
    );
    for (const [n, one] of people.entries()) {
      const chosen = n % 2 ? machines.slice(n % 3) : [...machines.slice(0, 4 - (n % 3))].reverse();
      await add(one, ...chosen.map((machine) => line(machine)));
    }
    const answers = await Promise.all(
      people.map(async (one) => {
        const start = performance.now();
        const answer = await submit(one, true);
        return { ...answer, one, took: performance.now() - start };
      }),
    );
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(5_000);
    const winners = answers.filter(({ refusal }) => refusal === undefined);
    expect(winners.length).toBeGreaterThan(0);
    expect(answers.filter(({ refusal }) => refusal && refusal !== 'borrowing.wholeBasket')).toEqual([]);
    for (const { one, refusal } of answers) {
      const { basketCount } = await basketOf(one);
      const loans = await LoanRecord.countDocuments({ personId: one.id });
      expect(refusal === undefined ? basketCount : loans).toBe(0);
      expect(loans + basketCount).toBeGreaterThan(0);
    }
    const taken = await BookingRecord.find({
      resourceId: { $in: machines.map(({ _id }) => _id) },
      blocking: true,
    }).lean();
    expect(new Set(taken.map(({ unitId }) => unitId)).size).toBe(taken.length);
    expect(await examine(world.clock.read())).toEqual([]);
  },
);
