import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NoticeType, noticeTypes } from '../../../schema/notices.ts';
import { notFound } from '../../platform/refusal.ts';
import type { PreferencesService } from './preferences.service.ts';

/** What one link stops: one sort of notification, or a digest with all that it gathers. */
export type MailScope = NoticeType | 'daily' | 'weekly';

const scopes: readonly string[] = [...noticeTypes, 'daily', 'weekly'];

const signatureOf = (secret: string, personId: string, scope: string) =>
  createHmac('sha256', secret).update(`unsubscribe:${personId}.${scope}`).digest('base64url');

/** The token of a link that stops mails without signing in. It says who and what, and nobody can make another. */
export const mailToken = (secret: string, personId: string, scope: MailScope): string =>
  `${personId}.${scope}.${signatureOf(secret, personId, scope)}`;

/** Who and what a token is for; undefined when it is not one of ours. */
export function readMailToken(secret: string, token: string): { personId: string; scope: MailScope } | undefined {
  const [personId = '', scope = '', signature = '', ...more] = token.split('.');
  const expected = Buffer.from(signatureOf(secret, personId, scope));
  const given = Buffer.from(signature);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return scopes.includes(scope) ? { personId, scope: scope as MailScope } : undefined;
}

/** Stops and resumes mails by the link in them. Whoever holds the link may: the person, or their mail program. */
export class SubscriptionService {
  readonly #secret: string;
  readonly #preferences: PreferencesService;

  constructor({ secret, preferences }: { secret: string; preferences: PreferencesService }) {
    this.#secret = secret;
    this.#preferences = preferences;
  }

  /** What the link is about, and whether such mails leave now. */
  async find(token: string): Promise<{ scope: MailScope; stopped: boolean }> {
    const { personId, scope } = this.#read(token);
    return { scope, stopped: (await this.#preferences.typesBy(personId, scope)).length === 0 };
  }

  /** A second time changes nothing. */
  async stop(token: string): Promise<{ scope: MailScope; stopped: boolean }> {
    const { personId, scope } = this.#read(token);
    await this.#preferences.stop(personId, await this.#preferences.typesBy(personId, scope));
    return this.find(token);
  }

  /** Mails of one sort again; what a digest gathered is settled on the page of notifications. */
  async resume(token: string): Promise<{ scope: MailScope; stopped: boolean }> {
    const { personId, scope } = this.#read(token);
    if (scope !== 'daily' && scope !== 'weekly') await this.#preferences.resume(personId, scope);
    return this.find(token);
  }

  #read(token: string) {
    const read = readMailToken(this.#secret, token);
    if (!read) throw notFound('subscription');
    return read;
  }
}
