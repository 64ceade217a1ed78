import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { inRoot } from '../../scripts/folders.mjs';
import { OutgoingMailRecord } from '../../gateway/modules/notice/notice.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { useApp } from '../support/app.ts';
import { workshop } from '../support/world.ts';

const world = useApp();
const KILLS = 50;
const PER_KILL = 3;
/** Loading a program is most of its life here: as many as there are cores load while one works. */
const WARM = 2;
const LEASE_MS = 60_000;

interface Mailbox extends AsyncDisposable {
  port: number;
  /** Texts by Message-ID. */
  received: Map<string, string[]>;
  /** Resolves when the next mail is in, and its sender does not know yet. */
  next(): Promise<unknown>;
}

async function mailbox(): Promise<Mailbox> {
  const received = new Map<string, string[]>();
  const arrivals = new EventEmitter();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then(({ messageId = '', text = '' }) => {
        received.set(messageId, [...(received.get(messageId) ?? []), text]);
        arrivals.emit('mail');
        setTimeout(done, Math.random() * 20);
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return {
    port: (smtp.server.address() as AddressInfo).port,
    received,
    next: () => once(arrivals, 'mail'),
    [Symbol.asyncDispose]: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}

test(`a worker killed ${KILLS} times in the middle of sending loses no mail, and doubles none under another Message-ID`, async () => {
  await using mails = await mailbox();
  const { workshop: site } = await workshop();
  let told = 0;
  const tell = async () => {
    for (let n = 0; n < PER_KILL; n++)
      await world.app.services.notices.tell({
        topic: 'invitation',
        subjectId: newId(),
        event: 'identity.joined',
        to: [{ scope: 'workshop', id: site._id }],
        params: { name: `Samira-${told++}-`, organisation: 'La Boîte à copeaux' },
      });
  };

  let launched = 0;
  /** A kill keeps what it leased for a minute: each worker's clock is one lease ahead of the last one's. */
  const launch = async () => {
    const worker = spawn(
      process.execPath,
      ['--import', '@oxc-node/core/register', inRoot('test/support/outbox-worker.ts')],
      {
        cwd: inRoot(''),
        env: {
          ...process.env,
          MONGODB_URI: world.config.MONGODB_URI,
          MONGODB_DATABASE: world.config.MONGODB_DATABASE,
          BASE_URL: world.config.BASE_URL,
          AUTH_SECRET: world.config.AUTH_SECRET,
          SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
          CLOCK_AT: new Date(world.clock.read().getTime() + (launched += 1) * (LEASE_MS + 1_000)).toISOString(),
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    await once(worker, 'message');
    return worker;
  };
  const pool = Array.from({ length: WARM }, launch);
  for (let kill = 0; kill < KILLS; kill++) {
    await tell();
    const worker = await pool.shift()!;
    const mail = mails.next();
    worker.send('go');
    await mail;
    await sleep(Math.random() * 30);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    pool.push(launch());
  }
  const [last, ...others] = await Promise.all(pool);
  last!.send('go');
  const left = () => OutgoingMailRecord.countDocuments({ status: { $ne: 'sent' } });
  for (let waited = 0; (await left()) > 0 && waited < 90_000; waited += 100) await sleep(100);
  for (const worker of [last!, ...others]) worker.kill('SIGKILL');

  const texts = [...mails.received.values()];
  const twice = texts.filter(({ length }) => length > 1).length;
  console.log(
    `outbox: ${told} mails, ${KILLS} kills, ${texts.length} Message-IDs received, ${twice} of them more than once`,
  );
  expect(await left()).toBe(0);
  expect(texts).toHaveLength(told);
  expect(new Set(texts.map(([text]) => /Samira-\d+-/.exec(text!)?.[0])).size).toBe(told);
}, 300_000);
