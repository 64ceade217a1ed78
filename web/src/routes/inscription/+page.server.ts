import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import { refuse } from '$lib/identity/account-form.ts';
import { callAuth, refusalOf } from '$lib/identity/auth.server.ts';
import { looksLikeEmail, shortestPassword } from '$lib/identity/email.ts';
import { suiteOf } from '$lib/identity/suite.ts';

export const load: PageServerLoad = ({ url }) => ({
  suite: suiteOf(url.searchParams.get('suite')),
  email: url.searchParams.get('email') ?? '',
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const name = text(form, 'name');
    const email = text(form, 'email').toLowerCase();
    const password = form.get('password');
    if (!name) return refuse(form, 'account.name', 'name');
    if (!looksLikeEmail(email)) return refuse(form, 'account.email', 'email');
    if (typeof password !== 'string' || password.length < shortestPassword)
      return refuse(form, 'account.shortPassword', 'password');
    const suite = suiteOf(text(form, 'suite'));
    const account = {
      name,
      email,
      password,
      locale: event.locals.locale,
      callbackURL: `/verifier?suite=${encodeURIComponent(suite)}`,
    };
    // Known or new, the address gets the same page: no session is opened here, so that none tells them apart.
    const reply = await callAuth(event, '/sign-up/email', account, { passCookies: false });
    if (reply.status === 429 || reply.status >= 500) return refuse(form, refusalOf(reply, 'web.failed').key);
    if (reply.code === 'PASSWORD_TOO_SHORT') return refuse(form, 'account.shortPassword', 'password');
    if (reply.code === 'PASSWORD_COMMON') return refuse(form, 'account.commonPassword', 'password');
    if (reply.code === 'INVALID_EMAIL') return refuse(form, 'account.email', 'email');
    return { sent: true };
  },
};
