import type { MailWords } from '../mails.ts';

/** Mails about network. */
export const networkMails = {} as const satisfies Record<string, MailWords>;
