import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { FeedRecord } from '../../gateway/modules/agenda/feed.entity.ts';
import { MandateRecord } from '../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { lendingWorld, loanSteps } from '../support/loans.ts';
import { holding, laser, person, workshop } from '../support/world.ts';

const world = useApp();
const { request, move, extend } = loanSteps(world);
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

const RENEW =
  'mutation R($scope: FeedScope!, $id: ID) { renewFeed(scope: $scope, subjectId: $id) { url feed { id name } } }';

async function feedOf(viewer: PersonViewer, scope: string, id?: string) {
  const { renewFeed } = await world.get<{ renewFeed: { url: string; feed: { id: string; name: string } } }>(
    viewer,
    RENEW,
    { scope, id },
  );
  return { ...renewFeed.feed, path: new URL(renewFeed.url).pathname };
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { headers, method });

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .map(({ uid, summary, startDate, endDate, sequence, component }) => ({
      uid,
      summary,
      from: startDate.toJSDate().toISOString(),
      until: endDate.toJSDate().toISOString(),
      sequence,
      status: component.getFirstPropertyValue('status'),
    }));

const read = async (path: string) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  return eventsIn(await response.text());
};

describe('one’s own exchanges', () => {
  test('are told as they go: asked, agreed, prolonged, each under the same id', async () => {
    const { lender, borrower, machine } = await lendingWorld();
    const { path } = await feedOf(borrower, 'person');
    expect(await read(path)).toEqual([]);
    const { id } = await request(borrower, machine._id);
    const [asked] = await read(path);
    expect(asked).toMatchObject({ uid: `loan-${id}@maillage`, status: 'TENTATIVE', sequence: 0 });
    await move(lender, id, 'accept');
    const [agreed] = await read(path);
    expect(agreed).toMatchObject({
      uid: asked!.uid,
      status: 'CONFIRMED',
      summary: expect.stringContaining(machine.name) as string,
    });
    expect(agreed!.sequence).toBeGreaterThan(asked!.sequence);
    await extend(borrower, id, '2026-11-24T14:00:00.000Z');
    await world.get(lender, `mutation { answerExtension(id: "${id}", agrees: true) { id } }`);
    const [prolonged] = await read(path);
    expect(prolonged!.until).toBe('2026-11-24T14:00:00.000Z');
    expect(prolonged!.sequence).toBeGreaterThan(agreed!.sequence);
    await move(borrower, id, 'cancel');
    expect(await read(path)).toEqual([]);
  });

  test('over the night when clocks go back, and overseas, are the instants that were booked', async () => {
    const lender = await workshop('Saint-Denis');
    const machine = await laser(lender.workshop);
    const someone = await person();
    const { path } = await feedOf(someone, 'person');
    const night = { from: '2027-03-27T22:00:00.000Z', until: '2027-03-28T04:00:00.000Z' };
    await request(someone, machine._id, night);
    expect(await read(path)).toMatchObject([night]);
  });
});

describe('a workshop’s feed', () => {
  test('has loans, hand-overs and returns, and closes to who leaves the workshop', async () => {
    const { lender, borrower, machine, site } = await lendingWorld();
    const member = await holding(await person('Membre'), 'workshop_member', site._id);
    const { path, name } = await feedOf(member, 'workshop', site._id);
    expect(name).toBe(site.name);
    const { id } = await request(borrower, machine._id);
    await move(lender, id, 'accept');
    await world.app.services.units.setOutOfService(lender, {
      resourceId: machine._id,
      unitId: machine.units[0]!.id,
      from: new Date('2026-12-01T08:00:00Z'),
      until: new Date('2026-12-01T12:00:00Z'),
      reason: 'Lentille',
      idempotencyKey: newId(),
    });
    expect((await read(path)).map(({ uid }) => uid.split('-')[0]).sort()).toEqual([
      'booking',
      'handover',
      'loan',
      'return',
    ]);
    await MandateRecord.deleteMany({ personId: member.id });
    expect((await get(path)).status).toBe(404);
  });

  test('is refused to others', async () => {
    const { site } = await lendingWorld();
    const { refusal } = await world.run(await person(), RENEW, { scope: 'workshop', id: site._id });
    expect(refusal).toBe('platform.forbidden');
  });
});

test('a machine’s feed tells who only to its workshop and to the borrower; to others, that it is taken', async () => {
  const { lender, borrower, machine, site } = await lendingWorld({
    buffers: { prepareMinutes: 30, cleanMinutes: 30, transportMinutes: 0 },
  });
  const { id, code } = await request(borrower, machine._id);
  await move(lender, id, 'accept');
  const textFor = async (viewer: PersonViewer) =>
    (await get((await feedOf(viewer, 'equipment', machine._id)).path)).text();
  const [ours, theirs, others] = [await textFor(lender), await textFor(borrower), await textFor(await person())];
  expect(ours).toContain(code);
  expect(theirs).toContain(code);
  for (const secret of [code, id, borrower.name, 'Tours']) expect(others).not.toContain(secret);
  expect(eventsIn(others)).toMatchObject([
    { summary: 'Occupé', from: '2026-11-24T07:30:00.000Z', until: '2026-11-24T12:30:00.000Z' },
  ]);
  const draft = await laser(site, { status: 'draft' });
  const { refusal } = await world.run(await person(), RENEW, { scope: 'equipment', id: draft._id });
  expect(refusal).toBe('platform.notFound');
});

describe('an address', () => {
  test('is kept as a digest only; a new one ends the former, and none is left once it is removed', async () => {
    const someone = await person();
    const first = await feedOf(someone, 'person');
    const token = first.path.slice('/ical/'.length, -'.ics'.length);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await FeedRecord.find({ personId: someone.id }).lean())).not.toContain(token);
    const second = await feedOf(someone, 'person');
    expect([(await get(first.path)).status, (await get(second.path)).status]).toEqual([404, 200]);
    const mine = await world.get<{ myFeeds: { id: string; readAt: string | null }[] }>(
      someone,
      '{ myFeeds { id readAt } }',
    );
    expect(mine.myFeeds).toEqual([{ id: second.id, readAt: expect.any(String) as string }]);
    const stranger = await world.run(await person(), `mutation { revokeFeed(id: "${second.id}") }`);
    expect(stranger.refusal).toBe('platform.notFound');
    await world.get(someone, `mutation { revokeFeed(id: "${second.id}") }`);
    expect((await get(second.path)).status).toBe(404);
  });

  test('is read by GET alone, without a cookie, and says when nothing changed', async () => {
    const { path } = await feedOf(await person(), 'person');
    const response = await get(path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    const etag = response.headers.get('etag')!;
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(path, {}, 'POST')).status).toBe(405);
    for (const wrong of ['/ical/x.ics', `/ical/${'A'.repeat(43)}.ics`, '/ical/%2e%2e.ics', '/ical/a/b.ics', '/ical/'])
      expect((await get(wrong)).status).toBe(404);
  });
});

test('nobody tries addresses by the hundred', async () => {
  world.config.RATE_LIMITS = true;
  const statuses: number[] = [];
  for (let n = 0; n < 14; n += 1) statuses.push((await get(`/ical/${'B'.repeat(42)}${n % 10}.ics`)).status);
  world.config.RATE_LIMITS = false;
  expect(statuses.at(-1)).toBe(429);
  world.clock.forward({ minutes: 2 });
  world.config.RATE_LIMITS = true;
  expect((await get(`/ical/${'B'.repeat(43)}.ics`)).status).toBe(404);
  world.config.RATE_LIMITS = false;
});
