import { mongodbAdapter } from '@better-auth/mongo-adapter';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import mongoose from 'mongoose';
import { type Locale, locales } from '../../../schema/vocabulary.ts';
import type { Config } from '../../platform/config.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Lockout, LOCKOUT_MINUTES } from './lockout.ts';
import type { PeopleService } from './people.service.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** The header by which the server says from where a request comes; what clients send under this name is removed. */
export const CLIENT_IP_HEADER = 'x-client-ip';

export interface AccountDeps {
  config: Config;
  newId: NewId;
  notices: NoticeService;
  people: PeopleService;
  lockout: Lockout;
  log: Logger;
}

const localeOf = (user: object): Locale => {
  const { locale } = user as { locale?: string };
  return locales.find((known) => known === locale) ?? 'fr';
};

const HOUR = 3600;

/** The page that waits for a click: programs that open the links of a mail must not use them up. */
function confirmationPage(purpose: 'adresse' | 'connexion', url: string, token: string): string {
  const then = new URL(url).searchParams.get('callbackURL') ?? '/';
  return `/verifier?${new URLSearchParams({ token, pour: purpose, suite: then })}`;
}

/**
 * Accounts and sessions, kept in our database through mongoose's own client. Roles are not its business: they are
 * mandates of ours. Mails leave by the outbox.
 */
export function createAccounts({ config, newId, notices, people, lockout, log }: AccountDeps) {
  const { BASE_URL, AUTH_SECRET, NODE_ENV, RATE_LIMITS } = config;
  const { protocol, port } = new URL(BASE_URL);
  const loopback = ['127.0.0.1', 'localhost'].map((host) => `${protocol}//${host}${port && `:${port}`}`);
  const emailIn = (body: unknown) => {
    const { email } = (body ?? {}) as { email?: unknown };
    return typeof email === 'string' ? email : '';
  };
  return betterAuth({
    baseURL: BASE_URL,
    basePath: '/api/auth',
    secret: AUTH_SECRET,
    trustedOrigins: NODE_ENV === 'production' && config.HOST !== '127.0.0.1' ? [BASE_URL] : [BASE_URL, ...loopback],
    database: mongodbAdapter(mongoose.connection.getClient().db(mongoose.connection.db!.databaseName) as never, {
      client: mongoose.connection.getClient(),
    }),
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ part: 'accounts' }, message),
    },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, defaultValue: 'fr', input: true },
        admin: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      onExistingUserSignUp: ({ user }) => notices.mail(user.email, localeOf(user), 'identity.alreadyRegistered', {}),
      sendResetPassword: ({ user, token }) =>
        notices.mail(user.email, localeOf(user), 'identity.reset', {
          url: `/mot-de-passe?${new URLSearchParams({ token })}`,
        }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: HOUR,
      sendVerificationEmail: ({ user, url, token }) =>
        notices.mail(user.email, localeOf(user), 'identity.verify', { url: confirmationPage('adresse', url, token) }),
    },
    session: { expiresIn: 30 * 24 * HOUR, updateAge: 24 * HOUR, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: RATE_LIMITS,
      storage: 'database',
      window: 10,
      max: 100,
      customRules: { '/sign-in/magic-link': { window: 60, max: 5 }, '/request-password-reset': { window: 60, max: 5 } },
    },
    advanced: {
      cookiePrefix: 'maillage',
      useSecureCookies: protocol === 'https:',
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [
      magicLink({
        expiresIn: 600,
        disableSignUp: true,
        sendMagicLink: async ({ email, url, token }) => {
          const person = await people.byEmail(email);
          await notices.mail(email, person?.locale ?? 'fr', 'identity.magicLink', {
            url: confirmationPage('connexion', url, token),
          });
        },
      }),
    ],
    hooks: {
      // A sign-up answers alike for an address that has an account and for one that has none: the mail says which.
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/sign-in/email' && (await lockout.isLocked(emailIn(ctx.body))))
          throw new APIError('TOO_MANY_REQUESTS', { code: 'ACCOUNT_LOCKED', message: 'Too many wrong passwords.' });
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/sign-up/email' && !(ctx.context.returned instanceof APIError))
          return ctx.json({ status: true });
        if (ctx.path !== '/sign-in/email') return;
        const email = emailIn(ctx.body);
        const answer = ctx.context.returned;
        if (!(answer instanceof APIError)) return lockout.succeeded(email);
        if (answer.statusCode !== 401) return;
        const person = (await lockout.failed(email)) ? await people.byEmail(email) : null;
        if (person) await notices.mail(person.email, person.locale, 'identity.lockedOut', { minutes: LOCKOUT_MINUTES });
      }),
    },
  });
}

export type Accounts = ReturnType<typeof createAccounts>;
