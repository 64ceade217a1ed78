import type { MailWords } from '../mails.ts';

/** Mails about production. */
export const productionMails = {} as const satisfies Record<string, MailWords>;
