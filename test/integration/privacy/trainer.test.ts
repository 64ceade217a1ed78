import mongoose from 'mongoose';
import { beforeEach, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import { ResourceRecord } from '../../../gateway/modules/catalogue/resource.entity.ts';
import { AccountRecord } from '../../../gateway/modules/identity/account.entity.ts';
import { hashPassword } from '../../../gateway/modules/identity/passwords.ts';
import { type PersonViewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { nameless } from '../../../gateway/modules/privacy/privacy.rules.ts';
import type { HappeningKey } from '../../../schema/events.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { loanSteps, REQUEST, wish } from '../../support/loans.ts';
import { trainerInput, trainerSteps, visit } from '../../support/trainers.ts';
import { holding, person } from '../../support/world.ts';

const world = useApp();
const { request, move } = loanSteps(world);
const { offer, trainerWorld } = trainerSteps(world);
const password = 'une phrase assez longue';

beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  for (const { name } of await mongoose.connection.listCollections())
    await mongoose.connection.collection(name).deleteMany({});
});

async function account({ id }: PersonViewer): Promise<void> {
  const hash = await hashPassword(password);
  const row: object = { _id: newId(), userId: id, accountId: id, providerId: 'credential', password: hash };
  await AccountRecord.insertMany([row]);
}
const remove = (viewer: PersonViewer) => world.app.services.deletion.delete(viewer, password);
const on = (day: string, from: string, until: string) => ({
  ...visit,
  from: `2026-11-${day}T${from}:00.000Z`,
  until: `2026-11-${day}T${until}:00.000Z`,
});

/** Ana with a visit that is agreed and one that is asked for. */
async function busy() {
  const scene = await trainerWorld();
  const { tours, orleans, home, teacher, trainer } = scene;
  await account(teacher);
  const agreed = await request(tours, trainer, on('24', '08:00', '11:00'));
  await move(home, agreed.id, 'agree');
  await move(teacher, agreed.id, 'accept');
  const asked = await request(orleans, trainer, on('26', '08:00', '11:00'));
  return { ...scene, agreed, asked };
}

/** Who heard of a step of a loan. */
const heard = async (subjectId: string, event: HappeningKey) =>
  (await HappeningRecord.find({ subjectId, event }).lean()).flatMap(({ audience }) => audience);

test('a trainer who deletes their account is found no more, and everyone who counted on them is told', async () => {
  const { teacher, trainer, tours, orleans, site, agreed, asked } = await busy();
  const { accountDeletion } = await world.get<{ accountDeletion: { cancels: string[]; blocks: object[] } }>(
    teacher,
    '{ accountDeletion { blocks { name } cancels } }',
  );
  expect(accountDeletion).toEqual({ blocks: [], cancels: [agreed.code, asked.code] });
  await remove(teacher);

  const search = '{ trainers(words: "laser") { totalCount } byName: trainers(words: "Ferrandon") { totalCount } }';
  expect(await world.get(visitor, search)).toMatchObject({ trainers: { totalCount: 0 }, byName: { totalCount: 0 } });
  const again = await world.run(tours, REQUEST, { input: wish(trainer, on('27', '08:00', '11:00')) });
  expect(again.errors).toHaveLength(1);
  expect(await ResourceRecord.findById(trainer).lean()).toMatchObject({ status: 'retired', name: nameless });

  expect(await LoanRecord.findById(agreed.id).lean()).toMatchObject({ status: 'cancelled' });
  expect(await LoanRecord.findById(asked.id).lean()).toMatchObject({ status: 'declined' });
  expect(await BookingRecord.countDocuments({ resourceId: trainer, blocking: true })).toBe(0);
  for (const [id, event, asker] of [
    [agreed.id, 'borrowing.withdraw', tours],
    [asked.id, 'borrowing.decline', orleans],
  ] as const) {
    const to = await heard(id, event);
    expect(to).toEqual(expect.arrayContaining([`person:${asker.id}`, `workshop:${site._id}`]));
    expect(to).not.toContain(`person:${teacher.id}`);
  }
  const page = await world.get<{ loan: { history: { event: string; note: string }[] } }>(
    tours,
    `{ loan(id: "${agreed.id}") { history { event note } } }`,
  );
  expect(page.loan.history.at(-1)).toMatchObject({
    event: 'withdraw',
    note: expect.stringContaining('supprimé') as string,
  });
  expect(await examine(world.clock.read())).toEqual([]);
});

test('their name stands nowhere any more, under whatever name they were offered', async () => {
  const { teacher, trainer } = await busy();
  await ResourceRecord.updateOne({ _id: trainer }, { $set: { name: 'Ana la découpeuse' } });
  await remove(teacher);
  const left: string[] = [];
  for (const { name } of await mongoose.connection.listCollections()) {
    // A mail that is on its way, or gone, goes by itself; keys of repeated forms say nothing.
    if (name === 'outbox' || name === 'intents') continue;
    const rows = await mongoose.connection.collection(name).find().toArray();
    if (/Ferrandon|ferrandon|découpeuse/.test(JSON.stringify(rows))) left.push(name);
  }
  expect(left).toEqual([]);
});

test('a visit that is over took place; an independent with no visit simply goes', async () => {
  const { teacher, agreed, asked, site, trainer } = await busy();
  world.clock.set('2026-11-24T11:30:00.000Z');
  await remove(teacher);
  expect(await LoanRecord.findById(agreed.id).lean()).toMatchObject({ status: 'returned' });
  // Nobody answered within the twelve hours of the hold.
  expect(await LoanRecord.findById(asked.id).lean()).toMatchObject({ status: 'lapsed' });
  expect(await ResourceRecord.findById(trainer).lean()).toMatchObject({ status: 'retired' });

  const member = await holding(await person('Maya'), 'workshop_member', site._id);
  const maya = { ...member, acting: { scope: 'person' as const, id: member.id } };
  await account(maya);
  const facts = trainerInput(site._id).facts.map((fact) =>
    fact.name === 'employment' ? { name: 'employment', text: 'independent' } : fact,
  );
  const alone = await offer(maya, trainerInput(site._id, { facts, name: 'Maya' }));
  await remove(maya);
  expect(await ResourceRecord.findById(alone).lean()).toMatchObject({ status: 'retired', name: nameless });
  expect(await examine(world.clock.read())).toEqual([]);
});

test('of many who ask while the account goes, none is left with a visit that nobody will make', async () => {
  const { teacher, trainer, tours } = await trainerWorld();
  await account(teacher);
  const wishes = Array.from({ length: 12 }, (_, n) =>
    on(String(24 + (n % 5)), n < 5 ? '06:00' : '13:00', n < 5 ? '07:00' : '14:00'),
  );
  const asking = wishes.map((at) => world.run(tours, REQUEST, { input: wish(trainer, at) }));
  await remove(teacher);
  await Promise.all(asking);
  expect(await LoanRecord.countDocuments({ resourceId: trainer, status: { $in: ['asked', 'accepted'] } })).toBe(0);
  expect(await BookingRecord.countDocuments({ resourceId: trainer, blocking: true })).toBe(0);
  expect(await examine(world.clock.read())).toEqual([]);
});
