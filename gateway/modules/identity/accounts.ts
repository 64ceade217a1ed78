import { mongodbAdapter } from '@better-auth/mongo-adapter';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import mongoose from 'mongoose';
import { type Locale, locales } from '../../../schema/vocabulary.ts';
import type { Config } from '../../platform/config.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { accountHooks } from './accounts.hooks.ts';
import type { Lockout } from './lockout.ts';
import { IDLE_SECONDS } from './session.rules.ts';
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
  const isHttps = protocol === 'https:';
  const origins = NODE_ENV === 'production' && config.HOST !== '127.0.0.1' ? [BASE_URL] : [BASE_URL, ...loopback];
  return betterAuth({
    baseURL: BASE_URL,
    basePath: '/api/auth',
    secret: AUTH_SECRET,
    trustedOrigins: origins,
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
      // The password is asked for by a hook; the new address proves itself by a mail, and the old one hears of it.
      changeEmail: { enabled: true },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      onPasswordReset: ({ user }) => notices.mail(user.email, localeOf(user), 'identity.passwordChanged', {}),
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
      sendVerificationEmail: ({ user, url, token }, request) => {
        const isChange = request?.url.endsWith('/change-email');
        const params = { url: confirmationPage('adresse', url, token) };
        return notices.mail(user.email, localeOf(user), isChange ? 'identity.newAddress' : 'identity.verify', params);
      },
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: 24 * HOUR, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: RATE_LIMITS,
      storage: 'database',
      window: 10,
      max: 100,
      customRules: { '/sign-in/magic-link': { window: 60, max: 5 }, '/request-password-reset': { window: 60, max: 5 } },
    },
    advanced: {
      // The library's own switch would put `__Secure-` before the name, which leaves room for other hosts.
      cookiePrefix: isHttps ? '__Host-maillage' : 'maillage',
      useSecureCookies: false,
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure: isHttps },
    },
    plugins: [
      magicLink({
        expiresIn: 600,
        disableSignUp: true,
        sendMagicLink: async ({ email, url, token }) => {
          const person = await people.byEmail(email);
          if (!person) return; // the page says the same; a stranger gets no mail for somebody's typing
          await notices.mail(email, person.locale, 'identity.magicLink', {
            url: confirmationPage('connexion', url, token),
          });
        },
      }),
    ],
    hooks: accountHooks({ notices, people, lockout, log, origins }),
  });
}

export type Accounts = ReturnType<typeof createAccounts>;
