import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import { Outbox } from '../../gateway/modules/notice/outbox.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { Mail } from '../../gateway/platform/mailer.ts';
import { transaction } from '../../gateway/platform/database.ts';
import { pino } from 'pino';
import { useApp } from '../support/app.ts';
import { holding, person, workshop } from '../support/world.ts';

const world = useApp();
const log = pino({ level: 'silent' });
const joined = (subjectId: string, id: string) => ({
  topic: 'invitation' as const,
  subjectId,
  event: 'identity.joined' as const,
  to: [{ scope: 'workshop' as const, id }],
  params: { name: 'Samira', organisation: 'La Boîte à copeaux' },
});
const outboxWith = (send: (mail: Mail) => Promise<void>) =>
  new Outbox({
    clock: world.clock.read,
    mailer: { to: 'test', send },
    baseUrl: 'http://127.0.0.1:4000',
    secret: world.config.AUTH_SECRET,
    log,
  });

test('what is told leaves once for each person of the organisation, and not before the transaction ends', async () => {
  const { workshop: site, manager } = await workshop();
  const member = await holding(await person(), 'workshop_member', site._id);
  const { notices } = world.app.services;
  await transaction(async () => {
    await notices.tell(joined(newId(), site._id));
    throw new Error('given up');
  }).catch(() => undefined);
  await notices.tell(joined(newId(), site._id));
  await world.app.outbox.drain();
  expect(world.mails.map(({ to }) => to).sort()).toEqual([manager.email, member.email].sort());
});

test('a mail that could not leave is tried again later, under the same Message-ID', async () => {
  const { workshop: site } = await workshop();
  await world.app.services.notices.tell(joined(newId(), site._id));
  const tried: Mail[] = [];
  let broken = true;
  const outbox = outboxWith((mail) => {
    tried.push(mail);
    return broken ? Promise.reject(new Error('421 try later')) : Promise.resolve();
  });
  expect(await outbox.drain()).toBe(0);
  broken = false;
  expect(await outbox.drain()).toBe(0);
  world.clock.forward({ minutes: 1 });
  expect(await outbox.drain()).toBe(1);
  expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await outbox.drain()).toBe(0);
});

test('eight workers on one outbox send each mail once', async () => {
  const { workshop: site } = await workshop();
  for (let n = 0; n < 20; n++) await world.app.services.notices.tell(joined(newId(), site._id));
  const sent: string[] = [];
  const outbox = outboxWith((mail) => Promise.resolve(void sent.push(mail.messageId)));
  await Promise.all(Array.from({ length: 8 }, () => outbox.drain()));
  expect(sent).toHaveLength(20);
  expect(new Set(sent).size).toBe(20);
});

test('a mail whose worker died is taken up when its lease ends', async () => {
  const { workshop: site } = await workshop();
  await world.app.services.notices.tell(joined(newId(), site._id));
  void outboxWith(() => new Promise(() => undefined)).drain();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const heir = outboxWith(() => Promise.resolve());
  expect(await heir.drain()).toBe(0);
  world.clock.forward({ minutes: 2 });
  expect(await heir.drain()).toBe(1);
});

test('what happens reaches the browsers of those concerned, and nobody else’s', async () => {
  const { url } = await world.serve();
  const jobs = world.app.startJobs();
  const here = await workshop();
  const elsewhere = await workshop();
  const heard = { here: [] as string[], elsewhere: [] as string[] };
  const listen = async (viewer: typeof here.manager, into: string[]) => {
    const client = createClient({
      url: `${url}/graphql/stream`,
      headers: await world.signedIn(viewer),
      retryAttempts: 0,
    });
    client.subscribe<{ happened: { subjectId: string } }>(
      { query: 'subscription { happened { subjectId } }' },
      {
        next: ({ data }) => void (data && into.push(data.happened.subjectId)),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return client;
  };
  const clients = [await listen(here.manager, heard.here), await listen(elsewhere.manager, heard.elsewhere)];
  await new Promise((resolve) => setTimeout(resolve, 500));
  const subjectId = newId();
  await world.app.services.notices.tell(joined(subjectId, here.workshop._id));
  await expect.poll(() => heard.here, { timeout: 5_000 }).toEqual([subjectId]);
  expect(heard.elsewhere).toEqual([]);
  for (const client of clients) client.dispose();
  await jobs.stop();
});

test('a visitor hears nothing', async () => {
  const { url } = await world.serve();
  const client = createClient({ url: `${url}/graphql/stream`, retryAttempts: 0 });
  const errors = await new Promise((resolve) => {
    client.subscribe(
      { query: 'subscription { happened { subjectId } }' },
      { next: ({ errors }) => resolve(errors), error: resolve, complete: () => resolve(undefined) },
    );
  });
  expect(JSON.stringify(errors)).toContain('platform.signIn');
  client.dispose();
});

test('a person may listen in ten places at once, and in an eleventh once one is closed', async () => {
  const { url } = await world.serve();
  const { manager } = await workshop();
  const headers = {
    ...(await world.signedIn(manager)),
    accept: 'text/event-stream',
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ query: 'subscription { happened { subjectId } }' });
  // Held with their answers: an answer that nobody holds is collected, and its connection closed with it.
  const listening: { controller: AbortController; answer: Response }[] = [];
  const listen = async () => {
    const controller = new AbortController();
    const answer = await fetch(`${url}/graphql/stream`, { method: 'POST', headers, body, signal: controller.signal });
    listening.push({ controller, answer });
    return answer;
  };
  for (let n = 0; n < 10; n++) expect((await listen()).status).toBe(200);
  expect(await (await listen()).text()).toContain('platform.limited');
  listening[0]!.controller.abort();
  await expect
    .poll(async () => {
      const answer = await listen();
      const first = await Promise.race([
        answer.text(),
        new Promise<string>((resolve) => setTimeout(() => resolve('still open'), 300)),
      ]);
      return first.includes('limited') ? 'limited' : 'open';
    })
    .toBe('open');
  for (const { controller } of listening) controller.abort();
});

test('a subscription that the schema does not know is refused in words', async () => {
  const { url } = await world.serve();
  const answer = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'subscription { nothing }' }),
  });
  expect(await answer.text()).toContain('nothing');
});
