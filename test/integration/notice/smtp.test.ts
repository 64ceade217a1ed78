import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outbox } from '../../../gateway/modules/notice/outbox.ts';
import { createMailer } from '../../../gateway/platform/mailer.ts';
import { useApp } from '../../support/app.ts';
import { person } from '../../support/world.ts';

const world = useApp();
const arrived: ParsedMail[] = [];
/** Answers that the server gives instead of taking the next mails. */
const refusals: number[] = [];
let server: SMTPServer;
let outbox: Outbox;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        const code = refusals.shift();
        if (code) return done(Object.assign(new Error('try later'), { responseCode: code }));
        arrived.push(mail);
        done();
      }, done);
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  const config = { ...world.config, SMTP_URL: `smtp://127.0.0.1:${port}`, BASE_URL: 'https://maillage.example' };
  outbox = new Outbox({
    clock: world.clock.read,
    mailer: createMailer(config),
    baseUrl: config.BASE_URL,
    secret: config.AUTH_SECRET,
    log: pino({ level: 'silent' }),
  });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

test('a mail arrives whole: words in both forms, one Message-ID over its attempts, and the headers of one click', async () => {
  const lou = await person('Lou');
  refusals.push(451);
  await world.app.services.notices.tell({
    topic: 'loan',
    subjectId: 'l1',
    event: 'borrowing.accept',
    to: [{ scope: 'person', id: lou.id }],
    params: {
      loan: 'l1',
      code: 'BP-2026-0147',
      machine: 'Scanner 3D <b>',
      lender: 'L’Établi',
      from: '2026-11-24T08:00:00.000Z',
      until: '2026-11-24T16:00:00.000Z',
      zone: 'Europe/Paris',
      note: 'À l’accueil & à l’heure.',
    },
  });
  expect(await outbox.drain()).toBe(0);
  world.clock.forward({ minutes: 1 });
  expect(await outbox.drain()).toBe(1);
  const [mail] = arrived;
  expect(mail?.subject).toBe('Accepté\u00a0: Scanner 3D <b>, mar. 24 nov. à 9\u00a0h, BP-2026-0147');
  expect(mail?.text).toContain('L’Établi vous prête Scanner 3D <b>, mar. 24 nov., 9\u00a0h à 17\u00a0h.');
  expect(mail?.html).toContain('Scanner 3D &#60;b&#62;');
  expect(mail?.html).toContain('href="https://maillage.example/echanges/l1"');
  expect(mail?.messageId).toMatch(/^<[0-9a-f]{24}@maillage\.example>$/);
  const raw = Object.fromEntries((mail?.headerLines ?? []).map(({ key, line }) => [key, line.replace(/\s+/g, ' ')]));
  expect(raw['list-unsubscribe']).toMatch(/^List-Unsubscribe: <https:\/\/maillage\.example\/desabonnement\/\S+>$/);
  expect(raw['list-unsubscribe-post']).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(raw['auto-submitted']).toBe('Auto-Submitted: auto-generated');
});

test('a digest arrives as one mail, and a mail about an account cannot be stopped', async () => {
  const lou = await person('Lou');
  const { digests, notices, preferences } = world.app.services;
  await preferences.settle(lou, {
    channels: [{ type: 'loans', channel: 'weekly' }],
    timeZone: 'Europe/Paris',
    remindBefore: 24,
    remindOnDay: true,
  });
  for (const loan of ['a', 'b', 'a'])
    await notices.tell({
      topic: 'loan',
      subjectId: loan,
      event: 'borrowing.hand_over',
      to: [{ scope: 'person', id: lou.id }],
      params: { loan, code: `BP-${loan}`, machine: `Machine ${loan}`, lender: 'Blois', until: '2026-12-01T09:00:00Z' },
    });
  await notices.mail(lou.email, 'fr', 'identity.verify', { url: 'https://maillage.example/v' });
  world.clock.set('2026-11-30T07:00:00Z');
  await digests.run();
  arrived.length = 0;
  expect(await outbox.drain()).toBe(2);
  const digest = arrived.find(({ subject }) => subject?.startsWith('Votre semaine'));
  expect(digest?.subject).toBe('Votre semaine\u00a0: 3 nouvelles');
  expect(digest?.text?.match(/^Machine a, BP-a$/gm)).toHaveLength(1);
  const account = arrived.find(({ subject }) => subject === 'Confirmez votre adresse');
  expect(account?.headers.has('list')).toBe(false);
});
