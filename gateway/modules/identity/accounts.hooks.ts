import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Locale } from '../../../schema/vocabulary.ts';
import type { Logger } from '../../platform/log.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Lockout, LOCKOUT_MINUTES } from './lockout.ts';
import { isCommon } from './password.rules.ts';
import type { PeopleService } from './people.service.ts';

interface Deps {
  notices: NoticeService;
  people: PeopleService;
  lockout: Lockout;
  log: Logger;
  /** Where a link may lead back to, besides a path of ours. */
  origins: readonly string[];
}

const textIn = (body: unknown, name: string) => {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** Where a password is tried, and where one is chosen, each with the field that holds it. */
const tried: Record<string, string> = {
  '/sign-in/email': 'password',
  '/change-password': 'currentPassword',
  '/change-email': 'password',
};
const chosen: Record<string, string> = {
  '/sign-up/email': 'password',
  '/change-password': 'newPassword',
  '/reset-password': 'newPassword',
};

/** The names under which a request may say where its link leads back to. */
const ways = ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo'];

const wrong = () => new APIError('UNAUTHORIZED', { code: 'WRONG_PASSWORD', message: 'Wrong password.' });

/** What we add around the account library's own answers: guesses are counted, weak passwords refused, owners told. */
export function accountHooks({ notices, people, lockout, log, origins }: Deps) {
  const isOwn = (target: string) =>
    /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(target) || (URL.canParse(target) && origins.includes(new URL(target).origin));

  async function failed(email: string): Promise<void> {
    const person = (await lockout.failed(email)) ? await people.byEmail(email) : null;
    if (person) await notices.mail(person.email, person.locale, 'identity.lockedOut', { minutes: LOCKOUT_MINUTES });
  }

  /** Whose password is tried: the address typed at sign-in, else that of the session. */
  async function emailOf(ctx: GenericEndpointContext): Promise<string> {
    if (ctx.path === '/sign-in/email' || ctx.path === '/sign-up/email') return textIn(ctx.body, 'email');
    return (await getSessionFromCtx(ctx))?.user.email ?? '';
  }

  /** A session alone does not move an account to another address: the password is asked for again. */
  async function provePassword(ctx: GenericEndpointContext): Promise<void> {
    const session = await getSessionFromCtx(ctx);
    if (!session) throw new APIError('UNAUTHORIZED');
    const accounts = await ctx.context.internalAdapter.findAccounts(session.user.id);
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
    const password = textIn(ctx.body, 'password');
    if (!hash || !(await ctx.context.password.verify({ hash, password }))) {
      await failed(session.user.email);
      throw wrong();
    }
    const { email, locale } = session.user as { email: string; locale?: Locale };
    const to = textIn(ctx.body, 'newEmail').toLowerCase();
    if (to && to !== email) await notices.mail(email, locale ?? 'fr', 'identity.addressChanging', { to });
  }

  /** The session that the browser came with ends when another one opens in it. */
  async function endFormer(ctx: GenericEndpointContext): Promise<void> {
    const opened = ctx.context.newSession?.session;
    const cookie = ctx.context.authCookies.sessionToken.name;
    const former = opened && (await ctx.getSignedCookie(cookie, ctx.context.secret));
    if (former && former !== opened.token) await ctx.context.internalAdapter.deleteSession(former);
  }

  return {
    before: createAuthMiddleware(async (ctx) => {
      const targets = [ctx.query, ctx.body].flatMap((from) => ways.map((way) => textIn(from, way))).filter(Boolean);
      if (!targets.every(isOwn))
        throw new APIError('FORBIDDEN', { code: 'FOREIGN_TARGET', message: 'Not a page of ours.' });
      const email = tried[ctx.path] || chosen[ctx.path] ? await emailOf(ctx) : '';
      if (tried[ctx.path] && email && (await lockout.isLocked(email)))
        throw new APIError('TOO_MANY_REQUESTS', { code: 'ACCOUNT_LOCKED', message: 'Too many wrong passwords.' });
      const choice = chosen[ctx.path] && textIn(ctx.body, chosen[ctx.path]!);
      if (choice && isCommon(choice, [email, textIn(ctx.body, 'name')]))
        throw new APIError('BAD_REQUEST', { code: 'PASSWORD_COMMON', message: 'This password is easy to guess.' });
      if (ctx.path === '/change-email') await provePassword(ctx);
      if (ctx.path === '/change-password')
        return { context: { body: { ...(ctx.body as object), revokeOtherSessions: true } } };
      return undefined;
    }),
    after: createAuthMiddleware(async (ctx) => {
      const answer = ctx.context.returned;
      const refused = answer instanceof APIError ? answer : undefined;
      if (ctx.path === '/sign-out' || tried[ctx.path] || chosen[ctx.path] || ctx.context.newSession)
        log.info({ event: ctx.path, ok: !refused, person: ctx.context.newSession?.user.id }, 'account');
      await endFormer(ctx);
      // A sign-up answers alike for an address that has an account and for one that has none: the mail says which.
      if (ctx.path === '/sign-up/email' && !refused) return ctx.json({ status: true });
      if (ctx.path === '/sign-in/email') {
        const email = textIn(ctx.body, 'email');
        if (!refused) await lockout.succeeded(email);
        else if (refused.statusCode === 401) await failed(email);
      }
      if (ctx.path === '/change-password') {
        const session = ctx.context.newSession ?? (await getSessionFromCtx(ctx));
        const { email = '', locale } = (session?.user ?? {}) as { email?: string; locale?: Locale };
        if (!refused) await notices.mail(email, locale ?? 'fr', 'identity.passwordChanged', {});
        else if (textIn(refused.body, 'code') === 'INVALID_PASSWORD') await failed(email);
      }
      return undefined;
    }),
  };
}
