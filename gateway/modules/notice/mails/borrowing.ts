import type { MailWords } from '../mails.ts';

/** Mails about borrowing. */
export const borrowingMails = {} as const satisfies Record<string, MailWords>;
