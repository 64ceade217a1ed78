import { expect, test } from 'vitest';
import { NoticeRecord } from '../../../gateway/modules/notice/notice-row.entity.ts';
import { OutgoingMailRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { PersonRecord } from '../../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { mailToken } from '../../../gateway/modules/notice/subscription.service.ts';
import { noticeTypes } from '../../../schema/notices.ts';
import type { HappeningKey } from '../../../schema/events.ts';
import { useApp } from '../../support/app.ts';
import { person } from '../../support/world.ts';

const world = useApp();
const SETTLE = `mutation S($input: NoticePreferencesInput!) { settleNotices(input: $input) {
  timeZone quiet { from to } remindBefore remindOnDay channels { type channel } } }`;
const LIST = `query L($first: Int, $after: String, $type: NoticeType, $unread: Boolean) {
  notices(first: $first, after: $after, type: $type, unread: $unread) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id event type readAt subjectCode } } }`;

let nth = 0;
const tell = (to: PersonViewer, event: HappeningKey = 'borrowing.accept', loan = `loan-${(nth += 1)}`) =>
  world.app.services.notices.tell({
    topic: 'loan',
    subjectId: loan,
    event,
    to: [{ scope: 'person', id: to.id }],
    params: {
      loan,
      code: `BP-${loan}`,
      machine: 'Scanner 3D',
      lender: 'Blois',
      borrower: 'Tours',
      zone: 'Europe/Paris',
    },
  });
const settle = (viewer: PersonViewer, more: object = {}) =>
  world.get(viewer, SETTLE, {
    input: { channels: [], timeZone: 'Europe/Paris', remindBefore: 24, remindOnDay: true, ...more },
  });
const mailsTo = async ({ email }: PersonViewer) => {
  await world.app.outbox.drain();
  return world.mails.filter(({ to }) => to === email);
};
const list = async (viewer: PersonViewer, variables: object = {}) =>
  (
    await world.get<{
      notices: {
        totalCount: number;
        nodes: { id: string; event: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }>(viewer, LIST, variables as never)
  ).notices;
const unread = async (viewer: PersonViewer) =>
  (await world.get<{ unreadNotices: number }>(viewer, '{ unreadNotices }')).unreadNotices;

test('the centre pages, filters, counts, and marks one or all as read, for its person alone', async () => {
  const [lou, other] = [await person('Lou'), await person('Autre')];
  for (let n = 0; n < 5; n++) {
    await tell(lou);
    world.clock.forward({ minutes: 1 });
  }
  await tell(lou, 'production.offered');
  expect(await unread(lou)).toBe(6);
  const first = await list(lou, { first: 4 });
  expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([6, 4, true]);
  expect(first.nodes[0]!.event).toBe('production.offered');
  expect((await list(lou, { first: 4, after: first.pageInfo.endCursor })).nodes).toHaveLength(2);
  expect(await list(lou, { type: 'to_answer' })).toMatchObject({ totalCount: 1 });
  const MARK = 'mutation M($id: ID!, $read: Boolean) { markNotice(id: $id, read: $read) { readAt } }';
  const { id } = first.nodes[0]!;
  await world.get(lou, MARK, { id });
  expect(await unread(lou)).toBe(5);
  await world.get(lou, MARK, { id, read: false });
  expect(await unread(lou)).toBe(6);
  expect((await world.run(other, MARK, { id })).refusal).toBe('platform.notFound');
  await world.get(lou, 'mutation { markNotices(type: loans) }');
  expect((await list(lou, { unread: true })).nodes.map(({ event }) => event)).toEqual(['production.offered']);
  expect(await world.get(lou, 'mutation { markNotices }')).toEqual({ markNotices: 1 });
  expect([await unread(lou), await unread(other)]).toEqual([0, 0]);
});

test('what is settled is kept whole, and what is not an hour or a zone is refused', async () => {
  const lou = await person();
  const input = {
    channels: [{ type: 'loans', channel: 'weekly' }],
    timeZone: 'Indian/Reunion',
    quiet: { from: '21:00', to: '07:30' },
    remindBefore: 48,
    remindOnDay: false,
  };
  await settle(lou, input);
  const { noticePreferences } = await world.get<{ noticePreferences: { channels: object[] } }>(
    lou,
    '{ noticePreferences { timeZone quiet { from to } remindBefore remindOnDay channels { type channel } } }',
  );
  expect(noticePreferences).toMatchObject({ ...input, channels: expect.arrayContaining(input.channels) as object[] });
  expect(noticePreferences.channels).toHaveLength(noticeTypes.length);
  for (const wrong of [
    { timeZone: 'Mars/Olympus' },
    { quiet: { from: '25:00', to: '07:00' } },
    { remindBefore: 3 },
    {
      channels: [
        { type: 'loans', channel: 'daily' },
        { type: 'loans', channel: 'weekly' },
      ],
    },
  ]) {
    const { errors } = await world.run(lou, SETTLE, { input: { ...input, ...wrong } });
    expect(errors[0]?.extensions?.code, JSON.stringify(wrong)).toBe('INVALID');
  }
});

test('in quiet hours a mail waits for their end in the zone of the person, and what is urgent leaves', async () => {
  world.clock.set('2026-11-23T19:00:00Z');
  const lou = await person();
  await settle(lou, { timeZone: 'Indian/Reunion', quiet: { from: '21:00', to: '07:30' } });
  await tell(lou);
  await tell(lou, 'borrowing.withdraw');
  // Eleven at night in Saint-Denis.
  expect((await mailsTo(lou)).map(({ subject }) => subject)).toEqual([expect.stringContaining('Annulé')]);
  world.clock.set('2026-11-24T03:29:00Z');
  expect(await mailsTo(lou)).toHaveLength(1);
  world.clock.set('2026-11-24T03:30:00Z');
  expect(await mailsTo(lou)).toHaveLength(2);
});

test('a digest leaves once, at its hour, with what is still unread, by subject and in the language of the person', async () => {
  world.clock.set('2026-11-23T10:00:00Z');
  const lou = await person();
  await PersonRecord.updateOne({ _id: lou.id }, { locale: 'en' });
  await settle(lou, { channels: [{ type: 'loans', channel: 'daily' }] });
  await tell(lou, 'borrowing.accept', 'x');
  await tell(lou, 'borrowing.accept', 'y');
  world.clock.forward({ minutes: 5 });
  await tell(lou, 'borrowing.hand_over', 'x');
  await NoticeRecord.updateOne({ personId: lou.id, subjectId: 'y' }, { readAt: world.clock.now });
  expect(await mailsTo(lou)).toEqual([]);
  world.clock.set('2026-11-24T06:59:00Z');
  const { digests } = world.app.services;
  expect(await digests.run()).toBe(0);
  world.clock.set('2026-11-24T07:00:00Z');
  const written = await Promise.all([digests.run(), digests.run(), digests.run()]);
  expect(written.reduce((sum, count) => sum + count)).toBe(1);
  const [mail, ...more] = await mailsTo(lou);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Your day: 2 updates');
  expect(mail?.text).toContain('Scanner 3D, BP-x\n- Mon 23 Nov at 11:00, Accepted');
  expect(mail?.text).not.toContain('BP-y');
  expect(mail?.headers?.['List-Unsubscribe']).toContain('.daily.');
  world.clock.forward({ days: 1 });
  expect(await digests.run()).toBe(0);
});

test('what stays in the product sends no mail, and what waited to leave does not any more', async () => {
  const lou = await person();
  await settle(lou, { quiet: { from: '00:00', to: '23:59' }, channels: [{ type: 'production', channel: 'weekly' }] });
  await tell(lou);
  await tell(lou, 'production.accepted');
  expect(await OutgoingMailRecord.countDocuments({ personId: lou.id, status: 'pending' })).toBe(1);
  const inApp = noticeTypes.map((type) => ({ type, channel: 'in_app' }));
  await settle(lou, { channels: inApp });
  await tell(lou);
  expect(await OutgoingMailRecord.countDocuments({ personId: lou.id })).toBe(0);
  expect(await NoticeRecord.countDocuments({ personId: lou.id, digestAt: { $exists: true } })).toBe(0);
  expect(await unread(lou)).toBe(3);
});

test('one click on the link of a mail stops that sort and no other, without a session; looking stops nothing', async () => {
  world.clock.set('2026-11-23T10:00:00Z');
  const { url } = await world.serve();
  const lou = await person();
  await tell(lou);
  const [mail] = await mailsTo(lou);
  const link = /^<(.+)>$/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')![1]!;
  expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  expect(mail?.text).toContain(link);
  const address = url + new URL(link).pathname;
  const post = (to: string, body: string) =>
    fetch(to, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  const QUERY = 'query Q($token: String!) { mailSubscription(token: $token) { scope stopped } }';
  const token = new URL(link).pathname.split('/').at(-1)!;
  const look = () => world.get({ kind: 'visitor' }, QUERY, { token });
  expect(await look()).toEqual({ mailSubscription: { scope: 'loans', stopped: false } });
  expect((await post(address, 'something=else')).status).toBe(400);
  await tell(lou);
  expect(await mailsTo(lou)).toHaveLength(2);
  for (let n = 0; n < 2; n++) expect((await post(address, 'List-Unsubscribe=One-Click')).status).toBe(200);
  expect(await look()).toEqual({ mailSubscription: { scope: 'loans', stopped: true } });
  await tell(lou);
  await tell(lou, 'production.accepted');
  expect((await mailsTo(lou)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Accepté'),
    expect.stringContaining('Accepté'),
    expect.stringContaining('accepte'),
  ]);
  const forged = mailToken('another secret', lou.id, 'production');
  expect((await post(`${url}/desabonnement/${forged}`, 'List-Unsubscribe=One-Click')).status).toBe(404);
  const RESUME = 'mutation R($token: String!) { resumeMails(token: $token) { stopped } }';
  expect(await world.get({ kind: 'visitor' }, RESUME, { token })).toEqual({ resumeMails: { stopped: false } });
});
