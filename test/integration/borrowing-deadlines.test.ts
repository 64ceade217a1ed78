import { afterEach, expect, test } from 'vitest';
import { examine } from '../../gateway/doctor.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { useApp } from '../support/app.ts';
import { ANSWER, EXTEND, handOver, lendingWorld, loanSteps, MOVE, REQUEST, takeBack, wish } from '../support/loans.ts';

const world = useApp();
const { request, move, read, extend, answer, heard } = loanSteps(world);
const deadlines = () => world.app.services.loanDeadlines.run();

/** A loan of Tuesday morning that left in time. */
async function out(more: Parameters<typeof lendingWorld>[0] = {}) {
  const sides = await lendingWorld(more);
  const { id } = await request(sides.borrower, sides.machine._id);
  await move(sides.lender, id, 'accept');
  world.clock.set('2026-11-24T08:00:00Z');
  await move(sides.lender, id, 'hand_over', { handOver });
  return { ...sides, id };
}

afterEach(async () => {
  expect(await examine(world.clock.read())).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

test('an extension asked for holds its time, and the loan ends later once the lender agrees', async () => {
  const { lender, borrower, machine, id } = await out();
  const asked = await extend(borrower, id, '2026-11-24T16:00:00.000Z');
  expect(asked).toMatchObject({
    status: 'out',
    extension: { state: 'asked' },
    canExtend: [],
    turns: ['lender', 'borrower'],
  });
  const meanwhile = wish(machine._id, { from: '2026-11-24T14:00:00.000Z', until: '2026-11-24T15:00:00.000Z' });
  expect((await world.run(borrower, REQUEST, { input: meanwhile })).refusal).toBe('calendar.taken');
  expect((await world.run(borrower, ANSWER, { id, agrees: true })).refusal).toBe('platform.forbidden');
  expect(await answer(lender, id, true)).toMatchObject({
    until: '2026-11-24T16:00:00.000Z',
    extension: { state: 'agreed' },
  });
  world.clock.set('2026-11-24T15:00:00Z');
  expect((await read(borrower, id)).overdue).toBe(false);
});

test('an extension that is declined, or that nobody answers, gives its time back', async () => {
  const { lender, borrower, machine, id } = await out();
  await extend(borrower, id, '2026-11-24T16:00:00.000Z');
  expect(await answer(lender, id, false)).toMatchObject({
    until: '2026-11-24T12:00:00.000Z',
    extension: { state: 'declined' },
  });
  await extend(borrower, id, '2026-11-24T15:00:00.000Z');
  world.clock.set('2026-11-24T12:00:00Z');
  const after = { from: '2026-11-24T12:00:00.000Z', until: '2026-11-24T13:00:00.000Z' };
  await request(borrower, machine._id, after);
  await deadlines();
  expect((await read(borrower, id)).extension?.state).toBe('lapsed');
  expect(await heard(lender, id)).toContain('borrowing.lapse_extension');
});

test('an extension stops before the next borrower, and the refusal says until when', async () => {
  const { borrower, machine, id } = await out({
    buffers: { prepareMinutes: 15, cleanMinutes: 30, transportMinutes: 0 },
  });
  await request(borrower, machine._id, { from: '2026-11-24T15:00:00.000Z', until: '2026-11-24T17:00:00.000Z' });
  const latest = '2026-11-24T14:15:00.000Z';
  expect((await read(borrower, id)).latestEnd).toBe(latest);
  const refused = await world.run(borrower, EXTEND, { id, until: '2026-11-24T15:00:00.000Z' });
  expect(refused).toMatchObject({ refusal: 'borrowing.extensionTaken', params: { latest } });
  expect((await world.run(borrower, EXTEND, { id, until: '2026-11-24T11:00:00.000Z' })).refusal).toBe(
    'borrowing.extension',
  );
  await extend(borrower, id, latest);
});

test('an extension is granted at once where the owner accepts by itself, late or not, and costs what it lasts', async () => {
  const terms = {
    pricing: 'hourly' as const,
    rateCents: 500,
    depositCents: 0,
    audience: 'everyone' as const,
    automatic: true,
  };
  const { lender, borrower, machine } = await lendingWorld({
    terms: { ...terms, noticeHours: 0, longestHours: 72, holdHours: 24, conditions: 'Porter des lunettes' },
  });
  const { id, price } = await request(borrower, machine._id);
  expect(price).toMatchObject({ units: 4, totalCents: 2000 });
  world.clock.set('2026-11-24T08:00:00Z');
  const gone = await move(lender, id, 'hand_over', { handOver });
  expect(gone.handOver?.terms).toBe('Porter des lunettes');
  world.clock.set('2026-11-24T12:30:00Z');
  const longer = await extend(borrower, id, '2026-11-24T14:10:00.000Z');
  expect(longer).toMatchObject({
    overdue: false,
    price: { units: 7, totalCents: 3500 },
    extension: { state: 'agreed' },
  });
});

test('a late machine is taken, its next borrower is warned once before it hurts, and so is the lender', async () => {
  const { lender, borrower, machine, id } = await out();
  const next = await request(borrower, machine._id, {
    from: '2026-11-24T14:00:00.000Z',
    until: '2026-11-24T16:00:00.000Z',
  });
  await move(lender, next.id, 'accept');
  world.clock.set('2026-11-24T12:01:00Z');
  await deadlines();
  await deadlines();
  for (const side of [borrower, lender]) {
    expect(await heard(side, id)).toContain('borrowing.late');
    expect((await heard(side, next.id)).filter((event) => event === 'borrowing.next_late')).toHaveLength(1);
  }
  const now = wish(machine._id, { from: '2026-11-24T17:00:00.000Z', until: '2026-11-24T18:00:00.000Z' });
  expect((await world.run(borrower, REQUEST, { input: now })).refusal).toBe('calendar.taken');
  world.clock.set('2026-11-24T14:00:00Z');
  const stillOut = await world.run(lender, MOVE, { id: next.id, move: 'hand_over', handOver });
  expect(stillOut.refusal).toBe('borrowing.unitOut');
  await move(lender, id, 'take_back', { takeBack });
  await move(lender, next.id, 'hand_over', { handOver });
});

test('the day before, people are reminded of a hand-over and of a return, once', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  const days = { from: '2026-11-26T08:00:00.000Z', until: '2026-11-29T08:00:00.000Z' };
  const { id } = await request(borrower, machine._id, days);
  await move(lender, id, 'accept');
  await deadlines();
  expect(await heard(borrower, id)).not.toContain('borrowing.hand_over_soon');
  world.clock.set('2026-11-25T09:00:00Z');
  await deadlines();
  await deadlines();
  expect((await heard(borrower, id)).filter((event) => event === 'borrowing.hand_over_soon')).toHaveLength(1);
  world.clock.set('2026-11-26T08:00:00Z');
  await move(lender, id, 'hand_over', { handOver });
  await deadlines();
  expect(await heard(borrower, id)).not.toContain('borrowing.return_soon');
  world.clock.set('2026-11-28T09:00:00Z');
  await deadlines();
  expect(await heard(borrower, id)).toContain('borrowing.return_soon');
  expect(await heard(lender, id)).not.toContain('borrowing.return_soon');
});

test('a return without remark closes by itself after three days; one with damage waits for the lender', async () => {
  const { lender, borrower, id } = await out();
  world.clock.set('2026-11-24T10:00:00Z');
  await move(lender, id, 'take_back', { takeBack });
  world.clock.set('2026-11-27T10:00:00Z');
  await deadlines();
  expect((await read(borrower, id)).status).toBe('closed');

  world.clock.set('2026-11-23T08:00:00Z');
  const other = await out();
  await move(other.lender, other.id, 'take_back', { takeBack: { ...takeBack, damage: 'Vitre fendue' } });
  world.clock.forward({ days: 30 });
  await deadlines();
  expect((await read(other.borrower, other.id)).status).toBe('returned');
});

test('every step sends a mail in the language of who reads it, with the page of the loan', async () => {
  const { lender, borrower, machine } = await lendingWorld();
  await world.app.outbox.drain();
  world.mails.length = 0;
  await world.app.services.identity.setLocale(borrower, 'en');
  const { id, code } = await request(borrower, machine._id);
  await move(lender, id, 'accept', { note: 'Sonnez à droite' });
  await world.app.outbox.drain();
  const [asked, accepted] = world.mails;
  expect(asked).toMatchObject({
    to: lender.email,
    subject: `${machine.name}\u00a0: répondez avant mar. 24 nov. à 9\u00a0h, ${code}`,
  });
  expect(accepted).toMatchObject({
    to: borrower.email,
    subject: `Accepted: ${machine.name}, Tue 24 Nov at 9:00, ${code}`,
  });
  expect(accepted?.text).toContain('“Sonnez à droite”');
  expect(accepted?.text).toContain(`/echanges/${id}`);
});

test('an accreditation opens a machine in its network, is asked for again at the hand-over, and revoked is gone', async () => {
  const { lender, borrower, machine, site } = await lendingWorld({ accreditation: 'Laser niveau 1' });
  const refused = await world.run(borrower, REQUEST, { input: wish(machine._id) });
  expect(refused).toMatchObject({ refusal: 'borrowing.accreditation', params: { name: 'Laser niveau 1' } });
  const ISSUE = `mutation I($input: IssueAccreditationInput!) { issueAccreditation(input: $input) { id name person { id } } }`;
  const REVOKE = `mutation V($id: ID!) { revokeAccreditation(id: $id) { revokedAt } }`;
  const input = { workshopId: site._id, email: borrower.email, name: ' laser  NIVEAU 1' };
  expect((await world.run(borrower, ISSUE, { input })).refusal).toBe('platform.forbidden');
  const issue = async () =>
    (await world.get<{ issueAccreditation: { id: string } }>(lender, ISSUE, { input })).issueAccreditation.id;
  const first = await issue();
  expect(await issue()).toBe(first);
  const { id } = await request(borrower, machine._id);
  await move(lender, id, 'accept');
  expect((await world.run(borrower, REVOKE, { id: first })).refusal).toBe('platform.forbidden');
  await world.get(lender, REVOKE, { id: first });
  world.clock.set('2026-11-24T08:00:00Z');
  expect((await world.run(lender, MOVE, { id, move: 'hand_over', handOver })).refusal).toBe('borrowing.accreditation');
  await issue();
  await move(lender, id, 'hand_over', { handOver });
  const { accreditations } = await world.get<{ accreditations: { nodes: object[] } }>(
    borrower,
    '{ accreditations { nodes { name revokedAt issuer { name } } } }',
  );
  expect(accreditations.nodes).toHaveLength(2);
});

test('an accreditation of another workshop counts when both share a network, and only then', async () => {
  const { borrower, machine } = await lendingWorld({ accreditation: 'CNC' });
  const elsewhere = await lendingWorld();
  const ISSUE = `mutation I($input: IssueAccreditationInput!) { issueAccreditation(input: $input) { id } }`;
  await world.get(elsewhere.lender, ISSUE, {
    input: { workshopId: elsewhere.site._id, email: borrower.email, name: 'CNC' },
  });
  expect((await world.run(borrower, REQUEST, { input: wish(machine._id) })).refusal).toBe('borrowing.accreditation');
  const own = { workshopId: borrower.acting.id, email: borrower.email, name: 'CNC' };
  await world.get(borrower, ISSUE, { input: own });
  await request(borrower, machine._id);
});

test('a quote says what is met and what is missing, with the price and the next slot, even to a visitor', async () => {
  const { borrower, machine } = await lendingWorld({ accreditation: 'CNC' });
  await ResourceRecord.updateOne(
    { _id: machine._id },
    { $set: { 'terms.audience': 'network', 'terms.noticeHours': 48 } },
  );
  const QUOTE = `query Q($wish: LoanWishInput!) { quoteLoan(wish: $wish) { possible holdUntil price { totalCents }
    conditions { condition met refusal name at next { from until } } } }`;
  const { idempotencyKey: _key, note: _note, termsAccepted: _terms, ...asked } = wish(machine._id);
  const quote = async (viewer: Parameters<typeof world.get>[0]) =>
    (
      await world.get<{ quoteLoan: { possible: boolean; conditions: Record<string, unknown>[] } }>(viewer, QUOTE, {
        wish: asked,
      })
    ).quoteLoan;
  const seen = await quote({ kind: 'visitor' });
  const missing = seen.conditions.filter(({ met }) => !met).map(({ condition }) => condition);
  expect(missing).toEqual(['account', 'audience', 'notice', 'accreditation']);
  expect(seen.conditions.find(({ condition }) => condition === 'notice')).toMatchObject({
    at: '2026-11-25T08:00:00.000Z',
    next: { from: '2026-11-25T08:00:00.000Z', until: '2026-11-25T12:00:00.000Z' },
  });
  expect((await quote(borrower)).conditions.filter(({ met }) => !met)).toHaveLength(2);
});
