import type { MailParams } from '../mails.ts';

/** A figure of a mail as words; nothing where there is none. */
export const said = (value: MailParams[string] | undefined): string => (value === null ? '' : String(value ?? ''));
