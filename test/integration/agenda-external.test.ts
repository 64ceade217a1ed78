import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../gateway/doctor.ts';
import { ExternalCalendarRecord } from '../../gateway/modules/agenda/external.entity.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { icsOf } from '../support/calendars.ts';
import { lendingWorld, loanSteps } from '../support/loans.ts';
import { laser } from '../support/world.ts';

const world = useApp();
const { request, move } = loanSteps(world);
afterEach(async () => expect(await examine(world.clock.now)).toEqual([]));

/** A calendar server of somebody else. */
const elsewhere = { text: icsOf(), status: 200, etag: '"1"', asked: [] as (string | undefined)[] };
const server = createServer((incoming, response) => {
  elsewhere.asked.push(incoming.headers['if-none-match']);
  if (elsewhere.status === 200 && incoming.headers['if-none-match'] === elsewhere.etag)
    return void response.writeHead(304).end();
  response.writeHead(elsewhere.status, { etag: elsewhere.etag }).end(elsewhere.text);
});
let address = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.ics`;
  world.config.PRIVATE_CALENDARS = true;
});
afterAll(() => void server.close());
beforeEach(async () => {
  Object.assign(elsewhere, { text: icsOf(), status: 200, etag: '"1"', asked: [] });
  world.config.PRIVATE_CALENDARS = true;
  await ExternalCalendarRecord.deleteMany({});
});

const SEEN = `id name fault events busy cut leftOut { reason count }
  collisions { machine unitCode from until code } resource { id }`;
const ADD = `mutation A($input: AddCalendarInput!) { addExternalCalendar(input: $input) { ${SEEN} } }`;
interface Seen {
  id: string;
  fault: string | null;
  events: number;
  busy: number;
  cut: boolean;
  leftOut: { reason: string; count: number }[];
  collisions: { machine: string; from: string; until: string; code: string | null }[];
}

const add = async (viewer: PersonViewer, workshopId: string, more: object) =>
  world.run<{ addExternalCalendar: Seen }>(viewer, ADD, {
    input: { workshopId, name: 'Cours', idempotencyKey: newId(), ...more },
  });
const added = async (viewer: PersonViewer, workshopId: string, more: object) => {
  const { data, errors } = await add(viewer, workshopId, more);
  expect(errors).toEqual([]);
  return data.addExternalCalendar;
};

/** What blocks a machine because of other calendars, in order. */
const taken = async (resourceId: string) =>
  (await BookingRecord.find({ resourceId, purpose: 'external', blocking: true }).sort({ from: 1 }).lean()).map(
    ({ from, until }) => `${from.toISOString().slice(0, 16)} ${until.toISOString().slice(11, 16)}`,
  );
const day = (n: number, from: number, until: number) => ({
  uid: `e${n}@ailleurs.example`,
  start: `:202612${String(n).padStart(2, '0')}T${String(from).padStart(2, '0')}0000Z`,
  end: `:202612${String(n).padStart(2, '0')}T${String(until).padStart(2, '0')}0000Z`,
});

describe('a file', () => {
  test('blocks the machine, exactly: no buffers, and a borrower is refused that time', async () => {
    const { lender, borrower, machine, site } = await lendingWorld({
      buffers: { prepareMinutes: 60, cleanMinutes: 60, transportMinutes: 0 },
    });
    const seen = await added(lender, site._id, { resourceId: machine._id, text: icsOf([day(8, 9, 11)]) });
    expect(seen).toMatchObject({ events: 1, busy: 1, collisions: [], resource: { id: machine._id } });
    expect(await taken(machine._id)).toEqual(['2026-12-08T09:00 11:00']);
    const wanted = { from: '2026-12-08T10:00:00.000Z', until: '2026-12-08T12:00:00.000Z' };
    const { refusal } = await world.run(
      borrower,
      'mutation R($input: RequestLoanInput!) { requestLoan(input: $input) { id } }',
      { input: { resourceId: machine._id, ...wanted, use: 'on_site', termsAccepted: true, idempotencyKey: newId() } },
    );
    expect(refusal).toBe('calendar.taken');
  });

  test('of a whole workshop blocks every unit of every machine', async () => {
    const { lender, machine, site } = await lendingWorld();
    const twin = await laser(site, { units: [1, 2].map((n) => ({ id: newId(), code: `${site.code}-T${n}` })) });
    await added(lender, site._id, { text: icsOf([day(8, 9, 11), day(9, 9, 11)]) });
    expect(await taken(machine._id)).toHaveLength(2);
    expect(await taken(twin._id)).toHaveLength(4);
  });

  test.each([
    ['<html>', 'notCalendar'],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'noEvents'],
    [icsOf([{ more: ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'] }]), 'slow'],
  ])('that cannot be read is refused with a reason, and nothing is kept: %j', async (text, reason) => {
    const { lender, site } = await lendingWorld();
    const { refusal, params } = await add(lender, site._id, { text });
    // A date that never comes is either given up by the library or ended with its thread; the product goes on.
    if (reason === 'slow') return expect([undefined, 'agenda.unreadable']).toContain(refusal);
    expect([refusal, params]).toEqual(['agenda.unreadable', { reason }]);
    expect(await ExternalCalendarRecord.countDocuments({ workshopId: site._id })).toBe(0);
  });

  test('sent twice by the same form is one calendar', async () => {
    const { lender, machine, site } = await lendingWorld();
    const form = { resourceId: machine._id, text: icsOf([day(8, 9, 11)]), idempotencyKey: newId() };
    const [first, second] = [await added(lender, site._id, form), await added(lender, site._id, form)];
    expect(second.id).toBe(first.id);
    expect(await taken(machine._id)).toHaveLength(1);
  });

  test('a weekly course keeps its hour in Blois over the night when clocks change', async () => {
    const { lender, machine, site } = await lendingWorld();
    const course = {
      start: ';TZID=Europe/Paris:20270320T190000',
      end: ';TZID=Europe/Paris:20270320T210000',
      more: ['RRULE:FREQ=WEEKLY;COUNT=3'],
    };
    await added(lender, site._id, { resourceId: machine._id, text: icsOf([course]) });
    expect(await taken(machine._id)).toEqual([
      '2027-03-20T18:00 20:00',
      '2027-03-27T18:00 20:00',
      '2027-04-03T17:00 19:00',
    ]);
  });
});

describe('an address', () => {
  const poll = (minutes: number) => {
    world.clock.forward({ minutes });
    return world.app.services.externalCalendars.run();
  };

  test('is read again: what is new is taken, what moved moves, what went is free', async () => {
    const { lender, machine, site } = await lendingWorld();
    elsewhere.text = icsOf([day(8, 9, 11), day(9, 9, 11)]);
    const { id } = await added(lender, site._id, { resourceId: machine._id, url: address });
    expect(await taken(machine._id)).toHaveLength(2);
    const untouched = await BookingRecord.findOne({
      resourceId: machine._id,
      from: new Date('2026-12-08T09:00:00Z'),
    }).lean();
    elsewhere.text = icsOf([day(8, 9, 11), { ...day(9, 14, 16) }, day(10, 9, 11)]);
    elsewhere.etag = '"2"';
    await poll(31);
    expect(await taken(machine._id)).toEqual([
      '2026-12-08T09:00 11:00',
      '2026-12-09T14:00 16:00',
      '2026-12-10T09:00 11:00',
    ]);
    expect(await BookingRecord.findById(untouched!._id).lean()).toEqual(untouched);
    elsewhere.text = icsOf([day(10, 9, 11)]);
    elsewhere.etag = '"3"';
    await poll(31);
    expect(await taken(machine._id)).toEqual(['2026-12-10T09:00 11:00']);
    await poll(31);
    expect(elsewhere.asked.at(-1)).toBe('"3"');
    expect(await taken(machine._id)).toEqual(['2026-12-10T09:00 11:00']);
    await world.get(lender, `mutation { removeExternalCalendar(id: "${id}") }`);
    expect(await taken(machine._id)).toEqual([]);
  });

  test('that fails keeps what was read, is told once, and is read again when it is back', async () => {
    const { lender, machine, site } = await lendingWorld();
    elsewhere.text = icsOf([day(8, 9, 11)]);
    await added(lender, site._id, { resourceId: machine._id, url: address });
    elsewhere.status = 500;
    await poll(31);
    const faults = async () =>
      (
        await world.get<{ externalCalendars: Seen[] }>(
          lender,
          `{ externalCalendars(workshopId: "${site._id}") { ${SEEN} } }`,
        )
      ).externalCalendars.map(({ fault }) => fault);
    expect(await faults()).toEqual(['status']);
    expect(await taken(machine._id)).toHaveLength(1);
    await poll(121);
    const told = await world.get<{ happenings: { nodes: { event: string }[] } }>(
      lender,
      '{ happenings { nodes { event } } }',
    );
    expect(told.happenings.nodes.map(({ event }) => event)).toEqual(['agenda.unreadable']);
    elsewhere.status = 200;
    await poll(121);
    expect(await faults()).toEqual([null]);
  });

  test('of this machine or of the house is refused, unless the house allows it', async () => {
    const { lender, site } = await lendingWorld();
    world.config.PRIVATE_CALENDARS = false;
    const { refusal, params } = await add(lender, site._id, { url: address });
    expect([refusal, params]).toEqual(['agenda.unreachable', { reason: 'private' }]);
    expect(elsewhere.asked).toEqual([]);
    for (const url of ['ftp://a.example/x.ics', 'agenda', 'http://moi:secret@a.example/'])
      expect((await add(lender, site._id, { url })).refusal).toBe('agenda.address');
  });
});

describe('a calendar that meets a loan', () => {
  test('leaves the loan, takes the time around it, and tells the workshop once', async () => {
    const { lender, borrower, machine, site } = await lendingWorld();
    const period = { from: '2026-12-08T10:00:00.000Z', until: '2026-12-08T11:00:00.000Z' };
    const { id, code } = await request(borrower, machine._id, period);
    await move(lender, id, 'accept');
    elsewhere.text = icsOf([day(8, 8, 16)]);
    const seen = await added(lender, site._id, { resourceId: machine._id, url: address });
    expect(seen.collisions).toMatchObject([{ ...period, code }]);
    expect(await taken(machine._id)).toEqual(['2026-12-08T08:00 10:00', '2026-12-08T11:00 16:00']);
    expect(await BookingRecord.findOne({ subjectId: id }).lean()).toMatchObject({ blocking: true, state: 'confirmed' });
    const told = async () =>
      (
        await world.get<{ happenings: { nodes: { event: string }[] } }>(lender, '{ happenings { nodes { event } } }')
      ).happenings.nodes
        .map(({ event }) => event)
        .filter((event) => event === 'agenda.collision');
    world.clock.forward({ minutes: 31 });
    elsewhere.etag = '"2"';
    await world.app.services.externalCalendars.run();
    expect(await told()).toHaveLength(1);
    await move(borrower, id, 'cancel');
    await world.get(lender, `mutation { readExternalCalendar(id: "${seen.id}") { id } }`);
    expect(await taken(machine._id)).toEqual(['2026-12-08T08:00 16:00']);
  });

  test('two calendars that say the same time do not quarrel', async () => {
    const { lender, machine, site } = await lendingWorld();
    await added(lender, site._id, { text: icsOf([day(8, 9, 11)]) });
    const second = await added(lender, site._id, { resourceId: machine._id, text: icsOf([day(8, 10, 12)]) });
    expect(second.collisions).toEqual([]);
    expect(await taken(machine._id)).toEqual(['2026-12-08T09:00 11:00', '2026-12-08T11:00 12:00']);
  });

  test('a borrower and a calendar that want the same hour at once never both have it', async () => {
    const { lender, borrower, machine, site } = await lendingWorld();
    const period = { from: '2026-12-08T09:00:00.000Z', until: '2026-12-08T11:00:00.000Z' };
    await Promise.allSettled([
      added(lender, site._id, { resourceId: machine._id, text: icsOf([day(8, 9, 11)]) }),
      request(borrower, machine._id, period).catch(() => undefined),
    ]);
    const standing = await BookingRecord.find({ resourceId: machine._id, blocking: true }).lean();
    expect(standing).toHaveLength(1);
  });
});

test('a workshop has twenty calendars at most', async () => {
  const { lender, site } = await lendingWorld();
  const at = world.clock.now;
  await ExternalCalendarRecord.create(
    Array.from({ length: 20 }, () => ({
      _id: newId(),
      workshopId: site._id,
      name: 'A',
      triedAt: at,
      nextAt: new Date('2030-01-01'),
      leaseUntil: at,
    })),
  );
  expect((await add(lender, site._id, { text: icsOf() })).refusal).toBe('agenda.tooManyCalendars');
});
