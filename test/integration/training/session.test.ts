import { afterEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { BookingRecord } from '../../../gateway/modules/calendar/booking.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { loanSteps, REQUEST, wish } from '../../support/loans.ts';
import { CHANGE, CLAIMED, OFFER, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { holding, laser, person, workshop } from '../../support/world.ts';

const world = useApp();
const { request } = loanSteps(world);
const { offer, claim, move, step } = sharingSteps(world);

const december = { from: '2026-12-01T08:00:00.000Z', until: '2026-12-01T16:00:00.000Z' };
const facts = (more: { name: string; text?: string; number?: number }[] = []) => [
  { name: 'programme', text: 'Réglages, sécurité, première découpe.' },
  { name: 'skill', text: 'Laser' },
  { name: 'level', number: 1 },
  ...more,
];
const session = { automatic: true, prices: [], facts: facts() };

const NAME =
  'mutation N($claimId: ID!, $attendees: [String!]!) { nameAttendees(claimId: $claimId, attendees: $attendees) { attendees } }';
const HELD = '{ accreditations { nodes { name state issuer { name } } } }';
const heldBy = async (viewer: PersonViewer) =>
  (await world.get<{ accreditations: { nodes: { name: string; state: string }[] } }>(viewer, HELD)).accreditations
    .nodes;
const taken = (subjectId: string) => BookingRecord.find({ subjectId, blocking: true }).sort({ resourceId: 1 }).lean();

/** Each test begins on the same day: what the ledgers of all hold is looked at from the latest of them. */
let latest = new Date(0);
afterEach(async () => {
  latest = new Date(Math.max(latest.getTime(), world.clock.now.getTime()));
  expect(await examine(latest)).toEqual([]);
  world.clock.set('2026-11-23T08:00:00Z');
});

describe('certified', () => {
  test('who passes holds the accreditation at once, and the machine opens; a second session renews it', async () => {
    const { owner, site, tours } = await sharingWorld();
    const machine = await laser(site, { accreditation: 'Laser niveau 1' });
    const learner = await person('Camille Roux');
    const { id } = await offer(owner, 'training', session);
    const seat = await claim(learner, id, 1);
    const absent = await claim(tours, id, 1);
    world.clock.set('2026-12-01T16:30:00Z');
    await move(owner, seat.id, 'attend');
    expect(await heldBy(learner)).toEqual([]);
    await move(owner, seat.id, 'certify');
    await move(owner, absent.id, 'miss');
    expect(await heldBy(learner)).toMatchObject([{ name: 'Laser niveau 1', state: 'valid' }]);
    expect(await heldBy(tours)).toEqual([]);
    const period = { from: '2026-12-02T08:00:00.000Z', until: '2026-12-02T10:00:00.000Z' };
    await request(learner, machine._id, period);
    const next = await offer(owner, 'training', {
      ...session,
      from: '2026-12-08T08:00:00.000Z',
      until: '2026-12-08T16:00:00.000Z',
    });
    const again = await claim(learner, next.id, 1);
    world.clock.set('2026-12-08T16:30:00Z');
    await move(owner, again.id, 'attend');
    await move(owner, again.id, 'certify');
    expect(await heldBy(learner)).toHaveLength(1);
  });

  test('an organisation names who sits on its seats until it begins: those with an account hold the accreditation', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const learner = await person('Camille Roux');
    const { id } = await offer(owner, 'training', session);
    const seats = await claim(tours, id, 3, { attendees: ['Alix Martin'] });
    const named = (by: PersonViewer, attendees: string[]) => world.run(by, NAME, { claimId: seats.id, attendees });
    expect((await named(tours, ['a', 'b', 'c', 'd'])).refusal).toBe('platform.invalid');
    expect((await named(orleans, ['a'])).refusal).toBe('platform.notFound');
    expect((await named(owner, ['a'])).refusal).toBe('platform.forbidden');
    const three = ['  Alix   Martin ', `Camille Roux <${learner.email}>`, tours.name];
    expect((await named(tours, three)).data).toEqual({
      nameAttendees: { attendees: ['Alix Martin', `Camille Roux <${learner.email}>`, tours.name] },
    });
    world.clock.set('2026-12-01T08:00:00Z');
    expect((await named(tours, [])).refusal).toBe('sharing.closedMove');
    await move(owner, seats.id, 'attend');
    await move(owner, seats.id, 'certify');
    expect(await heldBy(learner)).toHaveLength(1);
    expect(await heldBy(tours)).toHaveLength(1);
    const material = await offer(owner, 'material');
    const input = { listingId: material.id, quantity: 2, attendees: ['Alix'], idempotencyKey: newId() };
    expect((await world.run(tours, CLAIMED, { input })).refusal).toBe('platform.invalid');
  });
});

describe('machines and rooms', () => {
  test('are taken when it is published, move with it, and are given back when it does not take place', async () => {
    const { owner, site, tours } = await sharingWorld();
    const [room, machine] = [await laser(site, { name: 'Salle' }), await laser(site)];
    const machines = { name: 'machines', text: `${room._id},${machine._id}` };
    const draft = await offer(owner, 'training', { ...session, facts: facts([machines]), published: false });
    expect(await taken(draft.id)).toEqual([]);
    await step(owner, draft.id, 'publish');
    expect(await taken(draft.id)).toMatchObject(
      [room._id, machine._id].sort().map((resourceId) => ({ resourceId, purpose: 'training', state: 'confirmed' })),
    );
    const same = wish(machine._id, december);
    expect((await world.run(tours, REQUEST, { input: same })).refusal).toBe('calendar.taken');
    const {
      kind: _k,
      workshopId: _w,
      idempotencyKey: _i,
      ...input
    } = sample('training', site._id, {
      ...session,
      from: '2026-12-01T12:00:00.000Z',
      until: '2026-12-01T18:00:00.000Z',
      facts: facts([{ name: 'machines', text: machine._id }]),
    }) as Record<string, unknown>;
    await world.get(owner, CHANGE, { id: draft.id, input });
    expect(await taken(draft.id)).toMatchObject([
      { resourceId: machine._id, from: new Date('2026-12-01T12:00:00Z'), until: new Date('2026-12-01T18:00:00Z') },
    ]);
    await step(owner, draft.id, 'cancel', 'Panne');
    expect(await taken(draft.id)).toEqual([]);
    await request(tours, machine._id, december);
  });

  test('a session that finds too few lapses, and gives its machine back', async () => {
    const { owner, site } = await sharingWorld();
    const machine = await laser(site);
    const { id } = await offer(owner, 'training', {
      ...session,
      threshold: 3,
      decideAt: '2026-11-28T08:00:00.000Z',
      facts: facts([{ name: 'machines', text: machine._id }]),
    });
    expect(await taken(id)).toHaveLength(1);
    world.clock.set('2026-11-28T08:00:00Z');
    await world.app.services.sharingDeadlines.run();
    expect(await taken(id)).toEqual([]);
  });

  test('a machine that is taken refuses the session whole, and says which and when it is free', async () => {
    const { owner, site, tours } = await sharingWorld();
    const [free, busy] = [await laser(site), await laser(site, { name: 'Speedy 400' })];
    await request(tours, busy._id, { from: '2026-12-01T14:00:00.000Z', until: '2026-12-01T18:00:00.000Z' });
    const text = `${free._id},${busy._id}`;
    const input = sample('training', site._id, { ...session, facts: facts([{ name: 'machines', text }]) });
    const refused = await world.run(owner, OFFER, { input });
    expect(refused).toMatchObject({
      refusal: 'training.taken',
      params: { machine: 'Speedy 400', nextFrom: '2026-12-01T18:00:00.000Z' },
    });
    expect(await BookingRecord.countDocuments({ resourceId: free._id })).toBe(0);
    const stranger = await laser((await workshop('Brest')).workshop);
    const foreign = sample('training', site._id, {
      ...session,
      facts: facts([{ name: 'machines', text: stranger._id }]),
    });
    expect((await world.run(owner, OFFER, { input: foreign })).refusal).toBe('training.machine');
  });

  test('of a session and twelve loans that want one machine at once, exactly one has it', async () => {
    const { owner, site, tours } = await sharingWorld();
    const machine = await laser(site, { terms: { ...(await laser(site)).terms, automatic: true } });
    const publish = () =>
      world.run(owner, OFFER, {
        input: sample('training', site._id, { ...session, facts: facts([{ name: 'machines', text: machine._id }]) }),
      });
    const borrow = () => world.run(tours, REQUEST, { input: wish(machine._id, december) });
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, borrow),
      publish(),
      ...Array.from({ length: 6 }, borrow),
      publish(),
    ]);
    const refusals = answers.flatMap(({ refusal }) => (refusal ? [refusal] : []));
    expect(refusals).toHaveLength(13);
    expect(refusals.every((key) => ['calendar.taken', 'training.taken'].includes(key))).toBe(true);
    expect(await BookingRecord.countDocuments({ resourceId: machine._id, blocking: true })).toBe(1);
  });
});

describe('paper', () => {
  const get = async (viewer: PersonViewer | undefined, path: string) => {
    served ??= world.serve();
    const headers = viewer ? await world.signedIn(viewer) : {};
    return fetch(`${(await served).url}${path}`, { headers });
  };
  let served: ReturnType<typeof world.serve> | undefined;

  test('the sheet to sign is for the people of the workshop, the certificate for the two sides once it is earned', async () => {
    const { owner, site, tours, orleans } = await sharingWorld();
    const member = await holding(await person('Une animatrice'), 'workshop_member', site._id);
    const { id } = await offer(owner, 'training', session);
    const seats = await claim(tours, id, 2, { attendees: ['Alix Martin', 'Camille Roux'] });
    const sheet = `/prints/attendance/${id}.pdf`;
    const certificate = `/prints/certificates/${seats.id}.pdf`;
    for (const [viewer, status] of [
      [undefined, 401],
      [tours, 403],
      [orleans, 403],
      [owner, 200],
      [member, 200],
    ] as const)
      expect((await get(viewer, sheet)).status).toBe(status);
    expect((await get(tours, certificate)).status).toBe(404);
    world.clock.set('2026-12-01T16:30:00Z');
    await move(owner, seats.id, 'attend');
    await move(owner, seats.id, 'certify');
    for (const [viewer, status] of [
      [undefined, 401],
      [orleans, 404],
      [tours, 200],
      [owner, 200],
    ] as const)
      expect((await get(viewer, certificate)).status).toBe(status);
    const paper = await get(owner, `${certificate}?lang=en`);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const material = await offer(owner, 'material');
    expect((await get(owner, `/prints/attendance/${material.id}.pdf`)).status).toBe(404);
  });
});
