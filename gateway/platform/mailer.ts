import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same at each attempt, so that a mailbox can tell a second delivery from a second mail. */
  messageId: string;
  /** Other headers, as they stand. */
  headers?: Record<string, string>;
}

/** The edge by which mails leave. Rejects when a mail could not be handed on. */
export interface Mailer {
  /** Where mails go, for the start to say. */
  readonly to: string;
  send(mail: Mail): Promise<void>;
}

/** Sends through `SMTP_URL`; without one, writes `.eml` files that any mail program opens. */
export function createMailer({ SMTP_URL, MAIL_FROM, DATA_DIR }: Config): Mailer {
  if (SMTP_URL) {
    const smtp = createTransport(SMTP_URL);
    return {
      to: new URL(SMTP_URL).host,
      send: async (mail) => void (await smtp.sendMail({ from: MAIL_FROM, ...mail })),
    };
  }
  const folder = join(DATA_DIR, 'mail');
  const builder = createTransport({ streamTransport: true, buffer: true });
  return {
    to: folder,
    async send(mail) {
      const { message } = await builder.sendMail({ from: MAIL_FROM, ...mail });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${mail.messageId.replace(/[^A-Za-z0-9-]/g, '_')}.eml`), message as Buffer);
    },
  };
}
