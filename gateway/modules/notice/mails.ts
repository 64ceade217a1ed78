import type { HappeningKey } from '../../../schema/events.ts';
import type { Locale } from '../../../schema/vocabulary.ts';
import { agendaMails } from './mails/agenda.ts';
import { borrowingMails } from './mails/borrowing.ts';
import { findingMails } from './mails/finding.ts';
import { togetherMails } from './mails/together.ts';
import { jobsMails } from './mails/jobs.ts';
import { materialMails } from './mails/material.ts';
import { identityMails } from './mails/identity.ts';
import { networkMails } from './mails/network.ts';
import { sharingMails } from './mails/sharing.ts';
import { trainingMails } from './mails/training.ts';
import { productionMails } from './mails/production.ts';

/** What a mail says in one language. `path` is where its button leads, from the site's address; none, no button. */
export interface MailText {
  subject: string;
  lines: string[];
  button?: { label: string; path: string };
}

/** Figures of a mail, as stored: instants are ISO strings. */
export type MailParams = Record<string, string | number | boolean | null>;
export type MailWords = Record<Locale, (params: MailParams) => MailText>;

/** Every event that somebody is told of, with its mail in each language. */
export const mails = {
  ...identityMails,
  ...networkMails,
  ...agendaMails,
  ...borrowingMails,
  ...togetherMails,
  ...sharingMails,
  ...materialMails,
  ...jobsMails,
  ...trainingMails,
  ...findingMails,
  ...productionMails,
} as const satisfies Record<string, MailWords> & Record<HappeningKey, MailWords>;

export type EventKey = keyof typeof mails;
