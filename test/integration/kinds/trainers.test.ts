import { expect, test } from 'vitest';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { examine } from '../../../gateway/doctor.ts';
import { useApp } from '../../support/app.ts';
import { loanSteps, REQUEST, wish } from '../../support/loans.ts';
import { trainerInput, trainerSteps, visit } from '../../support/trainers.ts';
import { holding, person, workshop } from '../../support/world.ts';

const world = useApp();
const { request, move, read } = loanSteps(world);
const { offer, trainerWorld } = trainerSteps(world);

const QUOTE = `query Q($wish: LoanWishInput!) { quoteLoan(wish: $wish) {
  possible travel { km minutes cents city } price { totalCents } conditions { condition met refusal km radiusKm } } }`;
interface Quoted {
  quoteLoan: {
    possible: boolean;
    travel: { km: number; minutes: number; cents: number; city: string } | null;
    price: { totalCents: number };
    conditions: { condition: string; met: boolean; refusal: string }[];
  };
}
const on = (from: string, until: string) => ({
  ...visit,
  from: `2026-11-24T${from}:00.000Z`,
  until: `2026-11-24T${until}:00.000Z`,
});
const keyOf = async (asked: Promise<{ refusal?: string | undefined }>) => (await asked).refusal;

test('the road is said before asking, is blocked with the visit, and is in its price', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, trainer } = await trainerWorld();
  const { from, until, use } = on('08:00', '12:00');
  const asked = { wish: { resourceId: trainer, from, until, use } };
  const { quoteLoan } = await world.get<Quoted>(tours, QUOTE, asked);
  expect(quoteLoan).toMatchObject({
    possible: true,
    travel: { city: 'Tours', km: 69, minutes: 85, cents: 6_900 },
    price: { totalCents: 4 * 4_000 + 6_900 },
  });
  const loan = await request(tours, trainer, visit);
  expect(loan).toMatchObject({ code: 'VF-2026-0001', price: { totalCents: 22_900 }, canExtend: [] });
  const [booking] = await BookingRecord.find({ subjectId: loan.id }).lean();
  expect(booking).toMatchObject({
    blockFrom: new Date('2026-11-24T06:35:00.000Z'),
    blockUntil: new Date('2026-11-24T13:25:00.000Z'),
  });
});

test('asked for twice in two towns on one day: refused by the road between them, agreed where it is long enough', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, orleans, trainer } = await trainerWorld();
  await request(tours, trainer, on('07:00', '10:00'));
  const early = { input: wish(trainer, on('11:00', '14:00')) };
  const refused = await world.run(orleans, REQUEST, early);
  expect([refused.refusal, refused.params?.road]).toEqual(['calendar.taken', true]);
  const same = await world.run(orleans, REQUEST, { input: wish(trainer, on('08:00', '09:00')) });
  expect([same.refusal, same.params?.road]).toEqual(['calendar.taken', false]);
  // 141 km by road: 2 h 50. Home and back between the two would need 85 and 75 minutes, and leave nothing to share.
  expect((await request(orleans, trainer, on('13:00', '15:00'))).status).toBe('asked');
  expect((await request(tours, trainer, on('18:00', '19:00'))).status).toBe('asked');
  expect(await examine(world.clock.read())).toEqual([]);
});

test('the same place again needs no road between', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, trainer } = await trainerWorld();
  await request(tours, trainer, on('07:00', '10:00'));
  const again = on('11:00', '13:00');
  const asked = { wish: { resourceId: trainer, from: again.from, until: again.until, use: again.use } };
  expect((await world.get<Quoted>(tours, QUOTE, asked)).quoteLoan.possible).toBe(true);
  expect((await request(tours, trainer, again)).status).toBe('asked');
  expect(await examine(world.clock.read())).toEqual([]);
});

test('of many who ask in two towns at once, one town has the day', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, orleans, trainer } = await trainerWorld();
  const wishes = Array.from({ length: 20 }, (_, n) =>
    n % 2 ? { by: tours, at: on('08:00', '11:00') } : { by: orleans, at: on('11:30', '14:00') },
  );
  const answers = await Promise.all(wishes.map(({ by, at }) => world.run(by, REQUEST, { input: wish(trainer, at) })));
  const won = answers.filter(({ errors }) => errors.length === 0);
  expect(won).toHaveLength(1);
  expect(answers.filter(({ refusal }) => refusal === 'calendar.taken')).toHaveLength(19);
  expect(await examine(world.clock.read())).toEqual([]);
});

test('nobody comes from beyond their radius, nor to who has no address', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { brest, trainer } = await trainerWorld();
  expect(await keyOf(world.run(brest, REQUEST, { input: wish(trainer, visit) }))).toBe('borrowing.beyondRadius');
  const lou = await person('Lou');
  expect(await keyOf(world.run(lou, REQUEST, { input: wish(trainer, visit) }))).toBe('borrowing.noPlace');
});

test('both agree where a workshop employs them, and neither for the other', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, home, teacher, trainer } = await trainerWorld();
  const { id } = await request(tours, trainer, visit);
  expect((await read(teacher, id)).can).toContain('agree');
  expect((await read(teacher, id)).can).not.toContain('accept');
  expect((await move(home, id, 'agree')).status).toBe('asked');
  expect((await read(home, id)).can).not.toContain('agree');
  expect((await read(home, id)).can).not.toContain('accept');
  expect((await move(teacher, id, 'accept')).status).toBe('accepted');
});

test('an independent agrees alone, and the workshop from which they set out sees nothing of it', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, home, site } = await trainerWorld();
  const member = await holding(await person('Maya'), 'workshop_member', site._id);
  const maya = { ...member, acting: { scope: 'person' as const, id: member.id } };
  const facts = trainerInput(site._id).facts.map((fact) =>
    fact.name === 'employment' ? { name: 'employment', text: 'independent' } : fact,
  );
  const trainer = await offer(maya, trainerInput(site._id, { facts, name: 'Maya' }));
  const { id } = await request(tours, trainer, visit);
  expect((await world.run(home, '{ loan(id: "' + id + '") { id } }')).errors).toHaveLength(1);
  expect((await move(maya, id, 'accept')).status).toBe('accepted');
});

test('nobody is shown before they said yes, and only a person of the workshop can be named', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { workshop: site, manager } = await workshop('Blois');
  const stranger = await person('Passant');
  const create = 'mutation C($input: CreateTrainerInput!) { createTrainer(input: $input) { id status } }';
  const named = { input: trainerInput(site._id, { email: stranger.email }) };
  expect(await keyOf(world.run(manager, create, named))).toBe('catalogue.trainerPerson');
  const member = await holding(await person('Ana'), 'workshop_member', site._id);
  const id = await offer(manager, trainerInput(site._id, { email: member.email }));
  const publish = `mutation { publishTrainer(id: "${id}") { status } }`;
  expect(await keyOf(world.run(manager, publish))).toBe('platform.forbidden');
  await world.get(member, publish);
  const found = await world.get<{ trainers: { nodes: { id: string }[] } }>(
    stranger,
    '{ trainers(skill: "Découpe laser", level: 2, near: "Blois") { nodes { id } } }',
  );
  expect(found.trainers.nodes.map((row) => row.id)).toContain(id);
  const none = '{ trainers(skill: "Laser", level: 3) { totalCount } }';
  expect((await world.get<{ trainers: { totalCount: number } }>(stranger, none)).trainers.totalCount).toBe(0);
});

test('what is said is changed by them or who employs them, with hours that can be read; a visit keeps them on the list', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, home, teacher, trainer, site } = await trainerWorld();
  const update = 'mutation U($id: ID!, $input: UpdateTrainerInput!) { updateTrainer(id: $id, input: $input) { name } }';
  const { name, description, facts, terms } = trainerInput(site._id);
  const said = { name, description, facts, terms };
  const changed = (by: typeof home, hours: object[]) =>
    world.run(by, update, { id: trainer, input: { ...said, hours } });
  const backwards = [{ day: 2, from: '19:00', to: '08:00' }];
  expect(await keyOf(changed(teacher, backwards))).toBe('workshop.hours');
  expect(await keyOf(changed(tours, []))).toBe('platform.forbidden');
  for (const by of [home, teacher])
    expect((await changed(by, [{ day: 2, from: '08:00', to: '19:00' }])).errors).toEqual([]);
  const { id, code } = await request(tours, trainer, visit);
  const retire = await world.run(home, `mutation { retireTrainer(id: "${trainer}") { status } }`);
  expect([retire.refusal, retire.params?.kind]).toEqual(['catalogue.unitInUse', 'trainer']);
  // The code of their sheet leads to the visit; nobody bears a label.
  const found = await world.get<{ scan: { loanId: string } }>(home, `{ scan(code: "${code}") { loanId } }`);
  expect(found.scan.loanId).toBe(id);
  const labels = `{ unitLabels(workshopId: "${site._id}") { resourceId } }`;
  expect((await world.get<{ unitLabels: unknown[] }>(home, labels)).unitLabels).toEqual([]);
});

test('the desk shows a visit on its day beside what is handed over, and nothing of an independent’s', async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { tours, home, teacher, trainer, site } = await trainerWorld();
  const { id } = await request(tours, trainer, visit);
  await move(home, id, 'agree');
  await move(teacher, id, 'accept');
  const desk = `query D($id: ID!) { desk(workshopId: $id, day: "2026-11-24") { undoable { id }
    parts(first: 5, names: [visits, hand_overs, next_in, returns]) { name nodes { id } } } }`;
  const read = await world.get<{ desk: { parts: unknown[] } }>(home, desk, { id: site._id });
  expect(read.desk.parts).toEqual([{ name: 'visits', nodes: [{ id }] }]);
});
