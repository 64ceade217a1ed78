/** A program that, once told to go, sends what an outbox holds until it is killed. Its clock starts at CLOCK_AT. */
import 'reflect-metadata';
import { pino } from 'pino';
import { Outbox } from '../../gateway/modules/notice/outbox.ts';
import { readConfig } from '../../gateway/platform/config.ts';
import { connectDatabase } from '../../gateway/platform/database.ts';
import { createMailer } from '../../gateway/platform/mailer.ts';

const config = readConfig();
const log = pino({ level: 'silent' });
await connectDatabase({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
const outbox = new Outbox({
  clock: () => new Date(Date.parse(String(process.env.CLOCK_AT)) + performance.now()),
  mailer: createMailer(config),
  baseUrl: config.BASE_URL,
  secret: config.AUTH_SECRET,
  log,
});
const told = new Promise((resolve) => process.once('message', resolve));
process.send?.('warm');
await told;
for (;;) if ((await outbox.drain()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
